package eval

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/source"
	"github.com/entente-news/entente/internal/story"
	"github.com/entente-news/entente/internal/wire"
)

// alpha2 maps three-letter codes of states to two-letter ones, which the gold
// data use.
func (r *Runner) alpha2() (map[string]string, error) {
	b, err := fs.ReadFile(r.Own, "actors/states.tsv")
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	code, iso2 := -1, -1
	for _, l := range strings.Split(string(b), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		c := strings.Split(l, "\t")
		if code < 0 {
			code, iso2 = slices.Index(c, "code"), slices.Index(c, "iso2")
			if code < 0 || iso2 < 0 {
				return nil, &entente.Error{Code: entente.ErrInvalid, Op: "read states.tsv", Err: errors.New("no columns code and iso2")}
			}
			continue
		}
		if len(c) > max(code, iso2) {
			out[c[code]] = c[iso2]
		}
	}
	return out, nil
}

func (r *Runner) extract(ctx context.Context) error {
	gold, err := ReadJSONL[Page](r.Gold, "extract/pages.jsonl")
	if err != nil {
		return err
	}
	pred := make([]Extraction, 0, len(gold))
	var docs []*entente.Document
	for _, g := range gold {
		path := filepath.Join(r.GoldDir, "extract", filepath.FromSlash(g.HTML))
		for d, err := range source.Documents([]string{path}, source.Options{Format: source.FormatHTML}) {
			if err != nil {
				return err
			}
			d.ID, d.URL = g.ID, g.URL
			docs = append(docs, d)
		}
	}
	p, err := pipeline.New(r.Workers, pipeline.ExtractStage())
	if err != nil {
		return err
	}
	seq := func(yield func(*entente.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
	failed := 0
	err = p.Run(ctx, seq, func(res pipeline.Result) error {
		failed += btoi(res.Err != nil)
		e := Extraction{ID: res.Doc.ID, Text: res.Doc.Text, Title: one(res.Doc.Title), Author: one(res.Doc.Byline)}
		if d := res.Doc.Day(); d.Known() {
			e.Date = one(d.String())
		}
		pred = append(pred, e)
		return nil
	})
	if err != nil {
		return err
	}
	if err := predict(r, "extract/predictions.jsonl", pred); err != nil {
		return err
	}
	s, err := ScoreExtract(gold, pred)
	if err != nil {
		return err
	}
	r.add("extract", fmt.Sprintf("%d English pages", s.Body.Pages), "body F1, empty counts zero", f3(s.Body.F1EmptyZero),
		fmt.Sprintf("F1 %.3f (P %.3f, R %.3f)", s.Body.F1, s.Body.P, s.Body.R))
	r.add("extract", fmt.Sprintf("%d pages, snippets", s.Snippets.Pages), "F1", f3(s.Snippets.F1), fmt.Sprintf("English %.3f; failed %d", s.SnippetsEN.F1, failed))
	for _, f := range []string{"title", "date", "author"} {
		x := s.Fields[f]
		r.add("extract", fmt.Sprintf("%d pages", x.N), f+" right, of all", f3(x.R), fmt.Sprintf("of those given %.3f", x.P))
	}
	return nil
}

func one(s string) Strings {
	if s == "" {
		return nil
	}
	return Strings{s}
}

// storyDoc is a line of the gold data of stories.
type storyDoc struct {
	ID        string      `json:"id"`
	Cluster   json.Number `json:"cluster"`
	Title     string      `json:"title"`
	Date      string      `json:"date"`
	Time      string      `json:"time"`
	Publisher string      `json:"publisher"`
	URL       string      `json:"url"`
	Text      string      `json:"text"`
}

// UnmarshalJSON takes clusters that are numbers or texts.
func (s *storyDoc) UnmarshalJSON(b []byte) error {
	type plain storyDoc
	var x struct {
		plain
		Cluster any `json:"cluster"`
		Time    any `json:"time"`
	}
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	*s = storyDoc(x.plain)
	s.Cluster, s.Time = json.Number(fmt.Sprint(x.Cluster)), ""
	if t, ok := x.Time.(string); ok {
		s.Time = t
	}
	return nil
}

func (r *Runner) stories(context.Context) error {
	for _, name := range []string{"ecbplus", "headlines"} {
		list, err := ReadJSONL[storyDoc](r.Gold, "stories/"+name+".jsonl")
		if err != nil {
			return err
		}
		gold := make([]Cluster, len(list))
		features := make([]story.Features, len(list))
		for i, s := range list {
			d := given(s.ID, s.Text, s.Date)
			d.Title, d.Publisher = s.Title, s.Publisher
			if t, _, err := source.ParseTime(s.Time); s.Time != "" && err == nil {
				d.Published, d.DateOnly = t, false
			}
			gold[i], features[i] = Cluster{s.ID, string(s.Cluster)}, story.Extract(d)
		}
		pred := make([]Cluster, len(list))
		for i, a := range pipeline.Cluster(features) {
			pred[i] = Cluster{a.Doc, a.Story}
		}
		if err := predict(r, "stories/"+name+".jsonl", pred); err != nil {
			return err
		}
		s, err := ScoreStories(gold, pred)
		if err != nil {
			return err
		}
		r.add("stories", name, "B-cubed F1", f3(s.BCubed.F), fmt.Sprintf("P %.3f, R %.3f; pairwise F1 %.3f; %d stories for %d",
			s.BCubed.P, s.BCubed.R, s.Pairwise.F, s.PredClusters, s.GoldClusters))
	}
	return nil
}

// speed reads the corpus, and codes it from its lines to events, on one core.
func (r *Runner) speed(ctx context.Context) error {
	for _, fast := range []bool{false, true} {
		if err := r.languageSpeed(fast); err != nil {
			return err
		}
	}
	path := filepath.Join(r.GoldDir, "corpus", "news.jsonl.gz")
	var times []float64
	var words, events int
	for range 5 {
		words, events = 0, 0
		begin := time.Now()
		p, err := pipeline.New(1, r.Tools.Stages(pipeline.Plan{Want: entente.LayerEvents})...)
		if err != nil {
			return err
		}
		err = p.Run(ctx, source.Documents([]string{path}, source.Options{}), func(res pipeline.Result) error {
			if res.Err == nil {
				words += len(strings.Fields(res.Doc.Text))
				events += len(wire.Events(res.Doc, wire.Options{}))
			}
			return res.Err
		})
		if err != nil {
			return err
		}
		times = append(times, time.Since(begin).Seconds())
	}
	r.add("speed", "corpus", "code, words a second", fmt.Sprintf("%.0f", float64(words)/median(times)),
		fmt.Sprintf("one worker, median of 5; %d words, %d events", words, events))
	return nil
}

// languageSpeed measures words, tags, lemmas, names and the trees of all
// sentences of the corpus.
func (r *Runner) languageSpeed(fast bool) error {
	var texts []string
	for d, err := range source.Documents([]string{filepath.Join(r.GoldDir, "corpus", "news.jsonl.gz")}, source.Options{}) {
		if err != nil {
			return err
		}
		texts = append(texts, d.Text)
	}
	worker, name := r.Tools.Model.NewWorker(), "language, tokens a second"
	if fast {
		worker, name = r.Tools.Model.NewFastWorker(), "language --fast, tokens a second"
	}
	var times []float64
	tokens := 0
	d := &entente.Document{}
	for range 5 {
		tokens = 0
		begin := time.Now()
		for _, t := range texts {
			d.Text = t
			worker.Annotate(d)
			tokens += len(d.Tokens)
		}
		times = append(times, time.Since(begin).Seconds())
	}
	r.add("speed", "corpus", name, fmt.Sprintf("%.0f", float64(tokens)/median(times)),
		fmt.Sprintf("one worker, median of 5; %d tokens, every sentence parsed, %s kernels", tokens, kernel.Name()))
	return nil
}
