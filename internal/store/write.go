package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	entente "github.com/entente-news/entente"
)

// Entry is one document on its way into the archive, with the place that
// clustering gave it. The document's ID must be its [Key].
type Entry struct {
	Doc      *entente.Document
	Place    entente.Assignment
	Features []byte // what clustering compares, opaque here
	Origin   entente.Provenance
	Run      string      // what coded it
	Added    entente.Day // on which it came; 0 is not noted
	State    State       // how it stood to the archive; set by Put
}

// State is how a document stands to the archive.
type State uint8

// The states.
const (
	New     State = iota // no document of that key
	Same                 // that key has that text or had it before
	Revised              // that key is there and never had that text
)

// State returns how a document with that key and text stands to the archive. A
// text that a later revision has replaced is the same as one that is there, so
// that reading an input again changes nothing.
func (a *Archive) State(ctx context.Context, key, text string) (State, error) {
	st, _, err := state(ctx, a.read, key, Hash(text))
	return st, err
}

// querier is a database or a transaction.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// state returns how a key with a text of that hash stands to the archive, and
// the number of its present revision.
func state(ctx context.Context, q querier, key, hash string) (State, int, error) {
	var revision int
	var known bool
	err := q.QueryRowContext(ctx, `SELECT revision, hash = ?1 OR EXISTS (SELECT 1 FROM revisions r WHERE r.id = ?2 AND r.hash = ?1)
		FROM documents WHERE id = ?2`, hash, key).Scan(&revision, &known)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return New, 0, nil
	case err != nil:
		return New, 0, fmt.Errorf("look up document %s: %w", key, err)
	case known:
		return Same, revision, nil
	default:
		return Revised, revision, nil
	}
}

// Put writes entries, and the new places of documents that are there already,
// in one transaction: all of it or, on an error, nothing. A document whose key
// and text are there already is left as it is; one with another text becomes a
// new revision, and the old text is kept. The State of each entry is set to
// what was met: another program may have written in between. A story that moves
// leave without a document is gone, and its id leads to the one that took it in.
func (a *Archive) Put(ctx context.Context, entries []Entry, moves ...entente.Assignment) error {
	return a.update(ctx, func(tx *sql.Tx) error { return a.putAll(ctx, tx, &Batch{Entries: entries, Moves: moves}) })
}

// Batch is what one transaction writes.
type Batch struct {
	Entries []Entry
	Moves   []entente.Assignment // new places of documents that are there already
	Ties    []Ties
	// Remembers reports whether what ties stories still knows one: the link of a
	// tied story to one that it does not know stays. nil knows none.
	Remembers func(story string) bool
}

// Extend lets place decide what is written, in the same transaction that writes
// it: no other program writes in between. place is given the documents that
// were placed behind the row number since, in the order in which they were
// added, which are those that other programs wrote. Extend returns the newest
// row number, and otherwise does what [Archive.Put] does.
func (a *Archive) Extend(ctx context.Context, since int64, place func(others []Placed) (*Batch, error)) (newest int64, err error) {
	err = a.update(ctx, func(tx *sql.Tx) error {
		others := []Placed{}
		for p, err := range placedAfter(ctx, tx, since) {
			if err != nil {
				return err
			}
			others = append(others, p)
		}
		b, err := place(others)
		if err != nil {
			return err
		}
		if err := a.putAll(ctx, tx, b); err != nil {
			return err
		}
		return tx.QueryRowContext(ctx, "SELECT ifnull(max(seq), 0) FROM documents").Scan(&newest)
	})
	return newest, err
}

func (a *Archive) putAll(ctx context.Context, tx *sql.Tx, b *Batch) error {
	touched, reads := touchedStories{}, readChanges{}
	for i := range b.Entries {
		if err := a.put(ctx, tx, &b.Entries[i], touched, reads); err != nil {
			return fmt.Errorf("archive document %s: %w", b.Entries[i].Doc.ID, err)
		}
	}
	moved := map[[2]string]int{}
	for _, m := range b.Moves {
		from, err := move(ctx, tx, m, touched)
		if err != nil {
			return fmt.Errorf("move document %s to story %s: %w", m.Doc, m.Story, err)
		}
		if from != "" && from != m.Story {
			moved[[2]string{from, m.Story}]++
		}
	}
	if err := reads.write(ctx, tx); err != nil {
		return err
	}
	if err := touched.refresh(ctx, tx); err != nil {
		return err
	}
	if err := touched.trace(ctx, tx, moved); err != nil {
		return err
	}
	tied, err := putTies(ctx, tx, b)
	if err != nil {
		return err
	}
	return a.remerge(ctx, tx, append(touched.ids(), tied...))
}

func (a *Archive) put(ctx context.Context, tx *sql.Tx, e *Entry, touched touchedStories, reads readChanges) error {
	d := e.Doc
	hash := Hash(d.Text)
	st, revision, err := state(ctx, tx, d.ID, hash)
	if err != nil {
		return err
	}
	switch e.State = st; st {
	case Same:
		return nil
	case Revised:
		if err := retire(ctx, tx, d.ID, touched, reads); err != nil {
			return err
		}
	case New:
	}
	blob, err := a.blobs.pack(layersOf(d))
	if err != nil {
		return err
	}
	tokens, err := a.blobs.pack(wordsOf(d))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO documents (id, revision, hash, url, source, title, byline, lang, published, day, date_basis,
		sample, events, text, layers, tokens, run, added) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,nullif(?, 0))`,
		d.ID, revision+1, hash, d.URL, d.Publisher, d.Title, d.Byline, d.Lang, published(d), nullDay(d.Day()), d.DateBasis,
		d.Sample, len(d.Events), d.Text, blob, tokens, e.Run, int64(e.Added))
	if err != nil {
		return err
	}
	reads.add(d.Publisher, d.Day(), 1)
	if err := a.indexEvents(ctx, tx, d); err != nil {
		return err
	}
	if err := putProvenance(ctx, tx, d.ID, e.Origin); err != nil {
		return err
	}
	return putMember(ctx, tx, e, touched)
}

// retire keeps what a document said before and takes it out of the indexes.
func retire(ctx context.Context, tx *sql.Tx, id string, touched touchedStories, reads readChanges) error {
	var outlet string
	var day sql.NullInt64
	if err := tx.QueryRowContext(ctx, "SELECT source, day FROM documents WHERE id = ?", id).Scan(&outlet, &day); err != nil {
		return fmt.Errorf("keep the former revision: %w", err)
	}
	reads.add(outlet, dayOf(day), -1)
	if _, err := touched.leave(ctx, tx, id); err != nil {
		return err
	}
	if err := dropEvents(ctx, tx, id); err != nil {
		return err
	}
	for _, q := range []string{
		"INSERT INTO revisions (id, revision, hash, title, published, text) SELECT id, revision, hash, title, published, text FROM documents WHERE id = ?",
		"DELETE FROM claims WHERE doc = ?",
		"DELETE FROM provenance WHERE doc = ?",
		"DELETE FROM members WHERE doc = ?",
		"DELETE FROM features WHERE doc = ?",
		"DELETE FROM documents WHERE id = ?",
	} {
		if _, err := tx.ExecContext(ctx, q, id); err != nil {
			return fmt.Errorf("keep the former revision: %w", err)
		}
	}
	return nil
}

func putEvent(ctx context.Context, tx *sql.Tx, d *entente.Document, e *entente.Event) error {
	interested := e.Attribution != nil && e.Attribution.Interested
	_, err := tx.ExecContext(ctx, `INSERT INTO events (id, doc, root, quad, score, status, aspect, day_from, day_to, interested,
		repeated, confidence, position, listed) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13, ifnull(?8, (SELECT day FROM documents WHERE id = ?2)))`,
		e.ID, d.ID, e.Root.String(), e.Root.Quad(), e.Score, e.Status.String(), e.Aspect.String(), nullDay(e.When.From),
		nullDay(e.When.To), interested, e.SameAs != "", e.Confidence, e.Trigger.Start)
	if err != nil {
		return err
	}
	for side, list := range [][]entente.Actor{e.Actors, e.Recipients} {
		for i := range list {
			if p := list[i].Party(); p != "" {
				if _, err := tx.ExecContext(ctx, "INSERT INTO parties (event, side, party, sector) VALUES (?,?,?,?)",
					e.ID, side, p, list[i].Sector.String()); err != nil {
					return err
				}
			}
		}
	}
	for _, dy := range Dyads(e) {
		if _, err := tx.ExecContext(ctx, "INSERT INTO dyads (actor, recipient, event, weight) VALUES (?,?,?,?)",
			dy.Actor, dy.Recipient, e.ID, dy.Weight); err != nil {
			return err
		}
	}
	return nil
}

// WeightedDyad is one ordered pair of parties of an event with its share.
type WeightedDyad struct {
	entente.Dyad
	Weight float64
}

// Dyads expands an event into ordered pairs of parties. k actors and m
// recipients give k·m pairs of weight 1/(k·m); n members of a reciprocal event
// give n·(n-1) pairs of weight 1/(n·(n-1)). Coalitions named only by region
// and inferred members give none, and neither does a party with itself.
func Dyads(e *entente.Event) []WeightedDyad {
	actors, recipients := parties(e.Actors), parties(e.Recipients)
	if len(recipients) == 0 {
		if len(e.Recipients) > 0 {
			return nil
		}
		recipients = actors
	}
	var out []WeightedDyad
	for _, a := range actors {
		for _, r := range recipients {
			if a != r {
				out = append(out, WeightedDyad{Dyad: entente.Dyad{Actor: a, Recipient: r}})
			}
		}
	}
	for i := range out {
		out[i].Weight = 1 / float64(len(out))
	}
	return out
}

func parties(list []entente.Actor) []string {
	var out []string
next:
	for i := range list {
		a := &list[i]
		if a.Inferred || (a.Country == "" && a.Org == "") {
			continue
		}
		p := a.Party()
		for _, q := range out {
			if p == q {
				continue next
			}
		}
		out = append(out, p)
	}
	return out
}

func nullDay(d entente.Day) any {
	if !d.Known() {
		return nil
	}
	return int64(d)
}

func published(d *entente.Document) string {
	switch {
	case d.Published.IsZero():
		return ""
	case d.DateOnly:
		return d.Published.Format(time.DateOnly)
	default:
		return d.Published.Format(time.RFC3339)
	}
}
