package coder

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/entente-news/entente"
)

func readLexicon(text string) (*table, error) {
	r := &reader{t: &table{}}
	return r.t, r.readWords(fstest.MapFS{"l.txt": {Data: []byte(text)}})
}

func TestWords(t *testing.T) {
	t.Parallel()
	tab, err := readLexicon("# what it is\n\nAID verb: feed send+food\nRETREAT/release verb: free\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := tab.words["send"]; len(got) != 1 || got[0].root != entente.RootAid || len(got[0].parts) != 1 || got[0].parts[0] != "food" {
		t.Errorf("send: %+v", got)
	}
	if got := tab.words["free"]; len(got) != 1 || got[0].mode.String() != "release" || got[0].kind != triggerVerb {
		t.Errorf("free: %+v", got)
	}
}

func TestWordsRefuse(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, text string
		want       error
	}{
		{"no colon", "AID verb feed", ErrSyntax},
		{"no class", "AID: feed", ErrSyntax},
		{"unknown class", "AID adverb: feed", ErrUnknown},
		{"unknown root", "HELP verb: feed", ErrUnknown},
		{"unknown mode", "AID/kindly verb: feed", ErrUnknown},
		{"mode of another root", "AID/arrest verb: feed", ErrMode},
		{"empty part", "AID verb: send+", ErrSyntax},
		{"twice", "AID verb: feed feed", ErrConflict},
		{"twice in two lines", "AID verb: feed\nAID verb: feed", ErrConflict},
		{"endless line", "AID verb: " + strings.Repeat("a ", maxLineBytes), ErrSyntax},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			_, err := readLexicon("# first\n" + tc.text)
			if !errors.Is(err, tc.want) {
				t.Fatalf("error %v, want %v", err, tc.want)
			}
			if !strings.Contains(err.Error(), "l.txt:2") && !strings.Contains(err.Error(), "l.txt:3") {
				t.Errorf("error %q does not name file and line", err)
			}
		})
	}
}

// FuzzWords reads arbitrary lexicons: it must end, with an error or words that
// have a root.
func FuzzWords(f *testing.F) {
	f.Add("AID verb: feed send+food\n")
	f.Add("RETREAT/release noun: a+b+c\n# x\n:")
	f.Fuzz(func(t *testing.T, text string) {
		tab, err := readLexicon(text)
		if err != nil {
			return
		}
		for lemma, list := range tab.words {
			for _, w := range list {
				if w.root == entente.RootNone || lemma == "" {
					t.Errorf("%q: %+v", lemma, w)
				}
			}
		}
	})
}
