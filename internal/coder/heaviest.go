package coder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// heaviest returns which of n options weighs most by the weights of task t, -1 for
// none of them, which has lead less than its own weight; and by how much, as a
// logarithm of odds. keys adds the features of option k, of none where k is -1.
func (w *work) heaviest(t task, n int, lead int32, keys func(g *features, k int)) (best int, by float64) {
	table := w.x.t.learnt.tables[t]
	weigh := func(k int) int32 {
		w.f.reset()
		keys(&w.f, k)
		return scoreOf(table, w.f.keys)
	}
	none := weigh(-1)
	best, top := -1, none-lead
	for k := range n {
		if v := weigh(k); v > top {
			best, top = k, v
		}
	}
	return best, float64(top-none) / weightScale
}

// maxGrounds bounds the features that an explanation of a choice names.
const maxGrounds = 3

// reasons names the features of an option that weigh most, for an explanation.
func (w *work) reasons(t task, keys func(g *features)) string {
	table := w.x.t.learnt.tables[t]
	f := &features{named: true}
	keys(f)
	type ground struct {
		name   string
		weight int32
	}
	list := make([]ground, 0, len(f.keys))
	for i, k := range f.keys {
		if v := scoreOf(table, []uint32{k}); v != 0 {
			list = append(list, ground{f.names[i], v})
		}
	}
	slices.SortStableFunc(list, func(a, b ground) int { return cmp.Compare(abs(b.weight), abs(a.weight)) })
	var b strings.Builder
	for i, g := range list[:min(len(list), maxGrounds)] {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s %+.2f", g.name, float64(g.weight)/weightScale)
	}
	return b.String()
}
