package conllu

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const twoSentences = `# sent_id = a
# text = Iran's army didn't move.
1-2	Iran's	_	_	_	_	_	_	_	_
1	Iran	Iran	PROPN	NNP	_	3	nmod:poss	_	_
2	's	's	PART	POS	_	1	case	_	_
3	army	army	NOUN	NN	_	6	nsubj	_	_
4-5	didn't	_	_	_	_	_	_	_	_
4	did	do	AUX	VBD	_	6	aux	_	_
5	n't	not	PART	RB	_	6	advmod	_	_
6	move	move	VERB	VB	_	0	root	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_

1	Talks	talk	NOUN	NNS	_	2	nsubj	_	_
2	failed	fail	VERB	VBD	_	0	root	_	_

`

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("../testdata/news.conllu")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"two": twoSentences, "news": string(file)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list, err := ReadAll(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			w := NewWriter(&b)
			for _, s := range list {
				if err := s.CheckTree(); err != nil {
					t.Errorf("sentence at line %d: %v", s.Line, err)
				}
				if err := w.Write(s); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(text, b.String()); diff != "" {
				t.Errorf("written text (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	list, err := ReadAll(strings.NewReader(twoSentences))
	if err != nil {
		t.Fatal(err)
	}
	s := list[0]
	if v, ok := s.Comment("text"); !ok || v != "Iran's army didn't move." {
		t.Errorf("comment text = %q, %v", v, ok)
	}
	var spaces []bool
	for i := range s.Words {
		spaces = append(spaces, s.SpaceAfter(i))
	}
	if diff := cmp.Diff([]bool{false, true, true, false, true, false, true}, spaces); diff != "" {
		t.Errorf("white space after the words (-want +got):\n%s", diff)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	word := func(id, head string) string { return id + "\ta\ta\tX\tX\t_\t" + head + "\tdep\t_\t_\n" }
	tests := []struct {
		name, text, line string
		want             error
	}{
		{"columns", "1\ta\tb\n", "line 1", ErrColumns},
		{"too many columns", strings.Repeat("1\t", 11) + "\n", "line 1", ErrColumns},
		{"number", word("1", "0") + word("3", "1"), "line 2", ErrID},
		{"head", word("1", "7"), "line 1", ErrHead},
		{"head is a word", word("1", "b"), "line 1", ErrHead},
		{"range", "1-x\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1", ErrID},
		{"range without words", "1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n" + word("1", "0"), "line 2", ErrID},
		{"long line", strings.Repeat("x", MaxLineBytes+1), "line 1", ErrLimit},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := ReadAll(strings.NewReader(tt.text))
			if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.line) {
				t.Errorf("error = %v, want %v at %s", err, tt.want, tt.line)
			}
		})
	}
}

func TestCheckTree(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		heads []int
		ok    bool
	}{
		{"tree", []int{2, 0, 2}, true}, {"cycle", []int{2, 1, 0}, false}, {"two roots", []int{0, 0}, false}, {"none", []int{2, 1}, false}, {"missing", []int{-1}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := &Sentence{}
			for _, h := range tt.heads {
				s.Words = append(s.Words, Word{Head: h})
			}
			if err := s.CheckTree(); (err == nil) != tt.ok {
				t.Errorf("CheckTree(%v) = %v", tt.heads, err)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(twoSentences))
	f.Add([]byte("1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"))
	f.Add([]byte("# c\n\n1.1\ta\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := ReadAll(strings.NewReader(string(data)))
		if err != nil {
			return
		}
		var b strings.Builder
		w := NewWriter(&b)
		for _, s := range list {
			if err := w.Write(s); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		again, err := ReadAll(strings.NewReader(b.String()))
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if len(again) != len(list) {
			t.Fatalf("%d sentences written, %d read", len(list), len(again))
		}
		for i := range list {
			if len(list[i].Words) != len(again[i].Words) {
				t.Fatalf("sentence %d: %d words written, %d read", i, len(list[i].Words), len(again[i].Words))
			}
		}
	})
}
