package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/text"
)

func (r *Runner) places(ctx context.Context) error {
	alpha2, err := r.alpha2()
	if err != nil {
		return err
	}
	for _, name := range []string{"lgl", "gwn", "geovirus"} {
		gold, err := ReadJSONL[ToponymDoc](r.Gold, "places/"+name+".jsonl")
		if err != nil {
			return err
		}
		docs := make([]*entente.Document, len(gold))
		for i, g := range gold {
			docs[i] = given(g.ID, g.Text, g.Date)
			docs[i].URL = g.URL
		}
		if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerPlaces}), docs); err != nil {
			return err
		}
		pred := make([]ToponymDoc, len(docs))
		for i, d := range docs {
			pred[i] = toponyms(d, alpha2)
		}
		if err := predict(r, "places/"+name+".jsonl", pred); err != nil {
			return err
		}
		s, err := ScorePlaces(gold, pred)
		if err != nil {
			return err
		}
		r.placeRows(name, &s)
	}
	if r.Corpus == nil {
		return nil
	}
	return r.placeUses(ctx)
}

func (r *Runner) placeRows(name string, s *PlaceScore) {
	r.add("places", name, "recognition F1, overlap", f1(s.Overlap.F*100), prfNote(s.Overlap, 100))
	if s.Literal.F > 0 {
		r.add("places", name, "literal uses alone, F1, overlap", f1(s.Literal.F*100),
			fmt.Sprintf("%s; %.1f %% of them found, with whatever use", prfNote(s.Literal, 100), 100*s.LiteralFound))
	}
	r.add("places", name, "within 161 km, of all gold", f1(s.Acc161OfAll*100), fmt.Sprintf("of those resolved %.1f", s.Acc161OfResolved*100))
	if s.CountryOfAll > 0 {
		r.add("places", name, "country right, of all gold", f1(s.CountryOfAll*100), fmt.Sprintf("of those given %.1f", s.CountryOfGiven*100))
	}
	notes := make([]string, len(s.Steps))
	for i, x := range s.Steps {
		notes[i] = fmt.Sprintf("%.2f: %.0f %% of %d", x.Confidence, 100*share(x.Right, x.N), x.N)
	}
	r.add("places", name, "calibration error", f3(s.CalibrationError), strings.Join(notes, ", "))
}

func toponyms(d *entente.Document, alpha2 map[string]string) ToponymDoc {
	ix := text.NewIndex(d.Text)
	out := ToponymDoc{ID: d.ID, Toponyms: []Toponym{}}
	for i := range d.Places {
		p := &d.Places[i]
		t := Toponym{Start: ix.Rune(p.Span.Start), End: ix.Rune(p.Span.End), Country: alpha2[p.Country], Confidence: p.Confidence, Use: p.Use.String()}
		if p.HasPoint {
			lat, lon := p.Lat, p.Lon
			t.Lat, t.Lon = &lat, &lon
		}
		if p.GeoNames != 0 {
			t.ID = json.Number(strconv.Itoa(p.GeoNames))
		}
		out.Toponyms = append(out.Toponyms, t)
	}
	return out
}

// placeUses scores the uses and countries of the names that the annotated
// corpus marks, with trees.
func (r *Runner) placeUses(ctx context.Context) error {
	heldout, err := r.corpusPart(heldOutFile)
	if err != nil {
		return err
	}
	natural, err := r.drawnPart(naturalFile)
	if err != nil {
		return err
	}
	for _, part := range []struct {
		name    string
		records []corpus.Record
	}{{"held out", heldout}, {"natural", natural}} {
		docs := make([]*entente.Document, len(part.records))
		for i := range part.records {
			docs[i] = given(part.records[i].ID, *part.records[i].Text, "")
		}
		if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerPlaces | entente.LayerTrees, AllTrees: true}), docs); err != nil {
			return err
		}
		s := ScoreUses(part.records, docs)
		data := fmt.Sprintf("%s, %d records", part.name, len(docs))
		r.add("places", data, "use right, of names found", f1(100*share(s.Right, s.Found)), fmt.Sprintf("%d of %d found; %s", s.Found, s.Gold, s.note()))
		r.add("places", data, "country right, of names found", f1(100*share(s.CountryRight, s.CountryGiven)), fmt.Sprintf("%d with a country", s.CountryGiven))
	}
	return nil
}

// UseScore counts how names of places are used; Confusion is by gold and then
// by found use.
type UseScore struct {
	Gold, Found, Right         int
	CountryGiven, CountryRight int
	Confusion                  [4][4]int
}

// ScoreUses compares the places of documents with the names of records that
// have a use, by overlap.
func ScoreUses(gold []corpus.Record, docs []*entente.Document) UseScore {
	var s UseScore
	for i := range gold {
		ix := text.NewIndex(docs[i].Text)
		for _, e := range gold[i].Entities {
			if e.Use == nil {
				continue
			}
			s.Gold++
			for k := range docs[i].Places {
				p := &docs[i].Places[k]
				if ix.Rune(p.Span.Start) >= e.End || ix.Rune(p.Span.End) <= e.Start {
					continue
				}
				s.Found++
				s.Right += btoi(p.Use.String() == *e.Use)
				s.Confusion[useOf(*e.Use)][p.Use]++
				if e.Country != nil && *e.Country != "" {
					s.CountryGiven++
					s.CountryRight += btoi(*e.Country == p.Country)
				}
				break
			}
		}
	}
	return s
}

func useOf(name string) entente.PlaceUse {
	for u := entente.UseLiteral; u <= entente.UseDemonym; u++ {
		if u.String() == name {
			return u
		}
	}
	return entente.UseLiteral
}

// note writes the confusion row by row.
func (s *UseScore) note() string {
	var out []string
	for g := entente.UseLiteral; g <= entente.UseDemonym; g++ {
		row := make([]string, 0, 4)
		for f := entente.UseLiteral; f <= entente.UseDemonym; f++ {
			row = append(row, strconv.Itoa(s.Confusion[g][f]))
		}
		out = append(out, g.String()+" "+strings.Join(row, "/"))
	}
	return strings.Join(out, ", ") + " as literal/metonymic/modifier/demonym"
}
