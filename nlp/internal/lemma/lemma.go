// Package lemma gives the dictionary form of a word: suffix scripts learnt from
// a treebank (as in the edit scripts of Chrupała 2006), chosen by the word's
// tag, its longest known ending and the lemmas that were seen, with the words
// that they get wrong as exceptions.
//
// Letters and case are decided apart: first the lemma in lower case, then
// whether it is written as the form is (NATO), with a capital (IRAN: Iran) or
// small (THE: the).
package lemma

import (
	"strings"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Model gives lemmas. It is read-only and may be shared.
type Model struct {
	groups     []byte               // of each class: the number of its part of speech
	exceptions map[string]string    // key of class or group + form
	rules      map[string]rule      // letters of the class + ending
	cases      map[string]caseEntry // letters of the class + shape + ending
	known      map[uint32]struct{}  // lettersKey and writtenKey of what was seen
}

func newModel() *Model {
	return &Model{exceptions: map[string]string{}, rules: map[string]rule{}, cases: map[string]caseEntry{}, known: map[uint32]struct{}{}}
}

// Load returns the lemmatiser in a weight file.
func Load(f *model.File) (*Model, error) {
	m := newModel()
	var err error
	if m.groups, err = f.Bytes("lemma.groups"); err != nil {
		return nil, err
	}
	known, err := f.Uint32s("lemma.known")
	if err != nil {
		return nil, err
	}
	for _, k := range known {
		m.known[k] = struct{}{}
	}
	put := func(k, v string) bool { m.exceptions[k] = v; return v != "" }
	if err := loadPairs(f, "lemma.exceptions", put); err != nil {
		return nil, err
	}
	put = func(k, v string) (ok bool) { m.rules[k], ok = decodeRule(v); return ok }
	if err := loadPairs(f, "lemma.rules", put); err != nil {
		return nil, err
	}
	put = func(k, v string) (ok bool) { m.cases[k], ok = decodeCase(v); return ok }
	return m, loadPairs(f, "lemma.cases", put)
}

// loadPairs reads a section of strings "key TAB value".
func loadPairs(f *model.File, name string, put func(k, v string) bool) error {
	list, err := f.Strings(name)
	if err != nil {
		return err
	}
	for _, e := range list {
		k, v, found := strings.Cut(e, "\t")
		if !found || !put(k, v) {
			return model.ErrDamaged
		}
	}
	return nil
}

// Lemma returns the lemma of a form under the tag with that number. It is the
// same string each time for one word.Info.
func (m *Model) Lemma(w *word.Info, class uint8) (string, uint64) {
	if l, h, ok := w.Lemma(class); ok {
		return l, h
	}
	l := m.find(w, class)
	return l, w.SetLemma(class, l)
}

// find takes the exception if there is one: of the form as it is written under
// this tag, of the form in lower case, then of the part of speech, so that a
// wrong Penn tag does no harm. What is left goes by rule.
func (m *Model) find(w *word.Info, class uint8) string {
	own, group := letter(class), groupKey(m.group(class))
	if l, ok := m.exceptions[own+w.Form]; ok {
		return l
	}
	for _, key := range []string{own + fold + w.Lower, group + w.Lower} {
		if l, ok := m.exceptions[key]; ok {
			return l
		}
	}
	switch {
	case w.Flags&word.Number != 0:
		return number(w.Form)
	case w.Flags&word.Letter == 0:
		if w.Lower == "" {
			return w.Form
		}
		return w.Lower // with the quotation marks of the typewriter
	}
	lower := m.letters(w.Lower, class)
	if w.Flags&word.AllCaps != 0 && len(w.Lower) <= 4 && lower+"s" == w.Lower && !m.isKnownAnyhow(lower) {
		lower = w.Lower // GPS; the plural of an abbreviation has a small s
	}
	return m.cased(w, class, lower)
}

// number returns a number without the commas between its thousands; a single
// comma before a group of another length is a decimal one.
func number(form string) string {
	at := strings.IndexByte(form, ',')
	if at < 0 {
		return form
	}
	behind := len(form) - at - 1
	if at > 0 && (behind == 1 || behind == 2) {
		return form[:at] + "." + form[at+1:]
	}
	if s := strings.ReplaceAll(form, ",", ""); s != "" {
		return s
	}
	return form
}

func (m *Model) group(class uint8) byte {
	if int(class) < len(m.groups) {
		return m.groups[class]
	}
	return 0
}

// isKnown reports whether a lemma with these letters was seen with that part of
// speech.
func (m *Model) isKnown(group byte, lower string) bool {
	_, ok := m.known[lettersKey(group, lower)]
	return ok
}

// isKnownAnyhow reports whether one without capitals was seen with some part of
// speech.
func (m *Model) isKnownAnyhow(lower string) bool { return m.isKnown(anyGroup, lower) }

// isWritten reports whether this is how the lemma is mostly written under that
// tag.
func (m *Model) isWritten(class uint8, lemma string) bool {
	_, ok := m.known[writtenKey(class, lemma)]
	return ok
}

// maxGroups is the number of parts of speech, none among them; anyGroup stands
// for all of them.
const (
	maxGroups = 18
	anyGroup  = maxGroups
)

func lettersKey(group byte, lower string) uint32 {
	return uint32(model.Mix(model.HashString(lower) + uint64(group))) //nolint:gosec // a part of the hash
}

func writtenKey(class uint8, lemma string) uint32 {
	return uint32(model.Mix(model.HashString(lemma) + anyGroup + 1 + uint64(class))) //nolint:gosec // a part of the hash
}

// letter names a class by two bytes that are neither tab nor part of a rune.
func letter(class uint8) string {
	return string([]byte{'A' + class/16, 'A' + class%16})
}

// groupKey names a part of speech; it is no name of a class.
func groupKey(group byte) string { return string([]byte{'a' + group, ' '}) }

// fold stands before a form in lower case in the keys of exceptions, so that it
// is not taken for one that is written so.
const fold = "\x1f"
