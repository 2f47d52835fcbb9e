package merge

import entente "github.com/entente-news/entente"

// Pairs calls f for each two events of a chain of stories that have one root and
// status, with what is known of them.
func Pairs(reports []Report, f func(a, b string, e Evidence)) {
	items := ordered(reports, true)
	markOnly(items)
	w := newWeigher(items)
	for i := range items {
		for j := range i {
			x, y := &items[i].claim.Event, &items[j].claim.Event
			if x.Root == y.Root && x.Status == y.Status {
				f(y.ID, x.ID, w.evidenceOf(&items[j], &items[i]))
			}
		}
	}
}

// markOnly marks the items that are the only one of their root and status in
// their report.
func markOnly(items []item) {
	type key struct {
		doc    string
		root   entente.Root
		status entente.Status
	}
	of := func(x *item) key { return key{x.report.Doc, x.claim.Event.Root, x.claim.Event.Status} }
	n := map[key]int{}
	for i := range items {
		n[of(&items[i])]++
	}
	for i := range items {
		items[i].only = n[of(&items[i])] == 1
	}
}
