// Package web is the page on an archive: stories, a story with its brief and
// events, an event with its sentence and why it was coded, and the record
// between two actors. Everything is rendered on the server; nothing is loaded
// from elsewhere, and no script runs.
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
	statsReader
}

// statsReader is what every page shows of the archive.
type statsReader interface {
	Stats(ctx context.Context, span entente.Days) (entente.Stats, error)
}

// Briefer writes the briefs that the pages show.
type Briefer interface {
	Story(ctx context.Context, id string) (*entente.Brief, error)
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
	Log       *slog.Logger // nil discards
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
	files, err := readStatic()
	if err != nil {
		return nil, err
	}
	s := &server{Config: c, files: files}
	if s.pages, err = s.templates(); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.page(s.stories))
	mux.HandleFunc("GET /story/{id}", s.page(s.story))
	mux.HandleFunc("GET /event/{id}", s.page(s.event))
	mux.HandleFunc("GET /events", s.page(s.events))
	mux.HandleFunc("GET /document", s.page(s.document))
	mux.HandleFunc("GET /document/{id...}", documentByPath)
	mux.HandleFunc("GET /relations", s.page(s.relations))
	mux.HandleFunc("GET /brief", s.page(s.dayBrief))
	mux.HandleFunc("GET /search", s.page(s.search))
	mux.HandleFunc("GET /static/{name}", s.asset)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/static/"+s.files.icon, http.StatusFound)
	})
	mux.HandleFunc("GET /", s.page(func(*http.Request) (view, error) {
		return view{}, &entente.Error{Code: entente.ErrNotFound, Op: "find the page", Err: errors.New("there is nothing at this address")}
	}))
	return secure(mux), nil
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
	f := frame{Page: v.name, Title: v.title, Style: s.files.style, Icon: s.files.icon, Version: entente.Version(), Stats: stats, Data: v.data}
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
