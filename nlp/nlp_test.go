package nlp_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp"
	"github.com/entente-news/entente/nlp/conllu"
	"github.com/entente-news/entente/nlp/train"
)

// trees returns the annotated sentences of testdata.
func trees(t testing.TB) []*conllu.Sentence {
	t.Helper()
	f, err := os.Open("testdata/news.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := conllu.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

var tiny struct {
	sync.Once
	data []byte
	err  error
}

// tinyModel returns the bytes of a model that has learnt the sentences of
// testdata.
func tinyModel(t testing.TB) []byte {
	t.Helper()
	list := trees(t)
	tiny.Do(func() { tiny.data, tiny.err = train.Train(train.Own(list), train.Small()) })
	if tiny.err != nil {
		t.Fatal(tiny.err)
	}
	return tiny.data
}

func open(t testing.TB) *nlp.Model {
	t.Helper()
	m, err := nlp.Open(fstest.MapFS{nlp.FileName: {Data: tinyModel(t)}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTrainingIsReproducible(t *testing.T) {
	t.Parallel()
	again, err := train.Train(train.Own(trees(t)), train.Small())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again, tinyModel(t)) {
		t.Error("two trainings on the same sentences gave different bytes")
	}
}

func TestOpenErrors(t *testing.T) {
	t.Parallel()
	good := tinyModel(t)
	damaged := bytes.Clone(good)
	damaged[len(damaged)/2] ^= 1
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, model.ErrNotModel},
		{"other file", bytes.Repeat([]byte("x"), 100), model.ErrNotModel},
		{"cut short", good[:len(good)-1], model.ErrDamaged},
		{"one bit", damaged, model.ErrDamaged},
		{"no parts", (&model.File{}).Encode(), model.ErrSection},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := nlp.Open(fstest.MapFS{nlp.FileName: {Data: tt.data}})
			if !errors.Is(err, tt.want) {
				t.Errorf("error = %v, want %v", err, tt.want)
			}
		})
	}
}

// check reports what is wrong with an annotated document.
func check(t *testing.T, d *entente.Document) {
	t.Helper()
	at, next := 0, 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || !s.Parsed {
			t.Fatalf("sentence %d is %+v, the one before ended at token %d", i, s, next)
		}
		next = s.Last
		if want := (entente.Span{Start: d.Tokens[s.First].Span.Start, End: d.Tokens[s.Last-1].Span.End}); s.Span != want {
			t.Fatalf("sentence %d has span %v, want %v", i, s.Span, want)
		}
		checkTree(t, d, s)
	}
	if next != len(d.Tokens) {
		t.Fatalf("sentences cover %d of %d tokens", next, len(d.Tokens))
	}
	for i, k := range d.Tokens {
		if k.Span.Start < at || k.Span.IsEmpty() || k.UPOS == entente.UPOSNone || k.Lemma == "" {
			t.Fatalf("token %d is %+v, the one before ended at %d", i, k, at)
		}
		if gap := visible(d.Text[at:k.Span.Start]); gap != "" {
			t.Fatalf("no token covers %q", gap)
		}
		at = k.Span.End
	}
	if gap := visible(d.Text[at:]); gap != "" {
		t.Fatalf("no token covers %q", gap)
	}
	for i, e := range d.Entities {
		if e.First >= e.Last || i > 0 && d.Entities[i-1].Last > e.First || e.Type == entente.EntityNone {
			t.Fatalf("name %d is %+v", i, e)
		}
	}
}

func checkTree(t *testing.T, d *entente.Document, s entente.Sentence) {
	t.Helper()
	roots := 0
	for i := s.First; i < s.Last; i++ {
		k, steps := i, 0
		for d.Tokens[k].Head >= 0 && steps <= s.Last-s.First {
			k = int(d.Tokens[k].Head)
			if k < s.First || k >= s.Last {
				t.Fatalf("head %d lies outside of the sentence %d to %d", k, s.First, s.Last)
			}
			steps++
		}
		if steps > s.Last-s.First {
			t.Fatalf("token %d is in a cycle", i)
		}
		if (d.Tokens[i].Head < 0) != (d.Tokens[i].Deprel == entente.DeprelRoot) {
			t.Fatalf("token %d has head %d and relation %v", i, d.Tokens[i].Head, d.Tokens[i].Deprel)
		}
		if d.Tokens[i].Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		t.Fatalf("sentence %d to %d has %d roots", s.First, s.Last, roots)
	}
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060' {
			return -1
		}
		return r
	}, s)
}

var samples = []string{
	"",
	" \n\n ",
	"One.",
	"GENEVA (Agency) — The two sides didn't agree.\n\nTalks resume on Monday, officials said.",
	"“We’ll see,” said Mr. O’Neill (left). \"No!\" he added…",
	"\xff\xfe broken \xc3( bytes",
	strings.Repeat("the army, ", 500) + "left.",
	strings.Repeat("a", 5000),
	strings.Repeat("( ", 300),
	"日本の首相は北京を訪問した。 Привет, мир!",
	"e.g. U.S. vs. them: see www.example.org/a,b. Call 555-1234.",
}

func TestAnnotate(t *testing.T) {
	t.Parallel()
	w := open(t).NewWorker()
	for _, text := range samples {
		d := &entente.Document{Text: text}
		w.Annotate(d)
		check(t, d)
	}
}

func TestAnnotateIsPure(t *testing.T) {
	t.Parallel()
	m := open(t)
	used := m.NewWorker()
	for _, text := range samples {
		var a, b entente.Document
		a.Text, b.Text = text, text
		used.Annotate(&a)
		m.NewWorker().Annotate(&b)
		if diff := cmp.Diff(a, b); diff != "" {
			t.Errorf("a used and a new worker differ on %.40q:\n%s", text, diff)
		}
	}
}

func TestLearnt(t *testing.T) {
	t.Parallel()
	w := open(t).NewWorker()
	words, tags, lemmas, heads := 0, 0, 0, 0
	for _, s := range trees(t) {
		d := nlp.FromConllu([]*conllu.Sentence{s})
		want := append([]entente.Token(nil), d.Tokens...)
		w.Tag(d)
		w.Parse(d, nil)
		for i := range want {
			words++
			if d.Tokens[i].UPOS == want[i].UPOS {
				tags++
			}
			if d.Tokens[i].Lemma == want[i].Lemma {
				lemmas++
			}
			if d.Tokens[i].Head == want[i].Head && d.Tokens[i].Deprel == want[i].Deprel {
				heads++
			}
		}
	}
	if 100*tags < 97*words || 100*lemmas < 97*words || 100*heads < 90*words {
		t.Errorf("of %d words learnt, %d tags, %d lemmas and %d heads come back", words, tags, lemmas, heads)
	}
}

func TestConllu(t *testing.T) {
	t.Parallel()
	for _, s := range trees(t) {
		d := nlp.FromConllu([]*conllu.Sentence{s})
		got := nlp.ToConllu(d, 0)
		want := *s
		want.Comments, got.Comments = nil, nil
		want.Line, got.Line = 0, 0
		for _, x := range []*conllu.Sentence{&want, got} {
			for i := range x.Words {
				w := &x.Words[i]
				w.Feats, w.Deps = "", ""
				w.Misc = strings.TrimPrefix(w.Misc, "_")
			}
			for i := range x.Multis {
				x.Multis[i].Misc = strings.TrimPrefix(x.Multis[i].Misc, "_")
			}
		}
		if diff := cmp.Diff(&want, got); diff != "" {
			t.Errorf("sentence at line %d (-want +got):\n%s", s.Line, diff)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	w := open(f).NewWorker()
	f.Fuzz(func(t *testing.T, text string) {
		d := &entente.Document{Text: text}
		w.Annotate(d)
		check(t, d)
	})
}

// FuzzDecode changes a byte of a weight file whose checksum then fits again: it is
// refused, or reads text into well-formed layers.
func FuzzDecode(f *testing.F) {
	whole := furtherModel(f)
	for _, at := range []uint{16, 30, 1000, 5000, 20000, uint(len(whole) / 2), uint(len(whole) - 100)} {
		f.Add(at, byte(0xff))
		f.Add(at, byte(0))
	}
	f.Fuzz(func(t *testing.T, at uint, value byte) {
		data := slices.Clone(whole)
		body := data[:len(data)-sha256.Size]
		body[at%uint(len(body))] = value
		sum := sha256.Sum256(body)
		copy(data[len(body):], sum[:])
		m, err := nlp.Decode(data, byLetters{})
		if err != nil {
			return
		}
		for _, w := range []*nlp.Worker{m.NewWorker(), m.NewFastWorker()} {
			d := &entente.Document{Text: samples[0]}
			w.Annotate(d)
			check(t, d)
		}
	})
}

func ExampleModel_NewWorker() {
	file, err := os.Open("testdata/news.conllu")
	if err != nil {
		panic(err)
	}
	defer file.Close()
	list, err := conllu.ReadAll(file)
	if err != nil {
		panic(err)
	}
	weights, err := train.Train(train.Own(list), train.Small()) // the program takes them from package models
	if err != nil {
		panic(err)
	}
	m, err := nlp.Open(fstest.MapFS{nlp.FileName: {Data: weights}})
	if err != nil {
		panic(err)
	}
	d := &entente.Document{Text: "Iran condemned the attack."}
	m.NewWorker().Annotate(d)
	for _, t := range d.Tokens {
		fmt.Println(t.Span.In(d.Text), t.Lemma, t.UPOS, t.Head, t.Deprel)
	}
	// Output:
	// Iran Iran PROPN 1 nsubj
	// condemned condemn VERB -1 root
	// the the DET 3 det
	// attack attack NOUN 1 obj
	// . . PUNCT 1 punct
}

// TestShareOfRunes checks that the words of a multiword token that they do not
// spell never begin within a rune.
func TestShareOfRunes(t *testing.T) {
	t.Parallel()
	for _, form := range []string{"dü", "é", "日本", "aé", "éaé"} {
		for words := 2; words <= 4; words++ {
			s := &conllu.Sentence{Multis: []conllu.Multi{{First: 1, Last: words, Form: form}}}
			for range words {
				s.Words = append(s.Words, conllu.Word{Form: "x", Head: -1})
			}
			d := nlp.FromConllu([]*conllu.Sentence{s})
			joined := ""
			for i := range d.Tokens {
				part := d.Tokens[i].Span.In(d.Text)
				if !utf8.ValidString(part) {
					t.Errorf("%d words of %q: part %d is %q", words, form, i+1, part)
				}
				joined += part
			}
			if joined != form {
				t.Errorf("%d words of %q spell %q", words, form, joined)
			}
		}
	}
}
