package web

import (
	"context"
	"strings"
	"time"

	entente "github.com/entente-news/entente"
)

// mergedOf returns the happening that an event is a telling of, or that has
// this id itself; nil when there is none.
func (s *server) mergedOf(ctx context.Context, id string) (*mergedView, error) {
	row, err := s.Archive.Merged(ctx, id)
	if entente.ErrorCode(err) == entente.ErrNotFound {
		return nil, nil //nolint:nilnil // an event need not be a telling of anything
	}
	if err != nil {
		return nil, err
	}
	v := s.mergedView(row)
	return &v, nil
}

// markFacts say what a reader found of an event, nothing for one that nobody
// marked.
func (s *server) markFacts(m *entente.EventMark) []fact {
	if m == nil {
		return nil
	}
	verdict := map[entente.Verdict]string{entente.MarkedRight: "right", entente.MarkedWrong: "wrong: it is left out everywhere",
		entente.MarkedFixed: "coded otherwise than it should be; this page shows what is right"}[m.Verdict]
	fs := []fact{{Name: "Found", Value: verdict}}
	add := func(name, value string) {
		if value != "" {
			fs = append(fs, fact{Name: name, Value: value})
		}
	}
	f := m.Fix
	if f.Root != nil {
		add("Event", f.Root.String())
	}
	if f.Mode != nil {
		add("Mode", orNone(f.Mode.String()))
	}
	if f.Actors != nil {
		add("Actor", orNone(s.sideText(nil, *f.Actors)))
	}
	if f.Recipients != nil {
		add("Recipient", orNone(s.sideText(nil, *f.Recipients)))
	}
	if f.Status != nil {
		add("Status", f.Status.String())
	}
	if f.Aspect != nil {
		add("Aspect", f.Aspect.String())
	}
	if f.Days != nil {
		add("When", orNone(dayRange(f.Days.From, f.Days.To)))
	}
	add("Note", m.Note)
	add("By", m.By)
	at := m.At
	if t, err := time.Parse(time.RFC3339, m.At); err == nil {
		at = t.UTC().Format("2 January 2006, 15:04 UTC")
	}
	add("On", at)
	return fs
}

func orNone(s string) string {
	if strings.TrimSpace(s) == "" {
		return "none"
	}
	return s
}
