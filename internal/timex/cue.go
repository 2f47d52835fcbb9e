package timex

// cueWords are the words that tell whether a clause looks back or ahead, and
// those that open another clause. Regular pasts are told by their ending.
var cueWords = []group{
	{"will ll shall would could might should must cannot wo plans planning scheduled due expected expects slated set intends intend hopes aims poised prepares preparing forthcoming ahead looming", entry{cFuture, 0, 0}, 0},
	{"agreed planned intended hoped wanted vowed pledged promised threatened invited prepared proposed asked ordered urged called decided", entry{cVow, 0, 0}, 0},
	{"was were had did said told went came took made gave got saw met held led left began begun became broke brought built bought caught chose cut drew drove fell felt fled flew fought found froze grew heard hit hurt kept knew laid lay lent lost meant paid put quit ran rang rose sang sank sat sent shook shot sold sought spent spoke spread stole stood struck swore swept swung taught thought threw understood withdrew won woke wore wrote been ended", entry{cPast, 0, 0}, 0},
	{"is are", entry{cIs, 0, 0}, 0},
	{"usually regularly often typically generally normally sometimes always traditionally annual varies vary", entry{cHabit, 0, 0}, 0},
	{"which who whose whom where when while but although though because if whether unless", entry{cClause, 0, 0}, 0},
}

// termWords set a term, so that "until" and "by" behind them look ahead. Those
// in -ed that the lexicon lacks are pasts like any other.
var termWords = []string{"give", "gives", "gave", "given", "giving", "deadline", "ultimatum", "unless", "valid", "extended", "extends", "postponed",
	"postponing", "postpones", "delayed", "adjourned", "remanded", "suspended", "deferred", "ordered", "reserves", "closes"}

// notPast are words in -ed that are no past tense.
var notPast = map[string]bool{
	"need": true, "seed": true, "speed": true, "indeed": true, "hundred": true, "red": true, "feed": true, "breed": true,
	"bed": true, "weed": true, "deed": true, "exceed": true, "proceed": true, "succeed": true, "united": true, "unprecedented": true,
	"armed": true, "sacred": true, "embed": true, "shed": true, "wed": true, "fed": true, "reed": true, "greed": true, "creed": true, "bleed": true,
}

// ahead are the infinitives that headlines and notices put after a bare "to".
var ahead = map[string]bool{
	"visit": true, "meet": true, "hold": true, "sign": true, "host": true, "discuss": true, "attend": true, "travel": true,
	"begin": true, "start": true, "resume": true, "vote": true, "open": true, "launch": true, "join": true, "send": true,
	"face": true, "appear": true, "address": true, "deliver": true, "head": true, "hear": true, "decide": true, "release": true,
	"announce": true, "be": true, "take": true, "make": true, "go": true, "return": true, "end": true, "close": true, "play": true,
	"step": true, "leave": true, "arrive": true, "speak": true, "lift": true, "extend": true, "expire": true, "publish": true, "unveil": true,
}
