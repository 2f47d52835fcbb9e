package gate

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// frame are words that a brief puts around what a source says. They assert
// nothing of their own.
var frame = set("say", "report", "tell", "state", "accord", "according", "own", "account", "word", "outlet", "side", "party", "day", "also")

func set(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}

// words checks that the draft has no name and no word with a meaning of its own
// that the sources lack. A mention of somebody whom a source mentions may use
// other words: his office, his country, his full name.
func (x *side) words(ss []*side) []Fault {
	known := map[string]bool{}
	roots := map[entente.Root]bool{}
	for _, s := range ss {
		for i := range s.len() {
			known[s.lemma(i)], known[s.form(i)] = true, true
		}
		for i := range s.d.Events {
			if e := &s.d.Events[i]; e.Trigger.Overlaps(s.span) {
				roots[e.Root] = true
			}
		}
	}
	var out []Fault
	for i := range x.len() {
		t := x.tok(i)
		if known[x.lemma(i)] || known[x.form(i)] || x.date[i] >= 0 || digits(x.form(i)) != "" || x.vouched(i, ss) {
			continue
		}
		switch t.UPOS {
		case entente.PROPN:
			out = append(out, Fault{Name, x.phrase(i)})
		case entente.NOUN, entente.VERB, entente.ADJ:
			if !frame[x.lemma(i)] && !x.coded(i, roots) {
				out = append(out, Fault{Word, x.form(i)})
			}
		case entente.ADV, entente.SCONJ:
			if !light[x.form(i)] {
				out = append(out, Fault{Word, x.form(i)})
			}
		}
	}
	return out
}

// light are adverbs and conjunctions that add nothing to what is told.
var light = set("also", "then", "there", "that", "as", "while", "and", "meanwhile", "earlier", "later", "by", "so", "where", "when", "after", "before")

// vouched says whether token i names somebody whom a source names.
func (x *side) vouched(i int, ss []*side) bool {
	return slices.ContainsFunc(ss, func(s *side) bool {
		return slices.ContainsFunc(s.who, func(named []*entente.Actor) bool { return x.names(i, named) })
	})
}

// names says whether token i names one of some actors: it is a word of his
// name, or what the draft itself takes for him.
func (x *side) names(i int, actors []*entente.Actor) bool {
	return slices.ContainsFunc(actors, func(b *entente.Actor) bool {
		return hasWord(b.Name, x.form(i)) || slices.ContainsFunc(x.who[i], func(a *entente.Actor) bool {
			if !sameActor(a, b) {
				return false
			}
			named := a.Name != "" && a.Name == b.Name
			office := a.Name != b.Name && a.Role != "" && a.Role == b.Role
			return named || office || x.tok(i).UPOS != entente.NOUN // a minister is no king, though both are of one government
		})
	})
}

// hasWord says whether a name has a word, in whatever case and without accents'
// help: a name of one letter less or more is another one.
func hasWord(name, word string) bool {
	return len(word) > 2 && slices.Contains(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' }), word)
}

// sameActor says whether two mentions are of one actor, as far as both say who
// it is: a name against another name decides, a sector against another sector
// too.
func sameActor(a, b *entente.Actor) bool {
	if a.Party() == "" || a.Party() != b.Party() {
		return false
	}
	if a.Name != "" && b.Name != "" {
		return a.Name == b.Name
	}
	return a.Sector == entente.SectorNone || b.Sector == entente.SectorNone || a.Sector == b.Sector
}

// coded says whether token i is the trigger of an event whose root a cited
// sentence tells: the word of a template.
func (x *side) coded(i int, roots map[entente.Root]bool) bool {
	return slices.ContainsFunc(x.d.Events, func(e entente.Event) bool {
		return e.Trigger.Overlaps(x.tok(i).Span) && roots[e.Root]
	})
}

// quotes checks that words in quotation marks stand in a source as they are.
func (x *side) quotes(ss []*side) []Fault {
	text := plainMarks(x.span.In(x.d.Text))
	var out []Fault
	for {
		_, rest, ok := strings.Cut(text, `"`)
		inner, after, closed := strings.Cut(rest, `"`)
		if !ok || !closed {
			return out
		}
		want := squeeze(strings.Trim(inner, " ,."))
		if !slices.ContainsFunc(ss, func(s *side) bool { return strings.Contains(squeeze(plainMarks(s.span.In(s.d.Text))), want) }) {
			out = append(out, Fault{Quote, inner})
		}
		text = after
	}
}

var straight = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'")

func plainMarks(s string) string { return straight.Replace(s) }
func squeeze(s string) string    { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
