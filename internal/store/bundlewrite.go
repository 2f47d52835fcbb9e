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
				claim: m.Interested, sample: m.Sample, outlets: outletsOf(m)}
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

// write brings the bundles up to date.
func (c bundleChanges) write(ctx context.Context, tx *sql.Tx) error {
	if len(c) == 0 {
		return nil
	}
	read, err := tx.PrepareContext(ctx, "SELECT events FROM bundles WHERE month = ? AND first = ? AND second = ?")
	if err != nil {
		return err
	}
	defer read.Close() //nolint:errcheck // the transaction ends it
	put, err := tx.PrepareContext(ctx, "INSERT OR REPLACE INTO bundles (month, first, second, events) VALUES (?,?,?,?)")
	if err != nil {
		return err
	}
	defer put.Close() //nolint:errcheck // as above
	for _, k := range c.keys() {
		var old []byte
		if err := read.QueryRowContext(ctx, k.month, k.first, k.second).Scan(&old); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("read the bundle of %s and %s: %w", k.first, k.second, err)
		}
		fresh, err := c[k].apply(old, firstOf(k.month))
		switch {
		case err != nil:
		case bytes.Equal(old, fresh):
		case fresh == nil:
			_, err = tx.ExecContext(ctx, "DELETE FROM bundles WHERE month = ? AND first = ? AND second = ?", k.month, k.first, k.second)
		default:
			_, err = put.ExecContext(ctx, k.month, k.first, k.second, fresh)
		}
		if err != nil {
			return fmt.Errorf("write the bundle of %s and %s: %w", k.first, k.second, err)
		}
	}
	return nil
}

// apply returns what a bundle is after the change, nil for one without events.
func (x *bundleChange) apply(old []byte, first entente.Day) ([]byte, error) {
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
	if len(events) == 0 {
		return nil, nil
	}
	slices.SortFunc(events, func(s, t pairEvent) int { return cmp.Or(cmp.Compare(s.day, t.day), cmp.Compare(s.id, t.id)) })
	return packBundle(events, first), nil
}

// rebuildBundles writes all bundles anew from the merged events.
func (a *Archive) rebuildBundles(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM bundles"); err != nil {
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
			if err := c.write(ctx, tx); err != nil {
				return err
			}
			c, month = bundleChanges{}, now
		}
		c.add(m)
	}
	return errors.Join(rows.Err(), c.write(ctx, tx))
}
