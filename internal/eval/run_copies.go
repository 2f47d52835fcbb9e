package eval

import (
	"context"
	"fmt"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/story"
)

// copySeed is the seed with which edited copies are made for the report.
const copySeed = 20261127

// CopyScore is how well near-copies are found at one share of changed words.
type CopyScore struct {
	Words  float64
	Copies int // made
	Found  int // placed with their original
	Other  int // placed with another report
}

// minCopyWords is the length below which a report is no source of copies: a
// headline has nothing to drop and little to change.
const minCopyWords = 40

// ScoreCopies makes a copy of each report at each share of changed words, adds
// the originals and then the copies to a clusterer, and counts the copies that
// it takes for one of their original.
func ScoreCopies(docs []*entente.Document, seed uint64) []CopyScore {
	var out []CopyScore
	for _, level := range copyLevels {
		s := CopyScore{Words: level}
		copier := NewCopier(seed, docs)
		c := story.New(story.Defaults())
		var copies []*entente.Document
		for _, d := range docs {
			c.Add(story.Extract(d))
			if len(strings.Fields(d.Text)) >= minCopyWords {
				copies = append(copies, copier.Copy(d, "copy:"+d.ID, editAt(level)))
			}
		}
		heads := map[string]string{} // of originals that are copies themselves
		for _, d := range docs {
			a := c.Add(story.Extract(d))
			heads[d.ID] = a.DuplicateOf
		}
		for _, d := range copies {
			of := strings.TrimPrefix(d.ID, "copy:")
			switch head := c.Add(story.Extract(d)).DuplicateOf; head {
			case "":
			case of, heads[of]:
				s.Found++
			default:
				s.Other++
			}
			s.Copies++
		}
		out = append(out, s)
	}
	return out
}

// copies measures how near-copies are found among the reports of ecbplus, each
// of which stands among others of its own story.
func (r *Runner) copies(context.Context) error {
	list, err := ReadJSONL[storyDoc](r.Gold, "stories/ecbplus.jsonl")
	if err != nil {
		return err
	}
	docs := make([]*entente.Document, len(list))
	for i, s := range list {
		docs[i] = given(s.ID, s.Text, s.Date)
		docs[i].Title = s.Title
	}
	for _, s := range ScoreCopies(docs, copySeed) {
		r.add("copies", "ecbplus, edited", fmt.Sprintf("recall at %.0f %%", 100*s.Words), f3(ratio(s.Found, s.Copies)),
			fmt.Sprintf("%d of %d, and %d as copies of another report", s.Found, s.Copies, s.Other))
	}
	return r.realCopies()
}

// realCopies scores pairs of real reports that were judged by reading.
func (r *Runner) realCopies() error {
	pairs, err := readTable(r.Own, "stories/copies.tsv", 4)
	if err != nil {
		return err
	}
	news, err := ReadJSONL[storyDoc](r.Gold, "corpus/news.jsonl.gz")
	if err != nil {
		return err
	}
	features := map[string]story.Features{}
	for _, s := range news {
		features[s.ID] = story.Extract(given(s.ID, s.Text, s.Date))
	}
	tp, sys, gold, both := 0, 0, 0, 0
	for _, p := range pairs {
		a, b := features[p[0]], features[p[1]]
		if p[2] != p[3] || a.Doc == "" || b.Doc == "" {
			continue // the two readers differ
		}
		both++
		_, found := story.Copies(&a, &b)
		if p[2] == "y" {
			gold++
		}
		if found {
			sys++
		}
		if found && p[2] == "y" {
			tp++
		}
	}
	s := prf(tp, sys, gold)
	r.add("copies", "real pairs, judged", "F1", f3(s.F), fmt.Sprintf("P %.3f (%d of %d), R %.3f (%d of %d); %d pairs on which both readers agree",
		s.P, tp, sys, s.R, tp, gold, both))
	return nil
}
