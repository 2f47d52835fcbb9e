package coder

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// word is one row of the lexicon: what a lemma may evoke, and what must stand
// beside it for that.
type word struct {
	root  entente.Root
	mode  entente.Mode
	kind  triggerKind
	parts []string // lemmas beside it: particle, preposition, object
}

// readWords reads every *.txt file of fsys in name order; the format is
// described at the head of data/lexicon/triggers.txt.
func (r *reader) readWords(fsys fs.FS) error {
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return fmt.Errorf("list the lexicon: %w", err)
	}
	slices.Sort(names)
	r.t.words = map[string][]word{}
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read the lexicon: %w", err)
		}
		r.file, r.line = name, 0
		for line := range strings.Lines(string(b)) {
			r.line++
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			if err := r.readWordLine(line); err != nil {
				return err
			}
		}
	}
	return nil
}

// readWordLine reads ROOT[/mode] CLASS: word word+part ….
func (r *reader) readWordLine(line string) error {
	left, right, ok := strings.Cut(line, ":")
	f := strings.Fields(left)
	if !ok || len(f) != 2 || len(line) > maxLineBytes {
		return r.fail(ErrSyntax, "not ROOT[/mode] CLASS: words")
	}
	name, mode, _ := strings.Cut(f[0], "/")
	var w word
	var err error
	if w.root, err = entente.ParseRoot(name); err != nil || name == "" {
		return r.fail(ErrUnknown, "root %q", name)
	}
	if w.mode, err = entente.ParseMode(mode); err != nil {
		return r.fail(ErrUnknown, "mode %q", mode)
	}
	if mode != "" && !plover.HasMode(w.root, w.mode) {
		return r.fail(ErrMode, "%v %q", w.root, mode)
	}
	i := slices.Index([]string{"verb", "noun", "adj"}, f[1])
	if i < 0 {
		return r.fail(ErrUnknown, "class %q", f[1])
	}
	w.kind = triggerKind(i) //nolint:gosec // three
	for _, t := range strings.Fields(right) {
		parts := strings.Split(strings.ToLower(t), "+")
		if slices.Contains(parts, "") {
			return r.fail(ErrSyntax, "word %q", t)
		}
		w.parts = parts[1:]
		if slices.ContainsFunc(r.t.words[parts[0]], func(v word) bool {
			return v.root == w.root && v.mode == w.mode && v.kind == w.kind && slices.Equal(v.parts, w.parts)
		}) {
			return r.fail(ErrConflict, "word %q stands twice", t)
		}
		r.t.words[parts[0]] = append(r.t.words[parts[0]], w)
	}
	return nil
}

// spoken reports whether the parts of w stand under token i, or right behind it.
func (x *tree) spoken(w *word, i int) bool {
	for _, p := range w.parts {
		if !x.standsBeside(i, p) {
			return false
		}
	}
	return true
}

// standsBeside reports whether lemma l stands among the next words of token i, its
// dependents or theirs.
func (x *tree) standsBeside(i int, l string) bool {
	for k := i + 1; k < min(i+4, len(x.lemma)); k++ {
		if x.lemma[k] == l {
			return true
		}
	}
	for _, c := range x.children(i) {
		if x.lemma[c] == l {
			return true
		}
		switch x.rel(int(c)) {
		case entente.Obj, entente.Obl, entente.Nmod, entente.Xcomp, entente.NsubjPass:
			for _, g := range x.children(int(c)) {
				if x.lemma[g] == l {
					return true
				}
			}
		}
	}
	return false
}
