package coder

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// What the learnt parts see of an event. A feature is a template with one or
// more values, hashed to a key; each is given twice, alone and with the root,
// so that what is asked for and what is refused share what they have in common.

// Templates of features; their numbers are part of the weights.
const (
	ftBias = iota
	ftTrigger
	ftArgument // relation or preposition, lemma
	ftChild    // lemma
	ftSupport
	ftHead
	ftBelow    // a lemma under the trigger
	ftTopic    // the head of the complement or topic
	ftTopicAny // a lemma under it
	ftClass    // a class of the trigger
	ftChildClass
	ftTopicClass
	ftSector
	ftForeign
	ftNext
	ftPrefix
	ftWord // a lemma of the sentence
	ftWordClass
	ftTopicWord // a lemma that the context lists know, as its context
	ftNear      // a lemma of the sentence before or after
	ftPair      // trigger and an argument's lemma
	ftTopicTrigger
	ftWordPrefix
)

// detailFeatures collects the keys of one event.
type detailFeatures struct {
	x    *tree
	m    *match
	root uint64
	keys []uint32
	seen map[uint32]bool
}

// add adds the feature of template t with values a and b, once.
func (f *detailFeatures) add(t int, a, b uint64) {
	k := model.Key2(t, a, b)
	if f.seen[k] {
		return
	}
	f.seen[k] = true
	f.keys = append(f.keys, k, model.Key3(t, a, b, f.root))
}

// word adds a lemma under template t, and its classes under tc.
func (f *detailFeatures) word(t, tc int, i int) {
	l := f.x.lemma[i]
	f.add(t, model.HashString(l), 0)
	for _, c := range f.x.t.classesOf[l] {
		f.add(tc, c, 0)
	}
}

// maxBelow bounds the words under a trigger that are looked at.
const maxBelow = 40

// below calls visit with the tokens under i, nearest first, without those that
// stop says to leave out with all under them.
func (x *tree) below(i int, stop func(int) bool, visit func(k, depth int)) {
	type item struct{ k, depth int }
	queue := make([]item, 1, 16)
	queue[0] = item{i, 0}
	for n := 0; n < len(queue) && n < maxBelow; n++ {
		at := queue[n]
		if n > 0 {
			visit(at.k, at.depth)
		}
		for _, c := range x.children(at.k) {
			if !stop(int(c)) {
				queue = append(queue, item{int(c), at.depth + 1})
			}
		}
	}
}

// isContentWord reports whether token i says what something is about.
func (x *tree) isContentWord(i int) bool {
	switch x.pos[i] {
	case entente.NOUN, entente.VERB, entente.ADJ, entente.ADV:
		return true
	case entente.PROPN:
		return x.mention[i] < 0 && x.place[i] < 0 && x.entity[i] < 0
	}
	return false
}

// topicOf returns the head of what m is about, -1 for none.
func (x *tree) topicOf(m *match) int {
	if m.comp >= 0 {
		return m.comp
	}
	if m.p.kind == triggerVerb {
		if o := x.object(m.trigger); o >= 0 {
			return o
		}
	}
	for _, c := range x.children(m.trigger) {
		switch x.rel(int(c)) {
		case entente.Obl, entente.Nmod, entente.Acl, entente.Advcl:
			if int(c) > m.trigger && !x.isTemporal(int(c)) && x.mention[c] < 0 {
				return int(c)
			}
		}
	}
	return -1
}

// featuresOf returns the keys of m, of the given root, for the choice of a mode.
func (w *work) featuresOf(m *match, root entente.Root) []uint32 {
	x := &w.x
	f := &detailFeatures{x: x, m: m, root: uint64(root) + 1, keys: w.keys[:0], seen: map[uint32]bool{}}
	h := model.HashString
	i := m.trigger
	l := x.lemma[i]
	f.add(ftBias, 0, 0)
	f.word(ftTrigger, ftClass, i)
	f.add(ftPrefix, h(l[:min(len(l), 5)]), 0)
	if m.support >= 0 {
		f.word(ftSupport, ftChildClass, m.support)
	}
	if k := x.head(i); k >= 0 {
		f.add(ftHead, h(x.lemma[k]), uint64(x.rel(i)))
	}
	for _, c := range x.children(i) {
		k := int(c)
		r := h(x.rel(k).String())
		if p := x.preposition(k); p != "" {
			r = h(p)
		}
		switch x.rel(k) {
		case entente.Punct, entente.Det:
			continue
		case entente.Nsubj, entente.NsubjPass:
			if x.mention[k] >= 0 {
				continue
			}
		}
		f.add(ftArgument, r, h(x.lemma[k]))
		f.word(ftChild, ftChildClass, k)
		f.add(ftPair, h(l), h(x.lemma[k]))
	}
	if i+1 < len(x.lemma) {
		f.add(ftNext, h(l), h(x.lemma[i+1]))
	}
	x.below(i, func(k int) bool { return x.rel(k) == entente.Parataxis || x.dated[k] }, func(k, _ int) {
		if x.isContentWord(k) {
			f.word(ftBelow, ftChildClass, k)
		}
	})
	if t := x.topicOf(m); t >= 0 {
		f.word(ftTopic, ftTopicClass, t)
		f.add(ftTopicTrigger, h(l), h(x.lemma[t]))
		x.below(t, func(k int) bool { return x.dated[k] }, func(k, _ int) {
			if x.isContentWord(k) {
				f.word(ftTopicAny, ftTopicClass, k)
			}
		})
	}
	f.sides()
	w.sentenceWords(f)
	w.keys = f.keys
	return f.keys
}

// sides adds who acts on whom.
func (f *detailFeatures) sides() {
	country := ""
	for _, p := range f.m.actors {
		f.add(ftSector, 1, uint64(p.actor.Sector))
		country = p.actor.Country
	}
	for _, p := range f.m.recipients {
		f.add(ftSector, 2, uint64(p.actor.Sector))
		if country != "" && p.actor.Country != "" {
			same := uint64(1)
			if p.actor.Country != country {
				same = 2
			}
			f.add(ftForeign, same, 0)
		}
		for k := p.token; k >= 0; k = -1 {
			f.add(ftArgument, 1, model.HashString(f.x.lemma[k]))
		}
	}
	f.add(ftForeign, 3, uint64(min(2, len(f.m.actors))))
	f.add(ftForeign, 4, uint64(min(2, len(f.m.recipients))))
}

// sentenceWords adds the words of the sentence.
func (w *work) sentenceWords(f *detailFeatures) {
	x := &w.x
	s := x.sentenceOf(f.m.trigger)
	if s < 0 {
		return
	}
	sent := &x.d.Sentences[s]
	for k := max(sent.First, f.m.trigger-maxBelow); k < min(sent.Last, f.m.trigger+maxBelow); k++ {
		if x.isContentWord(k) && k != f.m.trigger {
			f.word(ftWord, ftWordClass, k)
		}
	}
}

// topicFeatures returns the keys of m for the choice of contexts.
func (w *work) topicFeatures(m *match, root entente.Root) []uint32 {
	x := &w.x
	f := &detailFeatures{x: x, m: m, root: uint64(root) + 1, keys: w.keys[:0], seen: map[uint32]bool{}}
	h := model.HashString
	f.add(ftBias, 0, 0)
	f.word(ftTrigger, ftClass, m.trigger)
	f.sides()
	s := x.sentenceOf(m.trigger)
	if s < 0 {
		w.keys = f.keys
		return f.keys
	}
	sent := &x.d.Sentences[s]
	for k := max(sent.First, m.trigger-maxBelow); k < min(sent.Last, m.trigger+maxBelow); k++ {
		if !x.isContentWord(k) && x.pos[k] != entente.PROPN {
			continue
		}
		f.word(ftWord, ftWordClass, k)
		l := x.lemma[k]
		f.add(ftWordPrefix, h(l[:min(len(l), 5)]), 0)
		for _, c := range x.t.contextOf(l) {
			f.add(ftTopicWord, uint64(c), 0)
		}
	}
	x.below(m.trigger, func(k int) bool { return x.rel(k) == entente.Parataxis }, func(k, _ int) {
		if !x.isContentWord(k) {
			return
		}
		f.word(ftBelow, ftChildClass, k)
		for _, c := range x.t.contextOf(x.lemma[k]) {
			f.add(ftTopicWord, uint64(c), 1)
		}
	})
	for _, near := range [...]int{s - 1, s + 1} {
		if near < 0 || near >= len(x.d.Sentences) {
			continue
		}
		sent := &x.d.Sentences[near]
		for k := sent.First; k < min(sent.Last, sent.First+maxBelow); k++ {
			if x.isContentWord(k) {
				f.add(ftNear, h(x.lemma[k]), 0)
			}
		}
	}
	w.keys = f.keys
	return f.keys
}

// indexClasses fills classesOf and classNames, the classes of each lemma by the
// hash of their names and by name.
func (t *table) indexClasses() {
	names := make([]string, 0, len(t.classes))
	for n := range t.classes {
		names = append(names, n)
	}
	slices.Sort(names)
	t.classesOf, t.classNames = map[string][]uint64{}, map[string][]string{}
	for _, n := range names {
		key := model.HashString(n)
		for l := range t.classes[n] { // each lemma gets its classes in the order of names
			t.classesOf[l] = append(t.classesOf[l], key)
			t.classNames[l] = append(t.classNames[l], n)
		}
	}
}
