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

// allStatsQuery counts the whole archive from what triggers count. Outlets are
// stepped through in an index, those of undated documents apart.
const allStatsQuery = `WITH RECURSIVE s (source) AS (SELECT min(source) FROM coverage
	UNION ALL SELECT (SELECT min(source) FROM coverage WHERE source > s.source) FROM s WHERE s.source IS NOT NULL)
	SELECT documents, undated, other, silent, copies, events, (SELECT count(*) FROM stories),
	(SELECT count(*) FROM (SELECT source FROM s WHERE source IS NOT NULL UNION SELECT source FROM documents WHERE day IS NULL)),
	(SELECT min(day) FROM documents WHERE day IS NOT NULL), (SELECT max(day) FROM documents), (` + newestQuery + `), CASE WHEN documents > 0 THEN samples = documents END FROM counts`

// Stats returns what the archive holds of documents published within span.
func (a *Archive) Stats(ctx context.Context, span entente.Days) (entente.Stats, error) {
	if !span.From.Known() && !span.To.Known() {
		return a.stats(ctx, allStatsQuery)
	}
	w := where{}
	w.days("d.day", "d.day", span)
	return a.stats(ctx, statsQuery+w.String(), w.args...)
}

func (a *Archive) stats(ctx context.Context, query string, args ...any) (entente.Stats, error) {
	s := entente.Stats{}
	var first, last sql.NullInt64
	var sample sql.NullBool
	err := a.read.QueryRowContext(ctx, query, args...).
		Scan(&s.Documents, &s.Undated, &s.OtherLanguage, &s.WithoutEvent, &s.Copies, &s.Events, &s.Stories, &s.Outlets, &first, &last,
			&s.Newest, &sample)
	if err != nil {
		return s, fmt.Errorf("count the archive: %w", err)
	}
	s.Days, s.Sample = entente.Days{From: dayOf(first), To: dayOf(last)}, sample.Bool
	return s, nil
}
