package net

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

func words(text string) []*word.Info {
	var out []*word.Info
	for f := range strings.FieldsSeq(text) {
		out = append(out, word.New(f))
	}
	return out
}

func phrases(names ...string) Phrases {
	var list [][]*word.Info
	for _, n := range names {
		list = append(list, words(n))
	}
	return NewPhrases(list)
}

func TestPhrases(t *testing.T) {
	t.Parallel()
	set := phrases("Reading", "New York", "New York City", "Stratford - upon - Avon", "Al Qadarif", "York", "one two three four five")
	tests := []struct{ text, want string }{
		{"He left Reading today", "0 0 4 0"},
		{"He was reading it", "0 0 8 0"},
		{"In New York City Hall", "0 1 2 3 0"},
		{"in new york and York", "0 5 7 0 4"},
		{"Stratford - upon - Avon", "1 2 2 2 3"},
		{"Stratford - upon", "0 0 0"},
		{"one two three four five", "0 0 0 0 0"},
		{"New", "0"},
	}
	for _, test := range tests {
		list := words(test.text)
		out := make([]uint8, len(list))
		set.Mark(list, out)
		if got := strings.Trim(fmt.Sprint(out), "[]"); got != test.want {
			t.Errorf("%q: %s, want %s", test.text, got, test.want)
		}
	}
	out := []uint8{7}
	Phrases(nil).Mark(words("Reading"), out)
	if out[0] != 0 {
		t.Errorf("an empty set marks %d", out[0])
	}
}

// TestLists saves lists and loads them, and takes those of older files.
func TestLists(t *testing.T) {
	t.Parallel()
	l := NewLists()
	for i, w := range words("Chad Ada Reuters Chad") {
		l.Add(w, i)
	}
	l.Names = [NameSets]Phrases{Places: phrases("Reading"), Bodies: phrases("World Bank", "Red Cross")}
	f := &model.File{}
	l.Save(f)
	got, err := LoadLists(f)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(l, got, cmp.AllowUnexported(Lists{})); diff != "" {
		t.Errorf("lists (-saved +loaded):\n%s", diff)
	}
	if of := got.Of(word.New("CHAD")); of != 1|8 {
		t.Errorf("lists of a word are %b", of)
	}
	older := &model.File{}
	older.AddUint32s("lists.keys", []uint32{Key(word.New("chad"))})
	older.AddBytes("lists.values", []byte{5})
	if got, err = LoadLists(older); err != nil || got.Of(word.New("Chad")) != 5 || got.Of(word.New("Ada")) != 0 || got.Names[Places] != nil {
		t.Errorf("older lists: %v, error %v", got, err)
	}
	for _, bad := range [][]byte{{0x80}, {1, 2, 3}, {0xff, 0xff, 0xff, 0x7f}, {}} {
		f := &model.File{}
		f.AddBytes("lists.keys", bad)
		f.AddBytes("lists.values", []byte{1})
		if _, err := LoadLists(f); err == nil {
			t.Errorf("keys % x are taken", bad)
		}
	}
}

// FuzzLists loads lists that no checksum protects: they are refused, or give every
// word of a text a place that there is, inside and end behind a beginning.
func FuzzLists(f *testing.F) {
	f.Add([]byte{1, 200, 3}, []byte{1, 2}, []byte(phrases("Reading", "New York")), "In New York - City and Reading")
	f.Add([]byte{0x80}, []byte{1}, []byte{0xff}, "- - a - b")
	f.Fuzz(func(t *testing.T, keys, values, set []byte, text string) {
		file := &model.File{}
		file.AddBytes("lists.keys", keys)
		file.AddBytes("lists.values", values)
		file.AddBytes("lists.places", set)
		l, err := LoadLists(file)
		if err != nil {
			return
		}
		list := words(text)
		out := make([]uint8, len(list))
		l.Names[Places].Mark(list, out)
		open := false
		for i, code := range out {
			l.Of(list[i])
			if code > nameLow {
				code -= nameLow
			}
			if code >= Codes-nameLow || open != (code == nameGoesOn || code == nameEnds) {
				t.Fatalf("words %q have the places %v", text, out)
			}
			open = code == nameBegins || code == nameGoesOn
		}
		if open {
			t.Fatalf("words %q have the places %v", text, out)
		}
	})
}
