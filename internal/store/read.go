package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	entente "github.com/entente-news/entente"
)

const metaColumns = "id, url, source, title, byline, lang, published, date_basis, sample"

// scanner is a row or the rows of a query.
type scanner interface{ Scan(dest ...any) error }

func (p *packer) scanDocument(row scanner, depth entente.Depth) (*entente.Document, error) {
	d := &entente.Document{}
	var date, marks string
	var blob, tokens []byte
	dest := []any{&d.ID, &d.URL, &d.Publisher, &d.Title, &d.Byline, &d.Lang, &date, &d.DateBasis, &d.Sample}
	if depth >= entente.DepthLayers {
		dest = append(dest, &d.Text, &blob, &marks)
	}
	if depth >= entente.DepthFull {
		dest = append(dest, &tokens)
	}
	if err := row.Scan(dest...); err != nil {
		return nil, err
	}
	if err := setPublished(d, date); err != nil {
		return nil, fmt.Errorf("document %s: %w", d.ID, err)
	}
	if depth >= entente.DepthLayers {
		var l layers
		if err := p.unpack(blob, &l); err != nil {
			return nil, fmt.Errorf("document %s: %w", d.ID, err)
		}
		l.into(d)
		if err := applyMarks(d, marks); err != nil {
			return nil, err
		}
	}
	if depth >= entente.DepthFull {
		var w words
		if err := p.unpack(tokens, &w); err != nil {
			return nil, fmt.Errorf("document %s: %w", d.ID, err)
		}
		if err := w.into(d); err != nil {
			return nil, fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	return d, nil
}

func setPublished(d *entente.Document, s string) error {
	if s == "" {
		return nil
	}
	layout := time.RFC3339
	if len(s) == len(time.DateOnly) {
		layout, d.DateOnly = time.DateOnly, true
	}
	t, err := time.Parse(layout, s)
	if err != nil {
		return fmt.Errorf("read the date: %w", err)
	}
	d.Published = t
	return nil
}

func columns(depth entente.Depth) string {
	switch depth {
	case entente.DepthMeta:
		return metaColumns
	case entente.DepthLayers:
		return metaColumns + ", text, layers, " + marksColumn
	default:
		return metaColumns + ", text, layers, " + marksColumn + ", tokens"
	}
}

// Document returns the document with that id, to the given depth; a missing
// one is an error with code not_found.
func (a *Archive) Document(ctx context.Context, id string, depth entente.Depth) (*entente.Document, error) {
	return a.document(ctx, a.read, id, depth)
}

func (a *Archive) document(ctx context.Context, q querier, id string, depth entente.Depth) (*entente.Document, error) {
	row := q.QueryRowContext(ctx, "SELECT "+columns(depth)+" FROM documents WHERE id = ?", id)
	d, err := a.blobs.scanDocument(row, depth)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, &entente.Error{Code: entente.ErrNotFound, Op: "look up document", Where: id, Err: errors.New("there is none with this id")}
	}
	if err != nil {
		return nil, fmt.Errorf("read document %s: %w", id, err)
	}
	return d, nil
}

// Documents returns the documents of a filter in (date, id) order, undated
// ones first.
func (a *Archive) Documents(ctx context.Context, f entente.DocumentFilter, depth entente.Depth) ([]*entente.Document, error) {
	w := where{}
	w.days("day", "day", f.Days)
	if f.Story != "" {
		w.add("id IN (SELECT doc FROM members WHERE story = ?)", f.Story)
	}
	q := "SELECT " + columns(depth) + " FROM documents" + w.String() + " ORDER BY day, published, id" + w.page(f.Limit, f.Offset)
	rows, err := a.read.QueryContext(ctx, q, w.args...)
	if err != nil {
		return nil, fmt.Errorf("list documents: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (*entente.Document, error) { return a.blobs.scanDocument(r, depth) })
}

// EachDocument yields the documents published within span, with their text and
// layers, in (date, id) order, undated ones first where span is open. It holds
// one at a time; an error ends it.
func (a *Archive) EachDocument(ctx context.Context, span entente.Days) iter.Seq2[*entente.Document, error] {
	return func(yield func(*entente.Document, error) bool) {
		w := where{}
		w.days("day", "day", span)
		rows, err := a.read.QueryContext(ctx, "SELECT "+columns(entente.DepthLayers)+" FROM documents"+w.String()+" ORDER BY day, published, id", w.args...)
		if err != nil {
			yield(nil, fmt.Errorf("list documents: %w", err))
			return
		}
		defer rows.Close() //nolint:errcheck // the error is that of rows.Err
		for rows.Next() {
			d, err := a.blobs.scanDocument(rows, entente.DepthLayers)
			if !yield(d, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, fmt.Errorf("list documents: %w", err))
		}
	}
}

// collect reads all rows and closes them.
func collect[T any](rows *sql.Rows, scan func(*sql.Rows) (T, error)) ([]T, error) {
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	out := []T{}
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, fmt.Errorf("read a row: %w", err)
		}
		out = append(out, v)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	return out, nil
}

// where builds the conditions of a query.
type where struct {
	conds []string
	args  []any
}

func (w *where) add(cond string, args ...any) {
	w.conds = append(w.conds, cond)
	w.args = append(w.args, args...)
}

// days asks that the interval of two columns touch span.
func (w *where) days(fromCol, toCol string, span entente.Days) {
	if span.From.Known() {
		w.add(toCol+" >= ?", int64(span.From))
	}
	if span.To.Known() {
		w.add(fromCol+" <= ?", int64(span.To))
	}
}

func (w *where) String() string {
	if len(w.conds) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.conds, " AND ")
}

func (w *where) page(limit, offset int) string {
	if limit <= 0 && offset <= 0 {
		return ""
	}
	if limit <= 0 {
		limit = -1
	}
	w.args = append(w.args, limit, max(0, offset))
	return " LIMIT ? OFFSET ?"
}
