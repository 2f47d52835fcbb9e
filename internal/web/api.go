package web

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/wire"
)

// The API answers programs with the records that the commands print with
// --json: one object a line, under the addresses of the pages, behind /api. It
// reads the parameters that the pages read, and limit and offset.

const (
	usualLines = 100
	mostLines  = 10000
)

// answer writes the lines of an answer.
type answer func(*http.Request, *wire.Writer) error

func (s *server) apiRoutes(mux *http.ServeMux) {
	const dates, part, pair = " from to", " limit offset", " a b by directed as-of"
	for _, x := range []struct {
		address string
		f       answer
		params  string
	}{
		{"stories", s.apiStories, dates + part},
		{"stories/{id}", s.apiStory, ""},
		{"events", s.apiEvents, "actor recipient party a b event status story doc series min-confidence all explain merged" + dates + part},
		{"events/{id}", s.apiEvent, ""},
		{"document", s.apiDocument, "id"},
		{"relations", s.apiRelations, "limit" + pair + dates},
		{"relations/events", s.apiShares, pair + dates},
		{"relations/turns", s.apiTurns, pair + dates},
		{"network", s.apiNetwork, dates},
		{"search", s.apiSearch, "q limit" + dates},
		{"brief", s.apiBrief, "story since a b on" + dates},
	} {
		mux.HandleFunc("GET /api/"+x.address, s.lines(only(strings.Fields(x.params), x.f)))
	}
	mux.HandleFunc("GET /api/", s.lines(func(*http.Request, *wire.Writer) error {
		return &entente.Error{Code: entente.ErrNotFound, Op: "find the address", Err: errors.New("there is nothing under it")}
	}))
}

// only refuses a parameter that is none of params: a program whose parameter was
// passed over would take what it gets for what it asked.
func only(params []string, f answer) answer {
	return func(r *http.Request, w *wire.Writer) error {
		q, err := url.ParseQuery(r.URL.RawQuery)
		if err != nil {
			return &entente.Error{Code: entente.ErrInvalid, Op: "read the parameters", Err: err}
		}
		for _, name := range slices.Sorted(maps.Keys(q)) {
			if !slices.Contains(params, name) {
				return invalid(name, errors.New("there is none of that name here"))
			}
			if len(q[name]) > 1 {
				return invalid(name, errors.New("it is given twice"))
			}
		}
		return f(r, w)
	}
}

// apiError is the line of an answer that there is none.
type apiError struct {
	Type    string `json:"type"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// lines turns an answer into a handler. It is written as a whole, so that the
// status is that of all of it.
func (s *server) lines(f answer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var b bytes.Buffer
		status := http.StatusOK
		if err := f(r, wire.NewWriter(&b)); err != nil {
			var v view
			status, v = s.failure(r, err)
			said := v.data.(failed)
			text := said.Text
			if said.Hint != "" {
				text += " (" + said.Hint + ")"
			}
			b.Reset()
			if err := wire.NewWriter(&b).Write(apiError{"error", string(entente.ErrorCode(err)), text}); err != nil {
				s.Log.Error("write an answer", "path", r.URL.Path, "err", err)
			}
		}
		w.Header().Set("Content-Type", "application/x-ndjson; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		w.WriteHeader(status)
		if _, err := b.WriteTo(w); err != nil {
			s.Log.Debug("write an answer", "path", r.URL.Path, "err", err) // the reader went away
		}
	}
}

// whole reads a parameter that is a number from least to most.
func whole(q url.Values, name string, usual, least, most int) (int, error) {
	v := q.Get(name)
	if v == "" {
		return usual, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		return 0, invalid(name, errors.New("not a number from "+strconv.Itoa(least)+" to "+strconv.Itoa(most)))
	}
	return n, nil
}

// window reads how many lines are asked for, and behind how many.
func window(q url.Values) (limit, offset int, err error) {
	if limit, err = whole(q, "limit", usualLines, 1, mostLines); err != nil {
		return 0, 0, err
	}
	offset, err = whole(q, "offset", 0, 0, maxPage*mostLines)
	return limit, offset, err
}

func (s *server) apiStories(r *http.Request, w *wire.Writer) error {
	q := r.URL.Query()
	span, err := days(q)
	if err != nil {
		return err
	}
	limit, offset, err := window(q)
	if err != nil {
		return err
	}
	rows, err := s.Archive.Stories(r.Context(), entente.StoryFilter{Days: span, Limit: limit, Offset: offset})
	if err != nil {
		return err
	}
	return each(w, rows, func(row entente.StoryRow) any { return wire.StoryOf(row) })
}

func (s *server) apiStory(r *http.Request, w *wire.Writer) error {
	row, err := s.Archive.Story(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	links, err := s.Archive.StoryLinks(r.Context(), row.Story.ID)
	if err != nil {
		return err
	}
	record := wire.StoryOf(row)
	record.Links = wire.TiesOf(links)
	return w.Write(record)
}

func (s *server) apiEvents(r *http.Request, w *wire.Writer) error {
	q := r.URL.Query()
	f, err := s.eventFilter(q)
	if err != nil {
		return err
	}
	f.NewestFirst, f.FirstOnly, f.Doc = false, !asked(q, "all"), q.Get("doc")
	if f.Limit, f.Offset, err = window(q); err != nil {
		return err
	}
	if v := q.Get("min-confidence"); v != "" {
		if f.MinConfidence, err = strconv.ParseFloat(v, 64); err != nil || !(f.MinConfidence >= 0 && f.MinConfidence <= 1) {
			return invalid("min-confidence", errors.New("not a number from 0 to 1"))
		}
	}
	if asked(q, "merged") {
		for row, err := range s.Archive.EachMerged(r.Context(), f) {
			if err != nil {
				return err
			}
			if err := w.Write(wire.MergedOf(row, wire.Options{})); err != nil {
				return err
			}
		}
		return nil
	}
	for row, err := range s.Archive.EachEvent(r.Context(), f) {
		if err != nil {
			return err
		}
		if err := w.Write(wire.EventOf(row, wire.Options{Run: row.Run, Explain: asked(q, "explain")})); err != nil {
			return err
		}
	}
	return nil
}

// apiEvent answers with an event and why it was coded, or with a merged one
// where the id is that of such.
func (s *server) apiEvent(r *http.Request, w *wire.Writer) error {
	id := r.PathValue("id")
	if strings.HasPrefix(id, "m") {
		row, err := s.Archive.Merged(r.Context(), id)
		if err != nil {
			return err
		}
		return w.Write(wire.MergedOf(row, wire.Options{}))
	}
	row, err := s.Archive.Event(r.Context(), id)
	if err != nil {
		return err
	}
	return w.Write(wire.EventOf(row, wire.Options{Run: row.Run, Explain: true}))
}

// apiDocument answers with a document as annotate prints it, without tokens.
func (s *server) apiDocument(r *http.Request, w *wire.Writer) error {
	d, err := s.Archive.Document(r.Context(), r.URL.Query().Get("id"), entente.DepthLayers)
	if err != nil {
		return err
	}
	show := entente.LayerActors | entente.LayerPlaces | entente.LayerDates | entente.LayerQuotes | entente.LayerPositions
	return w.Write(wire.DocumentOf(d, show, wire.Options{}))
}

func (s *server) apiSearch(r *http.Request, w *wire.Writer) error {
	q := r.URL.Query()
	span, err := days(q)
	if err != nil {
		return err
	}
	limit, err := whole(q, "limit", usualLines, 1, mostLines)
	if err != nil {
		return err
	}
	query, err := searchWords(q)
	if err != nil {
		return err
	}
	if !strings.ContainsFunc(query, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return invalid("q", errors.New("the query has no word"))
	}
	hits, err := s.Archive.Search(r.Context(), query, span, limit)
	if err != nil {
		return err
	}
	return each(w, hits, func(h entente.Hit) any { return wire.HitOf(h) })
}

// apiBrief answers with the brief of a story, of two actors, or of days; with
// that of the last day where nothing is named.
func (s *server) apiBrief(r *http.Request, w *wire.Writer) error {
	b, err := s.askedBrief(r.Context(), r.URL.Query())
	if err != nil {
		return err
	}
	texts := map[string]string{}
	for _, sec := range b.Sections {
		for _, sen := range sec.Sentences {
			for _, src := range sen.Sources {
				if _, ok := texts[src.Doc]; ok {
					continue
				}
				d, err := s.Archive.Document(r.Context(), src.Doc, entente.DepthLayers)
				if err != nil {
					return err
				}
				texts[src.Doc] = d.Text
			}
		}
	}
	return w.Write(wire.BriefIn(b, texts))
}

func (s *server) askedBrief(ctx context.Context, q url.Values) (*entente.Brief, error) {
	given := func(name string) bool { return q.Get(name) != "" }
	switch {
	case given("story") && slices.ContainsFunc([]string{"a", "b", "on", "from", "to"}, given):
		return nil, invalid("story", errors.New("a brief of a story is of all its parties and days"))
	case given("since") && !given("story"):
		return nil, invalid("since", errors.New("it goes with story"))
	case given("on") && (given("from") || given("to")):
		return nil, invalid("on", errors.New("it does not go with from and to"))
	case given("story"):
		return s.storyBrief(ctx, q.Get("story"), q.Get("since"))
	}
	stats, err := s.Archive.Stats(ctx, entente.AllDays())
	if err != nil {
		return nil, err
	}
	if !given("a") && !given("b") {
		span, _, err := briefDays(q, stats)
		if err != nil {
			return nil, err
		}
		return s.Brief.Span(ctx, span)
	}
	pair, err := s.pairOf(q)
	if err != nil {
		return nil, err
	}
	if given("on") {
		if pair.Days, _, err = briefDays(q, stats); err != nil {
			return nil, err
		}
	}
	return s.Brief.Pair(ctx, partyCodes(pair.filter.A), partyCodes(pair.filter.B), pair.Days)
}

// each writes a line a row.
func each[T any](w *wire.Writer, rows []T, record func(T) any) error {
	for _, row := range rows {
		if err := w.Write(record(row)); err != nil {
			return err
		}
	}
	return nil
}
