package pipeline

import (
	"cmp"
	"slices"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/story"
)

// Cluster places all documents whose features are given, in (date, order), and
// returns their places in the order given. An undated document takes the place
// of the one before it.
func Cluster(fs []story.Features) []entente.Assignment {
	order := make([]int, len(fs))
	last, lastTime := entente.NoDay, int64(0)
	for i := range fs {
		order[i] = i
		if fs[i].Day.Known() {
			last, lastTime = fs[i].Day, fs[i].Time
		} else {
			fs[i].Day, fs[i].Time = last, lastTime
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(fs[a].Day, fs[b].Day), cmp.Compare(fs[a].Time, fs[b].Time))
	})
	c := story.New(story.Defaults())
	out := make([]entente.Assignment, len(fs))
	at := make(map[string][]int, len(fs))
	for _, i := range order {
		out[i] = c.Add(fs[i])
		at[fs[i].Doc] = append(at[fs[i].Doc], i)
	}
	for _, m := range c.Changes() {
		for _, i := range at[m.Doc] {
			out[i] = m
		}
	}
	return out
}
