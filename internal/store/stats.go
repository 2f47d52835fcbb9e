package store

import (
	"context"
	"database/sql"
	"fmt"

	entente "github.com/entente-news/entente"
)

const statsQuery = `SELECT count(*), ifnull(sum(d.day IS NULL), 0), ifnull(sum(d.lang <> 'en'), 0),
	ifnull(sum(d.events = 0), 0), ifnull(sum(m.duplicate_of <> ''), 0), ifnull(sum(d.events), 0), count(DISTINCT m.story),
	count(DISTINCT d.source), min(d.day), max(d.day), ifnull(max(d.published), ''), min(d.sample)
	FROM documents d LEFT JOIN members m ON m.doc = d.id`

// Stats returns what the archive holds of documents published within span.
func (a *Archive) Stats(ctx context.Context, span entente.Days) (entente.Stats, error) {
	s := entente.Stats{}
	w := where{}
	w.days("d.day", "d.day", span)
	var first, last sql.NullInt64
	var sample sql.NullBool
	err := a.read.QueryRowContext(ctx, statsQuery+w.String(), w.args...).
		Scan(&s.Documents, &s.Undated, &s.OtherLanguage, &s.WithoutEvent, &s.Copies, &s.Events, &s.Stories, &s.Outlets, &first, &last,
			&s.Newest, &sample)
	if err != nil {
		return s, fmt.Errorf("count the archive: %w", err)
	}
	s.Days, s.Sample = entente.Days{From: dayOf(first), To: dayOf(last)}, sample.Bool
	return s, nil
}
