package brief

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
)

// Where outlets are at home, and what they call the same thing.

// countries counts the outlets of the reports by country, nil when nobody knows
// where outlets are.
func (m *material) countries(home func(outlet string) string) []entente.CountryOutlets {
	if home == nil {
		return nil
	}
	seen, count := map[string]bool{}, map[string]int{}
	var names []string
	for _, d := range m.docs {
		if seen[outlet(d)] {
			continue
		}
		seen[outlet(d)] = true
		c := ""
		if d.Publisher != "" {
			c = home(d.Publisher)
		}
		if count[c] == 0 {
			names = append(names, c)
		}
		count[c]++
	}
	slices.SortFunc(names, func(a, b string) int {
		if (a == "") != (b == "") {
			return cmp.Compare(len(b), len(a))
		}
		return cmp.Or(count[b]-count[a], strings.Compare(a, b))
	})
	out := make([]entente.CountryOutlets, len(names))
	for i, c := range names {
		out[i] = entente.CountryOutlets{Country: c, Outlets: count[c]}
	}
	return out
}

const (
	maxNamings = 2 // events whose names are compared
	maxNames   = 3 // outlets in one comparison
)

// word is what an outlet calls a thing.
type word struct {
	text, lemma string
	from        report
}

// naming tells where outlets have different words for one event: for what was
// done, or for a party that none of them names. Only events that the archive takes
// for one are compared, and only deeds.
func (p *plan) naming() []entente.BriefSentence {
	var out []entente.BriefSentence
	for _, f := range p.facts {
		if len(out) == maxNamings {
			break
		}
		e := f.ev()
		q := e.Root.Quad()
		if f.anchor != nil || f.independent() < 2 || q != entente.MaterialCooperation && q != entente.MaterialConflict || p.of.merged[e.ID].merged == "" {
			continue
		}
		for _, side := range []struct {
			word func(report) (word, bool)
			one  func(a, b report) bool
		}{{recipientWord, oneDeed}, {actorWord, oneDeed}, {deedWord, agree}} {
			if s, ok := f.compare(side.word, side.one); ok && len(out) < maxNamings {
				out = append(out, s)
				break
			}
		}
	}
	return out
}

// oneDeed reports whether two tellings have one word for what was done, so that
// other words for a party are for the same party.
func oneDeed(a, b report) bool {
	x, y := tokenOf(a.doc, a.ev.Trigger), tokenOf(b.doc, b.ev.Trigger)
	return x != nil && y != nil && x.Lemma == y.Lemma && x.Lemma != ""
}

// compare puts the words of different outlets for one side of an event beside each
// other, where two tellings are one beyond the archive's word for it; false when
// all use one word.
func (f *fact) compare(side func(report) (word, bool), same func(a, b report) bool) (entente.BriefSentence, bool) {
	var words []word
	outlets := map[string]bool{}
	one := f.plan.of.merged[f.ev().ID].merged
	for _, r := range f.reports {
		w, ok := side(r)
		if !ok || r.doc.Publisher == "" || outlets[r.doc.Publisher] || f.plan.of.merged[r.ev.ID].merged != one || !same(f.reports[0], r) || r.ev.Mode != f.ev().Mode ||
			len(words) == maxNames || slices.ContainsFunc(words, func(x word) bool { return x.lemma == w.lemma }) {
			continue
		}
		outlets[r.doc.Publisher] = true
		words = append(words, w)
	}
	if len(words) < 2 {
		return entente.BriefSentence{}, false
	}
	var parts []string
	out := entente.BriefSentence{Kind: "computed"}
	for _, w := range words {
		parts = append(parts, outlet(w.from.doc)+" writes “"+w.text+"”")
		out.Sources = append(out.Sources, entente.BriefSource{Doc: w.from.doc.ID, Publisher: w.from.doc.Publisher, Span: w.from.span()})
	}
	out.Text = "Of one event, " + strings.Join(parts, ", ") + "."
	return out, len(strings.Fields(out.Text)) <= maxSentence
}

// deedWord is the word of a report for what was done, without verbs that say
// nothing by themselves.
func deedWord(r report) (word, bool) {
	t := tokenOf(r.doc, r.ev.Trigger)
	if t == nil || t.UPOS != entente.VERB && t.UPOS != entente.NOUN {
		return word{}, false
	}
	switch t.Lemma {
	case "make", "take", "have", "carry", "hold", "give", "do", "be", "conduct", "begin", "start", "continue", "launch", "say", "report", "impose", "put", "set", "call":
		return word{}, false
	}
	return word{t.Span.In(r.doc.Text), t.Lemma, r}, true
}

func actorWord(r report) (word, bool)     { return partyWord(r, r.ev.Actors) }
func recipientWord(r report) (word, bool) { return partyWord(r, r.ev.Recipients) }

// partyWord is the noun of a report for a party that it does not name, with its
// adjectives.
func partyWord(r report, side []entente.Actor) (word, bool) {
	if len(side) != 1 || side[0].Inferred {
		return word{}, false
	}
	text := squeeze(side[0].Span.In(r.doc.Text))
	for _, a := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		text = strings.TrimPrefix(text, a)
	}
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 3 || needsContext(words[0]) {
		return word{}, false
	}
	t := tokenOf(r.doc, entente.Span{Start: side[0].Span.End - len(words[len(words)-1]), End: side[0].Span.End})
	if t == nil || t.UPOS != entente.NOUN {
		return word{}, false
	}
	return word{text, t.Lemma, r}, true
}

// tokenOf returns the first token of a span, nil for none.
func tokenOf(d *entente.Document, s entente.Span) *entente.Token {
	if i := tokenIndex(d, s); i >= 0 {
		return &d.Tokens[i]
	}
	return nil
}

// tokenIndex returns the index of the first token of a span, -1 for none.
func tokenIndex(d *entente.Document, s entente.Span) int {
	i := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Span.End > s.Start })
	if i == len(d.Tokens) || !d.Tokens[i].Span.Overlaps(s) {
		return -1
	}
	return i
}
