package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"

	entente "github.com/entente-news/entente"
)

// pairBundle is the blob of a pair in a month.
type pairBundle struct {
	pairKey
	first entente.Day // of the month
	blob  []byte
}

// relationRows reads the events of a relation from bundles.
type relationRows struct {
	f       *entente.RelationFilter
	bundles []pairBundle // by month
	members bool         // members with their sectors count, not whole parties
	several bool         // an event may stand in several bundles
}

// relation finds what a relation is made of. States and organisations that are
// asked for as such are counted as wholes; where that gives nothing, as for
// coalitions, and for sectors, their members are.
// With sums, sums are read where an archive has them.
func (a *Archive) relation(ctx context.Context, tx *sql.Tx, f *entente.RelationFilter, sums bool) (*relationRows, error) {
	var keys []pairKey
	for _, x := range f.A {
		for _, y := range f.B {
			if k, _ := keyOf(x.Code, y.Code); !slices.Contains(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	r := &relationRows{f: f, several: len(keys) > 1}
	var err error
	if f.AsOf > 0 {
		r.bundles, err = a.bundlesAsOf(ctx, tx, f, keys, sums)
	} else {
		r.bundles, err = readBundles(ctx, tx, keys, f.Days, sums)
	}
	if err != nil {
		return nil, err
	}
	sector := func(p entente.Party) bool { return p.Sector != entente.SectorNone }
	if r.members = slices.ContainsFunc(f.A, sector) || slices.ContainsFunc(f.B, sector); r.members {
		return r, nil
	}
	found := false
	err = r.walk(r.bundles, func(*bundle, shares) bool { found = true; return false })
	r.members = !found
	return r, err
}

// readBundles reads the bundles of some pairs whose months touch a span. It goes
// from month to month that the archive knows: each is one step in the index. With
// sums it reads those of months that lie within the span where there are any.
func readBundles(ctx context.Context, tx *sql.Tx, keys []pairKey, span entente.Days, sums bool) ([]pairBundle, error) {
	from, to := monthSpan(span)
	whole := [2]int{math.MaxInt32, math.MinInt32}
	if sums {
		whole = wholeMonths(span)
	}
	var out []pairBundle
	for _, k := range keys {
		rows, err := tx.QueryContext(ctx, bundlesQuery, from, to, k.first, k.second, whole[0], whole[1])
		if err != nil {
			return nil, err
		}
		list, err := collect(rows, func(r *sql.Rows) (pairBundle, error) {
			b := pairBundle{pairKey: k}
			var month int
			err := r.Scan(&month, &b.blob)
			b.first = firstOf(month)
			return b, err
		})
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	slices.SortStableFunc(out, func(x, y pairBundle) int { return cmp.Compare(x.first, y.first) })
	return out, nil
}

const bundlesQuery = `WITH RECURSIVE m (month) AS (SELECT min(month) FROM bundles WHERE month >= ?1
	UNION ALL SELECT (SELECT min(month) FROM bundles WHERE month > m.month) FROM m WHERE m.month < ?2)
	SELECT b.month, ifnull((SELECT s.sums FROM pair_sums s WHERE s.month = b.month AND s.first = ?3 AND s.second = ?4 AND b.month BETWEEN ?5 AND ?6), b.events)
	FROM m CROSS JOIN bundles b ON b.month = m.month AND b.first = ?3 AND b.second = ?4 WHERE m.month <= ?2`

// monthSpan returns the first and the last month that touch a span.
func monthSpan(span entente.Days) (from, to int) {
	from, to = math.MinInt32, math.MaxInt32
	if span.From.Known() {
		from = monthOf(span.From)
	}
	if span.To.Known() {
		to = monthOf(span.To)
	}
	return from, to
}

// wholeMonths returns the first and the last month that lie within a span.
func wholeMonths(span entente.Days) [2]int {
	from, to := monthSpan(span)
	if span.From.Known() && firstOf(from) != span.From {
		from++
	}
	if span.To.Known() && firstOf(to+1) != span.To+1 {
		to--
	}
	return [2]int{from, to}
}

// shares are of total parts of an event those that lie between A and B.
type shares struct{ forward, back, total int }

// walk calls visit with each event of the relation within the asked days, by month,
// pair, day and id, until it returns false. Where sums are read, rows of them come
// before the events of their month that cannot be summed.
func (r *relationRows) walk(bundles []pairBundle, visit func(*bundle, shares) bool) error {
	for i := range bundles {
		k := bundles[i].pairKey
		first, second := entente.Party{Code: k.first}, entente.Party{Code: k.second}
		ways := [2]int{r.way(first, second), r.way(second, first)}
		b, err := openBundle(bundles[i].blob, bundles[i].first)
		if err != nil {
			return fmt.Errorf("bundle of %s and %s: %w", k.first, k.second, err)
		}
		for {
			ok, err := b.next()
			if err != nil {
				return fmt.Errorf("bundle of %s and %s: %w", k.first, k.second, err)
			}
			if !ok {
				break
			}
			if r.f.Days.From.Known() && b.day < r.f.Days.From || r.f.Days.To.Known() && b.day > r.f.Days.To {
				continue
			}
			if s := r.shares(k, ways, &b.pairEvent); s.forward+s.back > 0 && !visit(b, s) {
				return nil
			}
		}
	}
	return nil
}

// shares returns what of an event lies between A and B; ways are those of the
// pair as wholes, forth and back.
func (r *relationRows) shares(k pairKey, ways [2]int, t *pairEvent) shares {
	out := shares{total: t.pairs}
	if !r.members {
		out.count(ways[0], t.forward)
		out.count(ways[1], t.back)
		return out
	}
	out.total = t.total
	for _, m := range t.members {
		actor, recipient := entente.Party{Code: k.first, Sector: m.first}, entente.Party{Code: k.second, Sector: m.second}
		if m.back {
			actor, recipient = recipient, actor
		}
		out.count(r.way(actor, recipient), m.count)
	}
	return out
}

func (s *shares) count(way, n int) {
	switch way {
	case 1:
		s.forward += n
	case -1:
		s.back += n
	}
}

// way is 1 where one of A acts on one of B, -1 where one of B acts on one of A
// and that is asked for, else 0.
func (r *relationRows) way(actor, recipient entente.Party) int {
	switch {
	case holds(r.f.A, actor) && holds(r.f.B, recipient):
		return 1
	case !r.f.Directed && holds(r.f.B, actor) && holds(r.f.A, recipient):
		return -1
	}
	return 0
}

func holds(ps []entente.Party, p entente.Party) bool {
	for i := range ps {
		if ps[i].Code == p.Code && (ps[i].Sector == entente.SectorNone || ps[i].Sector == p.Sector) {
			return true
		}
	}
	return false
}

// span returns the asked days, with the first and the last day of an event where
// they are open.
func (r *relationRows) span() (entente.Days, error) {
	out := r.f.Days
	done := func(found entente.Day, i int) bool {
		return found.Known() && r.bundles[i].first != firstOf(monthOf(found))
	}
	for i := 0; i < len(r.bundles) && !r.f.Days.From.Known() && !done(out.From, i); i++ {
		if err := r.walk(r.bundles[i:i+1], func(b *bundle, _ shares) bool {
			if !out.From.Known() || b.day < out.From {
				out.From = b.day
			}
			return true
		}); err != nil {
			return out, err
		}
	}
	for i := len(r.bundles) - 1; i >= 0 && !r.f.Days.To.Known() && !done(out.To, i); i-- {
		if err := r.walk(r.bundles[i:i+1], func(b *bundle, _ shares) bool {
			out.To = max(out.To, b.day)
			return true
		}); err != nil {
			return out, err
		}
	}
	return out, nil
}

// each calls add with the sums of events of one day, the shares of each and how
// many of them an outlet of the given set tells, in no certain order.
func (r *relationRows) each(outlets map[string]bool, add func(day entente.Day, s *entente.RelationSum, of shares, told int)) error {
	in := func(o string) bool { return outlets[o] }
	parts := map[string]*partEvent{} // events that stand in several bundles
	var order []*partEvent
	err := r.walk(r.bundles, func(b *bundle, s shares) bool {
		if b.steady == nil {
			b.steady = make([]bool, len(b.sets))
			for i, set := range b.sets {
				b.steady[i] = slices.ContainsFunc(set, in)
			}
		}
		told := 0
		if b.sum.Events > 0 {
			for _, set := range b.told {
				if b.steady[set] {
					told++
				}
			}
			add(b.day, &b.sum, s, told)
			return true
		}
		sum := entente.RelationSum{Claim: b.claim, Sample: b.sample}
		sum.Add(b.quad, b.score, b.confidence)
		if b.steady[b.set] {
			told = 1
		}
		if !r.several {
			add(b.day, &sum, s, told)
			return true
		}
		id := b.name()
		if p := parts[id]; p != nil {
			p.shares.forward, p.shares.back = p.shares.forward+s.forward, p.shares.back+s.back
			return true
		}
		parts[id] = &partEvent{b.day, sum, s, told}
		order = append(order, parts[id])
		return true
	})
	for _, p := range order {
		add(p.day, &p.sum, p.shares, p.told)
	}
	return err
}

// partEvent is an event of which several pairs have a part.
type partEvent struct {
	day    entente.Day
	sum    entente.RelationSum
	shares shares
	told   int
}

// eventOf fills in what an event is as an event of a relation, but for its id.
func eventOf(b *bundle, s shares, e *entente.RelationEvent) {
	e.Day, e.Quad, e.Score, e.Confidence, e.Claim, e.Sample, e.Story, e.Outlets = b.day, b.quad, b.score, b.confidence, b.claim, b.sample, b.story, b.sets[b.set]
	e.Forward, e.Back = entente.Share(s.forward, s.total), entente.Share(s.back, s.total)
}

// all returns the events by day and id. An event of several pairs is one, with
// the shares of all of them.
func (r *relationRows) all() ([]entente.RelationEvent, error) {
	var out []entente.RelationEvent
	sums := map[string]shares{}
	at := map[string]int{}
	err := r.walk(r.bundles, func(b *bundle, s shares) bool {
		e := entente.RelationEvent{ID: b.name()}
		if r.several {
			if i, ok := at[e.ID]; ok {
				was := sums[e.ID]
				s.forward, s.back = s.forward+was.forward, s.back+was.back
				sums[e.ID] = s
				eventOf(b, s, &out[i])
				return true
			}
			at[e.ID], sums[e.ID] = len(out), s
		}
		eventOf(b, s, &e)
		out = append(out, e)
		return true
	})
	slices.SortFunc(out, func(x, y entente.RelationEvent) int {
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.ID, y.ID))
	})
	return out, err
}
