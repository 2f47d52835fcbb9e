package linear

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/word"
)

func words(text string) []*word.Info {
	var out []*word.Info
	for f := range strings.FieldsSeq(text) {
		out = append(out, word.New(f))
	}
	return out
}

// oneWord has a vector for one form.
type oneWord struct {
	form   string
	vector []int8
}

func (o oneWord) Find(form string) []int8 {
	if form == o.form {
		return o.vector
	}
	return nil
}

func tags(t testing.TB) *net.Tagset {
	t.Helper()
	set, err := net.NewTagset([]string{"NOUN NN", "PROPN NNP", "PUNCT .", "VERB VB", "NOUN NNS"})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestClasses(t *testing.T) {
	t.Parallel()
	seen := map[int]bool{}
	for u := entente.UPOS(1); u.String() != ""; u++ {
		c := Class(u)
		if c < 0 || c >= Classes || seen[c] {
			t.Errorf("class of %v is %d", u, c)
		}
		seen[c] = true
	}
	if got := Class(entente.UPOSNone); len(seen) != Classes || got != Class(entente.X) {
		t.Errorf("%d classes, %d for none", len(seen), got)
	}
}

// TestAppend wants as many features of every word, and that they tell a word from
// one that stands or is written otherwise.
func TestAppend(t *testing.T) {
	t.Parallel()
	lists := net.NewLists()
	features := func(text string, i int) []uint32 {
		s := NewSentence(words(text), lists, nil)
		return s.Append(nil, i)
	}
	all := len(features("One", 0))
	for i := range 4 {
		if got := len(features("The bank of England", i)); got != all {
			t.Errorf("word %d has %d features, a word alone %d", i, got, all)
		}
	}
	base := features("We saw the bank today", 3)
	for _, other := range []struct {
		text string
		i    int
	}{{"We saw the Bank today", 3}, {"We saw a bank today", 3}, {"bank today", 0}, {"WE SAW THE bank today", 3}} {
		if cmp.Equal(base, features(other.text, other.i)) {
			t.Errorf("word %d of %q has the features of another", other.i, other.text)
		}
	}
	if !Own(formFirst) || !Own(formLast) || Own(0) || Own(formLast+1) {
		t.Error("the form itself is not where it should be")
	}
}

// TestAdd saves a model and adds what it says to the scores of tags.
func TestAdd(t *testing.T) {
	t.Parallel()
	lists := net.NewLists()
	vectors := oneWord{"bank", make([]int8, lexical.Dims)}
	vectors.vector[2] = -3
	s := NewSentence(words("The bank fell"), lists, vectors)
	keys := s.Append(nil, 1)
	rows := []Row{{Key: keys[20]}, {Key: keys[3]}}
	rows[0].Weights[Class(entente.NOUN)] = 70
	rows[0].Weights[Class(entente.PROPN)] = -70
	rows[1].Weights[Class(entente.NOUN)] = -2
	fine := make([]int8, Around*lexical.Dims*Classes)
	fine[(lexical.Dims+2)*Classes+Class(entente.VERB)] = 100
	f := &model.File{}
	Save(f, rows, fine, 1<<16, 10)
	m, err := Load(f, tags(t), lists, vectors)
	if err != nil {
		t.Fatal(err)
	}
	scores := []int32{1, 2, 3, 4, 5}
	NewTagger(m).add(&s, 1, scores)
	if diff := cmp.Diff([]int32{1 + 68*Fine, 2 - 70*Fine, 3, 4 - 300, 5 + 68*Fine}, scores); diff != "" {
		t.Errorf("scores (-want +got):\n%s", diff)
	}
}

func TestLoad(t *testing.T) {
	t.Parallel()
	if m, err := Load(&model.File{}, tags(t), net.NewLists(), nil); m != nil || err != nil {
		t.Errorf("a file without: %v, error %v", m, err)
	}
	vectors := make([]byte, Around*lexical.Dims*Classes)
	row := make([]byte, Classes)
	tests := []struct {
		name          string
		keys, weights []byte
		vectors       []byte
		config        []uint32
	}{
		{"no key", nil, row, vectors, []uint32{1, 1}},
		{"a key too many", []byte{1, 2}, row, vectors, []uint32{1, 1}},
		{"a key cut short", []byte{0x80}, row, vectors, []uint32{1, 1}},
		{"a key too large", []byte{0xff, 0xff, 0xff, 0x7f}, row, vectors, []uint32{1, 1}},
		{"half a row", []byte{1}, row[1:], vectors, []uint32{1, 1}},
		{"vectors cut short", []byte{1}, row, vectors[1:], []uint32{1, 1}},
		{"a factor too large", []byte{1}, row, vectors, []uint32{1<<24 + 1, 1}},
		{"no lead", []byte{1}, row, vectors, []uint32{1}},
	}
	for _, tt := range tests {
		f := &model.File{}
		f.AddBytes(keysName, tt.keys)
		f.AddBytes(weightsName, tt.weights)
		f.AddBytes(vectorsName, tt.vectors)
		f.AddUint32s(configName, tt.config)
		if _, err := Load(f, tags(t), net.NewLists(), nil); err == nil {
			t.Errorf("%s: taken", tt.name)
		}
	}
}

// FuzzLoad loads models that no checksum protects: they are refused, or speak of
// every word.
func FuzzLoad(f *testing.F) {
	f.Add([]byte{1, 5}, []byte("\x01\x02\x03\x04\x05\xff\xfe\xfd\xfc\xfb\xfa0000000000000000000000x"), uint32(700), "The bank fell - 3.5 %")
	f.Add([]byte{0x80}, []byte{}, uint32(1<<30), "")
	f.Fuzz(func(t *testing.T, keys, weights []byte, factor uint32, text string) {
		file := &model.File{}
		file.AddBytes(keysName, keys)
		file.AddBytes(weightsName, weights)
		file.AddBytes(vectorsName, make([]byte, Around*lexical.Dims*Classes))
		file.AddUint32s(configName, []uint32{factor, 100})
		set := tags(t)
		m, err := Load(file, set, net.NewLists(), oneWord{"bank", []int8{1, 2, 3}})
		if err != nil {
			return
		}
		tagger, list := NewTagger(m), words(text)
		s := NewSentence(list, m.lists, m.words)
		for i := range list {
			tagger.add(&s, i, make([]int32, set.Len()))
		}
	})
}
