package coder

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// wordTree makes a tree of blank-separated tokens without relations.
func wordTree(text string) *tree {
	d := &entente.Document{Text: text}
	at := 0
	for _, f := range strings.Fields(text) {
		start := at + strings.Index(text[at:], f)
		pos := entente.NOUN
		if f[0] >= '0' && f[0] <= '9' || words[strings.ToLower(f)] > 0 {
			pos = entente.NUM
		}
		d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: start, End: start + len(f)}, Lemma: strings.TrimSuffix(strings.ToLower(f), "s"), UPOS: pos, Head: -1})
		at = start + len(f)
	}
	x := &tree{d: d, t: &table{classes: map[string]map[string]bool{}}}
	for i := range d.Tokens {
		x.lemma = append(x.lemma, d.Tokens[i].Lemma)
		x.pos = append(x.pos, d.Tokens[i].UPOS)
	}
	return x
}

func TestNumber(t *testing.T) {
	t.Parallel()
	exact := func(v int64) entente.Magnitude {
		return entente.Magnitude{Low: v, High: v, Best: v, HasBest: true}
	}
	for _, c := range []struct {
		text, span string
		want       entente.Magnitude
	}{
		{"12 men", "12", exact(12)},
		{"2,000 men", "2,000", exact(2000)},
		{"twenty - two men", "twenty - two", exact(22)},
		{"Forty-six men", "Forty-six", exact(46)},
		{"two hundred men", "two hundred", exact(200)},
		{"two hundred fifty men", "two hundred fifty", exact(250)},
		{"1.5 million men", "1.5 million", exact(1500000)},
		{"half a million men", "half a million", exact(500000)},
		{"two dozen men", "two dozen", exact(24)},
		{"dozens of men", "dozens", entente.Magnitude{Low: 24, High: 99}},
		{"several thousand men", "several thousand", entente.Magnitude{Low: 2000, High: 9999}},
		{"tens of thousands of men", "tens of thousands", entente.Magnitude{Low: 20000, High: 99999}},
		{"hundreds of thousands of men", "hundreds of thousands", entente.Magnitude{Low: 200000, High: 999999}},
		{"at least 12 men", "at least 12", entente.Magnitude{Low: 12, High: 12, OpenHigh: true}},
		{"more than 50 men", "more than 50", entente.Magnitude{Low: 50, High: 50, OpenHigh: true}},
		{"up to 30 men", "up to 30", entente.Magnitude{Low: 30, High: 30, OpenLow: true}},
		{"between 20 and 30 men", "20 and 30", entente.Magnitude{Low: 20, High: 30}},
		{"about 50 men", "about 50", exact(50)},
		{"scores of men", "scores", entente.Magnitude{Low: 40, High: 99}},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			x := wordTree(c.text)
			for i := range x.lemma {
				n, _, ok := x.number(i, len(x.lemma))
				if !ok {
					continue
				}
				if got := n.Span.In(c.text); got != c.span {
					t.Errorf("words %q, want %q", got, c.span)
				}
				n.Span = entente.Span{}
				if d := cmp.Diff(c.want, n); d != "" {
					t.Error(d)
				}
				return
			}
			t.Error("no number was found")
		})
	}
	for _, text := range []string{"men", "one", "1e400 men", "- 5", "99999999999999999999 men"} {
		x := wordTree(text)
		x.pos[0] = entente.PRON
		if n, _, ok := x.number(0, len(x.lemma)); ok {
			t.Errorf("%q is read as %+v", text, n)
		}
	}
}

func TestMoney(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"$ 5 million": "USD", "5 million euros": "EUR", "40 billion rupiah": "IDR", "5 US dollars": "USD", "5 tanks": ""} {
		x := wordTree(text)
		if text[0] == '$' {
			x.pos[0] = entente.SYM
		}
		for i := range x.lemma {
			n, next, ok := x.number(i, len(x.lemma))
			if !ok {
				continue
			}
			if text == "5 US dollars" {
				x.pos[1] = entente.PROPN
			}
			if got := x.money(nil, i, next, &n); got != want {
				t.Errorf("%q is money of %q, want %q", text, got, want)
			}
			break
		}
	}
}

func newCoder(t *testing.T) *Coder {
	t.Helper()
	c, err := New(os.DirFS("../../data/patterns"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestLoadDetail(t *testing.T) {
	t.Parallel()
	c := newCoder(t)
	if err := c.LoadDetail(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if err := c.LoadDetail(fstest.MapFS{DetailFile: {Data: []byte("x")}}); !errors.Is(err, model.ErrNotModel) {
		t.Errorf("no weights: %v", err)
	}
	empty := &model.File{}
	if err := c.UseDetail(empty); !errors.Is(err, model.ErrSection) {
		t.Errorf("no section: %v", err)
	}
	if c.t.learnt != nil {
		t.Error("damaged weights are in use")
	}
	if err := c.LoadDetail(os.DirFS("../../models")); err != nil {
		t.Error(err)
	}
}

// TestTeach shows that lessons are learnt and that the same lessons and seed
// give the same bytes.
func TestTeach(t *testing.T) {
	t.Parallel()
	c := newCoder(t)
	mode := func(s string) entente.Mode {
		m, err := entente.ParseMode(s)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	var lessons []*Lesson
	for _, w := range []string{"visit", "tour", "phone", "ring"} {
		m := mode("visit")
		if w == "phone" || w == "ring" {
			m = mode("phone")
		}
		for range 3 {
			lessons = append(lessons, c.DictionaryLesson(entente.RootConsult, m, []string{w}))
		}
	}
	a, b := Teach(lessons, 1), Teach(lessons, 1)
	if string(a.Encode()) != string(b.Encode()) {
		t.Error("the same lessons give other bytes")
	}
	table, err := a.Table("mode")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lessons {
		var scores [model.MaxClasses]int32
		table.Score(l.keys, &scores)
		for _, m := range modesOf()[entente.RootConsult] {
			if int(m) != l.class && scores[m] >= scores[l.class] {
				t.Errorf("%v has %d, the right mode %v has %d", m, scores[m], entente.Mode(l.class), scores[l.class])
			}
		}
	}
}
