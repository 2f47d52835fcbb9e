package eval

import (
	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/corpus"
)

// ScoreCoded scores coded documents against the annotated records that they
// were made of, in the same order.
func ScoreCoded(gold []corpus.Record, docs []*entente.Document) CodingScore {
	found := make([][]codedEvent, len(docs))
	for i, d := range docs {
		found[i] = codedEvents(d)
	}
	return scoreCoding(gold, found)
}

// Calibrate measures how far confidence and precision agree.
func Calibrate(js []Judged) Calibration { return calibrate(js) }

// RightEvents says of each event of a coded document whether its root is right,
// and whether root and countries of both sides are.
func RightEvents(gold *corpus.Record, d *entente.Document) (roots, records []bool) {
	found := codedEvents(d)
	g, f := make([]*corpus.Event, len(gold.Events)), make([]*corpus.Event, len(found))
	for i := range gold.Events {
		g[i] = &gold.Events[i]
	}
	for i := range found {
		f[i] = &found[i].Event
	}
	roots, records = make([]bool, len(found)), make([]bool, len(found))
	for _, p := range corpus.Align(g, f) {
		if p.A < 0 || p.B < 0 || g[p.A].Event != f[p.B].Event {
			continue
		}
		a, b := g[p.A], f[p.B]
		roots[p.B] = true
		records[p.B] = sideOf(a.Actor, false) == sideOf(b.Actor, false) && sideOf(a.Recipient, false) == sideOf(b.Recipient, false)
	}
	return roots, records
}

// Found returns the events of a coded document in the form of the corpus.
func Found(d *entente.Document) []*corpus.Event {
	found := codedEvents(d)
	out := make([]*corpus.Event, len(found))
	for i := range found {
		out[i] = &found[i].Event
	}
	return out
}

// SideOf is the set of the members' countries, or of what stands in place of
// one, with or without sectors; "none" when there are no members.
func SideOf(ms []corpus.Member, sectors bool) string { return sideOf(ms, sectors) }
