package web

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
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
	for address, f := range map[string]answer{ // the order of routes does not matter
		"stories": s.apiStories, "stories/{id}": s.apiStory, "events": s.apiEvents, "events/{id}": s.apiEvent, "document": s.apiDocument,
		"relations": s.apiRelations, "relations/events": s.apiShares, "relations/turns": s.apiTurns, "network": s.apiNetwork,
		"search": s.apiSearch, "brief": s.apiBrief,
		"": func(*http.Request, *wire.Writer) error {
			return &entente.Error{Code: entente.ErrNotFound, Op: "find the address", Err: errors.New("there is nothing under it")}
		},
	} {
		mux.HandleFunc("GET /api/"+address, s.lines(f))
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
	f.NewestFirst, f.FirstOnly, f.Doc = false, q.Get("all") == "", q.Get("doc")
	if f.Limit, f.Offset, err = window(q); err != nil {
		return err
	}
	if v := q.Get("min-confidence"); v != "" {
		if f.MinConfidence, err = strconv.ParseFloat(v, 64); err != nil || !(f.MinConfidence >= 0 && f.MinConfidence <= 1) {
			return invalid("min-confidence", errors.New("not a number from 0 to 1"))
		}
	}
	if q.Get("merged") != "" {
		rows, err := s.Archive.MergedEvents(r.Context(), f)
		if err != nil {
			return err
		}
		return each(w, rows, func(row entente.MergedRow) any { return wire.MergedOf(row, wire.Options{}) })
	}
	rows, err := s.Archive.Events(r.Context(), f)
	if err != nil {
		return err
	}
	return each(w, rows, func(row entente.EventRow) any {
		return wire.EventOf(row, wire.Options{Run: row.Run, Explain: q.Get("explain") != ""})
	})
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
	limit, _, err := window(q)
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
	if id := q.Get("story"); id != "" {
		return s.storyBrief(ctx, id, q.Get("since"))
	}
	if q.Get("a") != "" || q.Get("b") != "" {
		pair, err := s.pairOf(q)
		if err != nil {
			return nil, err
		}
		return s.Brief.Pair(ctx, partyCodes(pair.filter.A), partyCodes(pair.filter.B), pair.Days)
	}
	stats, err := s.Archive.Stats(ctx, entente.AllDays())
	if err != nil {
		return nil, err
	}
	span, _, err := briefDays(q, stats)
	if err != nil {
		return nil, err
	}
	return s.Brief.Span(ctx, span)
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
