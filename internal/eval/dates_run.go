package eval

import (
	"context"
	"fmt"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/text"
	"github.com/entente-news/entente/internal/timex"
)

// dateSet is a gold set of time expressions and the notation that it is
// written in.
type dateSet struct {
	name     string
	notation func(*reading) []Timex
}

var dateSets = []dateSet{
	{"eventstoryline", timeML},
	{"gum", tei},
	{"recognizers", dialect},
}

// dates scores each set in its own notation.
func (r *Runner) dates(ctx context.Context) error {
	for _, set := range dateSets {
		gold, err := ReadJSONL[TimexDoc](r.Gold, "dates/"+set.name+".jsonl")
		if err != nil {
			return err
		}
		docs := make([]*entente.Document, len(gold))
		for i, g := range gold {
			docs[i] = givenMoment(g.ID, g.Text, g.DCT)
		}
		if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerDates}), docs); err != nil {
			return err
		}
		pred := make([]TimexDoc, len(docs))
		for i, d := range docs {
			pred[i] = TimexDoc{ID: d.ID, Timexes: set.notation(read(d, gold[i].DCT))}
		}
		if err := predict(r, "dates/"+set.name+".jsonl", pred); err != nil {
			return err
		}
		if err := r.addDates(set.name, gold, pred); err != nil {
			return err
		}
	}
	return nil
}

// addDates adds the rows of one set.
func (r *Runner) addDates(name string, gold, pred []TimexDoc) error {
	s, err := ScoreDates(gold, pred)
	if err != nil {
		return err
	}
	switch name {
	case "gum":
		r.add("dates", name, "right values of those found", f1(s.ValueOfFound), fmt.Sprintf("recall %.1f; only dates are marked in gold", s.Relaxed.R))
	case "recognizers":
		whole := 0
		for i := range gold {
			one, err := ScoreDates(gold[i:i+1], pred[i:i+1])
			if err != nil {
				return err
			}
			whole += btoi((one.Value.F == 100 || one.Gold == 0) && one.Gold == one.Predicted)
		}
		r.add("dates", name, "sentences right in full", f1(percent(float64(whole)/float64(len(gold)))), fmt.Sprintf("value F1 %.1f", s.Value.F))
	default:
		r.add("dates", name, "value F1", f1(s.Value.F), fmt.Sprintf("relaxed %.1f, strict %.1f", s.Relaxed.F, s.Strict.F))
		r.add("dates", name, "right values of those found", f1(s.ValueOfFound), prfNote(s.Relaxed, 1))
		if s, err = ScoreDates(lead(gold, gold), lead(gold, pred)); err != nil {
			return err
		}
		r.add("dates", name, fmt.Sprintf("value F1, first %d lines", leadLines), f1(s.Value.F), "gold marks few sentences further down; "+prfNote(s.Value, 1))
	}
	return nil
}

// leadLines is how many lines, which are sentences there, of a report
// EventStoryLine's annotators read as a rule: of its 616 expressions 444 stand
// in them.
const leadLines = 5

// lead keeps the expressions that begin in the first lines of their texts,
// which texts has in the order of docs.
func lead(texts, docs []TimexDoc) []TimexDoc {
	out := make([]TimexDoc, len(docs))
	for i, d := range docs {
		out[i] = TimexDoc{ID: d.ID}
		runes := []rune(texts[i].Text)
		for _, t := range d.Timexes {
			if lineOf(runes, t.Start) < leadLines {
				out[i].Timexes = append(out[i].Timexes, t)
			}
		}
	}
	return out
}

// givenMoment makes a document of a text in English with the date, and the time
// of day where there is one, that a gold set gives it.
func givenMoment(id, s, dct string) *entente.Document {
	d := given(id, s, "")
	for i, layout := range []string{"2006-1-2", "2006-1-2T15:04Z07:00", "2006-1-2T15:04", "2006-1-2T15:04:05"} {
		if t, err := time.Parse(layout, dct); err == nil {
			d.Published, d.DateOnly, d.DateBasis = t.UTC(), i == 0, entente.DateMetadata
			break
		}
	}
	return d
}

// timex writes an expression with the value that the program prints.
func (r *reading) timex(e *entente.TimeExpr) Timex {
	return Timex{Start: r.ix.Rune(e.Span.Start), End: r.ix.Rune(e.Span.End), Type: e.Type.String(), Value: e.Value}
}

// reading is what a notation is made from: the document's time expressions,
// and those of the same text without its date. Nothing of the gold
// annotation is in it but the document's own date, which the gold set gives.
type reading struct {
	d     *entente.Document
	dct   string
	ix    *text.Index
	bare  map[entente.Span]string // values of the words alone
	dates []entente.TimeExpr
}

// read collects what the notations need. The second reading takes the
// document's date away.
func read(d *entente.Document, dct string) *reading {
	r := &reading{d: d, dct: dct, ix: text.NewIndex(d.Text), dates: d.Dates, bare: map[entente.Span]string{}}
	undated := *d
	undated.Published, undated.DateOnly, undated.DateBasis, undated.Dates = time.Time{}, false, entente.DateNone, nil
	timex.Annotate(&undated)
	for _, e := range undated.Dates {
		r.bare[e.Span] = e.Value
	}
	return r
}
