package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode"

	entente "github.com/entente-news/entente"
)

const openMark, closeMark = "\x02", "\x03"

const searchQuery = `SELECT d.id, d.url, d.source, d.title, d.byline, d.lang, d.published, d.date_basis, d.sample,
	snippet(fts, 1, char(2), char(3), ' … ', 24), ifnull(m.story, ''), d.events
	FROM fts JOIN documents d ON d.seq = fts.rowid LEFT JOIN members m ON m.doc = d.id
	`

// Search returns the documents that hold all words of query, best first
// (BM25; Robertson and Zaragoza 2009). Words in quotation marks must stand
// together. A query of no words finds nothing.
// Only documents published within span are searched; limit 0 is no limit.
func (a *Archive) Search(ctx context.Context, query string, span entente.Days, limit int) ([]entente.Hit, error) {
	match := matchExpression(query)
	if match == "" {
		return []entente.Hit{}, nil
	}
	w := where{conds: []string{"fts MATCH ?"}, args: []any{match}}
	w.days("d.day", "d.day", span)
	q := searchQuery + w.String() + " ORDER BY bm25(fts, 4.0, 1.0), d.day DESC, d.id" + w.page(limit, 0)
	rows, err := a.read.QueryContext(ctx, q, w.args...)
	if err != nil {
		return nil, fmt.Errorf("search for %q: %w", query, err)
	}
	return collect(rows, func(r *sql.Rows) (entente.Hit, error) {
		h := entente.Hit{Doc: &entente.Document{}}
		var date, snippet string
		d := h.Doc
		if err := r.Scan(&d.ID, &d.URL, &d.Publisher, &d.Title, &d.Byline, &d.Lang, &date, &d.DateBasis, &d.Sample, &snippet,
			&h.Story, &h.Events); err != nil {
			return h, err
		}
		h.Snippet = parts(snippet)
		return h, setPublished(d, date)
	})
}

// parts splits a snippet at its marks.
func parts(s string) []entente.SnippetPart {
	out := []entente.SnippetPart{}
	for s != "" {
		before, rest, found := strings.Cut(s, openMark)
		if before != "" {
			out = append(out, entente.SnippetPart{Text: before})
		}
		if !found {
			break
		}
		var hit string
		hit, s, _ = strings.Cut(rest, closeMark)
		out = append(out, entente.SnippetPart{Text: hit, Match: true})
	}
	return out
}

// matchExpression turns what a person types into an FTS5 expression: words and
// quoted phrases, all required. Everything else is punctuation, so no query is
// a syntax error.
func matchExpression(query string) string {
	var terms []string
	for i, part := range strings.Split(query, `"`) {
		words := strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
		if len(words) == 0 {
			continue
		}
		if i%2 == 1 {
			terms = append(terms, `"`+strings.Join(words, " ")+`"`)
			continue
		}
		for _, w := range words {
			terms = append(terms, `"`+w+`"`)
		}
	}
	return strings.Join(terms, " ")
}
