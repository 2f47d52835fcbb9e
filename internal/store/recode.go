package store

import (
	"context"
	"database/sql"
	"fmt"

	entente "github.com/entente-news/entente"
)

// CodedDocument is a document as it stands in the archive, with what coded it
// and without what readers said of its events.
type CodedDocument struct {
	*entente.Document
	Run string
	Seq int64 // grows from document to document
}

// CodedAfter returns the documents behind the place after, in the order in
// which they came, at most limit; the first place is 0. They have their layers
// but tokens and names.
func (a *Archive) CodedAfter(ctx context.Context, after int64, limit int) ([]CodedDocument, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT seq, run, "+metaColumns+", text, layers, '[]' FROM documents WHERE seq > ? ORDER BY seq LIMIT ?", after, limit)
	if err != nil {
		return nil, fmt.Errorf("list documents: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (CodedDocument, error) {
		var c CodedDocument
		d, err := a.blobs.scanDocument(ahead{r, []any{&c.Seq, &c.Run}}, entente.DepthLayers)
		c.Document = d
		return c, err
	})
}

// ahead scans columns of its own in front of those that are asked for.
type ahead struct {
	rows scanner
	dest []any
}

func (a ahead) Scan(dest ...any) error {
	return a.rows.Scan(append(a.dest[:len(a.dest):len(a.dest)], dest...)...)
}

// Recode puts the layers of documents in place of those that are there, in one
// transaction, and notes what coded them. Texts, dates, stories and the words
// of readers stay. A document that is gone or whose text is another one by now
// is left alone.
func (a *Archive) Recode(ctx context.Context, docs []*entente.Document, run string) error {
	return a.update(ctx, func(tx *sql.Tx) error {
		var written []*entente.Document
		for _, d := range docs {
			ok, err := a.recode(ctx, tx, d, run)
			if err != nil {
				return fmt.Errorf("recode document %s: %w", d.ID, err)
			}
			if ok {
				written = append(written, d)
			}
		}
		return a.reindex(ctx, tx, written...)
	})
}

// recode says whether the document was there to be written.
func (a *Archive) recode(ctx context.Context, tx *sql.Tx, d *entente.Document, run string) (bool, error) {
	blob, err := a.blobs.pack(layersOf(d))
	if err != nil {
		return false, err
	}
	tokens, err := a.blobs.pack(wordsOf(d))
	if err != nil {
		return false, err
	}
	res, err := tx.ExecContext(ctx, "UPDATE documents SET layers = ?, tokens = ?, run = ? WHERE id = ? AND hash = ?", blob, tokens, run, d.ID, Hash(d.Text))
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n > 0, err
}
