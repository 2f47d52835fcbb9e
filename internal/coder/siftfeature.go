package coder

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Templates of the sieve's features; the numbers are part of their keys.
const (
	siftLemma = iota
	siftLemmaTag
	siftTag
	siftLemmaPrev
	siftLemmaNext
	siftLemmaNext2
	siftPrev
	siftNext
	siftNext2
	siftPrev2
	siftShape
	siftEvokes
	siftIdle
	siftPattern
	siftLeft
	siftRight
	siftBoth
	siftLemmaLeft
	siftLemmaRight
	siftClass
	siftEnd
	siftKin
	siftLead
	siftAux
	siftBias
	siftWord
	siftParty
	siftParties
	siftPowers
	siftLength
	siftAt
	siftTone
	siftToneOf
	siftKind
	siftWords
)

// sifter makes the features of the sieve for one document.
type sifter struct {
	d      *entente.Document
	t      *table
	set    *setting
	sent   *entente.Sentence
	lemma  []string
	hash   []uint64 // of the lemmas
	known  []bool   // by token: it may be a trigger
	party  []uint8  // by token: what kind of party its mention names, 0 for none
	sport  bool
	next   int // the first mention that does not stand before the sentence at hand
	shared []uint32
	keys   []uint32
	base   int32    // score of the sentence at hand
	trig   features // of the word at hand, for the scorer of triggers
}

// load prepares f for d, which is set in set.
func (f *sifter) load(d *entente.Document, t *table, set *setting) {
	n := len(d.Tokens)
	f.d, f.t, f.set, f.next = d, t, set, 0
	f.lemma, f.hash, f.known, f.party = grow(f.lemma, n), grow(f.hash, n), grow(f.known, n), grow(f.party, n)
	words, sport := t.class("sport"), 0
	for i := range n {
		tok := &d.Tokens[i]
		l := t.known(tok)
		f.lemma[i], f.hash[i] = l, model.HashString(l)
		sport += btoi(words[l])
		switch tok.UPOS {
		case entente.VERB:
			f.known[i] = true
		case entente.NOUN, entente.ADJ, entente.PROPN:
			f.known[i] = t.gate[l] || len(t.words[l]) > 0
		}
	}
	f.sport = sport >= 3 && sport*60 >= n
	for k := range d.Mentions {
		m := &d.Mentions[k]
		of := kindOfMention(m)
		for i := max(m.First, 0); i < min(m.Last, n); i++ {
			f.party[i] = of
		}
	}
}

// kindOfMention says what kind of party m names, from 1 on.
func kindOfMention(m *entente.Mention) uint8 {
	switch {
	case len(m.Members) > 0:
		return 1
	case m.Actor.Sector != entente.SectorNone:
		return 16 + uint8(m.Actor.Sector)
	case m.Actor.Org != "":
		return 2
	}
	return 3 + uint8(m.Kind)
}

// powerOfMention is the standing of what m names, coarsely.
func powerOfMention(m *entente.Mention) uint64 {
	if s, ok := standingOfSector(m.Actor.Sector); ok {
		return uint64(s)
	}
	switch m.Kind {
	case entente.MentionName, entente.MentionCapital, entente.MentionAdjective:
		return uint64(standsState)
	}
	return uint64(standsNobody)
}

func (f *sifter) tell(t int, a, b uint64) { f.keys = append(f.keys, model.Key2(t+1, a, b)) }

// step divides v into steps of size, between bounds of n steps on either side.
func step(v, size float64, n int) uint64 {
	k := min(max(int(v/size+float64(n)), 0), 2*n)
	return uint64(k) //nolint:gosec // not negative
}

// far is a distance in few steps.
func far(n int) uint64 {
	switch {
	case n <= 3:
		return uint64(max(n, 0)) //nolint:gosec // not negative
	case n <= 6:
		return 4
	case n <= 12:
		return 5
	}
	return 6
}

// begin fills f.shared with the features of sentence s.
func (f *sifter) begin(s int) {
	d := f.d
	f.sent = &d.Sentences[s]
	own := f.keys
	f.keys = f.shared[:0]
	f.tell(siftBias, 0, 0)
	n, evoking := f.sent.Last-f.sent.First, 0
	for i := f.sent.First; i < f.sent.Last; i++ {
		switch d.Tokens[i].UPOS {
		case entente.NOUN, entente.VERB, entente.ADJ:
			f.tell(siftWord, f.hash[i], 0)
		}
		evoking += btoi(len(f.t.words[f.lemma[i]]) > 0)
	}
	f.tell(siftWords, uint64(min(evoking, 8)), 0) //nolint:gosec // not negative
	f.tell(siftLength, uint64(min(n/6, 8)), 0)    //nolint:gosec // not negative
	f.parties()
	f.place(s)
	f.shared, f.keys = f.keys, own
}

// parties adds who is named in the sentence.
func (f *sifter) parties() {
	var seen [256]bool
	var power [16]bool
	named := uint64(0)
	for ; f.next < len(f.d.Mentions) && f.d.Mentions[f.next].Last <= f.sent.First; f.next++ {
	}
	for k := f.next; k < len(f.d.Mentions) && f.d.Mentions[k].First < f.sent.Last; k++ {
		m := &f.d.Mentions[k]
		named++
		seen[kindOfMention(m)], power[powerOfMention(m)&15] = true, true
	}
	for k, ok := range seen {
		if ok {
			f.tell(siftParty, uint64(k), 0) //nolint:gosec // not negative
		}
	}
	f.tell(siftParties, min(named, 5), 0)
	both := uint64(0)
	for k, ok := range power {
		if ok {
			both |= 1 << k
		}
	}
	f.tell(siftPowers, both, 0)
}

// place adds where the sentence stands and how it and the document sound.
func (f *sifter) place(s int) {
	set, own := f.set, f.set.own[s]
	n := len(f.d.Sentences)
	f.tell(siftAt, uint64(min(s, 6)), uint64(min(n, 3))) //nolint:gosec // not negative
	others := float64(max(set.n-1, 0)) + registerPrior
	words, vectors := (set.whole.words-own.words)/others, (set.whole.vectors-own.vectors)/others
	for k, v := range [...]float64{own.words, own.vectors, words, vectors, own.words + own.vectors + words + vectors, set.title, 4 * set.public, 8 * set.law, set.lands / 2} {
		f.tell(siftTone, uint64(k), step(v, 0.25, 12)) //nolint:gosec // not negative
	}
	f.tell(siftToneOf, step(words+vectors, 0.5, 6), step(own.words+own.vectors, 0.5, 8))
	political := uint64(btoi(set.isPolitical())) //nolint:gosec // not negative
	f.tell(siftKind, uint64(btoi(f.sport)), 2*political+uint64(btoi(set.report)))
	last := f.sent.Last - 1
	if last >= f.sent.First {
		f.tell(siftKind, 2, uint64(f.d.Text[f.d.Tokens[last].Span.Start]))
	}
	aged := false
	for i := f.sent.First; i < f.sent.Last; i++ {
		aged = aged || isAge(f.d, i)
	}
	f.tell(siftKind, 3, uint64(btoi(aged))) //nolint:gosec // not negative
}

// word returns the keys of token i alone.
func (f *sifter) word(i int) []uint32 {
	f.keys = f.keys[:0]
	d, t := f.d, f.t
	tok := &d.Tokens[i]
	l, h := f.lemma[i], f.hash[i]
	pos, tag := uint64(tok.UPOS), model.HashString(tok.XPOS)
	f.tell(siftLemma, h, pos)
	f.tell(siftLemmaTag, h, tag)
	f.tell(siftTag, tag, 0)
	f.tell(siftEnd, model.HashString(suffix(l, 4)), pos)
	prev, next, prev2, next2 := f.at(i-1), f.at(i+1), f.at(i-2), f.at(i+2)
	f.tell(siftPrev, prev, pos)
	f.tell(siftNext, next, pos)
	f.tell(siftPrev2, prev2, pos)
	f.tell(siftNext2, next2, pos)
	f.tell(siftLemmaPrev, h, prev)
	f.tell(siftLemmaNext, h, next)
	f.tell(siftLemmaNext2, h, next2)
	f.tell(siftShape, f.posAt(i-2)<<8|f.posAt(i-1), f.posAt(i+1)<<8|f.posAt(i+2)|pos<<16)
	f.evokes(i)
	f.around(i, h, pos)
	for _, c := range t.classesOf[l] {
		f.tell(siftClass, c, 0)
	}
	return f.keys
}

// at is the hash of the lemma of token i, of a party or of nothing.
func (f *sifter) at(i int) uint64 {
	switch {
	case i < f.sent.First || i >= f.sent.Last:
		return 1
	case f.party[i] != 0 && f.d.Tokens[i].UPOS == entente.PROPN:
		return 2
	case f.d.Tokens[i].UPOS == entente.NUM:
		return 3
	}
	return f.hash[i]
}

func (f *sifter) posAt(i int) uint64 {
	if i < f.sent.First || i >= f.sent.Last {
		return 0
	}
	return uint64(f.d.Tokens[i].UPOS)
}

// evokes adds what lexicon and patterns know of token i.
func (f *sifter) evokes(i int) {
	l, t := f.lemma[i], f.t
	kind := triggerVerb
	switch f.d.Tokens[i].UPOS {
	case entente.NOUN, entente.PROPN:
		kind = triggerNoun
	case entente.ADJ:
		kind = triggerAdj
	}
	pattern := len(t.byLemma[kind][l]) > 0
	f.tell(siftPattern, uint64(kind), uint64(btoi(pattern))) //nolint:gosec // not negative
	var plain, parts [roots]bool
	list := t.words[l]
	for k := range list {
		if w := &list[k]; w.kind == kind {
			if len(w.parts) == 0 {
				plain[w.root] = true
			} else if f.hasParts(i, w.parts) {
				parts[w.root] = true
			}
		}
	}
	kinds := uint64(0) // 1: alone, 2: with other words
	for r := range plain {
		if plain[r] {
			f.tell(siftEvokes, uint64(r), uint64(kind)) //nolint:gosec // not negative
			kinds |= 1
		}
		if parts[r] {
			f.tell(siftEvokes, uint64(r), 8+uint64(kind)) //nolint:gosec // not negative
			kinds |= 2
		}
	}
	f.tell(siftEvokes, 99, kinds<<1|uint64(btoi(pattern))) //nolint:gosec // not negative
	idle := t.idle[l]
	for k := range idle {
		if w := &idle[k]; w.kind == kind && (len(w.parts) == 0 || f.hasParts(i, w.parts)) {
			f.tell(siftIdle, uint64(kind), uint64(btoi(len(w.parts) > 0))) //nolint:gosec // not negative
			break
		}
	}
	if kind != triggerVerb {
		if v := verbOf(l, t.isVerb); v != "" {
			f.tell(siftKin, model.HashString(v), 0)
		}
	}
}

// hasParts reports whether lemmas stand among the next six words of token i.
func (f *sifter) hasParts(i int, parts []string) bool {
	for _, p := range parts {
		found := false
		for k := i + 1; k < min(i+7, f.sent.Last) && !found; k++ {
			found = f.lemma[k] == p
		}
		if !found {
			return false
		}
	}
	return true
}

// around adds the parties and the auxiliary next to token i.
func (f *sifter) around(i int, h, pos uint64) {
	left, right := uint64(0), uint64(0)
	for k := i - 1; k >= max(f.sent.First, i-maxAround); k-- {
		if f.party[k] != 0 {
			left = uint64(f.party[k])
			f.tell(siftLeft, left, far(i-k)<<8|pos) //nolint:gosec // not negative
			break
		}
	}
	for k := i + 1; k < min(f.sent.Last, i+maxAround); k++ {
		if f.party[k] != 0 {
			right = uint64(f.party[k])
			f.tell(siftRight, right, far(k-i)<<8|pos) //nolint:gosec // not negative
			break
		}
	}
	f.tell(siftBoth, left, right)
	f.tell(siftLemmaLeft, h, left)
	f.tell(siftLemmaRight, h, right)
	for k := i - 1; k >= max(f.sent.First, i-3); k-- {
		if f.d.Tokens[k].UPOS == entente.AUX || f.d.Tokens[k].UPOS == entente.PART {
			f.tell(siftAux, f.hash[k], pos)
			break
		}
	}
	f.lead(i)
}

// lead adds how far the scorer of triggers, by what it knows of the word itself and
// its neighbours, is from an event.
func (f *sifter) lead(i int) {
	mind, g := f.t.mind, &f.trig
	g.reset()
	l, pos := f.lemma[i], f.d.Tokens[i].UPOS.String()
	g.add("l", l, pos)
	g.add("lem", l)
	g.add("suf", suffix(l, 4), pos)
	for k, name := range [...]string{"-1", "1"} {
		at := i + 2*k - 1
		w := "<>"
		if at >= f.sent.First && at < f.sent.Last {
			w = f.lemma[at]
			switch {
			case f.party[at] != 0 && f.d.Tokens[at].UPOS != entente.NOUN:
				w = "<party>"
			case f.d.Tokens[at].UPOS == entente.NUM:
				w = "<num>"
			}
		}
		g.add("a"+name, w)
		g.add("la"+name, l, w)
	}
	var scores [model.MaxClasses]int32
	mind.trigger.Score(g.keys, &scores)
	best := bestRoot(&scores)
	v := float64(scores[best]-scores[0]) / mind.unit
	f.tell(siftLead, step(v, 0.25, 16), 0)
	f.tell(siftLead, step(v, 0.5, 8), uint64(best)) //nolint:gosec // not negative
}

// release forgets the document.
func (f *sifter) release() {
	f.d, f.t, f.set, f.sent = nil, nil, nil, nil
	clear(f.lemma)
}
