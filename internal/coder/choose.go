package coder

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// What belongs to an event - which of the dates and numbers of its sentence - is
// chosen among candidates by what was learnt from the annotated corpus, each by
// itself; so are status, aspect and whether the day of the report is its day,
// for which the rules are one voice among others.

// The kinds of numbers, by class; class 0 is none of the event's.
var sizeKinds = [...]string{"", "killed", "injured", "displaced", "arrested", "troops", "participants", "amount"}

// maxCandidates bounds the places, dates and numbers of a sentence that are
// looked at.
const maxCandidates = 16

// scoresOf returns the scores of keys in the table of task t.
func (l *learnt) scoresOf(t task, keys []uint32) (scores [model.MaxClasses]int32) {
	l.tables[t].Score(keys, &scores)
	return scores
}

// dateTrust is how much ahead a date is that the rules find, in units of the
// weights: nine in ten of them are right.
const dateTrust = 2 * weightScale

// datesNear calls visit with the dates of the sentence of m that may be an
// event's day and the token of each.
func (x *tree) datesNear(m *match, visit func(k, i int)) {
	s := x.sentenceOf(m.trigger)
	if s < 0 {
		return
	}
	d := x.d
	lo := x.firstDate(s)
	for k := lo; k < len(d.Dates) && k < lo+maxCandidates && d.Dates[k].Span.Start < d.Sentences[s].Span.End; k++ {
		if d.Dates[k].Type == entente.TimeSet {
			continue
		}
		if i := x.tokenOf(d.Dates[k].Span); i >= 0 {
			visit(k, i)
		}
	}
}

// learntDate returns the index of the date expression that scores highest above
// zero, -1 for none; rule is what the rules say.
func (w *work) learntDate(m *match, root entente.Root, rule *entente.When) int {
	best, top := -1, int32(0)
	w.x.datesNear(m, func(k, i int) {
		scores := w.x.t.learnt.scoresOf(taskWhen, w.dateFeatures(m, root, k, i))
		d := scores[1] - scores[0]
		if rule.Basis == entente.WhenText && rule.Span == w.x.d.Dates[k].Span {
			d += dateTrust
		}
		if d > top {
			best, top = k, d
		}
	})
	return best
}

// figure is a number of a sentence.
type figure struct {
	n        entente.Magnitude
	i, next  int
	currency string
}

// figures returns the numbers of the sentence of m, in text order; an article
// before a noun is the number one.
func (x *tree) figures(m *match) []figure {
	s := x.sentenceOf(m.trigger)
	if s < 0 {
		return nil
	}
	var out []figure
	sent := &x.d.Sentences[s]
	lo, hi := max(sent.First, m.trigger-maxSizeTokens), min(sent.Last, m.trigger+maxSizeTokens)
	for i := lo; i < hi && len(out) < 2*maxCandidates; {
		if x.dated[i] {
			i++
			continue
		}
		n, next, ok := x.number(i, hi)
		switch {
		case ok:
			f := figure{n: n, i: i, next: next}
			f.currency = x.money(m, i, next, &f.n)
			out = append(out, f)
		case x.isOne(i):
			out = append(out, figure{n: entente.Magnitude{Span: x.d.Tokens[i].Span, Low: 1, High: 1, Best: 1, HasBest: true}, i: i, next: i + 1})
			next = i + 1
		default:
			next = i + 1
		}
		i = next
	}
	return out
}

// isOne reports whether token i is the article of a person.
func (x *tree) isOne(i int) bool {
	if l := x.form(i); l != "a" && l != "an" {
		return false
	}
	h := x.head(i)
	return h > i && h < i+8 && x.pos[h] == entente.NOUN
}

// learntSizes returns the numbers of m, each kind once.
func (w *work) learntSizes(m *match, root entente.Root, mode entente.Mode) []entente.Magnitude {
	x := &w.x
	var best [len(sizeKinds)]int32
	var pick [len(sizeKinds)]entente.Magnitude
	list := x.figures(m)
	for k := range list {
		f := &list[k]
		scores := x.t.learnt.scoresOf(taskSize, w.sizeFeatures(m, root, list, k))
		c := 0
		for i := 1; i < len(sizeKinds); i++ {
			if (f.currency != "") == (sizeKinds[i] == "amount") && scores[i] > scores[c] && mayCount(root, sizeKinds[i]) {
				c = i
			}
		}
		d := scores[c] - scores[0]
		if kind := x.plainSize(m, root, mode, f); kind != "" && mayCount(root, kind) {
			c = slices.Index(sizeKinds[:], kind)
			d = certain
		} else if c == 0 && f.currency == "" && mayCount(root, "displaced") && x.isDisplaced(m, f) {
			c = displacedKind
		}
		if c > 0 && (pick[c].Kind == "" || d > best[c]) {
			best[c], pick[c] = d, f.n
			if c < 5 {
				pick[c] = x.together(f)
			}
			pick[c].Kind = sizeKinds[c]
			if c == len(sizeKinds)-1 {
				pick[c].Currency = f.currency
			}
		}
	}
	var out []entente.Magnitude
	for i := range pick {
		if pick[i].Kind != "" {
			out = append(out, pick[i])
		}
	}
	return out
}

// certain is above every score: grammar leaves no doubt.
const certain = 1 << 30

// displacedKind is the class of the displaced, of whom the corpus has too few
// to learn from.
const displacedKind = 3

// isDisplaced reports whether the number f counts those whom a word of
// displacement is about: "displacement of thousands", "displaced 300 families".
func (x *tree) isDisplaced(m *match, f *figure) bool {
	if f.n.Low < 2 && !f.n.OpenLow || x.sizeKind(m, f.i, f.next, &entente.Magnitude{}) != "displaced" {
		return false
	}
	for i, n := x.counted(f.i, f.next), 0; i >= 0 && n < 3; i, n = x.head(i), n+1 {
		switch x.lemma[i] {
		case "displace", "displacement", "uproot", "homeless", "displaced":
			return true
		}
	}
	return false
}

// sizeFeatures returns the keys of number k of list.
func (w *work) sizeFeatures(m *match, root entente.Root, list []figure, k int) []uint32 {
	x := &w.x
	f := w.newFeatures(m, root)
	h := model.HashString
	i := list[k].i
	noun := x.counted(i, list[k].next)
	f.word(ptLemma, ptClass, noun)
	f.way(noun)
	f.around(noun)
	f.add(ptPrep, uint64(x.rel(noun)), h(x.lemma[m.trigger]))
	if up := x.head(noun); up >= 0 {
		f.word(ptHead, ptNote, up)
		f.add(ptAbove, uint64(x.rel(noun)), h(x.lemma[up]))
		if up == m.trigger {
			f.add(ptAbove, uint64(x.rel(noun)), 1)
		}
	}
	for _, c := range x.children(noun) {
		switch x.rel(int(c)) {
		case entente.Acl, entente.Amod, entente.AclRelcl, entente.Xcomp, entente.Nmod:
			f.word(ptDet, ptAux, int(c))
		}
	}
	for d := range 3 {
		if j := list[k].next + d; j < len(x.lemma) {
			f.word(ptWord, ptMark, j)
			f.add(ptTag, h(x.lemma[j]), uint64(d))
		}
	}
	for d := 1; d < 4; d++ {
		if j := i - d; j >= 0 {
			f.word(ptQuote, ptAge, j)
		}
	}
	one := uint64(0)
	if l := x.form(i); l == "a" || l == "an" || l == "one" {
		one = 1
	}
	f.add(ptCount, one, uint64(min(k, 3)))
	if list[k].currency != "" {
		f.add(ptCount, 50, 0)
	}
	size := uint64(0)
	for v := max(list[k].n.Low, list[k].n.High); v >= 10; v /= 10 {
		size++
	}
	f.add(ptCount, 60+one, size)
	f.add(ftTrigger, h(x.lemma[m.trigger]), 0)
	for _, c := range x.t.classesOf[x.lemma[m.trigger]] {
		f.add(ftClass, c, 0)
	}
	f.add(ptRule, h(x.sizeKind(m, i, list[k].next, &entente.Magnitude{})), 0)
	return w.done(f)
}

// counted returns the noun that the number from token i to next counts, or the
// number itself.
func (x *tree) counted(i, next int) int {
	for k := i; k < next; k++ {
		h := x.head(k)
		if h < 0 || h >= i && h < next {
			continue
		}
		switch x.rel(k) {
		case entente.Nummod, entente.Det, entente.Amod, entente.Compound:
			return h
		}
		if n := next; n+1 < len(x.lemma) && x.lemma[n] == "of" { // "hundreds of troops"
			for _, c := range x.children(k) {
				if x.rel(int(c)) == entente.Nmod && x.hasCase(int(c), "of") {
					return int(c)
				}
			}
		}
		return k
	}
	return i
}
