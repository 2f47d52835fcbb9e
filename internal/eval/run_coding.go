package eval

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/text"
)

// corpus codes the annotated corpus: the part that is held out, and the two
// natural samples, whose texts are put back from the gold folder.
func (r *Runner) corpus(ctx context.Context) error {
	if r.Corpus == nil {
		return fs.ErrNotExist
	}
	heldout, err := r.corpusPart(heldOutFile)
	if err != nil {
		return err
	}
	if err := r.coding(ctx, "held out", heldOutFile, heldout); err != nil {
		return err
	}
	for _, draw := range []struct{ part, file string }{{"natural", naturalFile}, {secondDraw, secondFile}} {
		records, err := r.drawnPart(draw.file)
		if err != nil {
			return err
		}
		if err := r.coding(ctx, draw.part, draw.file, records); err != nil {
			return err
		}
	}
	return nil
}

// The parts of the corpus to measure on. In the first draw of the natural part
// names are marked as carefully as events.
const (
	heldOutFile = "heldout.jsonl"
	naturalFile = "natural.jsonl"
	secondFile  = "natural2.jsonl"
	secondDraw  = "natural, 2nd draw" // as tables of figures call it
)

// drawnPart reads sentences that were drawn from news, and puts them back.
func (r *Runner) drawnPart(name string) ([]corpus.Record, error) {
	records, err := r.corpusPart(name)
	if err != nil {
		return nil, err
	}
	articles, err := ReadJSONL[corpus.Article](r.Gold, "corpus/news.jsonl.gz")
	if err != nil {
		return nil, err
	}
	return corpus.Rebuild(records, articles)
}

func (r *Runner) corpusPart(name string) ([]corpus.Record, error) {
	f, err := r.Corpus.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the corpus: %w", err)
	}
	records, err := corpus.ReadJSON(name, f)
	return records, errors.Join(err, f.Close())
}

// coding codes one part, which stands in file, and reports its figures.
func (r *Runner) coding(ctx context.Context, part, file string, gold []corpus.Record) error {
	docs := make([]*entente.Document, len(gold))
	for i := range gold {
		date := ""
		if gold[i].Date != nil {
			date = *gold[i].Date
		}
		docs[i] = given(gold[i].ID, *gold[i].Text, date)
		if gold[i].Title != nil {
			docs[i].Title = *gold[i].Title
		}
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerEvents}), docs); err != nil {
		return err
	}
	found := make([][]codedEvent, len(docs))
	for i, d := range docs {
		found[i] = codedEvents(d)
	}
	s := scoreCoding(gold, found)
	r.codingRows(part, &s)
	return predict(r, "corpus/"+strings.TrimSuffix(file, ".jsonl")+".judged.jsonl", s.Judged)
}

func (r *Runner) codingRows(part string, s *CodingScore) {
	data := fmt.Sprintf("%s, %d records", part, s.Records)
	row := func(measure, value, note string) { r.add("corpus", data, measure, value, note) }
	prf := func(measure string, p PRF, note string) {
		row(measure, f1(100*p.F), prfNote(p, 100)+note)
	}
	prf("event root F1", s.Root, fmt.Sprintf("; %d gold, %d found; triggers alone %.1f; %s", s.Gold, s.Found, 100*s.Trigger.F, s.rootsNote()))
	prf("triple with countries, F1", s.Triple, "")
	prf("triple with sectors, F1", s.Sector, "")
	prf("domestic, with sectors, F1", s.Domestic, "")
	row("false alarms per 100 sentences without event", f1(100*float64(s.FalseAlarms)/float64(max(1, s.Quiet))), fmt.Sprintf("%d of %d", s.FalseAlarms, s.Quiet))
	c := calibrate(s.Judged)
	row("calibration error", f3(c.Error), fmt.Sprintf("95 %% %.3f to %.3f; Brier skill %.2f; %d written events, precision %.1f %%", c.Low, c.High, c.Skill, c.N, 100*c.Precision))
	row("mode macro-F1", f1(100*s.Mode.MacroF1), fmt.Sprintf("%d pairs of roots that have modes, right %.1f %%", s.Mode.N, 100*s.Mode.Accuracy))
	row("status macro-F1", f1(100*s.Status.MacroF1), classNote(s.Status))
	prf("speaker F1", s.Speaker, "; interest right "+rightOf(s.Interested))
	prf("speaker of events found, F1", s.SpeakerPairs, "; pairs of one root")
	row("day right", rightOf(s.Day), "days, or none, as in gold; pairs of one root")
	row("country of the place right", rightOf(s.Country), "where either has a place")
	row("magnitude exact", rightOf(s.Magnitude), "numbers of gold, pairs of one root")
	prf("contexts, micro-F1", s.Contexts, "")
	prf("about, F1 by overlap", s.About, "")
}

// CodingRows scores events of documents, those of docs[i] against those of gold[i],
// as the layer corpus does.
func CodingRows(part string, gold []corpus.Record, docs []*entente.Document) []Row {
	found := make([][]codedEvent, len(docs))
	for i, d := range docs {
		found[i] = codedEvents(d)
	}
	s, r := scoreCoding(gold, found), &Runner{}
	r.codingRows(part, &s)
	return r.rows
}

func rightOf(t tally) string {
	return fmt.Sprintf("%.1f %% of %d", 100*float64(t.tp)/float64(max(1, t.gold)), t.gold)
}

func classNote(c Classified) string {
	note := ""
	for i, k := range keys(c.PerClass) {
		if i > 0 {
			note += ", "
		}
		note += fmt.Sprintf("%s %.1f (%d)", k, 100*c.PerClass[k].F, c.PerClass[k].Gold)
	}
	return note
}

// codedEvents are a document's events in the terms of the corpus.
func codedEvents(d *entente.Document) []codedEvent {
	x := text.NewIndex(d.Text)
	out := make([]codedEvent, 0, len(d.Events))
	for i := range d.Events {
		e := &d.Events[i]
		c := codedEvent{Confidence: e.Confidence, Printed: e.Status != entente.Hypothetical && e.Status != entente.Negated}
		c.Event = corpus.Event{N: i + 1, Event: e.Root.String(), Mode: nonEmpty(e.Mode.String()), Quad: int(e.Root.Quad()), Score: e.Score,
			Trigger: textOf(x, e.Trigger), Actor: membersOf(x, e.Actors), Recipient: membersOf(x, e.Recipients),
			Status: e.Status.String(), Aspect: e.Aspect.String(), When: whenOf(e.When), Magnitude: magnitudeOf(x, e.Magnitudes)}
		for _, k := range e.Contexts {
			c.Contexts = append(c.Contexts, k.String())
		}
		if e.Where != nil {
			c.Where = &corpus.Where{Text: textOf(x, e.Where.Span), Country: nonEmpty(e.Where.Country)}
		}
		if e.About.Len() > 0 {
			t := textOf(x, e.About)
			c.About = &t
		}
		if a := e.Attribution; a != nil {
			c.Attribution = &corpus.Attribution{Speaker: membersOf(x, []entente.Actor{a.Speaker})[0], Cue: textOf(x, a.Cue), Interested: a.Interested}
		}
		out = append(out, c)
	}
	return out
}

func membersOf(x *text.Index, as []entente.Actor) []corpus.Member {
	out := make([]corpus.Member, len(as))
	for i, a := range as {
		out[i] = corpus.Member{Text: textOf(x, a.Span), Name: nonEmpty(a.Name), Country: nonEmpty(a.Country), Sector: nonEmpty(a.Sector.String()),
			Org: nonEmpty(a.Org), Group: nonEmpty(a.Group), Inferred: a.Inferred, Unresolved: a.Party() == "" && a.Sector == entente.SectorNone}
	}
	return out
}

func whenOf(w entente.When) *corpus.When {
	if w.Basis == entente.WhenNone && !w.Unresolved {
		return nil
	}
	return &corpus.When{From: nonEmpty(w.From.String()), To: nonEmpty(w.To.String()), Basis: w.Basis.String(), Unresolved: w.Unresolved}
}

func magnitudeOf(x *text.Index, ms []entente.Magnitude) corpus.Magnitude {
	var out corpus.Magnitude
	to := map[string]**corpus.Size{"killed": &out.Killed, "injured": &out.Injured, "displaced": &out.Displaced, "arrested": &out.Arrested,
		"troops": &out.Troops, "participants": &out.Participants, "amount": &out.Amount}
	for i := range ms {
		m := &ms[i]
		s := &corpus.Size{Text: textOf(x, m.Span), Currency: nonEmpty(m.Currency)}
		if !m.OpenLow {
			s.Low = &m.Low
		}
		if !m.OpenHigh {
			s.High = &m.High
		}
		if m.HasBest {
			s.Best = &m.Best
		}
		if slot := to[m.Kind]; slot != nil {
			*slot = s
		}
	}
	return out
}

func textOf(x *text.Index, s entente.Span) corpus.Text {
	return corpus.Text{Start: x.Rune(s.Start), End: x.Rune(s.End)}
}

func nonEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
