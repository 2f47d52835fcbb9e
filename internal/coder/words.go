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
	half  bool     // of a word with a hyphen
}

// noAct stands for a root where a word looks like an act and is none.
const noAct = "NONE"

// readWords reads every *.txt file of fsys in name order; the format is
// described at the head of data/lexicon/triggers.txt.
func (r *reader) readWords(fsys fs.FS) error {
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return fmt.Errorf("list the lexicon: %w", err)
	}
	slices.Sort(names)
	r.t.words, r.t.idle = map[string][]word{}, map[string][]word{}
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
	if w.root, err = entente.ParseRoot(name); name != noAct && (err != nil || name == "") {
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
		if !r.t.addWord(&w, parts) {
			return r.fail(ErrConflict, "word %q stands twice", t)
		}
		// The reader of tokens parts most hyphens: either half may be the head.
		if a, b, ok := strings.Cut(parts[0], "-"); ok && a != "" && b != "" && !strings.Contains(b, "-") {
			h := w
			h.half = true
			r.t.addWord(&h, append([]string{a, "-", b}, parts[1:]...))
			r.t.addWord(&h, append([]string{b, a}, parts[1:]...))
		}
	}
	return nil
}

// addWord adds w with the lemma and the parts beside it; false if the lists
// hold it, and not only as half of a word.
func (t *table) addWord(w *word, parts []string) bool {
	list := t.words
	if w.root == entente.RootNone {
		list = t.idle
	}
	if k := slices.IndexFunc(list[parts[0]], func(v word) bool {
		return v.root == w.root && v.mode == w.mode && v.kind == w.kind && slices.Equal(v.parts, parts[1:])
	}); k >= 0 {
		return list[parts[0]][k].half
	}
	v := *w
	v.parts = parts[1:]
	list[parts[0]] = append(list[parts[0]], v)
	return true
}

// How a word is listed under a root.
const (
	listedOther uint8 = 1 << iota // as another part of speech
	listedPlain                   // without conditions
	listedParts                   // with words that stand beside it
	listedLacks                   // with words that do not
)

// listed returns how the rows of list give each root for the word at i.
func (x *tree) listed(list []word, i int) (how [roots]uint8) {
	kind, ok := x.kindOf(i)
	for k := range list {
		w := &list[k]
		h := &how[w.root]
		switch {
		case !ok || w.kind != kind:
			*h |= listedOther
		case len(w.parts) == 0:
			*h |= listedPlain
		case *h&listedParts != 0: // one is enough
		case x.spoken(w, i):
			*h |= listedParts
		default:
			*h |= listedLacks
		}
	}
	return how
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
