package coder

import (
	"github.com/entente-news/entente"
)

// link sets SameAs of events that repeat an earlier one of the document: same
// root, same parties, times that agree.
func (w *work) link() {
	d := w.x.d
	type key struct {
		root         entente.Root
		actor, other string
	}
	first := map[key][]int{}
	for i := range d.Events {
		e := &d.Events[i]
		k := key{e.Root, sideKey(e.Actors), sideKey(e.Recipients)}
		for _, j := range first[k] {
			if compatible(e, &d.Events[j]) {
				e.SameAs = d.Events[j].ID
				break
			}
		}
		if e.SameAs == "" && len(first[k]) < 8 {
			first[k] = append(first[k], i)
		}
	}
}

// sideKey joins the parties of one side, in the order of the text.
func sideKey(in []entente.Actor) string {
	out := ""
	for i := range in {
		out += in[i].Party() + "|"
	}
	return out
}

// compatible reports whether two events of the same root and parties may be
// one: neither status, mode nor time speaks against it.
func compatible(a, b *entente.Event) bool {
	if a.Status != b.Status || a.Mode != b.Mode && a.Mode != entente.ModeNone && b.Mode != entente.ModeNone {
		return false
	}
	if a.When.Basis == entente.WhenText && b.When.Basis == entente.WhenText && a.When.From.Known() && b.When.From.Known() {
		return a.When.From <= b.When.To && b.When.From <= a.When.To
	}
	if a.Where != nil && b.Where != nil && a.Where.Name != b.Where.Name && a.Where.Precision == b.Where.Precision {
		return false
	}
	return true
}
