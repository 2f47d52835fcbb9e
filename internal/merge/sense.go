package merge

import (
	"math"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
)

// senseLimit is the largest component of a sense: half a byte holds it with its
// sign. senseUsual is the root of their mean square.
const (
	senseLimit = 7
	senseUsual = 3
)

// Senses sets Sense of the events of d that are about something, by the vectors of
// words, which may be nil. It reads tokens, sentences, actors and events.
func Senses(d *entente.Document, words *lexical.Table) {
	for i := range d.Events {
		e := &d.Events[i]
		e.Sense = nil
		if words == nil || !aimed(e.Root) || e.Sentence < 0 || e.Sentence >= len(d.Sentences) {
			continue
		}
		s := &d.Sentences[e.Sentence]
		first := min(s.First, len(d.Tokens))
		e.Sense = senseOf(d, e, first, d.Tokens[first:min(s.Last, len(d.Tokens))], words)
	}
}

// aimed reports whether acts of a root by one party on another differ by what they
// are about: what is said, and what is given or withheld. Scenes of force, of a
// protest or of a meeting are told by many things.
func aimed(r entente.Root) bool {
	switch r {
	case entente.RootCooperate, entente.RootAid, entente.RootSanction:
		return true
	default:
		return said(r)
	}
}

// senseOf returns the direction of the mean of the vectors of the words that hang
// on the trigger of e, each of length 1: what an act is about. Parties,
// times and numbers are left out. It is nil when no word has a vector.
func senseOf(d *entente.Document, e *entente.Event, first int, sentence []entente.Token, words *lexical.Table) []byte {
	at := triggerAt(e, sentence)
	var sum [lexical.Dims]float64
	for i := range sentence {
		t := &sentence[i]
		if i == at || t.UPOS == entente.NUM || !tells(t) || partOf(e, t.Span) || !hangs(sentence, first, i, at) {
			continue
		}
		v := words.Find(strings.ToLower(t.Lemma))
		if v == nil {
			v = words.Find(strings.ToLower(t.Span.In(d.Text)))
		}
		square := 0
		for _, n := range v {
			square += int(n) * int(n)
		}
		if square == 0 {
			continue
		}
		length := math.Sqrt(float64(square))
		for k, n := range v { // in steps, so that all components count alike
			sum[k] += float64(n) / length
		}
	}
	return packSense(&sum)
}

// packSense scales numbers to a usual size of senseUsual, cuts them at senseLimit,
// and puts two in a byte, the first in the low half. It returns nil when all are 0.
func packSense(sum *[lexical.Dims]float64) []byte {
	square := 0.0
	for _, x := range sum {
		square += float64(x * x)
	}
	if square == 0 {
		return nil
	}
	scale := senseUsual / math.Sqrt(square/lexical.Dims)
	out := make([]byte, lexical.Dims/2)
	for k, x := range sum {
		n := int8(math.Round(max(min(scale*x, senseLimit), -senseLimit)))
		out[k/2] |= byte(n&15) << (4 * (k % 2)) //nolint:gosec // half a byte, with its sign
	}
	return out
}

// senseLike is how like two senses are, in eighths of the cosine above one half,
// from -4 to 4; ok is false when one is not known.
func senseLike(a, b []byte) (eighths int16, ok bool) {
	if len(a) == 0 || len(a) != len(b) {
		return 0, false
	}
	xy, xx, yy := 0, 0, 0
	for i := range a {
		for shift := 4; shift >= 0; shift -= 4 {
			x, y := int(int8(a[i]<<shift)>>4), int(int8(b[i]<<shift)>>4) //nolint:gosec // half a byte, with its sign
			xy, xx, yy = xy+x*y, xx+x*x, yy+y*y
		}
	}
	if xx == 0 || yy == 0 {
		return 0, false
	}
	cosine := float64(max(xy, 0)) / math.Sqrt(float64(xx*yy))
	return int16(math.Round(8*cosine)) - 4, true
}
