package coder

import (
	"errors"
	"os"
	"slices"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
)

func TestRegisterKeys(t *testing.T) {
	t.Parallel()
	same := [][2]string{
		{"The army’s men", "the ARMY's men"},
		{"talks, talks and more talks", "and more talks"},
		{"co-operate -- 27 times.", "CO-OPERATE times"},
	}
	for _, s := range same {
		if a, b := RegisterKeys(s[0], nil), RegisterKeys(s[1], nil); !slices.Equal(a, b) || len(a) == 0 {
			t.Errorf("%q has other words than %q", s[0], s[1])
		}
	}
	for _, s := range []string{"", "1 2 3", "a b — c", "''", "-"} {
		if k := RegisterKeys(s, nil); len(k) != 0 {
			t.Errorf("%q has %d words, want none", s, len(k))
		}
	}
}

// texts makes a document of sentences.
func texts(sentences ...string) *entente.Document {
	d := &entente.Document{}
	for _, s := range sentences {
		d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: len(d.Text), End: len(d.Text) + len(s)}})
		d.Text += s + " "
	}
	return d
}

// registerOf reads a register that is written with these weights.
func registerOf(t *testing.T, weights map[uint32]float64, bias float64, vector []float64) register {
	t.Helper()
	f := &model.File{}
	AddRegister(f, weights, bias, vector)
	f, err := model.Decode(f.Encode())
	if err != nil {
		t.Fatal(err)
	}
	r, err := readRegister(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestRegisterByWords checks that words of politics and of sport pull apart, by
// their weights and, where words have none, by their vectors.
func TestRegisterByWords(t *testing.T) {
	t.Parallel()
	r := registerOf(t, map[uint32]float64{RegisterKeys("ministry", nil)[0]: 6, RegisterKeys("coach", nil)[0]: -6}, -0.5, nil)
	politics, keys := r.words("The ministry attacked.", nil)
	sport, _ := r.words("The coach attacked.", keys)
	if want := -0.5 - registerUsual; politics < want+2 || sport > want-2 {
		t.Errorf("politics %.2f, sport %.2f", politics, sport)
	}
	if usual, _ := r.words("1 2 3", nil); usual != 0 {
		t.Errorf("no words have a register of %.2f", usual)
	}
}

// TestRegisterByVectors checks that the vectors of nouns, verbs and adjectives move
// the register of a sentence, and other words do not.
func TestRegisterByVectors(t *testing.T) {
	t.Parallel()
	table, err := lexical.Load(os.DirFS("../../models"))
	if err != nil {
		t.Fatal(err)
	}
	vector := make([]float64, lexical.Dims+1)
	for k, v := range table.Find("minister") {
		vector[k] = float64(v) / 10
	}
	r := registerOf(t, nil, 0, vector)
	d := texts("minister", "goalkeeper", "minister")
	for i := range d.Sentences {
		d.Tokens = append(d.Tokens, entente.Token{Span: d.Sentences[i].Span, UPOS: entente.NOUN})
		d.Sentences[i].First, d.Sentences[i].Last = i, i+1
	}
	d.Tokens[2].UPOS = entente.PROPN
	var of [3]float64
	for i := range of {
		s, _ := r.sentence(d, &d.Sentences[i], table, nil)
		of[i] = s.vectors
	}
	if of[0] < 1 || of[0] < of[1]+1 || of[2] != 0 {
		t.Errorf("registers by vectors: %.2f", of)
	}
}

// TestSetting checks that the rest of a document moves what its sentences are worth
// by what it tells, a lone sentence not at all, and who is named in reports alone.
func TestSetting(t *testing.T) {
	t.Parallel()
	tab := &table{mind: &mind{register: registerOf(t, map[uint32]float64{RegisterKeys("ministry", nil)[0]: 6, RegisterKeys("coach", nil)[0]: -6}, 0, nil)}}
	block := func(d, whole *entente.Document) []float64 {
		w := &work{}
		w.x.load(d, tab)
		w.settingOf(d, whole, tab)
		g := make([]float64, settingBlock)
		w.tellSetting(g, &match{trigger: 0})
		return g
	}
	with := func(d *entente.Document) *entente.Document {
		for i := range d.Sentences {
			d.Tokens = append(d.Tokens, entente.Token{Span: d.Sentences[i].Span, UPOS: entente.VERB, Head: -1})
			d.Sentences[i].First, d.Sentences[i].Last = i, i+1
		}
		return d
	}
	lone := with(texts("attacked"))
	sport, politics := with(texts(slices.Repeat([]string{"coach"}, 12)...)), with(texts(slices.Repeat([]string{"ministry"}, 12)...))
	politics.Mentions = slices.Repeat([]entente.Mention{{Actor: entente.Actor{Country: "CHL", Sector: entente.GOV}}}, 9)
	if g := block(lone, lone); g[1] != 0 || g[2] != 0 || g[7] != 0 || g[11] != 0 {
		t.Errorf("a lone sentence: %.2f", g)
	}
	if g := block(lone, sport); g[1] > -1 || g[2] != 0 || g[11] != 1 {
		t.Errorf("a sentence in news of sport: %.2f", g)
	}
	if g := block(lone, politics); g[2] < 1 || g[1] != 0 || g[7] < 0.2 || g[8] >= 0 {
		t.Errorf("a sentence in news of politics: %.2f", g)
	}
	if a, b := block(sport, sport), block(lone, sport); a[0] >= b[0] || a[1] < b[1] {
		t.Errorf("a sentence counts as its own rest: %.2f, apart %.2f", a, b)
	}
}

func TestRegisterOfFile(t *testing.T) {
	t.Parallel()
	shipped, err := os.ReadFile("../../models/events.bin")
	if err != nil {
		t.Fatal(err)
	}
	full, err := model.Decode(shipped)
	if err != nil {
		t.Fatal(err)
	}
	without := func(names ...string) *model.File {
		f := &model.File{}
		f.Take(full, func(name string) bool { return !slices.Contains(names, name) })
		return f
	}
	if m, err := readMind(without(registerTable, registerScale, registerVector)); err != nil || m.register.table != nil {
		t.Errorf("a file without register: %v", err)
	}
	if m, err := readMind(without(registerVector)); err != nil || m.register.vector != nil {
		t.Errorf("a register of words alone: %v", err)
	}
	if _, err := readMind(without(registerScale)); err == nil {
		t.Error("a register without scale was read")
	}
	short := without(registerVector)
	short.AddUint32s(registerVector, make([]uint32, lexical.Dims))
	if _, err := readMind(short); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("a register with too few components: %v", err)
	}
}
