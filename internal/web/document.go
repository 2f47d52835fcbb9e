package web

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
)

type documentData struct {
	Doc     *entente.Document
	Address string // on the web, "" when it is none that may be linked to
	Paras   [][]segment
	Related []entente.Related
	Events  []entente.EventRow
	Story   string
	Cited   bool
	Sayings []saying // quotations with their speakers
	Stances []saying // positions with their holders
}

func (s *server) document(r *http.Request) (view, error) {
	ctx, q := r.Context(), r.URL.Query()
	cited, err := stretch(q.Get("at"))
	if err != nil {
		return view{}, err
	}
	d, err := s.Archive.Document(ctx, q.Get("id"), entente.DepthLayers)
	if err != nil {
		return view{}, err
	}
	data := documentData{Doc: d, Address: outside(d.URL), Related: d.Related, Cited: cited.In(d.Text) != ""}
	if data.Events, err = s.Archive.Events(ctx, entente.EventFilter{Days: entente.AllDays(), Doc: d.ID}); err != nil {
		return view{}, err
	}
	var marks []mark
	for _, rel := range d.Related {
		marks = append(marks, mark{span: rel.Span, class: "related", title: "headline of another story: not coded", label: "other story"})
	}
	for _, row := range data.Events {
		e := row.Event
		data.Story = row.Story
		marks = append(marks, mark{span: e.Trigger, class: "trigger " + quadClass(e), title: s.eventTitle(row), link: eventLink(e.ID)})
	}
	whole := entente.Span{End: len(d.Text)}
	data.Sayings, data.Stances = s.sayingsOf(d, whole), s.positionsOf(d, whole)
	marks = append(marks, s.wordingMarks(d)...)
	if data.Cited {
		marks = append(marks, mark{span: cited, class: "cited", anchor: "cited"})
	}
	data.Paras = paragraphs(d.Text, marks)
	return view{"document", docTitle(d), data}, nil
}

// paragraphs cuts a text at its line ends and marks each paragraph.
func paragraphs(text string, marks []mark) [][]segment {
	var out [][]segment
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, segments(text, entente.Span{Start: at, End: at + len(line)}, marks))
		}
		at += len(line)
	}
	return out
}

// stretch reads a span of bytes of the form start-end; "" is the empty span.
func stretch(v string) (entente.Span, error) {
	if v == "" {
		return entente.Span{}, nil
	}
	a, b, ok := strings.Cut(v, "-")
	start, err1 := strconv.ParseUint(a, 10, 31)
	end, err2 := strconv.ParseUint(b, 10, 31)
	if err := errors.Join(err1, err2); !ok || err != nil || start >= end {
		return entente.Span{}, invalid("at", fmt.Errorf("%q is not of the form start-end", v))
	}
	return entente.Span{Start: int(start), End: int(end)}, nil
}
