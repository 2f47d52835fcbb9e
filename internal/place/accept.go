package place

import (
	"unicode"

	entente "github.com/entente-news/entente"
)

// label returns the entity that covers the first word of m, and whether m is
// only a part of it.
func (w *Worker) label(m *mention) (entente.EntityType, bool) {
	for k := m.first; k < m.next; k++ {
		t := w.list[k].token
		if t < 0 || int(t) >= len(w.entityAt) || w.entityAt[t] < 0 {
			continue
		}
		e := &w.doc.Entities[w.entityAt[t]]
		part := e.Span.Start < int(w.list[m.first].start) && !w.small(e.Span.Start, int(w.list[m.first].start)) ||
			e.Span.End > int(w.list[m.next-1].end)+2 && !w.small(int(w.list[m.next-1].end), e.Span.End)
		return e.Type, part
	}
	return entente.EntityNone, false
}

// small reports whether the text between two offsets holds no capital: "the",
// "northern", "'s".
func (w *Worker) small(from, to int) bool {
	for _, r := range w.doc.Text[from:max(from, to)] {
		if unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// The evidence that a name is a place, in points; a mention with enough of
// them is accepted.
const (
	enough        = 2
	labelPoints   = 3  // the language model calls exactly this a place
	personPoints  = -4 // or the name of a person
	partPoints    = -2 // or a part of a longer place name
	prepPoints    = 2  // a preposition of place stands before it
	voicePoints   = 2  // other places of its division
	countryVoice  = 1  // other places of its country
	saidPoints    = 3  // the name itself says what it is: "Moore County"
	nounPoints    = 1  // police, officials, residents stand behind it
	namePoints    = -3 // a capitalised word stands next to it
	titlePoints   = -5 // a title of persons stands before it
	commonPoints  = -6 // it is a common word as well
	insidePoints  = 3  // but the name finder calls it a place, and "in" stands before it
	openerPoints  = -1 // it opens a sentence
	echoPoints    = 2  // the same name is surely a place elsewhere
	personElse    = -4 // the same name is a person's elsewhere
	surePoints    = 5
	bigTown       = 1_000_000
	big           = 100_000
	smallTown     = 15_000
	organisations = -1
	aliasEvidence = -2 // the name is not the main one of the entry
)

// weigh gives every mention its points.
func (w *Worker) weigh() {
	for i := range w.mentions {
		m := &w.mentions[i]
		if m.chosen == noRef {
			m.points = -100
			continue
		}
		m.entity, m.inEntity = w.label(m)
		m.points = w.evidence(m)
	}
	w.listen()
	for i := range w.mentions {
		m := &w.mentions[i]
		if m.solved || m.points <= -50 {
			continue
		}
		m.echo = w.echo(m)
	}
}

// evidence adds up what speaks for m and against it.
func (w *Worker) evidence(m *mention) int {
	e := w.g.entry(m.chosen)
	if m.behindComma || m.solved && !w.titled(m.first) || m.county || w.partyLabel(m.first) {
		return 2 * surePoints
	}
	s := fameEvidence(e) + w.labelEvidence(m, e)
	single := m.next == m.first+1
	if w.placePreposition(m.first) {
		s += prepPoints
	}
	if w.titled(m.first) && e.kind != kindDemonym {
		s += titlePoints
	}
	if single && common[w.keyText(m.first)] && !e.own && !(e.kind == kindDemonym && e.detail == "" && !w.capitalBehind(m)) {
		s += commonPoints
		if m.entity == entente.LOC && !m.inEntity && w.within(m) {
			s += insidePoints // "in Nice" is no judgement
		}
	}
	if single && direction[w.keyText(m.first)] || w.money(m) {
		s -= 2 * surePoints
	}
	if single && w.list[m.first].first && m.entity != entente.LOC && fameEvidence(e) < 3 && !w.seated(m) {
		s += openerPoints
	}
	if m.generic > 0 {
		s += nounPoints
	}
	if !single && generic[w.keyText(m.next-1)] { // "Moore County"
		s += saidPoints
	}
	if w.list[m.first].allCaps && w.list[m.next-1].allCaps && w.dateline(m) && w.list[m.next-1].end-w.list[m.first].start > 3 {
		s += surePoints
	}
	if fameEvidence(e) < 3 && !w.placePreposition(m.first) && w.speaks(m) {
		s += namePoints
	}
	if m.chosen >= 0 && !e.own && e.kind < kindAdmin1 && !w.exact(m, e) && !alike(string(w.nameKey), string(w.scratch)) {
		s += aliasEvidence
	}
	if w.seated(m) {
		s += heldPoints
	}
	s += w.neighbours(m, e)
	switch country, admin := w.voices(e); {
	case admin >= 2:
		s += voicePoints
	case country >= 2:
		s += countryVoice
	}
	return s
}

// speaks reports whether a verb follows m, so that it is rather a person's
// name than that of a small town.
func (w *Worker) speaks(m *mention) bool {
	if !w.linked(m.next) {
		return false
	}
	u := w.upos(m.next)
	return u == entente.VERB || u == entente.AUX || w.is(m.next, "said") || w.is(m.next, "says") || w.is(m.next, "told")
}

// capitalBehind reports whether a capitalised word follows m: "American
// Airlines".
func (w *Worker) capitalBehind(m *mention) bool {
	return w.linked(m.next) && w.list[m.next].capital
}

// partyLabel reports whether the letters of a party stand before word i, whose
// name is then where a lawmaker was elected: "D-Oakland", "R-Mo.".
func (w *Worker) partyLabel(i int) bool {
	return i > 0 && i < len(w.list) && w.list[i].before == gapHyphen && w.list[i-1].allCaps && parties[w.keyText(i-1)]
}

var parties = set("d r i dfl dem rep ind gop")

// money reports whether a currency sign follows m: "US$5".
func (w *Worker) money(m *mention) bool {
	end := int(w.list[m.next-1].end)
	return end < len(w.doc.Text) && w.doc.Text[end] == '$'
}

// fameEvidence is how likely the name is a place by itself.
func fameEvidence(e entry) int {
	if e.own {
		return 3
	}
	switch e.kind {
	case kindCountry, kindDemonym:
		return 4
	case kindAdmin1, kindRegion, kindCapital, kindFeature, kindArea:
		return 3
	case kindAdmin2:
		return 2
	}
	switch {
	case e.pop >= bigTown:
		return 3
	case e.pop >= big:
		return 2
	case e.pop >= smallTown:
		return 0
	}
	return -1
}

// labelEvidence is what the language model says.
func (w *Worker) labelEvidence(m *mention, e entry) int {
	switch m.entity {
	case entente.LOC:
		if !m.inEntity || w.compass(m) {
			return labelPoints
		}
		return partPoints
	case entente.PER:
		switch {
		case w.linked(m.next) && titles[w.keyText(m.next)]:
			return 0 // "US Secretary of State"
		case e.kind == kindDemonym, !m.inEntity && fameEvidence(e) >= 3:
			return -1
		case !m.inEntity && w.placePreposition(m.first):
			return w.bodyEvidence(m, partPoints)
		}
		return w.bodyEvidence(m, personPoints)
	case entente.ORG:
		return w.bodyEvidence(m, organisations)
	case entente.NORP:
		if e.kind == kindDemonym {
			return labelPoints
		}
		return 0
	}
	if u := w.upos(m.first); u != entente.UPOSNone && u != entente.PROPN && u != entente.ADJ {
		return partPoints
	}
	return 0
}

// neighbours judges the capitalised words next to m: institutions are named
// after places, other names are names of persons and things.
func (w *Worker) neighbours(m *mention, e entry) int {
	s := 0
	if k := m.first - 1; w.linked(m.first) && w.list[k].capital && !w.list[k].possessive {
		if key := w.keyText(k); !direction[key] && !institution[key] && !w.inMention(k) && (!w.list[k].first || !prepositions[key] && len(key) > 3 && w.upos(k) == entente.PROPN) && !prepositions[key] && key != "a" && key != "an" {
			s += namePoints
		}
	}
	if e.kind == kindDemonym || !w.linked(m.next) || w.list[m.next-1].possessive {
		return s
	}
	key := w.keyText(m.next)
	switch {
	case ways[key]:
		s += namePoints
	case institution[key] || generic[key]:
		s += nounPoints
	case w.list[m.next].capital && !w.inMention(m.next):
		if e.kind != kindCountry && e.kind != kindAdmin1 && e.kind != kindRegion {
			s += partPoints
		}
	}
	return s
}

// voices returns how many other names vote for the country and the division
// of e.
func (w *Worker) voices(e entry) (country, admin int) {
	if e.country != "" {
		country = w.votes[e.country] - 1
	}
	if e.admin1 != noAdmin {
		admin = w.adminVs[e.admin1] - 1
	}
	return country, admin
}

// listen gathers what the mentions of each name say for the others: surely a
// place, or a person.
func (w *Worker) listen() {
	clear(w.echoes)
	for i := range w.mentions {
		m := &w.mentions[i]
		switch {
		case m.points >= surePoints:
			w.echoes[m.name] = echoPoints
		case m.entity == entente.PER && (m.inEntity || w.titled(m.first)) && w.echoes[m.name] == 0:
			w.echoes[m.name] = personElse
		}
	}
}

// echo is what the same name elsewhere in the text says.
func (w *Worker) echo(m *mention) int {
	s := w.echoes[m.name]
	if s > 0 && m.points >= surePoints || s < 0 && fameEvidence(w.g.entry(m.chosen)) >= 3 {
		return 0
	}
	return s
}

// accept decides whether m is a place at all.
func (w *Worker) accept(m *mention) bool {
	return m.chosen != noRef && m.points+m.echo >= enough
}

// compass reports whether a LOC entity only adds a direction or a kind to m.
func (w *Worker) compass(m *mention) bool {
	t := w.list[m.first].token
	if t < 0 || w.entityAt[t] < 0 {
		return true
	}
	e := &w.doc.Entities[w.entityAt[t]]
	for k := m.first - 1; k >= 0 && int(w.list[k].start) >= e.Span.Start; k-- {
		if w.list[k].capital && !direction[w.keyText(k)] {
			return false
		}
	}
	for k := m.next; k < len(w.list) && int(w.list[k].end) <= e.Span.End; k++ {
		if key := w.keyText(k); institution[key] {
			break
		} else if w.list[k].capital && !generic[key] && !w.inMention(k) {
			return false
		}
	}
	return true
}

// inMention reports whether word k belongs to a mention.
func (w *Worker) inMention(k int) bool { return w.list[k].taken }

// direction are words that narrow a place down without naming another.
var direction = map[string]bool{
	"the": true, "north": true, "south": true, "east": true, "west": true, "northern": true, "southern": true, "eastern": true, "western": true, "central": true,
	"northeast": true, "northwest": true, "southeast": true, "southwest": true, "northeastern": true, "northwestern": true, "southeastern": true, "southwestern": true,
	"upper": true, "lower": true, "greater": true, "downtown": true, "occupied": true, "mainland": true, "rural": true, "inner": true, "outer": true, "city": true, "metro": true, "of": true,
}

// titled reports whether a title or a given name stands before word i.
func (w *Worker) titled(i int) bool { return w.linked(i) && titles[w.keyText(i-1)] }

// titles stand before names of persons.
var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "sir": true, "lord": true, "lady": true, "president": true, "minister": true, "senator": true, "sen": true, "rep": true,
	"gov": true, "governor": true, "judge": true, "justice": true, "general": true, "gen": true, "colonel": true, "col": true, "captain": true, "capt": true, "sergeant": true, "sgt": true,
	"lieutenant": true, "lt": true, "officer": true, "detective": true, "professor": true, "prof": true, "king": true, "queen": true, "prince": true, "princess": true, "pope": true, "rev": true, "attorney": true, "coach": true, "chancellor": true, "secretary": true,
	"mayor": true, "sheriff": true, "chief": true, "councilman": true, "councilwoman": true, "councillor": true, "alderman": true, "selectman": true, "commissioner": true,
	"superintendent": true, "deputy": true, "trooper": true, "investigator": true, "ambassador": true, "congressman": true, "congresswoman": true, "premier": true,
}

// institution are words of the names of bodies that bear the name of a place,
// and words for its people.
var institution = set("public police university college school schools department hospital district board court council fire independent national international airport high medical chamber area office sheriff state elementary middle community church museum library " +
	"park center centre post times news herald bureau authority commission committee association society government officials residents citizens resident man woman men women native city town village port metropolitan metro suburb historic legislature lawmakers senate house division supreme federal central regional municipal security ministry forces army troops soldiers navy border " +
	"mayor councilman councilwoman councillor councilor alderman aldermen selectman selectmen sheriff chief attorney prosecutor investigator detective superintendent commissioner commissioners democrat democrats republican republicans township twp voters firefighters deputies lawyer resident native teen teenager couple")

// ways are the words behind the names of streets, which are no places of that
// name.
var ways = set("street st road rd avenue ave drive lane highway boulevard blvd court square bridge")

// common are words and names of other things that towns are called as well.
var common = set("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday " +
	"north south east west northern southern eastern western central northeast northwest southeast southwest street avenue road drive lane court place city town village county state district center centre " +
	"union hall park hill lake river church school police board house senate congress university college academy bank post star sun times news independence liberty freedom hope enterprise progress commerce industry energy media mobile reading bath nice split deal sale battle wells rugby flint " +
	"republic federal national international american general major captain king queen prince justice law order peace war victory battle bishop pope christian christ god lord bible grace faith trinity " +
	"children people man men woman women girl boy mother father son baby family home black white green brown gray grey red blue gold silver rose lily iris ivy jade ruby pearl amber " +
	"spring summer winter fall autumn easter christmas sunday valley bay island beach spring springs mountain forest wood woods field fields garden gardens heights ridge point bridge ford mill mills " +
	"the of and this that these those who what when where why how same most many some all one two three four five six seven eight nine ten first second third new old good best big long short high low well " +
	"ms mr mrs dr sir san santa saint los las el la le de da do di du von van bin ibn al " +
	"swat hamas fatah taliban bird swine cholera ebola police army navy force team club league cup game series media radio facebook twitter google amazon apple internet " +
	"holiday sandwich hamburger wall moon sun earth mars venus jupiter eva anna maria martin george james john david paul peter thomas charles henry william robert richard edward francis joseph michael daniel samuel victor vincent " +
	"moore clark lincoln jackson johnson taylor wilson webb perry grant warren gordon clinton carter harrison hudson tyler douglas wallace marshall howard mason parker baker fisher walker cooper butler porter turner ward watson woods bush obama biden trump putin modi " +
	"nelson norman curtis harvey homer milton byron marion stanley stewart sherman sheridan allen alan bradley craig dale dean glen kent kirk lance troy wayne carson dayton logan preston spencer chester clayton clinton lens best dole chin mon hurricane storm light lot tour wink orient emerald diamond bell hunter archer sailor pilot rocket delta omega alpha beta falcon eagle hawk lion tiger bear wolf fox parliament congress capitol palace castle tower temple mosque shrine abbey cathedral chapel")

// set makes a set of words separated by blanks.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for rest := words; rest != ""; {
		w := rest
		for i := range rest {
			if rest[i] == ' ' {
				w = rest[:i]
				break
			}
		}
		m[w] = true
		rest = rest[min(len(w)+1, len(rest)):]
	}
	return m
}

// prepositions are those that a place stands behind.
var prepositions = map[string]bool{
	"in": true, "at": true, "near": true, "from": true, "to": true, "of": true, "into": true, "outside": true, "inside": true, "around": true, "across": true, "through": true, "toward": true, "towards": true,
	"throughout": true, "within": true, "over": true, "on": true, "between": true, "north": true, "south": true, "east": true, "west": true, "off": true, "along": true, "via": true, "below": true, "above": true, "beyond": true, "past": true, "behind": true, "visit": true, "visited": true, "leaves": true, "left": true, "reached": true, "entered": true,
}

// placePreposition reports whether a preposition of place stands before word
// i, directions and articles between them allowed.
func (w *Worker) placePreposition(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4 && w.list[k+1].before == gapBlank; k-- {
		key := w.keyText(k)
		if prepositions[key] {
			return true
		}
		if !direction[key] && key != "nearby" && key != "and" && key != "city" && key != "town" && key != "village" && key != "port" && key != "capital" {
			return false
		}
	}
	return false
}
