package merge

import (
	"os"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
)

// toldOf is a document of one sentence whose words all hang on its second, which
// tells an act of a root by the first.
func toldOf(root entente.Root, sentence string) *entente.Document {
	d := &entente.Document{Text: sentence, Sentences: []entente.Sentence{{Span: entente.Span{End: len(sentence)}}}}
	at := 0
	for i, w := range strings.Fields(sentence) {
		t := entente.Token{Span: entente.Span{Start: at, End: at + len(w)}, Lemma: w, UPOS: entente.NOUN, Head: 1}
		if i == 1 {
			t.Head, t.Deprel = -1, entente.DeprelRoot
		}
		d.Tokens = append(d.Tokens, t)
		at += len(w) + 1
	}
	d.Sentences[0].Last = len(d.Tokens)
	d.Events = []entente.Event{{Root: root, Trigger: d.Tokens[1].Span, Actors: []entente.Actor{{Span: d.Tokens[0].Span}}}}
	return d
}

func TestSenses(t *testing.T) {
	t.Parallel()
	words, err := lexical.Load(os.DirFS("../../models"))
	if err != nil {
		t.Fatal(err)
	}
	sense := func(root entente.Root, sentence string) []byte {
		d := toldOf(root, sentence)
		Senses(d, words)
		return d.Events[0].Sense
	}
	theme := sense(entente.RootRequest, "ministry urge release prisoners")
	for _, tc := range []struct {
		sentence string
		like     bool
	}{
		{"ministry demand freeing detainees", true},
		{"newspaper urge prisoners release", true},
		{"ministry urge withdrawal ships", false},
		{"ministry urge vaccination cattle", false},
	} {
		if like, ok := senseLike(theme, sense(entente.RootRequest, tc.sentence)); !ok || (like > 0) != tc.like {
			t.Errorf("%q has %d eighths, known %v, want more than 0: %v", tc.sentence, like, ok, tc.like)
		}
	}
	for name, b := range map[string][]byte{
		"force":            sense(entente.RootAssault, "army shell village"),
		"nothing but them": sense(entente.RootRequest, "ministry urge"),
		"unknown words":    sense(entente.RootRequest, "ministry urge xqzvy"),
	} {
		if b != nil {
			t.Errorf("%s has a sense of %x, want none", name, b)
		}
	}
	d := toldOf(entente.RootRequest, "ministry urge release prisoners")
	if Senses(d, nil); d.Events[0].Sense != nil {
		t.Error("there is a sense without vectors")
	}
}

func TestSenseLike(t *testing.T) {
	t.Parallel()
	pack := func(f func(k int) float64) []byte {
		var v [lexical.Dims]float64
		for k := range v {
			v[k] = f(k)
		}
		return packSense(&v)
	}
	ramp := pack(func(k int) float64 { return float64(k) - 20 })
	for _, tc := range []struct {
		name string
		b    []byte
		want int16
		ok   bool
	}{
		{"itself", ramp, 4, true},
		{"a longer one", pack(func(k int) float64 { return 100 * (float64(k) - 20) }), 4, true},
		{"its opposite", pack(func(k int) float64 { return 20 - float64(k) }), -4, true},
		{"half of it", pack(func(k int) float64 { return max(float64(k)-20, 0) }), 1, true},
		{"none", nil, 0, false},
		{"one of another size", ramp[1:], 0, false},
		{"zeros", make([]byte, len(ramp)), 0, false},
	} {
		if got, ok := senseLike(ramp, tc.b); got != tc.want || ok != tc.ok {
			t.Errorf("%s: %d, %v, want %d, %v", tc.name, got, ok, tc.want, tc.ok)
		}
	}
	if b := pack(func(int) float64 { return 0 }); b != nil {
		t.Errorf("nothing is packed as %x", b)
	}
}

// TestTogether holds two groups apart when only a few of the pairs across speak for
// one happening, however strongly.
func TestTogether(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		scores []int32
		want   bool
	}{
		{[]int32{1}, true},
		{[]int32{0}, false},
		{[]int32{500, -400}, true},
		{[]int32{1500, 1500, -900, -900, -900, -900}, false},
		{[]int32{9000, 9000, never}, false},
	} {
		if got := together(tc.scores); got != tc.want {
			t.Errorf("%v: %v, want %v", tc.scores, got, tc.want)
		}
	}
}
