package eval

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/text"
)

// linkGold is a phrase that refers to somebody told of before, or that names
// an office: who it stands for. Offsets are code points.
type linkGold struct {
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Kind    string   `json:"kind"`              // surname, pronoun, office, country, several, acronym, …
	Codes   []string `json:"codes"`             // countries, or codes of organisations, in any order
	Name    string   `json:"name,omitempty"`    // family name of the person meant; empty where none is
	Role    string   `json:"role,omitempty"`    // office at the date
	Former  bool     `json:"former,omitempty"`  // the office is no longer held
	Unknown bool     `json:"unknown,omitempty"` // nobody that the text tells: nothing should be read
}

// linkRecord is a report of our own with such phrases.
type linkRecord struct {
	ID    string     `json:"id"`
	Part  string     `json:"part"` // dev or test
	Date  string     `json:"date"`
	Text  string     `json:"text"`
	Links []linkGold `json:"links"`
}

// linkCase is one phrase with what was read.
type linkCase struct {
	ID, Part, Text, Kind, Gold, Got, Why string
	Right                                bool
}

// links scores corpus/coref.jsonl, the part put aside apart from the other.
func (r *Runner) links(ctx context.Context) error {
	cases, err := r.linkCases(ctx, "coref.jsonl", rightLink)
	if errors.Is(err, fs.ErrNotExist) {
		r.add("actors", "links", "-", "-", "no coref.jsonl")
		return nil
	}
	if err != nil {
		return err
	}
	for _, part := range []string{"dev", "test"} {
		r.addLinks("links, "+part, "links right", part, cases)
	}
	return nil
}

// offices scores corpus/offices.jsonl: who holds which office at a date.
func (r *Runner) offices(ctx context.Context) error {
	cases, err := r.linkCases(ctx, "offices.jsonl", rightOffice)
	if errors.Is(err, fs.ErrNotExist) {
		r.add("actors", "offices", "-", "-", "no offices.jsonl")
		return nil
	}
	if err != nil {
		return err
	}
	for _, part := range []string{"dev", "test"} {
		r.addLinks("offices, "+part, "office right at the date", part, cases)
	}
	return nil
}

// linkCases reads a file and judges each of its phrases.
func (r *Runner) linkCases(ctx context.Context, file string, right func(*linkGold, *entente.Mention) bool) ([]linkCase, error) {
	records, err := ReadJSONL[linkRecord](r.Project, file)
	if err != nil {
		return nil, err
	}
	docs := make([]*entente.Document, len(records))
	for i, rec := range records {
		docs[i] = given(rec.ID, rec.Text, rec.Date)
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerActors}), docs); err != nil {
		return nil, err
	}
	var out []linkCase
	for i, d := range docs {
		ix := text.NewIndex(d.Text)
		for k := range records[i].Links {
			g := &records[i].Links[k]
			at := entente.Span{Start: ix.Byte(g.Start), End: ix.Byte(g.End)}
			m := mentionAt(d, at)
			c := linkCase{ID: d.ID, Part: records[i].Part, Text: at.In(d.Text), Kind: g.Kind, Right: right(g, m),
				Gold: strings.Join(g.Codes, "+") + " " + g.Name + " " + g.Role, Got: "nothing"}
			if m != nil {
				c.Got, c.Why = strings.Join(mentionCodes(m), "+")+" "+m.Actor.Name+" "+m.Actor.Role, m.Why
			}
			out = append(out, c)
		}
	}
	return out, predict(r, "actors/"+file, out)
}

// addLinks adds the row of one part.
func (r *Runner) addLinks(data, measure, part string, cases []linkCase) {
	n, right := map[string]int{}, map[string]int{}
	all, good := 0, 0
	for i := range cases {
		c := &cases[i]
		if c.Part != part {
			continue
		}
		all++
		good += btoi(c.Right)
		n[c.Kind]++
		right[c.Kind] += btoi(c.Right)
	}
	var notes []string
	for _, k := range keys(n) {
		notes = append(notes, fmt.Sprintf("%s %d/%d", k, right[k], n[k]))
	}
	r.add("actors", data, measure, inHundred(good, all), fmt.Sprintf("of %d; %s", all, strings.Join(notes, ", ")))
}

// mentionAt returns the mention that shares most with a span, nil for none.
func mentionAt(d *entente.Document, at entente.Span) *entente.Mention {
	var out *entente.Mention
	best := 0.0
	for i := range d.Mentions {
		if s := likeness(d.Mentions[i].Actor.Span, at); s > 0 && s >= best {
			best, out = s, &d.Mentions[i]
		}
	}
	return out
}

// mentionCodes are the parties of a mention, in order of their codes.
func mentionCodes(m *entente.Mention) []string {
	var out []string
	for i := range m.Members {
		out = append(out, m.Members[i].Party())
	}
	if len(m.Members) == 0 && m.Actor.Party() != "" {
		out = []string{m.Actor.Party()}
	}
	sort.Strings(out)
	return out
}

// rightLink reports whether m stands for the parties of g, and, where g names
// a person, for that person.
func rightLink(g *linkGold, m *entente.Mention) bool {
	if g.Unknown {
		return m == nil || len(mentionCodes(m)) == 0
	}
	if m == nil {
		return false
	}
	want := append([]string{}, g.Codes...)
	sort.Strings(want)
	if strings.Join(mentionCodes(m), "+") != strings.Join(want, "+") {
		return false
	}
	return g.Name == "" || strings.Contains(text.Fold(m.Actor.Name), text.Fold(g.Name))
}

// rightOffice reports whether m is the person and the office of g.
func rightOffice(g *linkGold, m *entente.Mention) bool {
	return m != nil && rightLink(g, m) && m.Actor.Role == g.Role && m.Former == g.Former
}
