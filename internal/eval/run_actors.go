package eval

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/text"
)

// actors scores countries and sectors on our own corpus, the office of a day
// and links back within a document. A file that is missing is left out, and
// said to be.
func (r *Runner) actors(ctx context.Context) error {
	if r.Project == nil {
		return fmt.Errorf("find the corpus: %w", fs.ErrNotExist)
	}
	for _, part := range []struct {
		name, file string
		learnt     bool
	}{{"held-out part", "events/" + heldOutFile, false}, {"natural part", "events/" + naturalFile, false}, {secondDraw, "events/" + secondFile, false},
		{"written part", "events/written.jsonl.gz", true}, {"drawn part", "events/drawn.jsonl", true}} {
		if part.learnt && !r.Written {
			continue
		}
		if err := r.actorPart(ctx, part.name, part.file); err != nil {
			return err
		}
	}
	if err := r.offices(ctx); err != nil {
		return err
	}
	return r.links(ctx)
}

// actorPart scores one part of the corpus of events.
func (r *Runner) actorPart(ctx context.Context, name, file string) error {
	records, err := ReadJSONL[actorRecord](r.Project, file)
	if errors.Is(err, fs.ErrNotExist) {
		r.add("actors", name, "-", "-", "no "+file)
		return nil
	}
	if err != nil {
		return err
	}
	if records, err = r.withText(records); err != nil {
		return err
	}
	cases, err := r.scoreActors(ctx, name, "", records)
	if err != nil {
		return err
	}
	var whole []actorRecord
	for i := range records {
		if records[i].article != nil {
			whole = append(whole, records[i].in())
		}
	}
	if len(whole) > 0 {
		inArticles, err := r.scoreActors(ctx, name, ", in their articles", whole)
		if err != nil {
			return err
		}
		if err := predict(r, "actors/articles/"+file, inArticles); err != nil {
			return err
		}
	}
	return predict(r, "actors/"+file, cases)
}

// scoreActors scores countries and sectors of records, with a word on how they were
// read, and returns each span with what was read.
func (r *Runner) scoreActors(ctx context.Context, name, how string, records []actorRecord) ([]actorCase, error) {
	docs := make([]*entente.Document, len(records))
	for i, rec := range records {
		docs[i] = given(rec.ID, deref(rec.Text), rec.Date)
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerActors | entente.LayerPlaces}), docs); err != nil {
		return nil, err
	}
	members, entities := newActorTally(), newActorTally()
	var cases []actorCase
	for i, d := range docs {
		ix := text.NewIndex(d.Text)
		see := func(part string, list []actorGold, t *actorTally) {
			for k := range list {
				g := &list[k]
				if g.Start == nil || g.End == nil || *g.Start >= *g.End || g.Type != "" && g.Country == nil && g.Use == nil {
					continue // persons and bodies have no country in the corpus
				}
				c := judge(d, ix, g)
				c.Part = part
				t.add(&c)
				cases = append(cases, c)
			}
		}
		for k := range records[i].Events {
			see("member", records[i].Events[k].Actor, members)
			see("member", records[i].Events[k].Recipient, members)
		}
		see("entity", records[i].Entities, entities)
	}
	r.add("actors", name, "country right, members"+how, inHundred(members.country, members.n),
		fmt.Sprintf("of %d; %s of the %d that have one; %s", members.n, inHundred(members.toldRight, members.told), members.told, classes(members.countryClass, 5)))
	r.add("actors", name, "sector right, members"+how, inHundred(members.sector, members.n), classes(members.sectorPair, 8))
	r.add("actors", name, "country right, names"+how, inHundred(entities.country, entities.n), fmt.Sprintf("of %d; %s", entities.n, classes(entities.countryClass, 5)))
	return cases, nil
}

// withText puts the texts of drawn records back from the articles of the gold
// data, and the articles beside them; a record whose article is not there is left out.
func (r *Runner) withText(records []actorRecord) ([]actorRecord, error) {
	texts := map[string][]rune{}
	for _, rec := range records {
		if rec.Text == nil && rec.Drawn != nil {
			texts[rec.Drawn.Doc] = nil
		}
	}
	if len(texts) == 0 {
		return records, nil
	}
	err := lines(r.Gold, "corpus/news.jsonl.gz", func(_ int, line []byte) error {
		var a struct {
			ID   string `json:"id"`
			Text string `json:"text"`
		}
		if err := json.Unmarshal(line, &a); err != nil {
			return fmt.Errorf("not an article: %w", err)
		}
		if _, wanted := texts[a.ID]; wanted {
			texts[a.ID] = []rune(a.Text)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []actorRecord
	for _, rec := range records {
		if rec.Text == nil && rec.Drawn != nil {
			doc := texts[rec.Drawn.Doc]
			if rec.Drawn.Start < 0 || rec.Drawn.End > len(doc) || rec.Drawn.Start > rec.Drawn.End {
				continue
			}
			s := string(doc[rec.Drawn.Start:rec.Drawn.End])
			rec.Text, rec.article = &s, doc
		}
		if rec.Text != nil {
			out = append(out, rec)
		}
	}
	return out, nil
}
