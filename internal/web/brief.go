package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	entente "github.com/entente-news/entente"
)

// citedBrief is a brief with its sources numbered, as a page shows it.
type citedBrief struct {
	*entente.Brief
	Sections []citedSection
	Sources  []citedSource
}

type citedSection struct {
	Head      string
	Sentences []citedSentence
}

type citedSentence struct {
	Text  string
	Kind  string
	Cites []cite
}

// cite is one number behind a sentence.
type cite struct {
	N      int
	Link   string
	Outlet string
	Title  string
	Day    string // of publication, "" unknown
	Words  string // that the sentence rests on, "" when they are not at hand
}

// citedSource is one document of the list of sources.
type citedSource struct {
	N     int
	Doc   *entente.Document
	Known bool // it is still in the archive
}

// cite numbers the sources of b by document in the order of their first use.
func (s *server) cite(ctx context.Context, b *entente.Brief) (citedBrief, error) {
	out := citedBrief{Brief: b}
	number := map[string]int{}
	for _, sec := range b.Sections {
		c := citedSection{Head: sec.Head}
		for _, sen := range sec.Sentences {
			x := citedSentence{Text: sen.Text, Kind: sen.Kind}
			have := map[int]bool{}
			for _, src := range sen.Sources {
				n := number[src.Doc]
				if n == 0 {
					d, ok, err := s.source(ctx, src)
					if err != nil {
						return out, err
					}
					n = len(out.Sources) + 1
					number[src.Doc] = n
					out.Sources = append(out.Sources, citedSource{n, d, ok})
				}
				if have[n] {
					continue
				}
				have[n] = true
				d := out.Sources[n-1].Doc
				link := citeLink(src.Doc, src.Span)
				switch {
				case !out.Sources[n-1].Known:
					link = ""
				case src.Event != "":
					link = eventLink(src.Event)
				}
				x.Cites = append(x.Cites, cite{n, link, outlet(d), docTitle(d), dayText(d.Day()), shortened(src.Span.In(d.Text))})
			}
			c.Sentences = append(c.Sentences, x)
		}
		out.Sections = append(out.Sections, c)
	}
	return out, nil
}

// source returns the document that src names; one that is gone is made up of
// what the brief says of it.
func (s *server) source(ctx context.Context, src entente.BriefSource) (*entente.Document, bool, error) {
	d, err := s.Archive.Document(ctx, src.Doc, entente.DepthLayers)
	if entente.ErrorCode(err) == entente.ErrNotFound {
		return &entente.Document{ID: src.Doc, Publisher: src.Publisher}, false, nil
	}
	return d, err == nil, err
}

// tipWords is the most of a report, in bytes, that stands beside a number.
const tipWords = 300

// shortened cuts text behind a word.
func shortened(text string) string {
	if len(text) <= tipWords {
		return text
	}
	text = text[:tipWords]
	if i := strings.LastIndexByte(text, ' '); i > 0 {
		text = text[:i]
	}
	return strings.ToValidUTF8(text, "") + "…"
}

type briefData struct {
	Brief      citedBrief
	Days       entente.Days
	Span       string // the days in words, "" when the title says them
	Chosen     bool   // the reader named the days
	Prev, Next entente.Day
}

// briefDays reads the days that a brief is of, and whether any were named; the
// last one of the archive where none were.
func briefDays(q url.Values, stats entente.Stats) (span entente.Days, chosen bool, err error) {
	if on := q.Get("on"); on != "" {
		day, err := entente.ParseDay(on)
		if err != nil {
			return span, true, invalid("on", err)
		}
		return entente.Days{From: day, To: day}, true, nil
	}
	if span, err = days(q); err != nil || span.From.Known() || span.To.Known() {
		return span, true, err
	}
	if !stats.Days.To.Known() {
		return span, false, &entente.Error{Code: entente.ErrNotFound, Op: "write a brief", Err: errors.New("no document of the archive has a date")}
	}
	return entente.Days{From: stats.Days.To, To: stats.Days.To}, false, nil
}

func (s *server) dayBrief(r *http.Request) (view, error) {
	ctx := r.Context()
	d := briefData{Prev: entente.NoDay, Next: entente.NoDay}
	stats, err := s.Archive.Stats(ctx, entente.AllDays())
	if err != nil {
		return view{}, err
	}
	var span entente.Days
	if span, d.Chosen, err = briefDays(r.URL.Query(), stats); err != nil {
		return view{}, err
	}
	if span.From == span.To && stats.Days.From.Known() {
		if span.From > stats.Days.From {
			d.Prev = min(span.From-1, stats.Days.To)
		}
		if span.To < stats.Days.To {
			d.Next = max(span.To+1, stats.Days.From)
		}
	}
	d.Days = span
	b, err := s.Brief.Span(ctx, span)
	if err != nil {
		return view{}, err
	}
	if d.Brief, err = s.cite(ctx, b); err != nil {
		return view{}, err
	}
	if d.Span = dayRange(span.From, span.To); strings.Contains(b.Title, d.Span) {
		d.Span = ""
	}
	return view{"brief", b.Title, d}, nil
}
