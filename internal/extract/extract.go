package extract

import (
	"context"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// Options says how documents are extracted. The zero value is ready for use.
type Options struct {
	// MaxElements is the most elements of a page; 0 = DefaultMaxElements.
	MaxElements int
}

// DefaultMaxElements is the most elements that a page may have. The largest of
// 600 real pages has 13,000; the cost of extraction grows faster than their
// number.
const DefaultMaxElements = 100_000

// Extractor fills the text layer. It is safe for concurrent use.
type Extractor struct {
	opt Options
}

// New returns an extractor.
func New(o Options) *Extractor {
	if o.MaxElements <= 0 {
		o.MaxElements = DefaultMaxElements
	}
	return &Extractor{opt: o}
}

// Annotate fills the text layer of d. A page is taken apart and d.HTML set to
// nil; of any other text only headlines run on behind it are marked. What d
// already knows of itself stays: title, byline, language, publisher and a date
// from metadata. A date that the run gave (file, flag) yields to one that the
// document itself bears. Errors have the codes limit, invalid and internal.
func (x *Extractor) Annotate(ctx context.Context, d *entente.Document) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if d.HTML != nil {
		if err := x.page(d); err != nil {
			return err
		}
	} else {
		plain(d)
	}
	if !dated(d) {
		if t, ok := DateInURL(d.URL); ok {
			setDate(d, t, true, entente.DateURL)
		}
	}
	if d.Lang == "" {
		if d.Lang = text.Language(d.Text); d.Lang == "" {
			d.Lang = text.Language(d.Title)
		}
	}
	d.Layers |= entente.LayerText
	return nil
}

// plain looks for what a text without markup says of itself.
func plain(d *entente.Document) {
	head := readHead(d.Text)
	if d.Byline == "" {
		d.Byline = head.byline
	}
	if !dated(d) && !head.date.IsZero() {
		setDate(d, head.date, head.dateOnly, entente.DateText)
	}
	if d.Lang != "" && d.Lang != "en" {
		return
	}
	for _, s := range RunOn(d.Text) {
		d.Related = append(d.Related, entente.Related{Title: strings.Join(strings.Fields(s.In(d.Text)), " "), Span: s})
	}
}

// dated reports whether d bears a date of its own.
func dated(d *entente.Document) bool {
	switch d.DateBasis {
	case entente.DateNone, entente.DateFile, entente.DateFlag:
		return false
	case entente.DateMetadata, entente.DateText, entente.DateURL:
	}
	return true
}
