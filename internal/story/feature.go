package story

import (
	"slices"

	entente "github.com/entente-news/entente"
)

// Bounds of what is read of a document. Reports say what they are about early:
// words after the first maxWords move no document of the sets that we measure.
const (
	maxWords = 600 // words of the text that give terms
	maxTerms = 320 // terms kept, those of the beginning

	shortText = 300 // bytes up to which a text may be written like a headline
)

// Features are what clustering knows of a document. They do not change once
// made and may be shared.
type Features struct {
	Doc    string      // document id
	Day    entente.Day // civil day of publication, NoDay when unknown
	Time   int64       // Unix seconds of publication; 0 when unknown
	Terms  []Term      // ascending by Hash
	Sketch Sketch      // of the wording of the text, or of the title when there is no text
}

// Term is a word or a pair of neighbouring words, by the hash of its stems,
// with how often it stands where. Counts stop at 255.
type Term struct {
	Hash  uint32
	Title uint8 // times in the title
	Body  uint8 // times in the text
	Kind  Kind
}

// Kind tells terms apart that weigh differently.
type Kind uint8

// The kinds of terms.
const (
	KindWord   Kind = iota
	KindName        // written with a capital within a sentence, or with digits
	KindPair        // two neighbouring words that are not both names
	kindsCount      // number of kinds
)

// Extract returns the features of d. It reads title, text and date, is a pure
// function of them, and leaves out headlines of related stories.
func Extract(d *entente.Document) Features {
	x := extractor{seen: map[uint32]int{}}
	x.read(d.Title, true)
	body := ""
	text := parts(d)
	if d.Text == d.Title {
		text = nil // a headline alone
	}
	for _, part := range text {
		x.read(part, false)
		body += part + "\n"
	}
	f := Features{Doc: d.ID, Day: d.Day(), Terms: x.terms}
	if !d.Published.IsZero() {
		f.Time = d.Published.Unix()
	}
	if len(f.Terms) > maxTerms {
		f.Terms = f.Terms[:maxTerms]
	}
	slices.SortFunc(f.Terms, func(a, b Term) int { return compare(a.Hash, b.Hash) })
	f.Sketch = sketchOf(body)
	if f.Sketch.Total == 0 {
		f.Sketch = sketchOf(d.Title)
	}
	return f
}

func compare(a, b uint32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// parts returns the text without the headlines of related stories.
func parts(d *entente.Document) []string {
	if len(d.Related) == 0 {
		return []string{d.Text}
	}
	spans := make([]entente.Span, 0, len(d.Related))
	for _, r := range d.Related {
		if !r.Span.IsEmpty() && r.Span.Start >= 0 && r.Span.End <= len(d.Text) {
			spans = append(spans, r.Span)
		}
	}
	slices.SortFunc(spans, func(a, b entente.Span) int { return a.Start - b.Start })
	var out []string
	at := 0
	for _, s := range spans {
		if s.Start > at {
			out = append(out, d.Text[at:s.Start])
		}
		at = max(at, s.End)
	}
	return append(out, d.Text[at:])
}

type extractor struct {
	terms []Term
	seen  map[uint32]int // hash to index in terms
	count int            // words of the text read
}

// read adds the terms of one part of a document.
func (x *extractor) read(s string, title bool) {
	signal := !title && len(s) > shortText || !titleCase(s)
	var last uint64
	lastName := false
	words(s, func(w word) bool {
		if !title {
			x.count++
			if x.count > maxWords {
				return false
			}
		}
		if isStop(w.form) {
			last, lastName = 0, false
			return true
		}
		kind := KindWord
		if w.digits || signal && w.capital && !w.first {
			kind = KindName
		}
		h := hashString(stem(w.form))
		x.add(fold32(h), title, kind)
		name := signal && w.capital
		if last != 0 && !(name && lastName) {
			x.add(fold32(mix(last^rotate(h))), title, KindPair)
		}
		last, lastName = h, name
		return true
	})
}

func (x *extractor) add(h uint32, title bool, kind Kind) {
	i, ok := x.seen[h]
	if !ok {
		i = len(x.terms)
		x.seen[h] = i
		x.terms = append(x.terms, Term{Hash: h, Kind: kind})
	}
	t := &x.terms[i]
	if kind == KindName && t.Kind == KindWord {
		t.Kind = KindName
	}
	switch {
	case title && t.Title < 255:
		t.Title++
	case !title && t.Body < 255:
		t.Body++
	}
}

// titleCase reports whether capitals in a headline say nothing: more than half
// of its longer words have one.
func titleCase(s string) bool {
	capital, all := 0, 0
	words(s, func(w word) bool {
		if len(w.form) > 3 && !w.first {
			all++
			if w.capital {
				capital++
			}
		}
		return true
	})
	return capital*2 > all
}

// hashString is FNV-1a (Fowler, Noll and Vo, 1991) with a final mix.
func hashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood, Fast splittable
// pseudorandom number generators, 2014): every bit of x moves every bit of the
// result.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func rotate(x uint64) uint64 { return x<<21 | x>>43 }

func fold32(x uint64) uint32 { return uint32(x ^ x>>32) } //nolint:gosec // the low half is wanted
