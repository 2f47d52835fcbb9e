package brief

import (
	"cmp"
	"context"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// The stories of a brief of days stand in the order of a rule that the brief
// prints: points for sources of their own, for what is new, for how many people
// it is about, and for what the reader watches.

const (
	pointsSource  = 10 // an independent report
	mostSources   = 10
	pointsNew     = 15 // the story began in these days
	pointsDigit   = 5  // a digit of the largest number of people
	mostDigits    = 6
	pointsWatched = 20

	maxRanked = 24 // stories that are read to rank them
)

// rankRule says in a footer how stories were put in order.
const rankRule = "Stories in order of points: 10 an independent report (up to 10), 15 begun in these days, 5 a digit of the most people killed, hurt, displaced or arrested, 20 watched."

// part is one story of a brief of days.
type part struct {
	row    entente.StoryRow
	m      *material
	p      *plan
	points int
}

// parts reads the stories of a span and puts them in order.
func (w *Writer) parts(ctx context.Context, days entente.Days, gate *keeper) ([]*part, error) {
	rows, err := w.archive.Reported(ctx, days, maxRanked)
	if err != nil {
		return nil, err
	}
	watches, err := w.archive.Watches(ctx)
	if err != nil {
		return nil, err
	}
	var out []*part
	for i := range rows {
		row, err := w.archive.Story(ctx, rows[i].Story.ID)
		if err != nil {
			return nil, err
		}
		x := &part{row: row, m: w.material()}
		if err := x.m.read(ctx, w.archive, &row.Story, days, maxDayReports); err != nil {
			return nil, err
		}
		x.m.title = "" // it is not printed
		x.points = x.rank(days, watches)
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b *part) int {
		return cmp.Or(b.points-a.points, cmp.Compare(b.row.Story.To, a.row.Story.To), strings.Compare(a.row.Story.ID, b.row.Story.ID))
	})
	out = out[:min(len(out), maxStories)]
	for _, x := range out {
		x.p = x.m.plan(x.row.Story.Title, days, gate)
	}
	return out, nil
}

// rank counts the points of a story by [rankRule].
func (x *part) rank(days entente.Days, watches []entente.Watch) int {
	own := map[string]bool{}
	most := int64(0)
	watched := false
	for _, d := range x.m.docs {
		own[x.m.source(d.ID)] = true
		for _, f := range figures(d) {
			most = max(most, f.value)
		}
		watched = watched || slices.ContainsFunc(watches, func(w entente.Watch) bool { return watches1(&w, d) })
	}
	n := pointsSource * min(len(own), mostSources)
	if from := x.row.Story.From; from.Known() && (!days.From.Known() || from >= days.From) {
		n += pointsNew
	}
	for digits := 0; most > 0 && digits < mostDigits; most /= 10 {
		n += pointsDigit
		digits++
	}
	if watched {
		n += pointsWatched
	}
	return n
}

// watches1 reports whether a document has an event of a party, a pair or a root
// that a watch is for. Its words, places and numbers are left to alerts.
func watches1(w *entente.Watch, d *entente.Document) bool {
	f := &w.Events
	if f.Root == entente.RootNone && len(f.Actor) == 0 && len(f.Recipient) == 0 && len(f.Party) == 0 && len(f.Between[0]) == 0 {
		return false
	}
	has := func(ps []entente.Party, sides ...[]entente.Actor) bool {
		return len(ps) == 0 || slices.ContainsFunc(slices.Concat(sides...), func(x entente.Actor) bool {
			return slices.ContainsFunc(ps, func(p entente.Party) bool {
				return p.Code == x.Party() && (p.Sector == entente.SectorNone || p.Sector == x.Sector)
			})
		})
	}
	return slices.ContainsFunc(d.Events, func(e entente.Event) bool {
		return (f.Root == entente.RootNone || f.Root == e.Root) && has(f.Actor, e.Actors) && has(f.Recipient, e.Recipients) &&
			has(f.Party, e.Actors, e.Recipients) && has(f.Between[0], e.Actors, e.Recipients) && has(f.Between[1], e.Actors, e.Recipients)
	})
}
