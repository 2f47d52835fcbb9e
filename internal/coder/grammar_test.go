package coder_test

import (
	"errors"
	"os"
	"testing"
	"testing/fstest"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
)

func shipped(t testing.TB) *coder.Coder {
	t.Helper()
	c, err := coder.New(os.DirFS("../../data/patterns"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestShippedPatterns(t *testing.T) {
	t.Parallel()
	patterns, lemmas := shipped(t).Patterns()
	if patterns < 500 || lemmas < 600 {
		t.Errorf("%d patterns over %d trigger lemmas, want 500 and 600", patterns, lemmas)
	}
}

func TestPatternErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		err        error
		line       string
	}{
		{"no pattern", "# nothing\n", coder.ErrEmpty, ""},
		{"unknown root", "[QUARREL]\n", coder.ErrUnknown, "p.pat:1"},
		{"mode of another root", "[AGREE mode=riot]\n", coder.ErrMode, "p.pat:1"},
		{"unknown mode", "[AGREE mode=loud]\n", coder.ErrUnknown, "p.pat:1"},
		{"pattern before a section", "verb meet : A=subj\n", coder.ErrSyntax, "p.pat:1"},
		{"unknown slot", "[CONSULT]\nverb meet : A=left\n", coder.ErrUnknown, "p.pat:2"},
		{"unknown key", "[CONSULT]\nverb meet : A=subj colour=red\n", coder.ErrUnknown, "p.pat:2"},
		{"no actor", "[CONSULT]\nverb meet : R=obj\n", coder.ErrSyntax, "p.pat:2"},
		{"no trigger", "[CONSULT]\nverb : A=subj\n", coder.ErrSyntax, "p.pat:2"},
		{"unknown class", "[CONSULT]\n\nverb hold : A=subj obj=@nowhere\n", coder.ErrUnknown, "p.pat:3"},
		{"needed recipient", "[AID]\nverb help : A=subj\n", coder.ErrNeeds, "p.pat:2"},
		{"contradiction", "[AGREE]\nverb nod : A=subj\n[REJECT]\nverb nod : A=subj\n", coder.ErrConflict, "p.pat:4"},
		{"never matches", "[AGREE]\nverb nod : A=subj R=to/with\nverb nod : A=subj R=to\n", coder.ErrReach, "p.pat:3"},
		{"stands twice", "[AGREE]\nverb nod nod : A=subj\n", coder.ErrConflict, "p.pat:2"},
		{"unclosed section", "[AGREE\n", coder.ErrSyntax, "p.pat:1"},
		{"unknown context", "[context chess]\n", coder.ErrUnknown, "p.pat:1"},
		{"prior out of range", "[AGREE prior=2]\n", coder.ErrSyntax, "p.pat:1"},
		{"cameo", "[AGREE cameo=99]\n", nil, "p.pat:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := coder.New(fstest.MapFS{"p.pat": {Data: []byte(c.text)}})
			if err == nil {
				t.Fatal("no error")
			}
			if c.err != nil && !errors.Is(err, c.err) {
				t.Errorf("error %v, want %v", err, c.err)
			}
			var e *entente.Error
			if !errors.As(err, &e) || e.Where != c.line {
				t.Errorf("error %v does not stand at %s", err, c.line)
			}
		})
	}
}
