package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
)

// markedPair is a line of the gold data of events.
type markedPair struct {
	ID       string      `json:"id"`
	Sentence string      `json:"sentence"`
	Marked   string      `json:"marked_sentence"`
	Root     string      `json:"root"`
	Quad     json.Number `json:"quad"`
}

// Marked returns the spans between <s> and </s>, and <t> and </t>, in the
// sentence without the marks.
func Marked(s string) (text string, source, target []entente.Span) {
	var b strings.Builder
	var start int
	for i := 0; i < len(s); {
		switch {
		case strings.HasPrefix(s[i:], "<s>"), strings.HasPrefix(s[i:], "<t>"):
			start = b.Len()
			i += 3
		case strings.HasPrefix(s[i:], "</s>"):
			source = append(source, entente.Span{Start: start, End: b.Len()})
			i += 4
		case strings.HasPrefix(s[i:], "</t>"):
			target = append(target, entente.Span{Start: start, End: b.Len()})
			i += 4
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String(), source, target
}

// events codes sentences with marked actors end to end, and takes the event
// whose actor and recipient are the marked ones. It measures what patterns
// find unaided; nothing is told of the marks.
func (r *Runner) events(ctx context.Context) error {
	list, err := ReadJSONL[markedPair](r.Gold, "events/plv_train.jsonl")
	if err != nil {
		return err
	}
	docs := make([]*entente.Document, len(list))
	src, dst := make([][]entente.Span, len(list)), make([][]entente.Span, len(list))
	gold, pred := make([]Pair, len(list)), make([]Pair, 0, len(list))
	for i, m := range list {
		var text string
		text, src[i], dst[i] = Marked(m.Marked)
		docs[i] = given(m.ID, text, "")
		gold[i] = Pair{ID: m.ID, Root: m.Root, Quad: m.Quad}
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerEvents}), docs); err != nil {
		return err
	}
	found, right, anyRoot := 0, 0, 0
	for i, d := range docs {
		root := "(none)"
		var seen bool
		for k := range d.Events {
			e := &d.Events[k]
			seen = seen || rootOf(e.Root.String()) == list[i].Root
			if root == "(none)" && touches(e.Actors, src[i]) && (touches(e.Recipients, dst[i]) || touches(e.Actors, dst[i]) || len(e.Recipients) == 0) {
				root = e.Root.String()
			}
		}
		pred = append(pred, Pair{ID: d.ID, Root: root})
		found += btoi(root != "(none)")
		right += btoi(rootOf(root) == list[i].Root)
		anyRoot += btoi(seen)
	}
	if err := predict(r, "events/plv_train.jsonl", pred); err != nil {
		return err
	}
	s, err := ScorePairs(gold, pred)
	if err != nil {
		return err
	}
	n := float64(len(list))
	r.add("events", fmt.Sprintf("%d marked pairs", len(list)), "root macro-F1, unaided", f1(100*s.Root.MacroF1),
		"the coder is not told the actors")
	r.add("events", fmt.Sprintf("%d marked pairs", len(list)), "root right, of pairs found", f1(100*float64(right)/float64(max(1, found))),
		fmt.Sprintf("found %.1f %%, right %.1f %% of all; root anywhere in the sentence %.1f %%", 100*float64(found)/n, 100*float64(right)/n, 100*float64(anyRoot)/n))
	return nil
}

func touches(as []entente.Actor, spans []entente.Span) bool {
	for i := range as {
		for _, s := range spans {
			if as[i].Span.Overlaps(s) {
				return true
			}
		}
	}
	return false
}

func (r *Runner) seed(ctx context.Context) error {
	if r.Seed != nil {
		var want SeedExpected
		b, err := fs.ReadFile(r.Seed, "expected.json")
		if err != nil {
			return err
		}
		if err := json.Unmarshal(b, &want); err != nil {
			return fmt.Errorf("read expected.json: %w", err)
		}
		text, err := fs.ReadFile(r.Seed, "brief.txt")
		if err != nil {
			return err
		}
		want.Text = string(text)
		s, err := r.seedScore(ctx, want)
		if err != nil {
			return err
		}
		r.add("seed", "the brief", "must found", fmt.Sprintf("%d of %d", s.Found, s.Must),
			fmt.Sprintf("%d false alarms; %d of %d related headlines", s.FalseAlarms, s.RelatedRight, s.RelatedWanted))
		if err := r.explainSeed("seed/brief.json", s); err != nil {
			return err
		}
	}
	var own struct {
		Documents []SeedExpected `json:"documents"`
	}
	b, err := fs.ReadFile(r.Own, "corpus/seed_paraphrases.json")
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, &own); err != nil {
		return fmt.Errorf("read the paraphrases: %w", err)
	}
	var total SeedScore
	for _, want := range own.Documents {
		s, err := r.seedScore(ctx, want)
		if err != nil {
			return err
		}
		total.Must, total.Found = total.Must+s.Must, total.Found+s.Found
		total.FalseAlarms += s.FalseAlarms
		total.RelatedRight, total.RelatedWanted = total.RelatedRight+s.RelatedRight, total.RelatedWanted+s.RelatedWanted
		if err := r.explainSeed("seed/"+want.ID+".json", s); err != nil {
			return err
		}
	}
	n := float64(max(1, len(own.Documents)))
	r.add("seed", fmt.Sprintf("%d paraphrases", len(own.Documents)), "must found, mean of 7", fmt.Sprintf("%.2f", float64(total.Found)/n),
		fmt.Sprintf("%.2f false alarms a document; %d of %d related headlines", float64(total.FalseAlarms)/n, total.RelatedRight, total.RelatedWanted))
	return nil
}

// SeedScores runs the coder over a document with expected events.
func (r *Runner) seedScore(ctx context.Context, want SeedExpected) (SeedScore, error) {
	d := &entente.Document{ID: "seed", Text: strings.TrimSpace(want.Text)}
	day, err := entente.ParseDay(want.Date)
	if err != nil {
		return SeedScore{}, err
	}
	d.Published, d.DateOnly, d.DateBasis = day.Time(), true, entente.DateFlag
	if err := r.annotate(ctx, r.Tools.Stages(pipeline.Plan{Want: entente.LayerEvents}), []*entente.Document{d}); err != nil {
		return SeedScore{}, err
	}
	var found []SeedFound
	for i := range d.Events {
		if e := &d.Events[i]; e.Status != entente.Hypothetical && e.Status != entente.Negated {
			found = append(found, seedFound(d, e))
		}
	}
	var related []string
	for _, rel := range d.Related {
		related = append(related, rel.Title)
	}
	return ScoreSeed(want, found, related), nil
}

func seedFound(d *entente.Document, e *entente.Event) SeedFound {
	f := SeedFound{Event: e.Root.String(), Mode: e.Mode.String(), Aspect: e.Aspect.String(), From: e.When.From.String(), Related: d.InRelated(e.Trigger)}
	party := func(a entente.Actor) string {
		if a.Country == "" && a.Org == "" && a.Group != "" {
			return "group:" + a.Group
		}
		return a.Party()
	}
	for _, a := range e.Actors {
		f.Actor = append(f.Actor, party(a))
	}
	for _, a := range e.Recipients {
		f.Recipient = append(f.Recipient, party(a))
	}
	if e.Where != nil {
		f.WhereName, f.WhereCountry = e.Where.Name+" "+e.Where.Span.In(d.Text), e.Where.Country
	}
	return f
}

// explainSeed writes what was missed and what was wrong, for a reader.
func (r *Runner) explainSeed(name string, s SeedScore) error {
	return predict(r, name, []SeedScore{s})
}
