package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	entente "github.com/entente-news/entente"
)

// toldAsFact is what a series counts, claims of a party included.
const toldAsFact = "e.status = 'actual' AND e.day_from IS NOT NULL AND e.day_from = e.day_to"

// sidesIn returns the members of both sides of a merged event that the text
// names, with their sectors. reciprocal says that nobody is acted on.
func sidesIn(m *entente.Merged) (sides [2][]entente.Party, reciprocal bool) {
	for side, list := range [2][]entente.Actor{m.Actors, m.Recipients} {
		for i := range list {
			if p := list[i].Party(); p != "" && !list[i].Inferred {
				sides[side] = append(sides[side], entente.Party{Code: p, Sector: list[i].Sector})
			}
		}
	}
	return sides, len(m.Recipients) == 0
}

// pairEventsOf returns what a merged event is to each pair of its parties: nothing
// unless it is told as a fact of one known day.
//
// Of k actors and m recipients each pair has 1/(k·m) of the event, of n members
// of a reciprocal event each ordered pair 1/(n·(n-1)). States and organisations
// as wholes are counted as [Dyads] does; members with their sectors, and
// coalitions, one by one.
func pairEventsOf(m *entente.Merged) map[pairKey]*pairEvent {
	if m.Status != entente.Actual || !m.When.OnDay() {
		return nil
	}
	out := map[pairKey]*pairEvent{}
	at := func(x, y string) (*pairEvent, bool) {
		k, swapped := keyOf(x, y)
		if out[k] == nil {
			out[k] = &pairEvent{id: m.ID, day: m.When.From, quad: m.Root.Quad(), score: m.Score, confidence: m.Confidence,
				claim: m.Interested, sample: m.Sample, story: hashOf(m.Story), outlets: outletsOf(m)}
		}
		return out[k], swapped
	}
	dyads := Dyads(&entente.Event{Actors: m.Actors, Recipients: m.Recipients})
	for _, dy := range dyads {
		t, swapped := at(dy.Actor, dy.Recipient)
		t.pairs = len(dyads)
		if swapped {
			t.back = 1
		} else {
			t.forward = 1
		}
	}
	sides, reciprocal := sidesIn(m)
	if reciprocal {
		sides[1] = sides[0]
	}
	total := len(sides[0]) * len(sides[1])
	if reciprocal {
		total -= len(sides[0])
	}
	for i, x := range sides[0] {
		for k, y := range sides[1] {
			if reciprocal && i == k {
				continue
			}
			t, swapped := at(x.Code, y.Code)
			t.total = total
			t.addMember(x.Sector, y.Sector, swapped)
		}
	}
	return out
}

// addMember counts a pair of members.
func (t *pairEvent) addMember(actor, recipient entente.Sector, swapped bool) {
	m := memberPair{first: actor, second: recipient, back: swapped, count: 1}
	if swapped {
		m.first, m.second = recipient, actor
	}
	for i := range t.members {
		if o := &t.members[i]; o.first == m.first && o.second == m.second && o.back == m.back {
			o.count++
			return
		}
	}
	t.members = append(t.members, m)
}

// bundleKey names a bundle.
type bundleKey struct {
	month int
	pairKey
}

// bundleChange is what happens to one bundle.
type bundleChange struct {
	gone map[string]bool // ids that are taken out
	put  []pairEvent
}

// bundleChanges are the bundles that change within a transaction.
type bundleChanges map[bundleKey]*bundleChange

func (c bundleChanges) at(k bundleKey) *bundleChange {
	if c[k] == nil {
		c[k] = &bundleChange{gone: map[string]bool{}}
	}
	return c[k]
}

// add puts the events of a merged event in.
func (c bundleChanges) add(m *entente.Merged) {
	for k, t := range pairEventsOf(m) {
		x := c.at(bundleKey{monthOf(t.day), k})
		x.put = append(x.put, *t)
	}
}

// drop takes the events of the merged events of a story out.
func (c bundleChanges) drop(ctx context.Context, tx *sql.Tx, story string) error {
	rows, err := tx.QueryContext(ctx, `SELECT e.id, e.day_from, p.party FROM merged e JOIN merged_parties p ON p.merged = e.id
		WHERE e.story = ? AND p.inferred = 0 AND `+toldAsFact+" ORDER BY e.id", story)
	if err != nil {
		return fmt.Errorf("list the merged events of story %s: %w", story, err)
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	var last string
	var parties []string
	for rows.Next() {
		var id, party string
		var day entente.Day
		if err := rows.Scan(&id, &day, &party); err != nil {
			return fmt.Errorf("list the merged events of story %s: %w", story, err)
		}
		if id != last {
			last, parties = id, parties[:0]
		}
		parties = append(parties, party)
		for _, other := range parties { // with itself, too: sectors of one state
			k, _ := keyOf(party, other)
			c.at(bundleKey{monthOf(day), k}).gone[id] = true
		}
	}
	return rows.Err()
}

// keys returns the bundles that change, in order.
func (c bundleChanges) keys() []bundleKey {
	out := make([]bundleKey, 0, len(c))
	for k := range c {
		out = append(out, k)
	}
	slices.SortFunc(out, func(x, y bundleKey) int {
		return cmp.Or(cmp.Compare(x.month, y.month), cmp.Compare(x.first, y.first), cmp.Compare(x.second, y.second))
	})
	return out
}

// writeBundles brings the bundles up to date, and the sums beside them.
func (a *Archive) writeBundles(ctx context.Context, tx *sql.Tx, c bundleChanges) error {
	if len(c) == 0 {
		return nil
	}
	w, err := a.newBundleWriter(ctx, tx)
	if err != nil {
		return err
	}
	defer w.close()
	for _, k := range c.keys() {
		old, err := w.old(ctx, k)
		if err != nil {
			return fmt.Errorf("read the bundle of %s and %s: %w", k.first, k.second, err)
		}
		events, err := c[k].apply(old, firstOf(k.month))
		if err == nil {
			err = w.put(ctx, k, old, events)
		}
		if err != nil {
			return fmt.Errorf("write the bundle of %s and %s: %w", k.first, k.second, err)
		}
	}
	return w.networks.write(ctx, tx)
}

// bundleWriter writes bundles and what is summed of them.
type bundleWriter struct {
	read, bundle, sums, drop, dropSums *sql.Stmt
	networks                           networkChanges
	summed                             int // see leastSummed
}

func (a *Archive) newBundleWriter(ctx context.Context, tx *sql.Tx) (*bundleWriter, error) {
	w := &bundleWriter{networks: networkChanges{}, summed: a.summed}
	for _, s := range []struct {
		to *(*sql.Stmt)
		q  string
	}{
		{&w.read, "SELECT events FROM bundles WHERE month = ? AND first = ? AND second = ?"},
		{&w.bundle, "INSERT OR REPLACE INTO bundles (month, first, second, events) VALUES (?,?,?,?)"},
		{&w.sums, "INSERT OR REPLACE INTO pair_sums (month, first, second, sums) VALUES (?,?,?,?)"},
		{&w.drop, "DELETE FROM bundles WHERE month = ? AND first = ? AND second = ?"},
		{&w.dropSums, "DELETE FROM pair_sums WHERE month = ? AND first = ? AND second = ?"},
	} {
		var err error
		if *s.to, err = tx.PrepareContext(ctx, s.q); err != nil { //nolint:sqlclosecheck // by close
			w.close()
			return nil, err
		}
	}
	return w, nil
}

// close ends the statements; their transaction would, too.
func (w *bundleWriter) close() {
	for _, s := range []*sql.Stmt{w.read, w.bundle, w.sums, w.drop, w.dropSums} {
		if s != nil {
			_ = s.Close() //nolint:errcheck // as above
		}
	}
}

// old returns a bundle as it stands, nil for none.
func (w *bundleWriter) old(ctx context.Context, k bundleKey) ([]byte, error) {
	var old []byte
	err := w.read.QueryRowContext(ctx, k.month, k.first, k.second).Scan(&old)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return old, err
}

// put writes a bundle in place of what it was.
func (w *bundleWriter) put(ctx context.Context, k bundleKey, old []byte, events []pairEvent) error {
	if len(events) == 0 {
		if old == nil {
			return nil
		}
		w.networks.put(k, events)
		_, err := w.drop.ExecContext(ctx, k.month, k.first, k.second)
		_, serr := w.dropSums.ExecContext(ctx, k.month, k.first, k.second)
		return errors.Join(err, serr)
	}
	first := firstOf(k.month)
	fresh := packBundle(events, first)
	if bytes.Equal(old, fresh) {
		return nil
	}
	if _, err := w.bundle.ExecContext(ctx, k.month, k.first, k.second, fresh); err != nil {
		return err
	}
	return w.putSums(ctx, k, events)
}

// putSums writes what the events of a bundle sum to.
func (w *bundleWriter) putSums(ctx context.Context, k bundleKey, events []pairEvent) error {
	w.networks.put(k, events)
	if len(events) < w.summed {
		_, err := w.dropSums.ExecContext(ctx, k.month, k.first, k.second)
		return err
	}
	_, err := w.sums.ExecContext(ctx, k.month, k.first, k.second, packSums(events, firstOf(k.month)))
	return err
}

// apply returns the events of a bundle after the change, by day and id.
func (x *bundleChange) apply(old []byte, first entente.Day) ([]pairEvent, error) {
	var events []pairEvent
	if old != nil {
		b, err := openBundle(old, first)
		if err != nil {
			return nil, err
		}
		if events, err = b.all(); err != nil {
			return nil, err
		}
	}
	events = slices.DeleteFunc(events, func(t pairEvent) bool { return x.gone[t.id] })
	events = append(events, x.put...)
	slices.SortFunc(events, func(s, t pairEvent) int { return cmp.Or(cmp.Compare(s.day, t.day), cmp.Compare(s.id, t.id)) })
	return events, nil
}

// rebuildBundles writes all bundles anew from the merged events.
func (a *Archive) rebuildBundles(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM bundles; DELETE FROM pair_sums; DELETE FROM network_sums"); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, "SELECT e.record FROM merged e WHERE "+toldAsFact+" ORDER BY e.day_from")
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	c, month := bundleChanges{}, 0
	for rows.Next() {
		var blob []byte
		if err := rows.Scan(&blob); err != nil {
			return err
		}
		m := &entente.Merged{}
		if err := a.blobs.unpack(blob, m); err != nil {
			return err
		}
		if now := monthOf(m.When.From); now != month {
			if err := a.writeBundles(ctx, tx, c); err != nil {
				return err
			}
			c, month = bundleChanges{}, now
		}
		c.add(m)
	}
	return errors.Join(rows.Err(), a.writeBundles(ctx, tx, c))
}
