package merge

import (
	"cmp"
	"math"
	"slices"

	entente "github.com/entente-news/entente"
)

// mostCompared bounds the events of one root and status of which each is
// compared with each; more are parted by time into runs of so many.
const mostCompared = 512

// never is the score of two events that cannot be one.
const never = math.MinInt32

// Events does what the function of that name does, by weights of one's own.
func (w *Weights) Events(reports []Report) []entente.Merged {
	items := ordered(reports, false)
	all := w.clusters(items)
	out := make([]entente.Merged, len(all))
	for i, c := range all {
		told := make([]item, len(c))
		for j, k := range c {
			told[j] = items[k]
		}
		out[i] = record(told)
	}
	return out
}

// Repeats sets SameAs of the events of d that repeat an earlier one, as far as
// the document itself tells, and takes it from the others. It reads what [Claims]
// does.
func Repeats(d *entente.Document) {
	for i := range d.Events {
		d.Events[i].SameAs = ""
	}
	if len(d.Events) < 2 {
		return
	}
	r := []Report{{Doc: d.ID, Day: d.Day(), Claims: Claims(d)}}
	items := ordered(r, true)
	first := map[string]string{}
	for _, c := range learnt.clusters(items) {
		for _, k := range c[1:] {
			first[items[k].claim.Event.ID] = items[c[0]].claim.Event.ID
		}
	}
	for i := range d.Events {
		d.Events[i].SameAs = first[d.Events[i].ID]
	}
}

// clusters parts items, which stand in order, into happenings, by the number of
// their first.
func (w *Weights) clusters(items []item) [][]int {
	type key struct {
		root   entente.Root
		status entente.Status
	}
	markOnly(items)
	weighWords(items)
	var order []key
	of := map[key][]int{}
	for i := range items {
		k := key{items[i].claim.Event.Root, items[i].claim.Event.Status}
		if of[k] == nil {
			order = append(order, k)
		}
		of[k] = append(of[k], i)
	}
	var all [][]int
	for _, k := range order {
		for run := range slices.Chunk(of[k], mostCompared) {
			all = append(all, w.cluster(items, run)...)
		}
	}
	slices.SortFunc(all, func(a, b []int) int { return a[0] - b[0] })
	return all
}

// pairScore is two events, the earlier first, with their score.
type pairScore struct{ score, a, b int }

// scores returns the scores of all pairs of the items, n by n, and the pairs that
// speak for one happening, the likeliest first.
func (w *Weights) scores(items []item, of []int) ([]int32, []pairScore) {
	n := len(of)
	scores := make([]int32, n*n)
	var pairs []pairScore
	for b := range n {
		for a := range b {
			s := w.scoreOf(&items[of[a]], &items[of[b]])
			scores[a*n+b], scores[b*n+a] = int32(s), int32(s) //nolint:gosec // sums of some ten weights
			if s > 0 {
				pairs = append(pairs, pairScore{s, a, b})
			}
		}
	}
	slices.SortFunc(pairs, func(p, q pairScore) int { return cmp.Or(q.score-p.score, p.a-q.a, p.b-q.b) })
	return scores, pairs
}

// cluster parts the items of one root and status, given by their numbers in
// order, into happenings: of two groups that hold the likeliest pair, one is made
// when nothing in them contradicts it.
func (w *Weights) cluster(items []item, of []int) [][]int {
	n := len(of)
	scores, pairs := w.scores(items, of)
	in := make([][]int, n) // the group of each, shared by its members
	for i := range in {
		in[i] = []int{i}
	}
	// Groups only grow, so that a group is known by its first and its size. Two that
	// many pairs join are compared once: else one contradiction between two groups of
	// half of all would be found again for each of them.
	refused := map[[2][2]int]bool{}
	var across []int32
	for _, p := range pairs {
		x, y := in[p.a], in[p.b]
		if x[0] == y[0] {
			continue
		}
		if x[0] > y[0] {
			x, y = y, x
		}
		two := [2][2]int{{x[0], len(x)}, {y[0], len(y)}}
		if refused[two] {
			continue
		}
		across = across[:0]
		for _, i := range x {
			for _, j := range y {
				across = append(across, scores[i*n+j])
			}
		}
		if !together(across) {
			refused[two] = true
			continue
		}
		both := slices.Concat(x, y)
		slices.Sort(both)
		for _, i := range both {
			in[i] = both
		}
	}
	var out [][]int
	for i := range in {
		if in[i][0] != i {
			continue
		}
		c := make([]int, len(in[i]))
		for k, j := range in[i] {
			c[k] = of[j]
		}
		out = append(out, c)
	}
	return out
}

// together reports whether two groups are one by the scores of the pairs across:
// none is apart, and their mean is above 0. So the more a group holds, the more a
// further one has to be like; by the better part of the pairs, a few doubtful ones
// would make one of two large groups.
func together(scores []int32) bool {
	sum := 0
	for _, s := range scores {
		if s == never {
			return false
		}
		sum += int(s)
	}
	return sum > 0
}

// scoreOf is the score of two events, or never.
func (w *Weights) scoreOf(a, b *item) int {
	e := evidenceOf(a, b)
	if e.Apart {
		return never
	}
	return w.Score(&e)
}

// Pairs calls f for each two events of a chain of stories that have one root and
// status, with what is known of them.
func Pairs(reports []Report, f func(a, b string, e Evidence)) {
	items := ordered(reports, true)
	markOnly(items)
	weighWords(items)
	for i := range items {
		for j := range i {
			x, y := &items[i].claim.Event, &items[j].claim.Event
			if x.Root == y.Root && x.Status == y.Status {
				f(y.ID, x.ID, evidenceOf(&items[j], &items[i]))
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
