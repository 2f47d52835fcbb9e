package corpus

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// Pairing ties an event of one annotator to one of the other; an index is -1
// where one annotator has none.
type Pairing struct{ A, B int }

// Align pairs the events that two annotators found in one sentence:
// first those whose triggers overlap, the longest overlap before shorter ones
// and of equal ones the pair of one root first; then, of what is left, events
// of the same root and the same actors, in text order. Each event is paired
// once at most.
func Align(as, bs []*Event) []Pairing {
	type candidate struct {
		Pairing
		overlap, root int
	}
	var cs []candidate
	for i, a := range as {
		for j, b := range bs {
			o := min(a.Trigger.End, b.Trigger.End) - max(a.Trigger.Start, b.Trigger.Start)
			if o > 0 {
				cs = append(cs, candidate{Pairing{i, j}, o, bit(a.Event != b.Event)})
			}
		}
	}
	slices.SortStableFunc(cs, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.overlap, x.overlap), cmp.Compare(x.root, y.root))
	})
	usedA, usedB := make([]bool, len(as)), make([]bool, len(bs))
	var out []Pairing
	take := func(i, j int) {
		if !usedA[i] && !usedB[j] {
			usedA[i], usedB[j] = true, true
			out = append(out, Pairing{i, j})
		}
	}
	for _, c := range cs {
		take(c.A, c.B)
	}
	for i, a := range as {
		for j, b := range bs {
			if a.Event == b.Event && codesOf(a.Actor) == codesOf(b.Actor) {
				take(i, j)
			}
		}
	}
	for i := range as {
		if !usedA[i] {
			out = append(out, Pairing{i, -1})
		}
	}
	for j := range bs {
		if !usedB[j] {
			out = append(out, Pairing{-1, j})
		}
	}
	return out
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// codeOf writes a member as COUNTRY:SECTOR:ORG, *GROUP:SECTOR or "?".
func codeOf(m Member) string {
	if m.Unresolved {
		return "?"
	}
	base := value(m.Country)
	switch {
	case m.Group != nil:
		base = "*" + *m.Group
	case base == "":
		base = "-"
	}
	return strings.TrimRight(base+":"+value(m.Sector)+":"+value(m.Org), ":")
}

// codesOf is the set of the members' codes, "none" when there are none.
func codesOf(ms []Member) string {
	return setOf(ms, codeOf)
}

// countriesOf is the set of the members' countries, bodies and coalitions.
func countriesOf(ms []Member) string {
	return setOf(ms, func(m Member) string {
		m.Sector = nil
		return codeOf(m)
	})
}

func setOf(ms []Member, f func(Member) string) string {
	if len(ms) == 0 {
		return "none"
	}
	var out []string
	for _, m := range ms {
		out = append(out, f(m))
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

// Days is the time of an event as agreement compares it: the days, whatever
// gives them.
func Days(w *When) string {
	switch {
	case w == nil:
		return "none"
	case w.Unresolved:
		return "unresolved"
	}
	return value(w.From) + ".." + value(w.To)
}

// placesOf is the place of both events. Overlapping places count as one, since
// annotators may differ in how much of a name they mark.
func placesOf(a, b *Where) (string, string) {
	name := func(w *Where) string {
		if w == nil {
			return "none"
		}
		return strconv.Itoa(w.Start)
	}
	if a != nil && b != nil && a.Start < b.End && b.Start < a.End {
		return name(a), name(a)
	}
	return name(a), name(b)
}

// hasModes says whether a root has modes.
func hasModes(root string) bool {
	r, err := entente.ParseRoot(root)
	return err == nil && len(plover.Modes(r)) > 0
}
