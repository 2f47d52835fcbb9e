package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sort"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

// putClaims keeps what merging compares of the events of d, in place of what it
// kept before. d has its tokens, and its events are as its readers want them.
func (a *Archive) putClaims(ctx context.Context, tx *sql.Tx, d *entente.Document) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM claims WHERE doc = ?", d.ID); err != nil {
		return fmt.Errorf("forget what merging compared: %w", err)
	}
	for _, c := range merge.Claims(d) {
		blob, err := a.blobs.pack(c)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO claims (event, doc, claim) VALUES (?,?,?)", c.Event.ID, d.ID, blob); err != nil {
			return fmt.Errorf("keep what merging compares of event %s: %w", c.Event.ID, err)
		}
	}
	return nil
}

// putProvenance keeps where a document comes from.
func putProvenance(ctx context.Context, tx *sql.Tx, doc string, p entente.Provenance) error {
	credits, err := json.Marshal(p.Credits)
	if err != nil {
		return fmt.Errorf("encode credits: %w", err)
	}
	if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO provenance (doc, owner, credits) VALUES (?,?,?)", doc, p.Owner, string(credits)); err != nil {
		return fmt.Errorf("keep where it comes from: %w", err)
	}
	return nil
}

// remerge computes the merged events of the chains of the given stories anew.
// Stories that are gone are given too, so that their records go.
func (a *Archive) remerge(ctx context.Context, tx *sql.Tx, stories []string) error {
	var chains [][]string
	seen := map[string]bool{}
	for _, s := range stories {
		if seen[s] {
			continue
		}
		chain, err := chainOf(ctx, tx, s)
		if err != nil {
			return err
		}
		for _, c := range chain {
			seen[c] = true
		}
		chains = append(chains, chain)
	}
	bundles := bundleChanges{}
	for _, chain := range chains { // all that is old goes first: reports move from chain to chain
		for _, s := range chain {
			if err := dropMerged(ctx, tx, s, bundles); err != nil {
				return err
			}
		}
	}
	for _, chain := range chains {
		if err := a.mergeChain(ctx, tx, chain, bundles); err != nil {
			return fmt.Errorf("merge the events of story %s: %w", chain[0], err)
		}
	}
	return a.writeBundles(ctx, tx, bundles)
}

// maxChain bounds the stories whose events are merged together.
const maxChain = 64

// chainOf returns a story and those that it is tied to by what follows what
// and what is part of what, directly or over others, in order of id.
func chainOf(ctx context.Context, tx *sql.Tx, story string) ([]string, error) {
	out := []string{story}
	seen := map[string]bool{story: true}
	for i := 0; i < len(out) && len(out) < maxChain; i++ {
		next, err := column(ctx, tx, `SELECT other FROM story_links WHERE story = ?1 AND type <> 'related'
			UNION SELECT story FROM story_links WHERE other = ?1 AND type <> 'related' ORDER BY 1`, out[i])
		if err != nil {
			return nil, fmt.Errorf("follow the links of story %s: %w", out[i], err)
		}
		for _, s := range next {
			if !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
	}
	sort.Strings(out)
	return out, nil
}

// column returns the texts of a query of one column.
func column(ctx context.Context, tx *sql.Tx, q string, args ...any) ([]string, error) {
	rows, err := tx.QueryContext(ctx, q, args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(r *sql.Rows) (string, error) {
		var s string
		err := r.Scan(&s)
		return s, err
	})
}

func (a *Archive) mergeChain(ctx context.Context, tx *sql.Tx, chain []string, bundles bundleChanges) error {
	var reports []merge.Report
	for _, s := range chain {
		more, err := a.reportsOf(ctx, tx, s)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "UPDATE stories SET independent = ? WHERE id = ?", merge.Independent(more), s); err != nil {
			return err
		}
		reports = append(reports, more...)
	}
	for _, m := range merge.Events(reports) {
		if err := a.putMerged(ctx, tx, &m); err != nil {
			return fmt.Errorf("merged event %s: %w", m.ID, err)
		}
		bundles.add(&m)
	}
	return nil
}

// dropMerged takes out the merged events of a story.
func dropMerged(ctx context.Context, tx *sql.Tx, story string, bundles bundleChanges) error {
	if err := bundles.drop(ctx, tx, story); err != nil {
		return err
	}
	const its = " IN (SELECT id FROM merged WHERE story = ?)"
	for _, q := range []string{"DELETE FROM tellings WHERE merged" + its, "DELETE FROM merged_parties WHERE merged" + its,
		"DELETE FROM merged WHERE story = ?"} {
		if _, err := tx.ExecContext(ctx, q, story); err != nil {
			return fmt.Errorf("take the merged events of story %s out: %w", story, err)
		}
	}
	return nil
}

// reportsOf returns the reports of a story with what merging compares.
func (a *Archive) reportsOf(ctx context.Context, tx *sql.Tx, story string) ([]merge.Report, error) {
	rows, err := tx.QueryContext(ctx, `SELECT d.id, d.source, d.url, d.published, d.day, d.sample, d.run, m.duplicate_of, ifnull(p.owner, ''), ifnull(p.credits, 'null')
		FROM members m JOIN documents d ON d.id = m.doc LEFT JOIN provenance p ON p.doc = m.doc WHERE m.story = ? ORDER BY d.id`, story)
	if err != nil {
		return nil, err
	}
	out, err := collect(rows, func(r *sql.Rows) (merge.Report, error) {
		var x merge.Report
		var d entente.Document
		var published, credits string
		var day sql.NullInt64
		if err := r.Scan(&x.Doc, &x.Outlet, &x.URL, &published, &day, &x.Sample, &x.Run, &x.CopyOf, &x.Provenance.Owner, &credits); err != nil {
			return x, err
		}
		if err := setPublished(&d, published); err != nil {
			return x, fmt.Errorf("document %s: %w", x.Doc, err)
		}
		x.Story, x.Published, x.DateOnly, x.Day = story, d.Published, d.DateOnly, dayOf(day)
		return x, json.Unmarshal([]byte(credits), &x.Provenance.Credits)
	})
	if err != nil {
		return nil, err
	}
	for i := range out {
		if out[i].Claims, err = a.claimsOf(ctx, tx, out[i].Doc); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (a *Archive) claimsOf(ctx context.Context, tx *sql.Tx, doc string) ([]entente.Claim, error) {
	rows, err := tx.QueryContext(ctx, "SELECT claim FROM claims WHERE doc = ? ORDER BY event", doc)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(r *sql.Rows) (entente.Claim, error) {
		var blob []byte
		var c entente.Claim
		if err := r.Scan(&blob); err != nil {
			return c, err
		}
		return c, a.blobs.unpack(blob, &c)
	})
}

func (a *Archive) putMerged(ctx context.Context, tx *sql.Tx, m *entente.Merged) error {
	blob, err := a.blobs.pack(m)
	if err != nil {
		return err
	}
	first := &m.Tellings[0]
	_, err = tx.ExecContext(ctx, `INSERT INTO merged (id, story, root, quad, score, status, aspect, day_from, day_to, interested, reports, independent,
		confidence, sample, published, record) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`, m.ID, m.Story, m.Root.String(), m.Root.Quad(), m.Score, m.Status.String(),
		m.Aspect.String(), nullDay(m.When.From), nullDay(m.When.To), m.Interested, m.Reports, m.Independent, m.Confidence, m.Sample,
		published(&entente.Document{Published: first.Published, DateOnly: first.DateOnly}), blob)
	if err != nil {
		return err
	}
	for i := range m.Tellings {
		if _, err := tx.ExecContext(ctx, "INSERT INTO tellings (event, merged, doc) VALUES (?,?,?)", m.Tellings[i].Event, m.ID, m.Tellings[i].Doc); err != nil {
			return err
		}
	}
	for side, list := range [][]entente.Actor{m.Actors, m.Recipients} {
		for i := range list {
			if p := list[i].Party(); p != "" {
				if _, err := tx.ExecContext(ctx, "INSERT INTO merged_parties (merged, side, party, sector, inferred) VALUES (?,?,?,?,?)", m.ID, side, p, list[i].Sector.String(), list[i].Inferred); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// outletsOf returns the outlets that tell m, sorted, each once.
func outletsOf(m *entente.Merged) []string {
	var out []string
	for i := range m.Tellings {
		out = append(out, m.Tellings[i].Outlet)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// upgrade fills the tables of merged events from documents that an older version
// kept.
func (a *Archive) upgrade(ctx context.Context, tx *sql.Tx) error {
	docs, err := column(ctx, tx, "SELECT id FROM documents WHERE events > 0 ORDER BY seq")
	if err != nil {
		return err
	}
	for _, id := range docs {
		d, err := a.document(ctx, tx, id, entente.DepthFull)
		if err != nil {
			return err
		}
		if err := errors.Join(a.putClaims(ctx, tx, d), putProvenance(ctx, tx, id, entente.Provenance{})); err != nil {
			return fmt.Errorf("document %s: %w", id, err)
		}
	}
	stories, err := column(ctx, tx, "SELECT id FROM stories ORDER BY id")
	if err != nil {
		return err
	}
	return a.remerge(ctx, tx, stories)
}
