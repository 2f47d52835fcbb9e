package coder

import (
	"slices"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// scene is a sentence of five words, "Chad told police near Mali", with its tree.
func scene(d *entente.Document) {
	rows := []struct {
		word, lemma, tag string
		pos              entente.UPOS
		head             int32
		rel              entente.Deprel
		country          string
		sector           entente.Sector
	}{
		{"Chad", "Chad", "NNP", entente.PROPN, 1, entente.Nsubj, "TCD", 0},
		{"told", "tell", "VBD", entente.VERB, -1, entente.DeprelRoot, "", 0},
		{"police", "police", "NN", entente.NOUN, 1, entente.Obj, "", entente.COP},
		{"near", "near", "IN", entente.ADP, 4, entente.Case, "", 0},
		{"Mali", "Mali", "NNP", entente.PROPN, 1, entente.Obl, "MLI", 0},
	}
	for i, r := range rows {
		at := len(d.Text)
		d.Text += r.word + " "
		span := entente.Span{Start: at, End: at + len(r.word)}
		d.Tokens = append(d.Tokens, entente.Token{Span: span, Lemma: r.lemma, UPOS: r.pos, XPOS: r.tag, Head: r.head, Deprel: r.rel})
		if r.country != "" || r.sector != 0 {
			kind := entente.MentionName
			if r.country == "" {
				kind = entente.MentionNoun
			}
			d.Mentions = append(d.Mentions, entente.Mention{Actor: entente.Actor{Span: span, Country: r.country, Sector: r.sector}, Kind: kind, First: i, Last: i + 1, Head: i})
		}
	}
	d.Sentences = []entente.Sentence{{Span: entente.Span{End: len(d.Text)}, Last: len(rows), Parsed: true}}
}

// comparing returns a coder that takes told for a demand, its subject for who acts,
// and weighs the other phrases by these rows.
func comparing(t *testing.T, whom, whose []model.Row) *Coder {
	t.Helper()
	c := tiny(t)
	f := &model.File{}
	row := func(weight int32, class uint8, name string, values ...string) model.Row {
		return model.Row{Key: keyOf(name, values...), Cells: []model.Cell{{Class: class, Weight: weight * Unit}}}
	}
	f.AddTable("trigger", Roots, []model.Row{row(5, uint8(entente.RootRequest), "tag", "VBD")})
	f.AddTable("who", 1, []model.Row{row(4, 0, "slot", "subj", "VERB")})
	f.AddTable("whom", 1, whom)
	f.AddTable("whose", 1, whose)
	f.AddTable("pair", Roots, nil)
	f.AddStrings("nouns", nil)
	AddSure(f, nil, nil)
	if err := c.Learn(f.Encode()); err != nil {
		t.Fatal(err)
	}
	return c
}

// rowsOf are the rows of a scorer of one class.
func rowsOf(weights map[uint32]int32) (rows []model.Row) {
	for k, w := range weights {
		rows = append(rows, model.Row{Key: k, Cells: []model.Cell{{Weight: w * Unit}}})
	}
	return rows
}

func keyOf(name string, values ...string) uint32 {
	f := &features{}
	f.add(name, values...)
	return f.keys[0]
}

// TestCompare chooses recipients among phrases, companions and nobody.
func TestCompare(t *testing.T) {
	t.Parallel()
	object, nobody, bias := keyOf("slot", "obj", "VERB"), keyOf("0"), keyOf("bias")
	other := companion([]uint32{object})[0]
	for name, r := range map[string]struct {
		weights      map[uint32]int32
		actors, whom []string
	}{
		"the likeliest phrase": {map[uint32]int32{object: 2}, []string{"TCD"}, []string{"TCD:COP"}},
		"nobody":               {map[uint32]int32{object: 2, nobody: 4}, []string{"TCD"}, nil},
		"unlikely by itself, and yet the likeliest": {map[uint32]int32{bias: -5, companion([]uint32{bias})[0]: -9, object: 4, nobody: -2}, []string{"TCD"}, []string{"TCD:COP"}},
		"one more who acts":                         {map[uint32]int32{other: 3}, []string{"TCD", "TCD:COP"}, nil},
	} {
		rows := rowsOf(r.weights)
		d := &entente.Document{}
		scene(d)
		c := comparing(t, rows, []model.Row{{Key: keyOf("side", "othertrue"), Cells: []model.Cell{{Weight: Unit}}}, {Key: keyOf("side", "owntrue"), Cells: []model.Cell{{Weight: Unit}}}})
		c.Code(d)
		if len(d.Events) != 1 {
			t.Errorf("%s: %d events", name, len(d.Events))
			continue
		}
		if got := codesOf(d.Events[0].Actors); !slices.Equal(got, r.actors) {
			t.Errorf("%s: actors %v, want %v", name, got, r.actors)
		}
		if got := codesOf(d.Events[0].Recipients); !slices.Equal(got, r.whom) {
			t.Errorf("%s: recipients %v, want %v", name, got, r.whom)
		}
	}
}

func codesOf(list []entente.Actor) (out []string) {
	for _, a := range list {
		out = append(out, a.Code())
	}
	return out
}

// TestWhose gives a bare noun the country for which most speaks, or none.
func TestWhose(t *testing.T) {
	t.Parallel()
	object := []model.Row{{Key: keyOf("slot", "obj", "VERB"), Cells: []model.Cell{{Weight: 4 * Unit}}}}
	for name, r := range map[string]struct {
		key  uint32
		want string
	}{
		"that of the other side":        {keyOf("side", "othertrue"), "TCD:COP"},
		"one that is on neither side":   {keyOf("side", "otherfalse"), "MLI:COP"},
		"the nearest behind":            {keyOf("near", "-0"), "MLI:COP"},
		"none where nothing speaks for": {keyOf("0s", "COP", "s"), ""},
	} {
		d := &entente.Document{}
		scene(d)
		comparing(t, object, []model.Row{{Key: r.key, Cells: []model.Cell{{Weight: 2 * Unit}}}}).Code(d)
		if len(d.Events) != 1 || len(d.Events[0].Recipients) != 1 || d.Events[0].Recipients[0].Code() != r.want {
			t.Errorf("%s: %+v, want a recipient of %q", name, d.Events, r.want)
		}
	}
}

// TestOfOther reads the bare government whom a state acts on as that of the other
// state of the report.
func TestOfOther(t *testing.T) {
	t.Parallel()
	for name, r := range map[string]struct {
		noun     string
		actor    entente.Sector
		inferred bool
		want     string
	}{
		"a state and a bare government":     {"government", 0, true, "MLI"},
		"a ministry and a bare government":  {"government", entente.GOV, true, "TCD"},
		"a government that is told its own": {"government", 0, false, "TCD"},
		"a state and its farmers":           {"farmer", 0, true, "TCD"},
	} {
		d := &entente.Document{}
		scene(d)
		d.Tokens[2].Lemma = r.noun
		d.Mentions[0].Actor.Sector = r.actor
		d.Mentions[1].Actor.Country, d.Mentions[1].Actor.Inferred = "TCD", r.inferred
		c := comparing(t, nil, nil)
		w := &work{}
		w.x.load(d, c.t)
		m := &match{trigger: 1, p: &pattern{}, actors: w.x.parties(nil, 0, true), recipients: w.x.parties(nil, 2, false)}
		w.look(0, &w.f).settleLands(m)
		if got := m.recipients[0].actor.Country; got != r.want {
			t.Errorf("%s: %q, want %q", name, got, r.want)
		}
	}
}

// TestTeachSides makes the choices that an annotator's sides give.
func TestTeachSides(t *testing.T) {
	t.Parallel()
	c := comparing(t, nil, nil)
	c.SetWords(vectors(t))
	at := func(d *entente.Document, i int) entente.Span { return d.Tokens[i].Span }
	for name, r := range map[string]struct {
		actors, whom []int
		who, right   []bool // nil: nothing to learn
	}{
		"one of each side":                 {[]int{0}, []int{2}, []bool{true, false, false, false}, []bool{true, false, false, false, false}},
		"nobody else":                      {[]int{0}, nil, []bool{true, false, false, false}, []bool{false, false, false, false, true}},
		"a word that is no phrase is whom": {[]int{0}, []int{3}, []bool{true, false, false, false}, nil},
		"a word that is no phrase acts":    {[]int{3}, []int{2}, nil, nil},
	} {
		d := &entente.Document{}
		scene(d)
		g := GoldEvent{Trigger: at(d, 1), Root: entente.RootRequest}
		for _, i := range r.actors {
			g.Actors = append(g.Actors, GoldParty{Span: at(d, i)})
		}
		for _, i := range r.whom {
			g.Recipients = append(g.Recipients, GoldParty{Span: at(d, i)})
		}
		got := c.Teach(d, []GoldEvent{g})
		for kind, pair := range map[string][2][]bool{"who": {rightOf(got.Who), r.who}, "whom": {rightOf(got.Whom), r.right}} {
			if !slices.Equal(pair[0], pair[1]) {
				t.Errorf("%s, %s: right %v, want %v", name, kind, pair[0], pair[1])
			}
		}
	}
}

func rightOf(list []model.Choice) []bool {
	if len(list) == 0 {
		return nil
	}
	return list[0].Right
}
