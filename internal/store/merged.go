package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"

	entente "github.com/entente-news/entente"
)

// mergedSeries is what counts in a series by default, as seriesCondition does
// of mentions.
const mergedSeries = "e.status = 'actual' AND e.interested = 0 AND e.day_from IS NOT NULL AND e.day_from = e.day_to"

// mergedWhere is eventWhere for merged events, whose table is called e as well.
func mergedWhere(f *entente.EventFilter) where {
	g := *f
	g.Doc, g.Story, g.AfterDoc, g.FirstOnly, g.Series = "", "", 0, false, false
	w := eventWhere(&g)
	for i, c := range w.conds {
		w.conds[i] = strings.ReplaceAll(c, "SELECT event FROM parties", "SELECT merged FROM merged_parties")
	}
	if f.Doc != "" {
		w.add("e.id IN (SELECT merged FROM tellings WHERE doc = ?)", f.Doc)
	}
	if f.Story != "" {
		w.add("e.id IN (SELECT t.merged FROM tellings t JOIN members m ON m.doc = t.doc WHERE m.story = ?)", f.Story)
	}
	if f.AfterDoc > 0 {
		w.add("e.id IN (SELECT t.merged FROM tellings t JOIN documents d ON d.id = t.doc WHERE d.seq > ?)", f.AfterDoc)
	}
	if f.Series {
		w.add(mergedSeries)
	}
	return w
}

// MergedEvents returns the merged events of a filter by day and publication of
// their earliest telling. FirstOnly has no meaning for them. [Archive.EachMerged]
// is for many.
func (a *Archive) MergedEvents(ctx context.Context, f entente.EventFilter) ([]entente.MergedRow, error) {
	out := []entente.MergedRow{}
	for row, err := range a.EachMerged(ctx, f) {
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// EachMerged yields the merged events of a filter in the order of
// [Archive.MergedEvents], as of one moment, with few texts in memory. An error
// ends it. It takes one connection until the loop ends.
func (a *Archive) EachMerged(ctx context.Context, f entente.EventFilter) iter.Seq2[entente.MergedRow, error] {
	return func(yield func(entente.MergedRow, error) bool) {
		if err := a.walkMerged(ctx, &f, func(r entente.MergedRow) bool { return yield(r, nil) }); err != nil {
			yield(entente.MergedRow{}, fmt.Errorf("list merged events: %w", err))
		}
	}
}

func (a *Archive) walkMerged(ctx context.Context, f *entente.EventFilter, yield func(entente.MergedRow) bool) error {
	tx, err := a.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	w := mergedWhere(f)
	rows, err := tx.QueryContext(ctx, "SELECT e.record FROM merged e"+w.String()+mergedOrder(f)+w.page(f.Limit, f.Offset), w.args...)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	texts := textCache{tx: tx, texts: map[string]string{}}
	for rows.Next() {
		row, err := a.mergedRow(ctx, rows, &texts)
		if err != nil {
			return err
		}
		if !yield(row) {
			return nil
		}
	}
	return rows.Err()
}

func mergedOrder(f *entente.EventFilter) string {
	if f.NewestFirst {
		return " ORDER BY ifnull(e.day_from, e.day_to) DESC, e.published DESC, e.id"
	}
	return " ORDER BY ifnull(e.day_from, e.day_to), e.published, e.id"
}

func (a *Archive) mergedRow(ctx context.Context, r scanner, texts *textCache) (entente.MergedRow, error) {
	var blob []byte
	if err := r.Scan(&blob); err != nil {
		return entente.MergedRow{}, err
	}
	m := &entente.Merged{}
	if err := a.blobs.unpack(blob, m); err != nil {
		return entente.MergedRow{}, err
	}
	row := entente.MergedRow{Merged: m, Texts: make(map[string]string, len(m.Tellings))}
	for i := range m.Tellings {
		text, err := texts.get(ctx, m.Tellings[i].Doc)
		if err != nil {
			return row, err
		}
		row.Texts[m.Tellings[i].Doc] = text
	}
	return row, nil
}

// textCache holds the texts of some documents.
type textCache struct {
	tx    *sql.Tx
	texts map[string]string
	held  []string // oldest first
}

func (c *textCache) get(ctx context.Context, doc string) (string, error) {
	if t, ok := c.texts[doc]; ok {
		return t, nil
	}
	var t string
	if err := c.tx.QueryRowContext(ctx, "SELECT text FROM documents WHERE id = ?", doc).Scan(&t); err != nil {
		return "", fmt.Errorf("read the text of document %s: %w", doc, err)
	}
	c.texts[doc] = t
	if c.held = append(c.held, doc); len(c.held) > cachedDocuments {
		delete(c.texts, c.held[0])
		c.held = c.held[1:]
	}
	return t, nil
}

// CountMerged returns how many merged events a filter selects, whatever its
// limit.
func (a *Archive) CountMerged(ctx context.Context, f entente.EventFilter) (int, error) {
	w := mergedWhere(&f)
	var n int
	if err := a.read.QueryRowContext(ctx, "SELECT count(*) FROM merged e"+w.String(), w.args...).Scan(&n); err != nil {
		return 0, fmt.Errorf("count merged events: %w", err)
	}
	return n, nil
}

// Merged returns one merged event. Its id is the one that it has now, one that
// it had before an earlier report came, or that of any event in it; a missing
// one is an error with code not_found.
func (a *Archive) Merged(ctx context.Context, id string) (entente.MergedRow, error) {
	tx, err := a.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return entente.MergedRow{}, fmt.Errorf("look up merged event %s: %w", id, err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	row := tx.QueryRowContext(ctx, `SELECT m.record FROM tellings t JOIN merged m ON m.id = t.merged WHERE t.event IN (?, ?) LIMIT 1`,
		id, strings.TrimPrefix(id, "m"))
	out, err := a.mergedRow(ctx, row, &textCache{tx: tx, texts: map[string]string{}})
	if errors.Is(err, sql.ErrNoRows) {
		return out, &entente.Error{Code: entente.ErrNotFound, Op: "look up merged event", Where: id, Err: errors.New("there is none with this id")}
	}
	if err != nil {
		return out, fmt.Errorf("look up merged event %s: %w", id, err)
	}
	return out, nil
}
