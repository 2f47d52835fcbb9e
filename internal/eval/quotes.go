package eval

import (
	"context"
	"fmt"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/text"
)

// QuoteSpan is some words of a passage, in code points.
type QuoteSpan struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// QuotePassage is a passage of our own with its quotations and positions. The
// part "open" was looked at while the rules were written, "apart" was not.
type QuotePassage struct {
	ID     string `json:"id"`
	Part   string `json:"part"`
	Date   string `json:"date"`
	Text   string `json:"text"`
	Quotes []struct {
		Speaker QuoteSpan `json:"speaker"`
		Content QuoteSpan `json:"content"`
		Direct  bool      `json:"direct"`
	} `json:"quotes"`
	Positions []struct {
		Holder QuoteSpan `json:"holder"`
		Stance string    `json:"stance"`
		Topic  QuoteSpan `json:"topic"`
	} `json:"positions"`
}

// QuoteScore is how well quotations and positions are found. Content counts as
// found when it shares half of the words' extent with gold, exactly when it is
// the same but for blanks and marks at its ends; a speaker is right when the
// content is found and the words overlap.
type QuoteScore struct {
	Passages                               int
	Content, Exact, Speaker, Direct        PRF
	Position, Stance                       PRF // holder and topic overlap; the stance as well
	content, exact, speaker, direct, p, st tally
}

// add scores one passage.
func (s *QuoteScore) add(g *QuotePassage, d *entente.Document) {
	x := text.NewIndex(d.Text)
	span := func(q QuoteSpan) entente.Span { return entente.Span{Start: x.Byte(q.Start), End: x.Byte(q.End)} }
	s.Passages++
	used := make([]bool, len(d.Quotes))
	for _, q := range g.Quotes {
		want := span(q.Content)
		for k := range d.Quotes {
			o := &d.Quotes[k]
			if used[k] || !shares(want, o.Content) {
				continue
			}
			used[k] = true
			s.content.tp++
			s.exact.tp += btoi(near(want, o.Content))
			s.speaker.tp += btoi(o.Speaker.Span.Overlaps(span(q.Speaker)))
			s.direct.tp += btoi(o.Direct == q.Direct)
			break
		}
	}
	for _, t := range [...]*tally{&s.content, &s.exact, &s.speaker, &s.direct} {
		t.add(0, len(d.Quotes), len(g.Quotes))
	}
	taken := make([]bool, len(d.Positions))
	for _, p := range g.Positions {
		for k := range d.Positions {
			o := &d.Positions[k]
			if taken[k] || !o.Holder.Span.Overlaps(span(p.Holder)) || !o.Topic.Overlaps(span(p.Topic)) {
				continue
			}
			taken[k] = true
			s.p.tp++
			s.st.tp += btoi(o.Stance == p.Stance)
			break
		}
	}
	s.p.add(0, len(d.Positions), len(g.Positions))
	s.st.add(0, len(d.Positions), len(g.Positions))
}

// shares reports whether two spans have half of what they cover together in
// common.
func shares(a, b entente.Span) bool {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	return both > 0 && 2*both >= max(a.End, b.End)-min(a.Start, b.Start)
}

// near reports whether two spans are the same but for a blank or mark at the
// ends.
func near(a, b entente.Span) bool {
	return a.Start-b.Start <= 3 && b.Start-a.Start <= 3 && a.End-b.End <= 3 && b.End-a.End <= 3
}

// score sums up.
func (s *QuoteScore) score() {
	s.Content, s.Exact, s.Speaker, s.Direct = s.content.score(), s.exact.score(), s.speaker.score(), s.direct.score()
	s.Position, s.Stance = s.p.score(), s.st.score()
}

// quotes scores quotations and positions on our own passages.
func (r *Runner) quotes(ctx context.Context) error {
	gold, err := ReadJSONL[QuotePassage](r.Own, "corpus/quotes.jsonl")
	if err != nil {
		return err
	}
	docs := make([]*entente.Document, len(gold))
	for i := range gold {
		docs[i] = given(gold[i].ID, gold[i].Text, gold[i].Date)
	}
	plan := pipeline.Plan{Want: entente.LayerQuotes | entente.LayerPositions}
	if err := r.annotate(ctx, r.textStages(plan), docs); err != nil {
		return err
	}
	for _, part := range [...]string{"open", "apart"} {
		var s QuoteScore
		for i := range gold {
			if gold[i].Part == part {
				s.add(&gold[i], docs[i])
			}
		}
		s.score()
		data := fmt.Sprintf("own, %s, %d passages", part, s.Passages)
		for _, row := range [...]struct {
			name string
			f    PRF
		}{{"quotation found, F1", s.Content}, {"its words exact, F1", s.Exact}, {"speaker F1", s.Speaker}, {"direct or not, F1", s.Direct},
			{"position found, F1", s.Position}, {"with its stance, F1", s.Stance}} {
			r.add("quotes", data, row.name, f1(100*row.f.F), prfNote(row.f, 100))
		}
	}
	return nil
}
