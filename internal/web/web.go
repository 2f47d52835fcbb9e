// Package web is the page on an archive: stories, a story with its brief and
// events, an event with its sentence and why it was coded, and the record
// between two actors. Everything is rendered on the server; nothing is loaded
// from elsewhere, and no script runs. Behind /api the same is answered to
// programs, in the records of package wire.
//
// News text is hostile: it reaches a page only through html/template, which
// escapes it for where it stands, and under a content security policy that
// lets nothing else run.
package web

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"html/template"
	"io"
	"log/slog"
	"net/http"

	entente "github.com/entente-news/entente"
)

//go:embed templates/*.html static/*
var assets embed.FS

// Reader is what the pages read: an archive.
type Reader interface {
	storyReader
	eventReader
	relationReader
	searchReader
	holdReader
}

// holdReader is what pages say of the archive as a whole.
type holdReader interface {
	statsReader
	coverageReader
	alertReader
}

// statsReader is what every page shows of the archive.
type statsReader interface {
	Stats(ctx context.Context, span entente.Days) (entente.Stats, error)
}

// Briefer writes the briefs that the pages show.
type Briefer interface {
	Story(ctx context.Context, id string) (*entente.Brief, error)
	// StorySince also tells what is new in the story since the end of a day;
	// NoDay takes the last day but one that has reports.
	StorySince(ctx context.Context, id string, since entente.Day) (*entente.Brief, error)
	Span(ctx context.Context, days entente.Days) (*entente.Brief, error)
	Pair(ctx context.Context, a, b []string, days entente.Days) (*entente.Brief, error)
}

// Config is what a page needs beside the archive.
type Config struct {
	Archive Reader
	Brief   Briefer
	// Parties reads what a person calls an actor; an ambiguous or unknown name
	// is an error that says so.
	Parties func(query string) ([]entente.Party, error)
	// PartyName returns the name of a code, or the code.
	PartyName func(code string) string
	Home      func(outlet string) string // the country of an outlet, "" unknown; nil knows none
	// What is worked out elsewhere. The pages leave out what is nil here.
	Turns       func(ctx context.Context, events []entente.RelationEvent) ([]Turn, error)
	Blocs       func(pairs []entente.DyadCount) []Bloc
	CoverageCSV func(w io.Writer, read []entente.Coverage, dropped []entente.Dropped) error
	Feed        func(w io.Writer, watch, site string, alerts []entente.Alert) error
	Log         *slog.Logger // nil discards
}

// Turn is a day from which on a relation has another tone.
type Turn struct {
	Day           entente.Day
	Before, After float64  // mean scores, [-10, 10]
	Events        []string // ids of merged events that made it
}

// Bloc is a group of parties that stand together.
type Bloc struct {
	Parties         []string // codes
	MeanIn, MeanOut float64  // mean scores within and towards others, [-10, 10]
}

type server struct {
	Config
	pages map[string]*template.Template
	files staticFiles
}

// New returns the handler of all pages. It answers GET and HEAD alone, keeps no
// state and is safe for concurrent use.
func New(c Config) (http.Handler, error) {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Home == nil {
		c.Home = func(string) string { return "" }
	}
	files, err := readStatic()
	if err != nil {
		return nil, err
	}
	s := &server{Config: c, files: files}
	if s.pages, err = s.templates(); err != nil {
		return nil, err
	}
	return secure(s.routes()), nil
}

func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.page(s.stories))
	mux.HandleFunc("GET /story/{id}", s.page(s.story))
	mux.HandleFunc("GET /event/{id}", s.page(s.event))
	mux.HandleFunc("GET /events", s.page(s.events))
	mux.HandleFunc("GET /document", s.page(s.document))
	mux.HandleFunc("GET /document/{id...}", documentByPath)
	mux.HandleFunc("GET /relations", s.page(s.relations))
	mux.HandleFunc("GET /relations/events", s.page(s.point))
	mux.HandleFunc("GET /network", s.page(s.network))
	mux.HandleFunc("GET /coverage", s.page(s.coverage))
	mux.HandleFunc("GET /coverage.csv", s.file("text/csv; charset=utf-8", s.coverageCSV))
	mux.HandleFunc("GET /alerts.atom", s.file("application/atom+xml; charset=utf-8", s.alertFeed))
	mux.HandleFunc("GET /brief", s.page(s.dayBrief))
	mux.HandleFunc("GET /search", s.page(s.search))
	s.apiRoutes(mux)
	mux.HandleFunc("GET /static/{name}", s.asset)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/static/"+s.files.icon, http.StatusFound)
	})
	mux.HandleFunc("GET /", s.page(func(*http.Request) (view, error) {
		return view{}, &entente.Error{Code: entente.ErrNotFound, Op: "find the page", Err: errors.New("there is nothing at this address")}
	}))
	return mux
}

// documentByPath sends an address that a person wrote by hand to the one that
// holds any id: a path may not have "..", "//" or "#" in it.
func documentByPath(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, docLink(r.PathValue("id")), http.StatusFound)
}

// secure sets the headers that keep a page to itself.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// view is a page ready to be rendered: the name of its template, its title and
// its data.
type view struct {
	name  string
	title string
	data  any
}

// frame is what the layout shows around every page.
type frame struct {
	Page    string
	Title   string
	Style   string
	Icon    string
	Version string
	Query   string
	Stats   entente.Stats
	Feed    bool // there is a feed of alerts
	Data    any
}

// page turns a function that makes a view into a handler. An error becomes a
// page with the status of its code; only the text of coded errors is shown.
func (s *server) page(f func(*http.Request) (view, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := f(r)
		status := http.StatusOK
		if err != nil {
			status, v = s.failure(r, err)
		}
		if err := s.render(w, r, status, v); err != nil {
			if r.Context().Err() == nil { // the reader is still there
				s.Log.Error("render page", "page", v.name, "err", err)
			}
			http.Error(w, "this page could not be made", http.StatusInternalServerError)
		}
	}
}

// file turns a function that makes a file into a handler; an error becomes a
// page.
func (s *server) file(kind string, f func(*http.Request) ([]byte, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		b, err := f(r)
		if err != nil {
			s.page(func(*http.Request) (view, error) { return view{}, err })(w, r)
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "no-cache")
		if _, err := w.Write(b); err != nil {
			s.Log.Debug("write file", "path", r.URL.Path, "err", err) // the reader went away
		}
	}
}

// failed is what the page of an error says.
type failed struct {
	Status int
	Head   string
	Text   string
	Hint   string
}

func (s *server) failure(r *http.Request, err error) (int, view) {
	statuses := map[entente.Code]int{entente.ErrNotFound: http.StatusNotFound, entente.ErrInvalid: http.StatusBadRequest,
		entente.ErrLimit: http.StatusBadRequest, entente.ErrConflict: http.StatusBadRequest, entente.ErrUnsupported: http.StatusBadRequest,
		entente.ErrUnavailable: http.StatusServiceUnavailable}
	status, ok := statuses[entente.ErrorCode(err)]
	f := failed{Text: "Something went wrong on our side; the log says what."}
	var coded *entente.Error
	if ok && errors.As(err, &coded) {
		plain := *coded
		plain.Hint = ""
		f.Text, f.Hint = plain.Error(), coded.Hint
	}
	if !ok {
		status = http.StatusInternalServerError
		if r.Context().Err() == nil {
			s.Log.Error("serve page", "path", r.URL.Path, "err", err)
		}
	}
	heads := map[int]string{http.StatusNotFound: "Not in this archive", http.StatusBadRequest: "That could not be read",
		http.StatusServiceUnavailable: "The archive is out of reach", http.StatusInternalServerError: "This page could not be made"}
	f.Status, f.Head = status, heads[status]
	return status, view{"error", f.Head, f}
}

func (s *server) render(w http.ResponseWriter, r *http.Request, status int, v view) error {
	stats, err := s.Archive.Stats(r.Context(), entente.AllDays())
	if err != nil {
		return err
	}
	f := frame{Page: v.name, Title: v.title, Style: s.files.style, Icon: s.files.icon, Version: entente.Version(), Stats: stats,
		Feed: s.Feed != nil, Data: v.data}
	if v.name == "search" {
		f.Query = r.URL.Query().Get("q")
	}
	var b bytes.Buffer
	if err := s.pages[v.name].ExecuteTemplate(&b, "layout", f); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	if _, err := b.WriteTo(w); err != nil {
		s.Log.Debug("write page", "page", v.name, "err", err) // the reader went away
	}
	return nil
}
