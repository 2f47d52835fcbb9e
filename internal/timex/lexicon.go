package timex

// class is the part that a word plays in the grammar.
type class uint8

// The classes.
const (
	cNone      class = iota
	cMonth           // val 1..12
	cWeekday         // val 0..6, Sunday is 0
	cNumber          // val: cardinal
	cOrdinal         // val: ordinal
	cUnit            // val: unit
	cPart            // val: part of the day
	cLast            // last, past, previous, recent
	cNext            // next, coming, following
	cThis            // this, current
	cSame            // same, that
	cAgo             // ago
	cEarlier         // earlier, before, previously
	cLater           // later, after, afterwards
	cDay             // val: days from the document's, today is 0
	cTonight         // tonight
	cOvernight       // overnight
	cNow             // now, currently
	cThe             // the
	cA               // a, an
	cPrep            // in, on, at and others
	cSince           // since, from
	cUntil           // until, till, through
	cBy              // by
	cTo              // to
	cBetween         // between
	cAnd             // and, or
	cOf              // of
	cEarly           // early, beginning, start
	cMid             // mid, middle
	cLate            // late, end
	cEvery           // every, each
	cOften           // val: unit; daily, weekly
	cSeason          // val 0..3, spring is 0
	cFiscal          // fiscal, financial
	cApprox          // about, around, nearly
	cMore            // more, less, fewer
	cThan            // than
	cFew             // few, several: an unknown count
	cCouple          // couple, pair
	cHalf            // half
	cAm              // am, pm: val 0 or 12
	cZone            // val: minutes east of UTC, or zoneEast and the like
	cHours           // hrs, hours after a clock
	cDecade          // nineties: val 90
	cCentury         // century, centuries
	cFuture          // a cue of the future
	cPast            // a cue of the past
	cVow             // agreed, threatened: ahead with "to", else past
	cIs              // is, are
	cHoliday         // opens the name of a holiday; val: row of holidays
	cClause          // opens another clause
	cAge             // aged, old
	cQ               // q1..q4 when adjacent to a digit
	cLong            // long, straight: after a duration
	cMark            // a mark
	cCounted         // nouns that are counted: people, troops
	cTimes           // once, twice
	cAll             // all, another: before a unit
	cHabit           // usually, regularly
	cEra             // val: 1 for AD and CE, -1 for BC and BCE
	cName            // follows a year in names of things that are no dates
)

// unit is a length of time.
type unit uint8

// The units, from short to long.
const (
	uNone unit = iota
	uSecond
	uMinute
	uHour
	uDay
	uWeekend
	uWeek
	uFortnight
	uMonth
	uQuarter
	uSeason
	uHalf
	uYear
	uDecade
	uCentury
)

// Zones whose distance from UTC hangs on the date: the four of the United
// States.
const (
	zoneEast int16 = 2000 + iota
	zoneCentral
	zoneMountain
	zonePacific
)

// parts are the TIMEX3 codes of the parts of the day, by the value of cPart.
var parts = [...]string{"", "MO", "AF", "EV", "NI", "DT", "T12:00", "T00:00", "MO"}

// flag is what the lexicon demands of a word, or what the lexer saw.
type flag uint16

// The flags.
const (
	fCap     flag = 1 << iota // capitalised; in the lexicon: only if capitalised
	fSpace                    // white space before
	fAbbr                     // an abbreviation that may carry a full stop
	fAmbig                    // also a given name, a verb or a common noun
	fOrdinal                  // a number with st, nd, rd, th
	fComma                    // a number with a thousands comma
	fPlural                   // Mondays, summers
	fTerm                     // sets a term: "gave them until Friday"
	fLower                    // only in lower case; in an item: a month or weekday but for its lower case
)

// entry is a word of the lexicon.
type entry struct {
	class class
	val   int16
	flag  flag
}

// lexicon maps lower-case words to their entries.
var lexicon = buildLexicon()

// group is a run of words with one entry; their values count up from val by
// step.
type group struct {
	words string // separated by blanks
	entry entry
	step  int16
}

func buildLexicon() map[string]entry {
	m := make(map[string]entry, 900)
	for _, gs := range [...][]group{calendarWords, numberWords, unitWords, functionWords, cueWords} {
		for _, g := range gs {
			v := g.entry.val
			for rest := g.words; rest != ""; {
				w := rest
				for i := range rest {
					if rest[i] == ' ' {
						w = rest[:i]
						break
					}
				}
				rest = rest[min(len(w)+1, len(rest)):]
				m[w] = entry{g.entry.class, v, g.entry.flag}
				v += g.step
			}
		}
	}
	for _, word := range termWords {
		e, ok := m[word]
		if !ok && word[len(word)-1] == 'd' {
			e.class = cPast
		}
		e.flag |= fTerm
		m[word] = e
	}
	for i, h := range holidays {
		if _, taken := m[h.words[0]]; !taken {
			m[h.words[0]] = entry{cHoliday, int16(i), fCap} //nolint:gosec // a short table
		}
	}
	return m
}

var calendarWords = []group{
	{"january february", entry{cMonth, 1, fCap}, 1},
	{"march april may june", entry{cMonth, 3, fCap | fAmbig}, 1},
	{"july", entry{cMonth, 7, fCap}, 1},
	{"august", entry{cMonth, 8, fCap | fAmbig}, 1},
	{"september october november december", entry{cMonth, 9, fCap}, 1},
	{"jan feb mar apr", entry{cMonth, 1, fCap | fAbbr}, 1},
	{"jun jul aug sep oct nov dec", entry{cMonth, 6, fCap | fAbbr}, 1},
	{"sept", entry{cMonth, 9, fCap | fAbbr}, 0},
	{"sunday monday tuesday wednesday thursday friday saturday", entry{cWeekday, 0, fCap}, 1},
	{"sundays mondays tuesdays wednesdays thursdays fridays saturdays", entry{cWeekday, 0, fCap | fPlural}, 1},
	{"sun mon tue wed thu fri sat", entry{cWeekday, 0, fCap | fAbbr}, 1},
	{"tues", entry{cWeekday, 2, fCap | fAbbr}, 0},
	{"thur thurs", entry{cWeekday, 4, fCap | fAbbr}, 0},
	{"spring summer autumn winter", entry{cSeason, 0, 0}, 1},
	{"springs summers autumns winters", entry{cSeason, 0, fPlural}, 1},
	{"fall", entry{cSeason, 2, fAmbig}, 0},
	{"springtime summertime", entry{cSeason, 0, 0}, 1},
	{"wintertime", entry{cSeason, 3, 0}, 0},
	{"twenties thirties forties fifties sixties seventies eighties nineties", entry{cDecade, 20, 0}, 10},
	{"q", entry{cQ, 0, 0}, 0},
	{"ad ce", entry{cEra, 1, fCap}, 0},
	{"bc bce", entry{cEra, -1, fCap}, 0},
	{"century centuries", entry{cCentury, 0, 0}, 0},
	{"gmt utc", entry{cZone, 0, fCap}, 0},
	{"bst cet", entry{cZone, 60, fCap}, 0},
	{"cest eet", entry{cZone, 120, fCap}, 0},
	{"eest msk", entry{cZone, 180, fCap}, 0},
	{"akst akdt", entry{cZone, -540, fCap}, 60},
	{"aest aedt", entry{cZone, 600, fCap}, 60},
	{"jst kst", entry{cZone, 540, fCap}, 0},
	{"est cst mst pst", entry{cZone, -300, fCap}, -60},
	{"edt cdt mdt pdt", entry{cZone, -240, fCap}, -60},
	{"et", entry{cZone, zoneEast, fCap}, 0},
	{"pt", entry{cZone, zonePacific, fCap}, 0},
}

var numberWords = []group{
	{"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty", entry{cNumber, 1, 0}, 1},
	{"thirty forty fifty sixty seventy eighty ninety hundred", entry{cNumber, 30, 0}, 10},
	{"thousand million billion", entry{cNumber, 1000, 0}, 1000},
	{"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", entry{cOrdinal, 1, 0}, 1},
	{"thirtieth", entry{cOrdinal, 30, 0}, 0},
	{"few several some many dozen dozens hundreds numerous", entry{cFew, 0, 0}, 0},
	{"couple pair", entry{cCouple, 2, 0}, 0},
	{"half", entry{cHalf, 0, 0}, 0},
}

var unitWords = []group{
	{"seconds sec secs", entry{cUnit, int16(uSecond), 0}, 0},
	{"minute minutes min mins", entry{cUnit, int16(uMinute), 0}, 0},
	{"hour hours hr hrs h", entry{cUnit, int16(uHour), 0}, 0},
	{"day days", entry{cUnit, int16(uDay), 0}, 0},
	{"weekend weekends", entry{cUnit, int16(uWeekend), 0}, 0},
	{"week weeks weeklong", entry{cUnit, int16(uWeek), 0}, 0},
	{"fortnight fortnights", entry{cUnit, int16(uFortnight), 0}, 0},
	{"month months monthlong", entry{cUnit, int16(uMonth), 0}, 0},
	{"quarter quarters", entry{cUnit, int16(uQuarter), 0}, 0},
	{"year years yearlong yr yrs", entry{cUnit, int16(uYear), 0}, 0},
	{"decade decades", entry{cUnit, int16(uDecade), 0}, 0},
	{"everyday", entry{cOften, int16(uDay), fLower}, 0},
	{"once twice", entry{cTimes, 0, 0}, 0},
	{"all another", entry{cAll, 0, fLower}, 0},
	{"daily nightly", entry{cOften, int16(uDay), fLower}, 0},
	{"hourly", entry{cOften, int16(uHour), fLower}, 0},
	{"weekly", entry{cOften, int16(uWeek), fLower}, 0},
	{"fortnightly", entry{cOften, int16(uFortnight), fLower}, 0},
	{"monthly", entry{cOften, int16(uMonth), fLower}, 0},
	{"quarterly", entry{cOften, int16(uQuarter), fLower}, 0},
	{"yearly annually", entry{cOften, int16(uYear), fLower}, 0},
	{"morning afternoon evening night daytime noon midnight dawn", entry{cPart, 1, 0}, 1},
	{"mornings afternoons evenings nights", entry{cPart, 1, fPlural}, 1},
	{"midday", entry{cPart, 6, 0}, 0},
	{"dusk", entry{cPart, 3, 0}, 0},
	{"daybreak sunrise", entry{cPart, 1, 0}, 0},
	{"am pm", entry{cAm, 0, 0}, 12},
	{"a p", entry{cAm, 0, 0}, 12},
}

var functionWords = []group{
	{"last past previous preceding", entry{cLast, 0, 0}, 0},
	{"next coming following upcoming subsequent", entry{cNext, 0, 0}, 0},
	{"this current", entry{cThis, 0, 0}, 0},
	{"same that", entry{cSame, 0, 0}, 0},
	{"ago", entry{cAgo, 0, 0}, 0},
	{"earlier before previously prior beforehand", entry{cEarlier, 0, 0}, 0},
	{"later after afterward afterwards", entry{cLater, 0, 0}, 0},
	{"today", entry{cDay, 0, 0}, 0},
	{"yesterday", entry{cDay, -1, 0}, 0},
	{"tomorrow", entry{cDay, 1, 0}, 0},
	{"tonight", entry{cTonight, 0, 0}, 0},
	{"overnight", entry{cOvernight, 0, 0}, 0},
	{"now", entry{cNow, 0, 0}, 0},
	{"the", entry{cThe, 0, 0}, 0},
	{"an", entry{cA, 1, 0}, 0},
	{"a", entry{cA, 1, 0}, 0},
	{"at", entry{cPrep, 1, 0}, 0},
	{"in on during throughout within over for into circa", entry{cPrep, 0, 0}, 0},
	{"since from", entry{cSince, 0, 0}, 0},
	{"until till through", entry{cUntil, 0, 0}, 0},
	{"by", entry{cBy, 0, 0}, 0},
	{"to", entry{cTo, 0, 0}, 0},
	{"between", entry{cBetween, 0, 0}, 0},
	{"and or", entry{cAnd, 0, 0}, 0},
	{"of", entry{cOf, 0, 0}, 0},
	{"early beginning start", entry{cEarly, 0, 0}, 0},
	{"mid middle", entry{cMid, 0, 0}, 0},
	{"late end close", entry{cLate, 0, 0}, 0},
	{"every each per", entry{cEvery, 0, 0}, 0},
	{"fiscal financial", entry{cFiscal, 0, 0}, 0},
	{"about approximately nearly almost roughly around just only exactly", entry{cApprox, 0, 0}, 0},
	{"more less fewer", entry{cMore, 0, 0}, 0},
	{"than", entry{cThan, 0, 0}, 0},
	{"aged age old", entry{cAge, 0, 0}, 0},
	{"long straight consecutive", entry{cLong, 0, 0}, 0},
	{"people troops soldiers men women children civilians families homes houses protesters refugees migrants workers jobs cases deaths dollars euros pounds rubles roubles rupees yuan yen votes square km kilometers kilometres miles meters metres tons tonnes feet megawatts barrels police officers prisoners fighters militants members", entry{cCounted, 0, 0}, 0},
}
