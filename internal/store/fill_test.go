package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"math/rand/v2"
	"sort"

	entente "github.com/entente-news/entente"
)

// World makes archives of many events for benchmarks: twenty years of news of 200
// states. As in the news few pairs have most of it: the pair of rank r has a share
// of 1/(r+20)^1.2, and one war beside them has a twelfth of all.
type World struct {
	Events int
	Wide   bool        // documents, events and merged events as well; else what relations and networks read
	Pairs  [][2]string // by rank; the first is the war
	Count  []int       // events of each
	upTo   []float64   // cumulative shares
	rng    *rand.Rand
}

// The days and outlets of a world.
const (
	WorldFirst   = entente.Day(12418) // 1 January 2004
	WorldDays    = 7305
	worldOutlets = 100
	perDocument  = 2  // events
	perStory     = 40 // events
)

// NewWorld returns a world of n events.
func NewWorld(n int, wide bool) *World {
	w := &World{Events: n, Wide: wide, rng: rand.New(rand.NewPCG(1, 2))} //nolint:gosec // a fixed world
	for i := range 200 {
		for k := range i {
			w.Pairs = append(w.Pairs, [2]string{fmt.Sprintf("A%02X", i), fmt.Sprintf("A%02X", k)})
		}
	}
	w.rng.Shuffle(len(w.Pairs), func(i, k int) { w.Pairs[i], w.Pairs[k] = w.Pairs[k], w.Pairs[i] })
	w.Count = make([]int, len(w.Pairs))
	sum := 0.0
	for i := range w.Pairs {
		share := math.Pow(float64(i+20), -1.2)
		if i == 0 {
			share = 0.18
		}
		sum += share
		w.upTo = append(w.upTo, sum)
	}
	return w
}

// worldEvent is one event of a world, of one actor and one recipient.
type worldEvent struct {
	number     int
	day        entente.Day
	actor      string
	recipient  string
	root       entente.Root
	score      float64
	confidence float64
	claim      bool
}

func (w *World) event(i int) worldEvent {
	r := min(sort.SearchFloat64s(w.upTo, w.rng.Float64()*w.upTo[len(w.upTo)-1]), len(w.Pairs)-1)
	w.Count[r]++
	d := w.Pairs[r]
	if w.rng.IntN(2) == 1 {
		d[0], d[1] = d[1], d[0]
	}
	roots := entente.Roots()
	return worldEvent{number: i, day: WorldFirst + entente.Day(int64(i)*WorldDays/int64(w.Events)), actor: d[0], recipient: d[1], //nolint:gosec // below WorldDays
		root: roots[w.rng.IntN(len(roots))], score: float64(w.rng.IntN(39))/2 - 9.5, confidence: float64(w.rng.IntN(1000)) / 1000, claim: w.rng.IntN(12) == 0}
}

func (e *worldEvent) id() string {
	return fmt.Sprintf("%08x%08x", uint32(e.number)*2654435761, uint32(e.number))
} //nolint:gosec // scattered

func (e *worldEvent) outlet() string {
	return fmt.Sprintf("outlet%d.example", e.number/perDocument%worldOutlets)
}

// pair is the event as it stands in a bundle.
func (e *worldEvent) pair() (pairKey, pairEvent) {
	k, swapped := keyOf(e.actor, e.recipient)
	p := pairEvent{id: "m" + e.id(), day: e.day, quad: e.root.Quad(), score: e.score, confidence: e.confidence, claim: e.claim,
		story: uint32(e.number/perStory) + 1, outlets: []string{e.outlet()}, pairs: 1, total: 1, forward: 1}
	if swapped {
		p.forward, p.back = 0, 1
	}
	p.addMember(entente.GOV, entente.SectorNone, swapped)
	return k, p
}

func (e *worldEvent) event() entente.Event {
	return entente.Event{ID: e.id(), Root: e.root, Score: e.score, Confidence: e.confidence, When: entente.When{From: e.day, To: e.day},
		Actors: []entente.Actor{{Country: e.actor, Sector: entente.GOV}}, Recipients: []entente.Actor{{Country: e.recipient}}}
}

// Fill writes a world into an empty archive, in bulk: rows without indexes and
// triggers, which come after, and what SQL can make of other rows by SQL. Merged
// events have no record. A world that was filled only counts its events again.
func Fill(ctx context.Context, a *Archive, w *World) error {
	var there int
	if err := a.write.QueryRowContext(ctx, "SELECT count(*) FROM read_months").Scan(&there); err != nil {
		return err
	}
	if there > 0 {
		for i := range w.Events {
			w.event(i)
		}
		return nil
	}
	if _, err := a.write.ExecContext(ctx, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -400000"); err != nil {
		return err
	}
	if err := a.update(ctx, func(tx *sql.Tx) error { return a.fillBundles(ctx, tx, w) }); err != nil {
		return err
	}
	if w.Wide {
		if err := a.fillRows(ctx, NewWorld(w.Events, true)); err != nil {
			return err
		}
	}
	_, err := a.write.ExecContext(ctx, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
	return err
}

// withoutIndexes drops indexes and triggers and returns what makes them again.
func withoutIndexes(ctx context.Context, a *Archive) ([]string, error) {
	rows, err := a.write.QueryContext(ctx, "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name")
	if err != nil {
		return nil, err
	}
	var drop, again []string
	if _, err := collect(rows, func(r *sql.Rows) (struct{}, error) {
		var kind, name, q string
		err := r.Scan(&kind, &name, &q)
		drop, again = append(drop, "DROP "+kind+" "+name), append(again, q)
		return struct{}{}, err
	}); err != nil {
		return nil, err
	}
	for _, q := range drop {
		if _, err := a.write.ExecContext(ctx, q); err != nil {
			return nil, err
		}
	}
	return again, nil
}

// fillBundles writes what relations and networks read, month by month in the
// order of the rows.
func (a *Archive) fillBundles(ctx context.Context, tx *sql.Tx, w *World) error {
	reads, changes, month := readChanges{}, bundleChanges{}, 0
	flush := func() error {
		err := a.writeBundles(ctx, tx, changes)
		changes = bundleChanges{}
		return err
	}
	for i := range w.Events {
		e := w.event(i)
		if now := monthOf(e.day); now != month {
			if err := flush(); err != nil {
				return err
			}
			month = now
		}
		k, p := e.pair()
		x := changes.at(bundleKey{month, k})
		x.put = append(x.put, p)
		if i%perDocument == 0 {
			reads.add(e.outlet(), e.day, 1)
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return reads.write(ctx, tx)
}

// fillRows writes the rest: documents, and a table of events of which fillQueries
// make all other rows.
func (a *Archive) fillRows(ctx context.Context, w *World) error {
	later, err := withoutIndexes(ctx, a)
	if err != nil {
		return err
	}
	if err := a.update(ctx, func(tx *sql.Tx) error { return a.fillDocuments(ctx, tx, w) }); err != nil {
		return err
	}
	for _, q := range append(fillQueries, later...) {
		if _, err := a.write.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("%.80s: %w", q, err)
		}
	}
	return nil
}

func (a *Archive) fillDocuments(ctx context.Context, tx *sql.Tx, w *World) error {
	if _, err := tx.ExecContext(ctx, `CREATE TABLE gen (n INTEGER PRIMARY KEY, id TEXT, doc TEXT, story TEXT, day INTEGER, actor TEXT, recipient TEXT,
		root TEXT, quad INTEGER, score REAL, confidence REAL, claim INTEGER)`); err != nil {
		return err
	}
	gen, err := tx.PrepareContext(ctx, "INSERT INTO gen VALUES (?,?,?,?,?,?,?,?,?,?,?,?)") //nolint:sqlclosecheck // closed with its transaction
	if err != nil {
		return err
	}
	const insert = `INSERT INTO documents (id, hash, url, source, title, lang, published, day, date_basis, events, text, layers, tokens, added)
		VALUES (?,?,?,?,?,'en',?,?,1,?,?,?,x'',?)`
	docs, err := tx.PrepareContext(ctx, insert) //nolint:sqlclosecheck // closed with its transaction
	if err != nil {
		return err
	}
	var of []entente.Event // of the document
	for i := range w.Events {
		e := w.event(i)
		doc := fmt.Sprintf("d%08d", i/perDocument)
		if _, err := gen.ExecContext(ctx, i, e.id(), doc, fmt.Sprintf("s%07d", i/perStory), int64(e.day), e.actor, e.recipient, e.root.String(), int(e.root.Quad()), e.score, e.confidence, e.claim); err != nil {
			return err
		}
		if of = append(of, e.event()); len(of) < perDocument && i < w.Events-1 {
			continue
		}
		blob, err := a.blobs.pack(layersOf(&entente.Document{Events: of}))
		if err != nil {
			return err
		}
		title := e.actor + " and " + e.recipient
		if _, err := docs.ExecContext(ctx, doc, doc, "https://"+e.outlet()+"/"+doc, e.outlet(), title, e.day.String(), int64(e.day), len(of), title+" met.", blob, int64(e.day)); err != nil {
			return err
		}
		of = nil
	}
	return nil
}

var fillQueries = []string{
	`INSERT INTO events SELECT id, doc, root, quad, score, 'actual', 'event', day, day, claim, 0, confidence, 0, day FROM gen ORDER BY id`,
	`INSERT INTO parties SELECT id, 0, actor, 'GOV' FROM gen UNION ALL SELECT id, 1, recipient, '' FROM gen`,
	`INSERT INTO dyads SELECT actor, recipient, id, 1 FROM gen ORDER BY 1, 2, 3`,
	`INSERT INTO merged SELECT 'm' || id, story, root, quad, score, 'actual', 'event', day, day, claim, 1, 1, confidence, 0, date(day * 86400, 'unixepoch'), x'' FROM gen ORDER BY 1`,
	`INSERT INTO tellings SELECT id, 'm' || id, doc FROM gen ORDER BY id`,
	`INSERT INTO merged_parties SELECT 'm' || event, side, party, sector, 0 FROM parties`,
	`INSERT INTO members SELECT doc, story, '' FROM gen GROUP BY doc ORDER BY 1`,
	`INSERT INTO stories SELECT story, 'On ' || min(actor), min(day), max(day), 0, 1 FROM gen GROUP BY story ORDER BY 1`,
	`INSERT INTO coverage SELECT day, source, lang, count(*), 0 FROM documents GROUP BY day, source, lang`,
	`UPDATE counts SET (documents, events) = (SELECT count(*), sum(events) FROM documents)`,
	`INSERT INTO fts (fts) VALUES ('rebuild')`,
	`DROP TABLE gen`,
}
