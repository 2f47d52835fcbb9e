package merge

import (
	"cmp"
	"slices"
	"time"

	entente "github.com/entente-news/entente"
)

// Report is one document with its events, as merging sees it.
type Report struct {
	Doc        string
	Story      string
	Outlet     string
	URL        string
	Published  time.Time // zero when unknown
	DateOnly   bool
	Day        entente.Day // of publication, NoDay when unknown
	CopyOf     string      // id of the earliest near-copy, "" when it is none
	Provenance entente.Provenance
	Sample     bool
	Run        string
	Claims     []entente.Claim
}

// group is a happening in the making.
type group struct {
	items []item
}

// Events returns what happened according to the reports of one chain of
// stories, ordered by the earliest telling: its time of publication, document
// and place in the text. Each event that is a first mention in its document is
// in exactly one of them. The order of reports does not matter.
func Events(reports []Report) []entente.Merged {
	type key struct {
		root   entente.Root
		status entente.Status
	}
	var all []*group
	at := map[key][]*group{}
	for _, x := range ordered(reports) {
		k := key{x.claim.Event.Root, x.claim.Event.Status}
		g := nearest(at[k], &x)
		if g == nil {
			g = &group{}
			at[k] = append(at[k], g)
			all = append(all, g)
		}
		g.items = append(g.items, x)
	}
	out := make([]entente.Merged, len(all))
	for i, g := range all {
		out[i] = record(g)
	}
	return out
}

// ordered returns the first mentions of all reports by time of publication,
// undated ones last, then by document and place in the text.
func ordered(reports []Report) []item {
	var out []item
	for i := range reports {
		for j := range reports[i].Claims {
			if c := &reports[i].Claims[j]; c.Event.SameAs == "" {
				out = append(out, newItem(&reports[i], c))
			}
		}
	}
	slices.SortFunc(out, func(a, b item) int {
		p, q := a.report, b.report
		if p.Published.IsZero() != q.Published.IsZero() {
			if p.Published.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(p.Published.Compare(q.Published), cmp.Compare(p.Doc, q.Doc),
			cmp.Compare(a.claim.Event.Trigger.Start, b.claim.Event.Trigger.Start), cmp.Compare(a.claim.Event.ID, b.claim.Event.ID))
	})
	return out
}

// nearest returns the group that x belongs to, nil for none: of those that it
// may be one with, the one whose words are most like its own; the earliest of
// several alike.
func nearest(groups []*group, x *item) *group {
	var best *group
	most := -1
	for _, g := range groups {
		if score, ok := g.fits(x); ok && score > most {
			best, most = g, score
		}
	}
	return best
}

// fits reports whether x may be one with g, and how well: no event of g is apart
// from it, all but who did it agreed, and it is the same as half of them or more.
// The score is the greatest share of words that it has in common with one.
func (g *group) fits(x *item) (score int, ok bool) {
	alike := 0
	for i := range g.items {
		y := &g.items[i]
		switch v := compare(x, y); {
		case v == same || disputed(x, y):
			alike++
		case v == apart:
			return 0, false
		}
		score = max(score, overlap(x.claim.Words, y.claim.Words))
	}
	return score, alike*2 >= len(g.items)
}

// sameCopy reports whether one report is a near-copy of the other, or both are
// of a third.
func sameCopy(a, b *Report) bool { return head(a) == head(b) }

func head(r *Report) string {
	if r.CopyOf != "" {
		return r.CopyOf
	}
	return r.Doc
}
