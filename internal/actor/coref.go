package actor

import "github.com/entente-news/entente"

// Coreference as news needs it. Three things are remembered of a document: the
// persons by surname, the short forms defined in brackets, and which mention
// stood where. A pronoun takes the most salient mention that fits: the one
// before the verb of its own clause's sentence, then of the sentence before
// (recency and grammatical role, after Lappin and Leass, 1994, without their
// weights). Where two persons compete, the mention says that it is ambiguous.
type coref struct {
	surnames map[string]int32         // last word of a person's name -> mention
	aliases  map[string]entente.Actor // short form made in the text
	starts   [3]int                   // first mention of this sentence, of the one before, of the one before that
}

func newCoref() coref {
	return coref{surnames: map[string]int32{}, aliases: map[string]entente.Actor{}}
}

func (c *coref) reset() {
	clear(c.surnames)
	clear(c.aliases)
	c.starts = [3]int{}
}

// sentence begins a sentence whose first mention is the nth.
func (c *coref) sentence(n int) { c.starts = [3]int{n, c.starts[0], c.starts[1]} }

func (c *coref) alias(s string) (entente.Actor, bool) {
	if len(c.aliases) == 0 {
		return entente.Actor{}, false
	}
	a, ok := c.aliases[s]
	return a, ok
}

// remember notes the mention just made for what refers back to it, and joins
// an apposition to what it explains.
func (w *Worker) remember(p *phrase, end int) {
	n := len(w.d.Mentions) - 1
	w.appose(p, n, end)
	if p.person >= 0 {
		w.coref.surnames[w.text(p.personEnd-1)] = int32(n)
		if p.personEnd-p.person > 1 && familyNameFirst(w.d.Mentions[n].Actor.Country) {
			w.coref.surnames[w.text(p.person)] = int32(n)
		}
	}
	w.define(end)
}

// familyNameFirst reports whether the family name stands first in the names of
// a country, so that the first word is the one that is repeated.
func familyNameFirst(country string) bool {
	switch country {
	case "CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "KHM":
		return true
	}
	return false
}

// define reads "(XYZ)" behind the last mention as its short form.
func (w *Worker) define(end int) {
	m := &w.d.Mentions[len(w.d.Mentions)-1]
	k := m.Last
	if w.is(k, end, "(") && k+2 < end && w.is(k+2, end, ")") {
		if s := w.text(k + 1); len(s) >= 2 && len(s) <= 8 && allCapitals(s) && w.marks[k+1].entry == 0 && w.abbreviates(s, m) {
			w.coref.aliases[s] = m.Actor
		}
	}
}

// abbreviates reports whether the letters of s stand in that order in m, from
// the beginning of one of its words on.
func (w *Worker) abbreviates(s string, m *entente.Mention) bool {
	for i := m.First; i < m.Last; i++ {
		rest := w.span(i, m.Last).In(w.d.Text)
		if rest == "" || rest[0] != s[0] {
			continue
		}
		k := 0
		for j := 0; j < len(rest) && k < len(s); j++ {
			if c := rest[j]; c == s[k] || 'a' <= c && c <= 'z' && c-'a'+'A' == s[k] {
				k++
			}
		}
		if k == len(s) {
			return true
		}
	}
	return false
}

// appose joins a title to the name that a comma parts it from: "Jane Doe,
// Kenya's trade minister", "Kenya's trade minister, Jane Doe".
func (w *Worker) appose(p *phrase, n, end int) {
	if n == 0 {
		return
	}
	m, before := &w.d.Mentions[n], &w.d.Mentions[n-1]
	if !w.apposed(before.Last, m.First) || len(m.Members) > 0 {
		return
	}
	title := p.noun >= 0 && p.person < 0 && w.singlePerson(p.noun)
	switch {
	case title && before.Kind == entente.MentionName && w.isPersonMention(before):
		if before.Actor.Country == "" && before.Actor.Org == "" && before.Actor.Group == "" {
			name, span := before.Actor.Name, before.Actor.Span
			before.Actor = m.Actor
			before.Actor.Name, before.Actor.Span, before.Actor.Wikidata = name, span, ""
			before.Former = m.Former
			before.Why = join(m.Why, "apposition")
		}
		m.Actor.Name, m.Actor.Wikidata = before.Actor.Name, before.Actor.Wikidata
		if m.Actor.Inferred && before.Actor.Country != "" {
			m.Actor.Country, m.Actor.Inferred = before.Actor.Country, before.Actor.Inferred
		}
	case p.person >= 0 && (p.noun < 0 || p.known >= 0) && before.Kind == entente.MentionNoun && (w.titleMention(before) || p.known < 0 && p.nowners == 0 && w.isSomebody(before)) && before.Last-before.Head < 4 && !w.pluralHead(before):
		if p.known < 0 && p.noun < 0 && p.nowners == 0 {
			name, span := m.Actor.Name, m.Actor.Span
			m.Actor = before.Actor
			m.Actor.Name, m.Actor.Span, m.Actor.Wikidata = name, span, ""
			m.Former, m.Why = before.Former, join(before.Why, "apposition")
		} else if p.known >= 0 && (before.Actor.Inferred || before.Actor.Country == "" && before.Actor.Org == "") && m.Actor.Country != "" {
			before.Actor.Country, before.Actor.Inferred = m.Actor.Country, false
		}
		if p.known < 0 || m.Actor.Country == before.Actor.Country {
			before.Actor.Name, before.Actor.Wikidata = m.Actor.Name, m.Actor.Wikidata
		}
	}
}

// titleMention reports whether a noun mention may be somebody's title: it has
// an office, or its head speaks of one person of a country.
func (w *Worker) titleMention(m *entente.Mention) bool {
	if m.Actor.Role != "" {
		return true
	}
	for j := m.First; j <= m.Head; j++ {
		if n := &w.marks[j]; n.noun != 0 && int(n.nounEnd) == m.Head+1 && w.singlePerson(n.noun-1) {
			return m.Actor.Country != "" && !m.Actor.Inferred
		}
	}
	return false
}

// apposed reports whether a comma, with at most an age and an article behind
// it, is all that stands between tokens from and to.
func (w *Worker) apposed(from, to int) bool {
	if from >= to || !w.is(from, to, ",") {
		return false
	}
	for i := from + 1; i < to; i++ {
		switch w.d.Tokens[i].UPOS {
		case entente.DET, entente.NUM, entente.ADJ:
		case entente.PUNCT:
			if !w.is(i, to, ",") || w.d.Tokens[i-1].UPOS != entente.NUM {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// singlePerson reports whether an agent noun speaks of one person.
func (w *Worker) singlePerson(noun int32) bool {
	a := &w.t.agents[noun]
	return !a.plural && (a.kind == agentOffice || a.kind == agentPerson)
}

// isPersonMention reports whether m names a person.
func (w *Worker) isPersonMention(m *entente.Mention) bool {
	if m.Actor.Role != "" || m.Actor.Sector == entente.ELI {
		return true
	}
	if f := &w.marks[m.First]; f.entry != 0 && int(f.end) == m.Last && w.t.entries[f.entry-1].readings[0].person < 0 {
		return false // a party of the tables, whatever the names say
	}
	at, ok := w.coref.surnames[w.text(m.Last-1)]
	return ok && &w.d.Mentions[at] == m || w.entityType(m.Head) == entente.PER
}

// pluralHead reports whether the head of m is a plural noun.
func (w *Worker) pluralHead(m *entente.Mention) bool {
	switch w.d.Tokens[m.Head].XPOS {
	case "NNS", "NNPS":
		return true
	}
	return false
}

// sameName looks for an earlier mention of the person of p by the surname and
// makes p stand for the same one. It reports whether there is any.
func (w *Worker) sameName(p *phrase) bool {
	at, ok := w.coref.surnames[w.text(p.personEnd-1)]
	if !ok || p.noun >= 0 && p.nowners > 0 {
		return false
	}
	m := &w.d.Mentions[at]
	if p.personEnd-p.person > 1 && !isHonorific(w.text(p.person)) && w.text(m.Head) != w.text(p.person) {
		return false // another first name
	}
	if m.Actor.Name == "" || p.noun >= 0 && m.Actor.Country == "" {
		return false
	}
	p.same = at
	return true
}

// personBefore reports whether the word at token i, which names a state or a
// capital, is the surname of somebody told of before, and no place here.
func (w *Worker) personBefore(i int) bool {
	if len(w.coref.surnames) == 0 || w.entityType(i) == entente.LOC || w.locative(i) {
		return false
	}
	at, ok := w.coref.surnames[w.text(i)]
	return ok && w.d.Mentions[at].Last-w.d.Mentions[at].First > 1
}

// coreferent resolves a pronoun or a bare surname at token i and returns the
// token after it, i when there is nothing to resolve.
func (w *Worker) coreferent(i, end int) int {
	t := &w.d.Tokens[i]
	switch t.UPOS {
	case entente.PROPN:
		if k := w.twinsAt(i); k > i {
			return k
		}
		if k := w.korea(i, end); k > i {
			return k
		}
		return w.surname(i, end)
	case entente.PRON, entente.DET, entente.CCONJ:
		if k := w.pronoun(i, end); k > i {
			return k
		}
		return w.elided(i, end)
	case entente.NOUN, entente.ADJ, entente.NUM:
		if k := w.several(i, end); k > i {
			return k
		}
		if k := w.elided(i, end); k > i {
			return k
		}
		return w.counted(i, end)
	}
	return i
}

// surname resolves the name of a person told of before, or a short form.
func (w *Worker) surname(i, end int) int {
	s := w.text(i)
	if a, ok := w.coref.alias(s); ok {
		w.add(entente.Mention{Kind: entente.MentionName, First: i, Last: i + 1, Head: i, Actor: a, Antecedent: a.Span, Why: "short form made in the text"})
		return i + 1
	}
	if len(w.coref.surnames) == 0 {
		return i
	}
	at, ok := w.coref.surnames[s]
	if !ok {
		return i
	}
	if w.upos(i+1, end) == entente.PROPN && w.glueless(i) && w.marks[i+1].noun == 0 || w.entityType(i) == entente.ORG || w.entityType(i) == entente.LOC {
		return i
	}
	if i > w.d.Sentences[w.sentence].First && w.d.Tokens[i-1].UPOS == entente.PROPN && w.capitalisedName(i-1) && !isHonorific(w.text(i-1)) {
		return i
	}
	m := w.d.Mentions[at]
	if n := w.administration(i, i+1, end, m.Actor.Country, m.Why); n > i+1 {
		return n
	}
	w.add(entente.Mention{Kind: entente.MentionName, First: i, Last: i + 1, Head: i, Actor: m.Actor, Former: m.Former, Ambiguous: m.Ambiguous,
		Antecedent: m.Actor.Span, Why: join(m.Why, "same name before")})
	w.coref.surnames[s] = int32(len(w.d.Mentions) - 1)
	return i + 1
}

// pronoun resolves he, she, it, they and their forms.
func (w *Worker) pronoun(i, end int) int {
	s := w.text(i)
	if len(s) > 6 {
		return i
	}
	var at int
	var unsure bool
	switch {
	case oneOf(s, "he", "him", "his", "himself"), oneOf(s, "she", "her", "hers"):
		if at, unsure = w.antecedent(i, w.isOnePerson); at < 0 {
			at, unsure = w.antecedent(i, w.isSomebody)
		}
	case oneOf(s, "they", "them", "their", "theirs"):
		if at, unsure = w.antecedent(i, w.isSeveral); at < w.coref.starts[0] {
			if members := w.coordinated(); members != nil {
				w.add(entente.Mention{Kind: entente.MentionPronoun, First: i, Last: i + 1, Head: i, Members: members, Why: "the parties told of before"})
				return i + 1
			}
		}
	case oneOf(s, "it", "its", "itself"):
		if u := w.upos(i+1, end); equalFold(s, "it") && !w.toldIt(i) && (u != entente.VERB && u != entente.AUX && u != entente.ADV || w.expletive(i, end)) {
			return i // an object is more often a thing
		}
		at, unsure = w.antecedent(i, w.isCollective)
	case oneOf(s, "both", "each", "all", "either", "neither"):
		return w.several(i, end)
	default:
		return i
	}
	if at < 0 {
		return i
	}
	m := w.d.Mentions[at]
	w.add(entente.Mention{Kind: entente.MentionPronoun, First: i, Last: i + 1, Head: i, Actor: m.Actor, Members: m.Members, Former: m.Former, Antecedent: m.Actor.Span,
		Ambiguous: unsure || m.Ambiguous, Why: join(m.Why, "pronoun")})
	return w.ownCountry(i, end, &m)
}

// ownCountry reads "country" behind the possessive at token i, which stands for m, as
// the state that m is of, and returns the token after what was read.
func (w *Worker) ownCountry(i, end int, m *entente.Mention) int {
	if !oneOf(w.text(i), "his", "her", "their", "its") || !oneOf(w.textOr(i+1, end), "country", "nation", "homeland") || len(m.Members) > 0 || w.possessiveAt(i+2, end) {
		return i + 1
	}
	state, ok := w.t.codes[m.Actor.Country]
	if !ok {
		return i + 1
	}
	pt := &w.t.parties[state]
	w.add(entente.Mention{Kind: entente.MentionPronoun, First: i + 1, Last: i + 2, Head: i + 1, Actor: partyActor(pt), Ambiguous: m.Ambiguous, Antecedent: m.Actor.Span,
		Why: join(pt.why, "pronoun")})
	return i + 2
}

// toldIt reports whether "it" at token i is the object of a verb that only
// somebody can be the object of: "accused it of treason".
func (w *Worker) toldIt(i int) bool {
	if i == w.d.Sentences[w.sentence].First || w.d.Tokens[i-1].UPOS != entente.VERB {
		return false
	}
	switch w.d.Tokens[i-1].Lemma {
	case "tell", "ask", "urge", "warn", "press", "accuse", "blame", "thank", "assure", "remind", "inform", "beg", "implore", "entreat", "sue", "petition", "lobby", "persuade",
		"congratulate", "advise", "menace", "threaten", "summon", "fault", "chide", "suspect":
		return true
	}
	return false
}

func oneOf(s string, words ...string) bool {
	for _, o := range words {
		if equalFold(s, o) {
			return true
		}
	}
	return false
}
