package coder

import (
	"errors"
	"io/fs"
	"os"
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

// TestIdleWords reads words that are no act apart from those that are one: they
// open no sentence to the coder.
func TestIdleWords(t *testing.T) {
	t.Parallel()
	tab, err := readLexicon("NONE verb: lift+trophy\nCONCEDE verb: lift+ban\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := tab.words["lift"]; len(got) != 1 || got[0].root != entente.RootConcede {
		t.Errorf("acts: %+v", got)
	}
	if got := tab.idle["lift"]; len(got) != 1 || got[0].root != entente.RootNone || got[0].parts[0] != "trophy" {
		t.Errorf("no acts: %+v", got)
	}
}

// TestHyphens reads a word with a hyphen as a whole and by its halves, whose
// own rows are no repetition.
func TestHyphens(t *testing.T) {
	t.Parallel()
	tab, err := readLexicon("PROTEST noun: sit-in in+sit\n")
	if err != nil {
		t.Fatal(err)
	}
	for lemma, want := range map[string]string{"sit-in": "", "sit": "- in", "in": "sit"} {
		if got := tab.words[lemma]; len(got) != 1 || strings.Join(got[0].parts, " ") != want {
			t.Errorf("%s: %+v, want parts %q", lemma, got, want)
		}
	}
}

// TestListed says how rows give a root: one row that fits is enough.
func TestListed(t *testing.T) {
	t.Parallel()
	tab, err := readLexicon("CONCEDE verb: lift+ban lift+curfew\nRETREAT verb: lift+siege\nAID verb: lift\nCONSULT noun: lift\n")
	if err != nil {
		t.Fatal(err)
	}
	x := &tree{t: tab, d: &entente.Document{}, lemma: []string{"army", "lift", "the", "curfew"},
		pos: []entente.UPOS{entente.NOUN, entente.VERB, entente.DET, entente.NOUN}}
	x.start = make([]int32, 6)
	how := x.listed(tab.words["lift"], 1)
	for root, want := range map[entente.Root]uint8{entente.RootConcede: listedLacks | listedParts, entente.RootRetreat: listedLacks,
		entente.RootAid: listedPlain, entente.RootConsult: listedOther, entente.RootAssault: 0} {
		if how[root] != want {
			t.Errorf("%v: %b, want %b", root, how[root], want)
		}
	}
}

// TestLexiconOfData reads the shipped lists: short files, and beside a word
// only lemmas, since plurals never match.
func TestLexiconOfData(t *testing.T) {
	t.Parallel()
	const inS = " as gas bus teargas goods news themselves headquarters status series crisis campus virus indoors politics christmas tennis species alumnus unconscious hypothesis census bonus chorus consensus ddos thesis religious physics mandamus litmus habeas sos gps its his us yes outrageous towards summons maths olympics athletics logistics "
	dir := os.DirFS("../../data/lexicon")
	tab := &table{}
	if err := (&reader{t: tab}).readWords(dir); err != nil {
		t.Fatal(err)
	}
	for _, list := range []map[string][]word{tab.words, tab.idle} {
		for lemma, rows := range list {
			for _, w := range rows {
				for _, p := range w.parts {
					if strings.HasSuffix(p, "s") && !strings.HasSuffix(p, "ss") && !strings.Contains(inS, " "+p+" ") {
						t.Errorf("%v %s+%s: %q is no lemma", w.root, lemma, strings.Join(w.parts, "+"), p)
					}
				}
			}
		}
	}
	names, err := fs.Glob(dir, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := fs.ReadFile(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(b), "\n"); n > 300 {
			t.Errorf("%s has %d lines", name, n)
		}
	}
}
