// Package coder reads political events from annotated documents: who did or
// said what to whom, when, where and on whose word.
//
// It looks at layers only (sentences, tokens with their trees, mentions,
// places, dates), so that it runs on any treebank, and knows no words of its
// own: what a verb or a noun means stands in pattern files, one pattern a line,
// which people edit without Go; their grammar is in docs/guide/patterns.md.
// What fits no pattern gives no event.
//
// The way of a sentence: its tokens are visited from the root downwards. Each
// that may be a trigger is tried against the patterns of its lemma, the most
// specific first. A pattern names slots for actor and recipient; a slot finds a
// token with voice, control, shared subjects and relative clauses undone; the
// noun phrase there is read as one or more parties. Then the way from the
// trigger up to the root tells whether the event is told as a fact, is denied,
// wanted, planned or reported, and date, place and numbers are taken from the
// same clause. Patterns over syntax in place of word order are the idea of
// PETRARCH2 (Norris, Schrodt and Beieler, 2017) and of UniversalPETRARCH; the
// codes are those of PLOVER.
//
// Not here: who a name is (package actor), what a date means (timex), where a
// place lies (place), and the merging of reports of different documents (story).
package coder

import (
	"io/fs"
	"sync"

	"github.com/entente-news/entente"
)

// Coder codes documents. It is read-only after [New] and may be shared by any
// number of goroutines.
type Coder struct {
	t       *table
	least   float64   // confidence under which events are left out
	scratch sync.Pool // *work
}

// New reads the pattern files (*.pat) at the top of fsys. Errors are of type
// [*entente.Error] and name file and line; they wrap the errors of this
// package. A pattern that contradicts another, or that could never match, is an
// error too.
func New(fsys fs.FS) (*Coder, error) {
	t, err := load(fsys)
	if err != nil {
		return nil, err
	}
	c := &Coder{t: t, least: UsualLeast}
	c.scratch.New = func() any { return new(work) }
	return c, nil
}

// Patterns returns the number of patterns and of trigger lemmas.
func (c *Coder) Patterns() (patterns, lemmas int) { return len(c.t.all), len(c.t.gate) }

// Gate reports whether sentence s of d can give an event: whether it has a word
// that may be a trigger and a mention that may be an actor. It needs tokens,
// tags and mentions but no tree; a sentence that it refuses gives no event when
// parsed.
func (c *Coder) Gate(d *entente.Document, s int) bool { return c.t.gates(d, s) }

// gates is [Coder.Gate].
func (t *table) gates(d *entente.Document, s int) bool { return t.gatesBy(d, s, t.mind != nil) }

// gatesBy is [Coder.Gate], with the words of the lexicon or without.
func (t *table) gatesBy(d *entente.Document, s int, lexicon bool) bool {
	sent := &d.Sentences[s]
	if d.InRelated(sent.Span) || !t.hasMention(d, sent) && !t.hasParty(d, sent) {
		return false
	}
	for i := sent.First; i < sent.Last; i++ {
		switch d.Tokens[i].UPOS {
		case entente.VERB, entente.NOUN, entente.ADJ, entente.PROPN:
			if l := t.known(&d.Tokens[i]); t.gate[l] || lexicon && len(t.words[l]) > 0 {
				return true
			}
		}
	}
	return false
}

// hasMention reports whether a mention lies in sent, or a phrase such as "the
// two countries" that stands for mentions before it.
func (t *table) hasMention(d *entente.Document, sent *entente.Sentence) bool {
	lo, hi := 0, len(d.Mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Mentions[mid].Last <= sent.First {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Mentions) && d.Mentions[lo].First < sent.Last {
		return true
	}
	if lo == 0 {
		return false
	}
	both := t.class("both_noun")
	for i := sent.First; i < sent.Last; i++ {
		if d.Tokens[i].UPOS == entente.NOUN && both[lower(d.Tokens[i].Lemma)] {
			return true
		}
	}
	return false
}

// hasParty reports whether the learnt decision may find a party in sent that
// is no mention: "the owners", "we".
func (t *table) hasParty(d *entente.Document, sent *entente.Sentence) bool {
	if t.mind == nil {
		return false
	}
	for i := sent.First; i < sent.Last; i++ {
		if d.Tokens[i].UPOS != entente.NOUN {
			continue
		}
		if _, ok := t.nouns[t.known(&d.Tokens[i])]; ok {
			return true
		}
	}
	return false
}

// Code reads the events of the parsed sentences of d into d. It needs the layers of
// tokens, tags and actors, trees where sentences are parsed, and uses places and
// dates where they are. Its cost is linear in the length of d. Earlier events of d
// are replaced.
func (c *Coder) Code(d *entente.Document) {
	w := c.take()
	defer c.giveBack(w)
	w.least = c.least
	w.code(d, c.t)
}

// code is [Coder.Code].
func (w *work) code(d *entente.Document, t *table) {
	d.Events = nil
	w.x.load(d, t)
	w.sport = w.x.isSport()
	if w.whole == nil {
		w.whole = d
	}
	w.settingOf(d, w.whole, t)
	for s := range d.Sentences {
		if d.Sentences[s].Parsed && !(d.Sentences[s].Quiet && t.mind != nil) && d.Sentences[s].Last > d.Sentences[s].First && !d.InRelated(d.Sentences[s].Span) {
			w.sentence(s)
		}
	}
	d.Layers |= entente.LayerEvents
}

// work is the scratch memory of one document.
type work struct {
	x       tree
	sport   bool
	order   []int
	topic   []bool
	matches []*match
	at      map[int]*match // matches by trigger, where the learnt decision reads
	serial  map[entente.Span]int
	topics  []entente.EventContext // of the sentence at hand
	topical bool                   // topics is filled
	keys    []uint32               // features of the event at hand
	f       features               // of the trigger or party at hand
	told    []saying               // of the event at hand
	near    []locale               // likewise
	grounds []string               // why these were chosen
	memory  sightMemory
	recent  map[int][]phrase // of the last sentences
	l       *look            // the sentence at hand, where the learnt decision reads it
	least   float64          // confidence under which an event is not written
	set     setting
	whole   *entente.Document // in which the document at hand stands; nil for itself
	weigh   bool              // keep the gauges of events, for training
	gauges  []gauge
	sifter  sifter
	bare    bool // only roots, sides, status and place of events are wanted
}

// take returns scratch memory that holds no document.
func (c *Coder) take() *work {
	return c.scratch.Get().(*work) //nolint:forcetypeassert // the pool holds nothing else
}

// giveBack forgets the document of w, also one that a panic broke off: what the
// next reads would hang on it.
func (c *Coder) giveBack(w *work) {
	w.release()
	c.scratch.Put(w)
}

// release forgets the document.
func (w *work) release() {
	w.x.d, w.whole, w.l = nil, nil, nil
	w.sifter.release()
	w.weigh, w.gauges, w.bare = false, nil, false
	clear(w.recent)
	clear(w.matches)
	w.at = nil
	w.matches = w.matches[:0]
	clear(w.x.lemma)
	clear(w.x.tag)
	clear(w.serial)
}

// sentence codes one sentence: its tokens from the root downwards, so that a
// verb is read before what it is about.
func (w *work) sentence(s int) {
	if w.x.t.mind != nil {
		w.decide(s)
	} else {
		w.read(s)
	}
	w.topical = false
	for _, m := range w.matches {
		w.emit(s, m)
	}
	if !w.bare {
		w.relate(s)
	}
}

// read fills w.matches with what the patterns alone make of sentence s.
func (w *work) read(s int) {
	x := &w.x
	sent := &x.d.Sentences[s]
	w.preorder(sent)
	w.topic = grow(w.topic, sent.Last-sent.First)
	w.matches = w.matches[:0]
	for _, i := range w.order {
		at := i - sent.First
		if h := x.head(i); h >= sent.First && h < sent.Last {
			w.topic[at] = w.topic[at] || w.topic[h-sent.First] && !x.leavesTopic(i)
		}
		if x.used[i] {
			continue
		}
		m := x.find(i, 0)
		if m == nil || m.p.kind == triggerNoun && w.topic[at] || !w.allowed(m) {
			continue
		}
		w.consume(m, sent.First)
		w.matches = append(w.matches, m)
	}
}

// preorder fills w.order with the tokens of sent, each after its head.
func (w *work) preorder(sent *entente.Sentence) {
	x := &w.x
	w.order = w.order[:0]
	for i := sent.First; i < sent.Last; i++ {
		if x.up[i] < 0 {
			w.order = append(w.order, i)
		}
	}
	for k := 0; k < len(w.order) && len(w.order) <= sent.Last-sent.First; k++ {
		i := w.order[k]
		for _, c := range x.kids[x.start[i]:x.start[i+1]] {
			w.order = append(w.order, int(c))
		}
	}
}

// leavesTopic reports whether the phrase at i stands beside what its head is
// about: "after the attack", "while …".
func (x *tree) leavesTopic(i int) bool {
	switch x.rel(i) {
	case entente.Nsubj, entente.NsubjPass, entente.Parataxis:
		return true
	case entente.Conj:
		return x.pos[i] == entente.VERB
	case entente.Obl, entente.Advcl:
		switch x.preposition(i) {
		case "after", "amid", "following", "during", "before", "despite", "since":
			return true
		}
	}
	return false
}

// consume marks what belongs to the event of m: its trigger, the noun that its
// pattern asks for, the complement that it is about.
func (w *work) consume(m *match, first int) {
	x := &w.x
	x.used[m.trigger] = true
	var buf [8]int
	for _, c := range m.p.conds {
		if c.not || c.class == nil {
			continue
		}
		for _, k := range x.tokens(buf[:0], c.slot, m.p.kind, m.trigger) {
			if x.mention[k] < 0 || c.class[x.lemma[k]] {
				x.used[k] = true
			}
		}
	}
	if m.comp >= 0 && !(m.root == entente.RootAccuse && m.p.comp == compClause) {
		x.used[m.comp] = true
		w.topic[m.comp-first] = true
		w.consumeConj(m.comp)
	}
	if speaks(m.root) {
		for _, c := range x.children(m.trigger) {
			switch x.rel(int(c)) {
			case entente.Obj, entente.Obl, entente.Nmod, entente.Xcomp, entente.Acl:
				w.topic[int(c)-first] = !x.leavesTopic(int(c))
			}
		}
	}
}

// consumeConj marks the verbs that share the complement at v.
func (w *work) consumeConj(v int) {
	for _, c := range w.x.children(v) {
		if k := int(c); w.x.rel(k) == entente.Conj && w.x.ownSubject(k) < 0 {
			w.x.used[k] = true
		}
	}
}

// speaks reports whether an event of root r is made of words, which are about
// something.
func speaks(r entente.Root) bool {
	switch r.Quad() {
	case entente.VerbalCooperation, entente.VerbalConflict:
		return true
	default:
		return r == entente.RootProtest
	}
}

// allowed reports whether m may be an event in this document: sport and games
// borrow the words of war.
func (w *work) allowed(m *match) bool {
	if w.sport && !w.official(m) {
		return false
	}
	return !m.p.guard || !w.x.nearSport(m.trigger)
}

// official reports whether an actor of m holds a public office or bears arms.
func (w *work) official(m *match) bool {
	for i := range m.actors {
		switch m.actors[i].actor.Sector {
		case entente.GOV, entente.COP, entente.MIL, entente.JUD, entente.LEG, entente.REB:
			return !m.p.guard
		}
	}
	return false
}
