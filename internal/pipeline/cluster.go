package pipeline

import (
	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/story"
)

// Cluster places all documents whose features are given, in (date, order), and
// returns their places in the order given. An undated document takes the place
// of the one before it; its day stays unknown, so that time does not hold it
// apart from any story.
func Cluster(fs []story.Features) []entente.Assignment {
	c := story.New(story.Defaults())
	out := make([]entente.Assignment, len(fs))
	at := make(map[string][]int, len(fs))
	for _, i := range story.Order(fs) {
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
