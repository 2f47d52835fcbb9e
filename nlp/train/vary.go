package train

import (
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Sentences with names are few beside what names there are. Each is taken again
// with other names of the same types, of the training data and of the lists, so
// that context and lists count for more than the names seen (Dai and Adel 2020,
// "An analysis of simple data augmentation for named entity recognition"), and
// now and then without its capitals, or in nothing but.

// Shares in percent of the sentences with names that are taken again.
const (
	otherNames  = 60
	noCapitals  = 10
	allCapitals = 3
)

// varied returns the sentences that a name finder learns from, fixed by seed.
func varied(list []Named, lists WellKnown, seed uint64) []Named {
	v := &variation{rand: model.NewRand(seed), lists: lists, seen: map[entente.EntityType][][]string{}}
	for i := range list {
		v.collect(&list[i])
	}
	out := make([]Named, 0, 2*len(list))
	for i := range list {
		n := &list[i]
		out = append(out, *n)
		if len(n.Spans) == 0 {
			continue
		}
		if v.chance(otherNames) {
			out = append(out, v.exchange(n))
		}
		if v.chance(noCapitals) {
			out = append(out, n.written(strings.ToLower))
		}
		if v.chance(allCapitals) {
			out = append(out, n.written(strings.ToUpper))
		}
	}
	return out
}

type variation struct {
	rand  *model.Rand
	lists WellKnown
	seen  map[entente.EntityType][][]string // names of the training data, once each
	has   map[string]bool
}

func (v *variation) chance(percent int) bool { return v.rand.Intn(100) < percent }

func (v *variation) collect(n *Named) {
	if v.has == nil {
		v.has = map[string]bool{}
	}
	for _, s := range n.Spans {
		words := n.Words[s.First:s.Last]
		if key := s.Type.String() + " " + strings.Join(words, " "); !v.has[key] {
			v.has[key] = true
			v.seen[s.Type] = append(v.seen[s.Type], words)
		}
	}
}

// exchange returns a sentence with other names at the places of its names.
func (v *variation) exchange(n *Named) Named {
	out := Named{}
	at := 0
	for _, s := range n.Spans {
		out.Words = append(out.Words, n.Words[at:s.First]...)
		first := len(out.Words)
		out.Words = append(out.Words, v.name(s.Type, s.Last-s.First)...)
		out.Spans = append(out.Spans, Span{First: first, Last: len(out.Words), Type: s.Type})
		at = s.Last
	}
	out.Words = append(out.Words, n.Words[at:]...)
	return out
}

// name returns a name of that type, for persons with one word or several as asked.
func (v *variation) name(kind entente.EntityType, words int) []string {
	if kind == entente.PER {
		return v.person(words)
	}
	if v.chance(50) {
		for _, k := range []int{v.rand.Intn(len(kindsOfNames)), v.rand.Intn(len(kindsOfNames)), v.rand.Intn(len(kindsOfNames))} {
			if of := kindsOfNames[k]; of.of == kind && len(v.lists[of.kind]) > 0 {
				return cutName(v.pick(v.lists[of.kind]))
			}
		}
	}
	list := v.seen[kind]
	return list[v.rand.Intn(len(list))]
}

func (v *variation) person(words int) []string {
	given, family := v.lists["given"], v.lists["family"]
	if v.chance(30) || len(given) == 0 || len(family) == 0 {
		list := v.seen[entente.PER]
		for range 8 {
			if p := list[v.rand.Intn(len(list))]; (len(p) > 1) == (words > 1) {
				return p
			}
		}
		return list[v.rand.Intn(len(list))]
	}
	switch {
	case words > 1:
		return append(cutName(v.pick(given)), cutName(v.pick(family))...)
	case v.chance(35):
		return cutName(v.pick(given))
	}
	return cutName(v.pick(family))
}

func (v *variation) pick(list []string) string { return list[v.rand.Intn(len(list))] }

// cutName cuts a name into words as the treebanks do.
func cutName(name string) []string {
	return strings.Fields(strings.NewReplacer("-", " - ", "'s", " 's", "’s", " 's", "(", " ( ", ")", " ) ").Replace(name))
}

// written returns a sentence with its words written in another way.
func (n *Named) written(how func(string) string) Named {
	out := Named{Spans: n.Spans, Words: make([]string, len(n.Words))}
	for i, w := range n.Words {
		out.Words[i] = how(w)
	}
	return out
}
