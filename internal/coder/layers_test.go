package coder_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/actor"
	"github.com/entente-news/entente/internal/place"
	"github.com/entente-news/entente/internal/timex"
	"github.com/entente-news/entente/nlp"
)

// The layers of the cases stand beside them in files, so that these tests judge
// the coder alone: a new parser or a new table of actors does not change them
// until they are made anew with -relayer. A line of such a file is one
// sentence: its text and layers as JSON.

type layerLine struct {
	Text     string
	Tokens   string             // start end lemma XPOS UPOS deprel head, joined by blanks
	Mentions []entente.Mention  `json:",omitempty"`
	Places   []entente.Place    `json:",omitempty"`
	Dates    []entente.TimeExpr `json:",omitempty"`
	Entities []entente.Entity   `json:",omitempty"`
}

// document returns l as an annotated document of one sentence.
func (l *layerLine) document() (*entente.Document, error) {
	d := &entente.Document{ID: "case", Text: l.Text, Published: caseDay, DateOnly: true, Mentions: l.Mentions,
		Places: l.Places, Dates: l.Dates, Entities: l.Entities}
	f := strings.Fields(l.Tokens)
	for ; len(f) >= 7; f = f[7:] {
		u, err := entente.ParseUPOS(f[4])
		if err != nil {
			return nil, err
		}
		rel, err := entente.ParseDeprel(f[5])
		if err != nil {
			return nil, err
		}
		var n [3]int
		for i, s := range [...]string{f[0], f[1], f[6]} {
			if n[i], err = strconv.Atoi(s); err != nil {
				return nil, err
			}
		}
		d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: n[0], End: n[1]}, Lemma: f[2], XPOS: f[3],
			UPOS: u, Deprel: rel, Head: int32(n[2])})
	}
	d.Sentences = []entente.Sentence{{Span: entente.Span{End: len(l.Text)}, Last: len(d.Tokens), Parsed: true}}
	return d, nil
}

func readLayers(path string) (map[string]*entente.Document, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := map[string]*entente.Document{}
	for s := range strings.Lines(string(b)) {
		var l layerLine
		if err := json.Unmarshal([]byte(s), &l); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if out[l.Text], err = l.document(); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return out, nil
}

// loadLayers returns the documents of cases in their order.
func loadLayers(t *testing.T, path string, cases []sentenceCase) []*entente.Document {
	t.Helper()
	if *relay {
		makeLayers(t, path, cases)
	}
	byText, err := readLayers(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []*entente.Document
	for _, c := range cases {
		d := byText[c.text]
		if d == nil {
			t.Fatalf("%s has no layers for %q: run with -relayer -update", path, c.text)
		}
		out = append(out, d)
	}
	return out
}

// makeLayers writes the layers of cases with the models and tables that are
// shipped. A sentence that the reader would cut in two is no case.
func makeLayers(t *testing.T, path string, cases []sentenceCase) {
	t.Helper()
	model, err := nlp.Open(os.DirFS("../../models"))
	if err != nil {
		t.Fatal(err)
	}
	table, _, err := actor.Load(os.DirFS("../../data/actors"))
	if err != nil {
		t.Fatal(err)
	}
	gazetteer, err := openPlaces()
	if err != nil {
		t.Fatal(err)
	}
	words, actors, places := model.NewWorker(), table.NewWorker(), gazetteer.NewWorker()
	var b strings.Builder
	for _, c := range cases {
		d := &entente.Document{ID: "case", Text: c.text, Published: caseDay, DateOnly: true}
		words.Tokenize(d)
		words.Tag(d)
		words.Names(d)
		actors.Annotate(d)
		places.Annotate(d)
		timex.Annotate(d)
		if len(d.Sentences) != 1 {
			t.Fatalf("%q is %d sentences", c.text, len(d.Sentences))
		}
		words.Parse(d, nil)
		l := layerLine{Text: d.Text, Mentions: d.Mentions, Places: d.Places, Dates: d.Dates, Entities: d.Entities}
		for i := range d.Tokens {
			k := &d.Tokens[i]
			l.Tokens += fmt.Sprintf("%d %d %s %s %s %s %d ", k.Span.Start, k.Span.End, k.Lemma, k.XPOS, k.UPOS, k.Deprel, k.Head)
		}
		line, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func openPlaces() (*place.Gazetteer, error) {
	pack, err := os.Open("../../models/places.bin")
	if err != nil {
		return nil, err
	}
	defer pack.Close()
	regions, err := os.Open("../../data/places/regions.tsv")
	if err != nil {
		return nil, err
	}
	defer regions.Close()
	states, err := os.Open("../../data/actors/states.tsv")
	if err != nil {
		return nil, err
	}
	defer states.Close()
	return place.Load(pack, regions, states)
}
