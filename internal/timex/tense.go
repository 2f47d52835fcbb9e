package timex

// reach is how many items the search for a cue of tense looks at, to either
// side; clauses of news are shorter.
const reach = 14

// direction tells from the clause around items [first, next) whether it looks
// back (-1), ahead (1), or does not say (0).
func (w *Worker) direction(first, next int) int {
	if w.term(first) {
		return 1
	}
	return w.clauseTense(first, next)
}

// clauseTense is [Worker.direction] by the verbs alone.
func (w *Worker) clauseTense(first, next int) int {
	if d := w.cueBefore(first); d != 0 {
		return d
	}
	return w.cueAfter(next)
}

// term reports whether the expression at item first ends a term that somebody
// sets, and so lies ahead whatever the tense: "gave them until Sunday".
func (w *Worker) term(first int) bool {
	if w.at(first-1) != cUntil && w.at(first-1) != cBy && !(w.at(first-1) == cThe && w.at(first-2) == cUntil) {
		return false
	}
	for i := first - 2; i >= 0 && i >= first-reach; i-- {
		if w.isMark(i, ';') || w.isMark(i, ':') || w.at(i) == cClause {
			return false
		}
		if w.items[i].flag&fTerm != 0 {
			w.cue = i
			return true
		}
	}
	return false
}

// cueBefore looks for the nearest cue before item first.
func (w *Worker) cueBefore(first int) int {
	to := false
	for i := first - 1; i >= 0 && i >= first-reach; i-- {
		it := w.items[i]
		w.cue = i
		switch it.class {
		case cFuture:
			if w.fixed(i) && i+1 < first && !w.spells(first-1, "for") {
				return -1
			}
			return 1
		case cPast:
			if w.wont(i) {
				return 1
			}
			if !w.spells(i-1, "be") && w.at(i-1) != cIs {
				return -1
			}
		case cVow:
			if to {
				return 1
			}
			return -1
		case cIs:
			if i+1 < first && (w.at(i+1) == cTo || w.gerund(i+1)) || i == first-2 && w.at(i+1) == cPrep { // "is on Friday"
				return 1
			}
		case cTo:
			to = to || w.items[i+1].kind == kWord && w.items[i+1].flag&fCap == 0 && w.at(i+1) == cNone
			if w.spells(i+1, "be") || to && w.headline(i) {
				return 1
			}
		case cClause:
			return 0
		case cMark:
			if it.val == ';' || it.val == ':' || it.val == '"' {
				return 0
			}
		}
	}
	return 0
}

// cueAfter looks for the first cue after an expression that opens its clause.
func (w *Worker) cueAfter(next int) int {
	for i := next; i < len(w.items) && i < next+reach; i++ {
		w.cue = i
		switch w.items[i].class {
		case cFuture:
			if w.fixed(i) {
				return -1
			}
			return 1
		case cPast, cVow:
			if w.wont(i) {
				return 1
			}
			if !w.spells(i-1, "be") && w.at(i-1) != cIs {
				return -1
			}
		case cIs:
			if w.at(i+1) == cTo || w.gerund(i+1) {
				return 1
			}
		case cClause:
			return 0
		case cMark:
			if r := w.items[i].val; r == ';' || r == ':' || r == '.' && !w.adjacent(i+1) {
				return 0
			}
		}
	}
	return 0
}

// habit reports whether a word of habit stands in the clause around items
// [first, next): "usually", "every year", "regularly".
func (w *Worker) habit(first, next int) bool {
	for i := first - 1; i >= 0 && i >= first-reach; i-- {
		if w.isMark(i, '.') || w.isMark(i, ';') {
			break
		}
		if w.at(i) == cHabit || w.at(i) == cEvery && w.isUnit(i+1, uYear) {
			return true
		}
	}
	for i := next; i < len(w.items) && i < next+reach; i++ {
		if w.isMark(i, '.') || w.isMark(i, ';') {
			break
		}
		if w.at(i) == cHabit || w.at(i) == cEvery && w.isUnit(i+1, uYear) {
			return true
		}
	}
	return false
}

// generic reports whether the clause is in the present and has neither a past
// nor a future: "it can get very cold in the winter".
func (w *Worker) generic(first, next int) bool {
	if w.direction(first, next) != 0 {
		return false
	}
	for i := first - 1; i >= 0 && i >= first-reach; i-- {
		if w.at(i) == cIs || w.spells(i, "can") || w.spells(i, "do") || w.spells(i, "does") {
			return true
		}
	}
	for i := next; i < len(w.items) && i < next+reach && !w.isMark(i, '.'); i++ {
		if w.at(i) == cIs || w.spells(i, "can") || w.spells(i, "do") || w.spells(i, "does") {
			return true
		}
	}
	return false
}

// fixed reports whether item i is "set" as what somebody has done: "a judge set bail",
// not "is set to" or "talks set for".
func (w *Worker) fixed(i int) bool {
	return w.spells(i, "set") && w.at(i-1) != cIs && !w.spells(i-1, "be") && w.at(i+1) != cTo && !w.spells(i+1, "for")
}

// wont reports whether "won't" stands at i.
func (w *Worker) wont(i int) bool {
	return w.spells(i, "won") && w.isMark(i+1, '\'') && w.spells(i+2, "t")
}

// gerund reports whether item i is a lower-case word in -ing.
func (w *Worker) gerund(i int) bool {
	if i >= len(w.items) || w.items[i].kind != kWord || w.items[i].flag&fCap != 0 {
		return false
	}
	s := w.text[w.items[i].start:w.items[i].end]
	return len(s) > 5 && s[len(s)-3:] == "ing"
}

// headline reports whether the infinitive after the "to" at item i is one that
// stands for a future, with a name before it: "Putin to visit China".
func (w *Worker) headline(i int) bool {
	if i < 1 || i+1 >= len(w.items) || w.items[i-1].kind != kWord || w.items[i-1].flag&fCap == 0 {
		return false
	}
	it := w.items[i+1]
	return ahead[w.text[it.start:it.end]]
}

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
