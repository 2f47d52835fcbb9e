// Package lemma gives the dictionary form of a word: suffix scripts learnt from
// a treebank (as in the edit scripts of Chrupała 2006), chosen by the word's
// tag and its longest known ending, with the words that they get wrong as
// exceptions.
package lemma

import (
	"strings"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// longest is the length in bytes of the longest ending that is looked at.
const longest = 5

// script turns a form into its lemma.
type script struct {
	keepCase   bool // start from the form as written, not from lower case
	strip, add string
}

// Model gives lemmas. It is read-only and may be shared.
type Model struct {
	exceptions map[string]string   // tag letters + lower-case form
	rules      map[string]script   // tag letters + ending
	known      map[uint32]struct{} // parts of the hashes of the lemmas seen
}

// Load returns the lemmatiser in a weight file.
func Load(f *model.File) (*Model, error) {
	m := &Model{exceptions: map[string]string{}, rules: map[string]script{}, known: map[uint32]struct{}{}}
	list, err := f.Strings("lemma.exceptions")
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		k, v, found := strings.Cut(e, "\t")
		if !found {
			return nil, model.ErrDamaged
		}
		m.exceptions[k] = v
	}
	if list, err = f.Strings("lemma.rules"); err != nil {
		return nil, err
	}
	for _, e := range list {
		k, v, found := strings.Cut(e, "\t")
		if !found || len(v) < 2 {
			return nil, model.ErrDamaged
		}
		m.rules[k] = decodeScript(v)
	}
	known, err := f.Uint32s("lemma.known")
	if err != nil {
		return nil, err
	}
	for _, k := range known {
		m.known[k] = struct{}{}
	}
	return m, nil
}

// arrow stands between what a script strips and what it adds.
const arrow = "\x1f"

// decodeScript reads a script: 'C' or 'c' for the case, the ending to strip and
// the one to add.
func decodeScript(v string) script {
	strip, add, _ := strings.Cut(v[1:], arrow)
	return script{v[0] == 'C', strip, add}
}

func (s script) encode() string {
	c := "c"
	if s.keepCase {
		c = "C"
	}
	return c + s.strip + arrow + s.add
}

// Lemma returns the lemma of a form under the tag with that letter. It is the
// same string each time for one word.Info.
func (m *Model) Lemma(w *word.Info, class uint8) (string, uint64) {
	if l, h, ok := w.Lemma(class); ok {
		return l, h
	}
	l := m.find(w, class)
	return l, w.SetLemma(class, l)
}

// find takes the exception if there is one, else what the longest ending says.
// Where that is no lemma that was ever seen, a shorter ending that leads to one
// goes before.
func (m *Model) find(w *word.Info, class uint8) string {
	tag := letter(class)
	if l, ok := m.exceptions[tag+w.Lower]; ok {
		return l
	}
	if w.Flags&word.Number != 0 {
		return strings.ReplaceAll(w.Form, ",", "")
	}
	if w.Flags&word.Letter == 0 {
		return w.Form
	}
	first, found := "", false
	for n := min(longest, len(w.Lower)); n >= 0; n-- {
		s, ok := m.rules[tag+w.Lower[len(w.Lower)-n:]]
		if !ok {
			continue
		}
		l, ok := s.apply(w)
		if !ok {
			continue
		}
		if m.isKnown(l) {
			return l
		}
		if !found {
			first, found = l, true
		}
	}
	if !found && m.rules[tag].keepCase {
		return w.Form
	}
	if !found {
		first = w.Lower
	}
	if first == w.Lower && odd(w) {
		return w.Form
	}
	return first
}

func (m *Model) isKnown(lemma string) bool {
	_, ok := m.known[uint32(model.HashString(lemma))] //nolint:gosec // a part of the hash
	return ok
}

// shortCaps is the length up to which a form in capitals is taken for letters
// that stand for words (GDP), not for a word in a headline.
const shortCaps = 5

// odd reports whether the form is written with capitals that belong to it.
func odd(w *word.Info) bool {
	if w.Flags&word.AllCaps != 0 {
		return len(w.Form) <= shortCaps
	}
	for i := 1; i < len(w.Form); i++ {
		if c := w.Form[i]; c >= 'A' && c <= 'Z' {
			return true
		}
	}
	return false
}

// letter names a class by two bytes that are neither tab nor part of a rune.
func letter(class uint8) string {
	return string([]byte{'A' + class/16, 'A' + class%16})
}

// apply returns the lemma that s makes of w, if it fits.
func (s script) apply(w *word.Info) (string, bool) {
	from := w.Lower
	if s.keepCase {
		from = w.Form
	}
	stem, ok := strings.CutSuffix(from, s.strip)
	if !ok || stem == "" {
		return "", false
	}
	if s.add == "" {
		return stem, true
	}
	return stem + s.add, true
}
