// Package word computes what the taggers and the parser want to know about a
// word form, once for each form, and remembers it.
package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente/internal/model"
)

// Flags are yes-or-no properties of a form.
type Flags uint16

// The properties.
const (
	Capital  Flags = 1 << iota // begins with an upper-case letter
	AllCaps                    // two letters or more, none lower case
	Digit                      // holds a digit
	Number                     // digits, with separators only
	Hyphen                     // holds a hyphen or dash
	Dot                        // holds a full stop
	Letter                     // holds a letter
	Symbol                     // holds neither letter nor digit
	NonASCII                   // holds a byte above 0x7f
)

// Info is what is known of a form. The hashes are of model.HashString.
type Info struct {
	Form    string
	Lower   string    // lower case
	Raw     uint64    // hash of the form
	Norm    uint64    // hash of the lower-case form with every digit made 0
	Suffix  [4]uint64 // hashes of the last 1 to 4 bytes of the normal form, with the length in them
	Prefix  [3]uint64 // hashes of the first 1 to 3 bytes
	Shape   uint64    // hash of the shape: Xxx, X.X., 0,0-x
	Kind    uint64    // hash of Flags
	Flags   Flags
	lemmas  []lemma
	vectors [2]vector
}

// vector is what a network, known by its address, reads of the form.
type vector struct {
	owner any
	v     []int16
}

// Vector returns the vector remembered for a network, nil if there is none.
func (w *Info) Vector(owner any) []int16 {
	for i := range w.vectors {
		if w.vectors[i].owner == owner {
			return w.vectors[i].v
		}
	}
	return nil
}

// SetVector remembers a vector. Those of the last two networks are kept.
func (w *Info) SetVector(owner any, v []int16) {
	w.vectors[1] = w.vectors[0]
	w.vectors[0] = vector{owner, v}
}

type lemma struct {
	tag  uint8
	text string
	hash uint64
}

// Lemma returns the lemma remembered for a tag, and its hash.
func (w *Info) Lemma(tag uint8) (string, uint64, bool) {
	for i := range w.lemmas {
		if w.lemmas[i].tag == tag {
			return w.lemmas[i].text, w.lemmas[i].hash, true
		}
	}
	return "", 0, false
}

// SetLemma remembers the lemma of the form under a tag and returns its hash.
func (w *Info) SetLemma(tag uint8, text string) uint64 {
	h := model.HashString(text)
	w.lemmas = append(w.lemmas, lemma{tag, text, h})
	return h
}

// cacheForms bounds the number of remembered forms. English news has about
// 60,000 forms in two million words, of which the rare ones are cheap to redo.
const cacheForms = 1 << 16

// Cache remembers forms. It is not safe for concurrent use; each worker has
// one. What it returns never depends on what it has seen before.
type Cache struct {
	forms map[string]*Info
}

// NewCache returns an empty cache.
func NewCache() *Cache { return &Cache{forms: make(map[string]*Info, 1024)} }

// Get returns the properties of a form. The pointer stays valid, but may be
// dropped from the cache later.
func (c *Cache) Get(form string) *Info {
	if w, ok := c.forms[form]; ok {
		return w
	}
	if len(form) > longForm {
		return New(form) // too rare to be worth the room
	}
	if len(c.forms) >= cacheForms {
		clear(c.forms)
	}
	w := New(strings.Clone(form))
	c.forms[w.Form] = w
	return w
}

// longForm is the length in bytes beyond which forms are not kept apart by
// their ends, nor remembered.
const longForm = 64

// New computes the properties of a form.
func New(form string) *Info {
	w := &Info{Form: form}
	form = plain.Replace(form)
	w.Lower = strings.ToLower(form)
	w.Raw = model.HashString(form)
	norm := normal(w.Lower)
	w.Norm = model.HashBytes(norm)
	for i := range w.Suffix {
		n := min(i+1, len(norm))
		w.Suffix[i] = model.HashBytes(norm[len(norm)-n:]) + uint64(i)
	}
	for i := range w.Prefix {
		w.Prefix[i] = model.HashBytes(norm[:min(i+1, len(norm))]) + uint64(i)
	}
	w.Flags = flags(form)
	w.Kind = model.Mix(uint64(w.Flags))
	w.Shape = shape(form)
	return w
}

// plain makes the quotation marks and apostrophes of print those of the
// typewriter, which the treebanks have most of.
var plain = strings.NewReplacer("’", "'", "‘", "'", "´", "'", "`", "'", "“", "\"", "”", "\"", "„", "\"", "«", "\"", "»", "\"", "‐", "-", "‑", "-")

func normal(lower string) []byte {
	if len(lower) > longForm {
		lower = lower[:longForm]
	}
	b := []byte(lower)
	for i := range b {
		if b[i] >= '0' && b[i] <= '9' {
			b[i] = '0'
		}
	}
	return b
}

func flags(form string) Flags {
	var f Flags
	letters, lowers, digits, others := 0, 0, 0, 0
	for i, r := range form {
		switch {
		case r >= utf8.RuneSelf:
			f |= NonASCII
		case r == '-':
			f |= Hyphen
		case r == '.':
			f |= Dot
		}
		if r == '–' || r == '—' {
			f |= Hyphen
		}
		switch {
		case unicode.IsLetter(r):
			letters++
			if unicode.IsLower(r) {
				lowers++
			}
			if i == 0 && unicode.IsUpper(r) {
				f |= Capital
			}
		case r >= '0' && r <= '9':
			digits++
		case r != ',' && r != '.' && r != ':':
			others++
		}
	}
	if letters > 0 {
		f |= Letter
	}
	if digits > 0 {
		f |= Digit
	}
	if digits > 0 && letters == 0 && others == 0 {
		f |= Number
	}
	if letters > 1 && lowers == 0 {
		f |= AllCaps
	}
	if letters == 0 && digits == 0 {
		f |= Symbol
	}
	return f
}

// shape hashes the form with letters made X or x and digits 0, runs cut to two.
func shape(form string) uint64 {
	h := uint64(len("shape"))
	last, run := rune(0), 0
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case r >= '0' && r <= '9':
			r = '0'
		}
		if r == last {
			run++
		} else {
			last, run = r, 1
		}
		if run <= 2 {
			h = model.Mix(h + uint64(r)) //nolint:gosec // runes are not negative
		}
	}
	return h
}
