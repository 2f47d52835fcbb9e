package story

import (
	"slices"

	entente "github.com/entente-news/entente"
)

// Bounds of what is read of a document. Reports say what they are about early:
// words after the first maxWords move no document of the sets that we measure.
const (
	maxWords = 600 // words of the text that give terms
	maxTerms = 256 // terms kept, those of the beginning
	leadSize = 60  // words of the text that say, with the title, what happened

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
	Hash uint32
	Lead uint8 // times in the title and in the first words of the text
	Body uint8 // times in the rest of the text
	Kind Kind
}

// Kind tells terms apart that weigh differently.
type Kind uint8

// The kinds of terms.
const (
	KindWord   Kind = iota
	KindName        // written with a capital within a sentence
	KindPair        // two neighbouring words that are not both names
	KindNumber      // a number of the text, in digits or words, or a word with digits
	kindsCount      // number of kinds
)

// Extract returns the features of d. It reads title, text and date, is a pure
// function of them, and leaves out headlines of related stories.
func Extract(d *entente.Document) Features {
	var x extractor
	x.hashes = x.room[:0]
	x.read(d.Title, true)
	if d.Text != d.Title { // not a headline alone
		for _, part := range parts(d) {
			x.read(part, false)
		}
	}
	f := Features{Doc: d.ID, Day: d.Day(), Terms: x.sorted()}
	if !d.Published.IsZero() {
		f.Time = d.Published.Unix()
	}
	if len(x.hashes) == 0 {
		x.run, x.n = [shingleWords]uint64{}, 0
		x.shingles(d.Title)
	}
	f.Sketch = sketchOf(x.hashes)
	return f
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

// extractor gathers the terms and the shingles of a document in one pass.
type extractor struct {
	terms  [maxTerms]Term
	at     [1024]uint16 // of terms, by hash: the index plus one
	size   int          // terms
	count  int          // words of the text
	run    [shingleWords]uint64
	n      int // words in the run and before it
	hashes []uint32
	room   [1024]uint32 // for hashes of a usual text
}

// read adds the terms of one part of a document, and its shingles when it is
// of the text.
func (x *extractor) read(s string, title bool) {
	signal := !title && len(s) > shortText || !titleCase(s)
	var last uint64
	lastName := false
	w := scan(s)
	for w.next() {
		h := hashBytes(w.form)
		if !title {
			x.shingle(h)
			if x.count++; x.count > maxWords {
				continue
			}
		}
		if d := numeral(w.form); d != "" {
			w.form, w.digits = append(w.form[:0], d...), true
			h = hashBytes(w.form)
		} else if len(w.form) < 2 && !w.digits || stopWords.has(h) {
			last, lastName = 0, false
			continue
		}
		name := signal && w.capital
		kind := KindWord
		switch {
		case w.digits && !title: // in headlines a number is mostly a day, a rank or a size of a screen
			kind = KindNumber
		case name && !w.initial && !w.digits:
			kind = KindName
		}
		lead := title || x.count <= leadSize
		if len(w.form) >= 4 {
			h = hashBytes(stem(w.form))
		}
		x.add(fold32(h), lead, kind)
		if last != 0 && !(name && lastName) {
			x.add(fold32(mix(last^rotate(h))), lead, KindPair)
		}
		last, lastName = h, name
	}
}

// numeral returns the digits of a number that is told in a word, "" for none.
func numeral(w []byte) string {
	switch string(w) {
	case "two":
		return "2"
	case "three":
		return "3"
	case "four":
		return "4"
	case "five":
		return "5"
	case "six":
		return "6"
	case "seven":
		return "7"
	case "eight":
		return "8"
	case "nine":
		return "9"
	case "ten":
		return "10"
	case "eleven":
		return "11"
	case "twelve":
		return "12"
	default:
		return ""
	}
}

func (x *extractor) add(h uint32, lead bool, kind Kind) {
	k := h % uint32(len(x.at))
	for x.at[k] != 0 && x.terms[x.at[k]-1].Hash != h {
		k = (k + 1) % uint32(len(x.at))
	}
	if x.at[k] == 0 {
		if x.size == maxTerms {
			return
		}
		x.terms[x.size] = Term{Hash: h, Kind: kind}
		x.size++
		x.at[k] = uint16(x.size) //nolint:gosec // at most maxTerms
	}
	t := &x.terms[x.at[k]-1]
	if t.Kind == KindWord {
		t.Kind = kind
	}
	switch {
	case lead && t.Lead < 255:
		t.Lead++
	case !lead && t.Body < 255:
		t.Body++
	}
}

// sorted returns the terms by rising hash, nil for none.
func (x *extractor) sorted() []Term {
	if x.size == 0 {
		return nil
	}
	var packed [maxTerms]uint64
	for i, t := range x.terms[:x.size] {
		packed[i] = uint64(t.Hash)<<32 | uint64(t.Lead)<<16 | uint64(t.Body)<<8 | uint64(t.Kind)
	}
	sortHashes(packed[:x.size], 56)
	out := make([]Term, x.size)
	for i, p := range packed[:x.size] {
		out[i] = Term{Hash: uint32(p >> 32), Lead: uint8(p >> 16 & 255), Body: uint8(p >> 8 & 255), Kind: Kind(p & 255)}
	}
	return out
}

// titleCase reports whether capitals in a headline say nothing: more than half
// of its longer words have one.
func titleCase(s string) bool {
	capital, all := 0, 0
	w := scan(s)
	for w.next() {
		if len(w.form) > 3 && !w.initial {
			all++
			if w.capital {
				capital++
			}
		}
	}
	return capital*2 > all
}

// maxScatter is the number of hashes up to which they are sorted by scattering:
// beyond, buckets are no longer small.
const maxScatter = 4096

// sortHashes sorts hashes, whose highest byte is shift bits up: scattered by
// that byte into 256 buckets, each of which is then nearly in order.
func sortHashes[T uint32 | uint64](a []T, shift int) {
	if len(a) > maxScatter || len(a) < 32 {
		slices.Sort(a)
		return
	}
	var room [512]T
	b := append(room[:0], a...)
	var at [257]int32
	for _, x := range b {
		at[x>>shift+1]++
	}
	for i := range 256 {
		at[i+1] += at[i]
	}
	for _, x := range b {
		k := &at[x>>shift]
		a[*k] = x
		*k++
	}
	for i := 1; i < len(a); i++ {
		x := a[i]
		j := i
		for ; j > 0 && a[j-1] > x; j-- {
			a[j] = a[j-1]
		}
		a[j] = x
	}
}

func hashBytes(s []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range s {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return mix(h)
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
