package extract

import (
	"encoding/base64"
	"encoding/binary"
	"sort"
	"strings"
	"sync"

	"github.com/entente-news/entente/internal/model"
)

// Where one headline ends and the next begins.
//
// Headlines that were run together have lost the only mark between them, the
// end of a line. What is left is what they are made of. A headline does not
// end in an article, a preposition, a conjunction, a genitive or an adjective;
// it seldom begins with a preposition or a finite verb; it has one finite verb
// or none, more only behind "as", "after", "how" or a colon; and it is four to
// sixteen words long. None of this is certain, so all of it is weighed.
//
// Method: a division of the words into headlines is scored by the sum of the
// weights of what it shows at each border (classes of the words around it) and
// in each headline (its length, its verbs and what joins them). The best
// division is found by dynamic programming over the borders, as in a
// semi-Markov model (Sarawagi and Cohen 2004); the weights are those of an
// averaged structured perceptron (Collins 2002) that learnt on headlines run
// together in threes, real ones and some made of the clauses of treebanks. They
// are integers, so the result is the same everywhere. What never happens is not
// weighed: the function borders says where no headline can begin.
//
// The class of a word is which parts of speech it can have, by a table of
// hashes of words that was counted in treebanks; a word that is not in the
// table is judged by its stem and by the lists of verbs and names.

// boundaryTable is what was learnt.
type boundaryTable struct {
	weights map[uint32]int32
	classes map[uint32]uint16
}

// boundaries decodes the generated tables once; they are never changed.
var boundaries = sync.OnceValue(func() *boundaryTable {
	t := &boundaryTable{weights: map[uint32]int32{}, classes: map[uint32]uint16{}}
	for b := unbase(boundaryWeights); len(b) >= 6; b = b[6:] {
		t.weights[binary.LittleEndian.Uint32(b)] = int32(int16(binary.LittleEndian.Uint16(b[4:]))) //nolint:gosec // stored as int16
	}
	for b := unbase(boundaryClasses); len(b) >= 6; b = b[6:] {
		t.classes[binary.LittleEndian.Uint32(b)] = binary.LittleEndian.Uint16(b[4:])
	}
	return t
})

// unbase decodes a table of the program; one that is damaged is empty.
func unbase(s string) []byte {
	b, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(s, "\n", ""))
	if err != nil {
		return nil
	}
	return b
}

// wordKey is the hash by which a word in lower case stands in the tables.
func wordKey(low string) uint32 { return uint32(model.HashString(low)) } //nolint:gosec // folded

// cue is what the model sees of a word.
type cue struct {
	class  uint64 // coarse class, a letter, with marks of case and genitive
	mask   uint64 // parts of speech
	word   uint64 // hash of the word; 0: too rare to learn from
	after  byte   // punctuation behind it
	colon  bool
	verb   byte // 'V' surely finite, 'v' perhaps, 0
	joins  byte // 'a' a conjunction or question word, 't' to
	clause bool // a clause with a verb of its own follows it
	small  bool // a word of content that is written small
	opens  bool // a quotation opens before it
	closes bool // one ends behind it
}

// cues reads words.
func (r *reader) cues(ws []word) []cue {
	out := make([]cue, len(ws))
	for i, w := range ws {
		m := r.mask(w.low)
		c := coarse(w, m)
		a := cue{mask: uint64(m), word: uint64(wordKey(w.low)) | 1<<40, colon: strings.Contains(w.after, ":") || w.raw == "" && strings.ContainsAny(w.before, "–—-:")}
		content := strings.IndexByte("dpcwxof#-", c) < 0
		a.small = content && !w.capital()
		a.class = uint64(c)
		if w.possessive {
			a.class |= 1 << 8
			a.mask |= 1 << 12
		}
		a.clause = clauses[w.low]
		if a.small {
			a.class |= 1 << 9
			a.mask |= 1 << 13
		}
		if !content {
			a.mask = uint64(c) | 1<<14
		}
		if w.after != "" {
			a.after = w.after[0]
		}
		a.opens = strings.ContainsAny(w.before, "\"“‘'")
		a.closes = !w.possessive && strings.ContainsAny(w.after, "\"”’'")
		switch {
		case strings.IndexByte("ZDx", c) >= 0:
			a.verb = 'V'
		case strings.IndexByte("zEbBv", c) >= 0:
			a.verb = 'v'
		}
		if a.verb == 'v' && i > 0 && (r.agrees(ws, i) || i+1 < len(ws) && strings.HasSuffix(w.low, "s") && particles[ws[i+1].low]) {
			a.verb = 'V'
		}
		switch {
		case w.low == "to":
			a.joins = 't'
		case clauses[w.low] || c == 'w' || w.low == "that" || w.low == "and":
			a.joins = 'a'
		}
		out[i] = a
	}
	return out
}

// Templates of features.
const (
	tplBorder  = 1  // and above: at a border
	tplSegment = 60 // and above: of a headline
)

// at returns the class and mask of word i; beyond the ends, marks.
func at(as []cue, i int) cue {
	switch {
	case i < 0:
		return cue{class: '^', mask: '^'}
	case i >= len(as):
		return cue{class: '$', mask: '$'}
	}
	return as[i]
}

// borderFeatures adds the features of a border before word i.
func borderFeatures(fs []uint32, as []cue, i int) []uint32 {
	p2, p, c, n, n2 := at(as, i-2), at(as, i-1), at(as, i), at(as, i+1), at(as, i+2)
	t := tplBorder
	one := func(a uint64) { fs = append(fs, model.Key1(t, a)); t++ }
	two := func(a, b uint64) { fs = append(fs, model.Key2(t, a, b)); t++ }
	one(1)
	one(p.class)
	one(p.mask)
	one(c.class)
	two(p.class, c.class)
	two(c.class, n.class)
	two(p2.class, p.class)
	two(n.class, n2.class)
	one(n.class)
	one(p2.class)
	two(n.mask, c.class)
	var quotes uint64
	if p.closes {
		quotes |= 1
	}
	if c.opens {
		quotes |= 2
	}
	two(quotes, uint64(p.after))
	for _, w := range [...]struct{ word, class uint64 }{{p.word, c.class}, {c.word, n.class}, {c.word, p.class}, {n.word, c.class}, {p2.word, p.class}} {
		if w.word != 0 {
			one(w.word)
			two(w.word, w.class)
		} else {
			t += 2
		}
	}
	return fs
}

// tally counts what a headline holds.
type tally struct {
	sure, perhaps, joints, colon uint64 // finite verbs, conjunctions, colons
	open, firstVerb, sinceVerb   uint64
	shape, small, quotes         uint64
	steps                        int
}

// note adds a step to the outline of verbs and joints.
func (t *tally) note(s byte) {
	if t.steps < 7 {
		t.shape = t.shape<<8 | uint64(s)
		t.steps++
	}
}

// verbs counts the part of word i of a headline in its clauses.
func (t *tally) verbs(s byte, i int, clause bool) {
	t.sinceVerb++
	switch s {
	case 'V':
		t.sure++
		t.open, t.sinceVerb = 0, 0
		if t.firstVerb == 0 {
			t.firstVerb = uint64(i) //nolint:gosec // positive
		}
	case 'v':
		t.open &^= 1
		if i > 0 {
			t.perhaps++
		}
	case 'a':
		t.joints++
		if clause {
			t.open = 3
		}
	}
}

// count reads a headline of as[from:to].
func count(as []cue, from, to int) tally {
	var t tally
	for i := from; i < to; i++ {
		a := as[i]
		var s byte
		switch {
		case i > from && a.verb != 0 && as[i-1].class != 'd':
			s = a.verb
		case a.joins != 0:
			s = a.joins
		}
		t.verbs(s, i-from, a.clause)
		if s != 0 {
			t.note(s)
		}
		if a.colon && i+1 < to {
			t.colon++
			t.note(':')
		}
		if a.small {
			t.small++
		}
		if a.opens {
			t.quotes++
		}
		if a.closes {
			t.quotes--
		}
	}
	t.sure, t.perhaps, t.colon = min(t.sure, 4), min(t.perhaps, 4), min(t.colon, 2)
	return t
}

// segmentFeatures adds the features of a headline of as[from:to].
func segmentFeatures(fs []uint32, as []cue, from, to int) []uint32 {
	length := uint64(min(to-from, 24)) //nolint:gosec // positive
	c := count(as, from, to)
	first, last := as[from], as[to-1]
	style := uint64(1)
	if c.small > 0 {
		style = 2
		if 2*c.small >= length {
			style = 3
		}
	}
	t := tplSegment
	short := (length + 2) / 3
	fs = append(fs,
		model.Key1(t, length),
		model.Key2(t+1, c.sure, c.perhaps),
		model.Key3(t+2, c.sure, c.perhaps, short),
		model.Key3(t+3, first.class, c.sure, min(c.perhaps, 2)),
		model.Key3(t+4, last.class, c.sure, min(c.perhaps, 2)),
		model.Key1(t+5, c.shape),
		model.Key2(t+6, c.colon, c.sure),
		model.Key2(t+7, style, short),
		model.Key1(t+8, c.quotes),
		model.Key2(t+9, first.class, last.class),
		model.Key2(t+10, c.sure, short),
		model.Key3(t+11, c.colon, length, 0),
		model.Key3(t+12, c.sure, min(c.joints+c.colon, 3), min(c.perhaps, 2)),
		model.Key2(t+13, c.open, c.sure),
		model.Key2(t+14, min(c.firstVerb, 9), min(c.perhaps, 1)),
		model.Key3(t+15, min(c.sinceVerb, 9), min(c.sure, 1), last.class),
	)
	return fs
}

// limits say where headlines must, may or cannot begin.
type limit uint8

const (
	mayBegin limit = iota
	mustBegin
	cannotBegin
)

// divide returns where the best headlines of as begin, the first at 0. score
// gives the weight of a feature; bonus, if any, is added to that of each border.
func divide(as []cue, limits []limit, score func(uint32) int32, bonus []int64) []int {
	n := len(as)
	best, back := make([]int64, n+1), make([]int, n+1)
	var buf []uint32
	border := make([]int64, n)
	for i := 1; i < n; i++ {
		if limits[i] != cannotBegin {
			buf = borderFeatures(buf[:0], as, i)
			for _, k := range buf {
				border[i] += int64(score(k))
			}
			if bonus != nil {
				border[i] += bonus[i]
			}
		}
	}
	const none = -1 << 60
	for j := 1; j <= n; j++ {
		best[j] = none
		for i := j - 1; i >= 0 && j-i <= maxHeadWords; i-- {
			if i > 0 && limits[i] == cannotBegin || best[i] == none {
				continue
			}
			if j-i >= minHeadWords || i == 0 && j == n || limits[i] == mustBegin || j < n && limits[j] == mustBegin {
				s := best[i] + border[i]
				buf = segmentFeatures(buf[:0], as, i, j)
				for _, k := range buf {
					s += int64(score(k))
				}
				if s > best[j] {
					best[j], back[j] = s, i
				}
			}
			if limits[i] == mustBegin {
				break
			}
		}
	}
	if best[n] == none {
		return []int{0}
	}
	var starts []int
	for j := n; j > 0; j = back[j] {
		starts = append(starts, back[j])
	}
	sort.Ints(starts)
	return starts
}
