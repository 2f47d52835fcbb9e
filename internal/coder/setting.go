package coder

import (
	"github.com/entente-news/entente"
)

// setting is the document that an event stands in, as far as it bears on whether
// its sentences tell events: how its words sound, and who is named in it.
type setting struct {
	own    []tone // of each sentence of the document at hand
	whole  tone   // sum over the sentences of the whole
	n      int    // their number
	report bool   // the whole is no lone sentence or two; the rest is told of reports alone
	title  float64
	public float64 // share of mentions that hold public power, above the usual
	law    float64 // that are police and courts
	lands  float64 // countries that are named
	ages   float64 // persons whose age is told
}

// The usual values, which count as much as that of a lone sentence, and bounds.
const (
	mentionPrior = 6.0 // as many usual mentions stand beside those of a document
	usualPublic  = 0.5
	usualLaw     = 0.1
	usualLands   = 2
	mostLands    = 8
	mostAges     = 4
)

// isPolitical reports whether the whole is a report on states and their acts: its
// registers by words and by vectors are together above the usual, as those of one in
// three of 219 articles of all kinds.
func (s *setting) isPolitical() bool { return s.report && s.whole.words+s.whole.vectors >= 0 }

// settingBlock is the length of the block of a gauge on the document.
const settingBlock = 12

// settingOf looks at document d, whose events are wanted, and at whole, in which
// it stands: d itself, unless d is a sentence out of it.
func (w *work) settingOf(d, whole *entente.Document, t *table) {
	s := &w.set
	*s = setting{own: s.own[:0]}
	if t.mind == nil {
		return
	}
	r := &t.mind.register
	for i := range d.Sentences {
		var of tone
		of, w.keys = r.sentence(d, &d.Sentences[i], t.lexical, w.keys)
		s.own = append(s.own, of)
	}
	for i := range whole.Sentences {
		var of tone
		if whole == d {
			of = s.own[i]
		} else {
			of, w.keys = r.sentence(whole, &whole.Sentences[i], t.lexical, w.keys)
		}
		s.whole.words += of.words
		s.whole.vectors += of.vectors
		s.n += btoi(of.heard)
	}
	if s.report = len(whole.Sentences) >= leastReport; !s.report {
		return
	}
	if whole.Title != "" {
		s.title, w.keys = r.words(whole.Title, w.keys)
	}
	s.count(whole)
}

// count counts who is named in d.
func (s *setting) count(d *entente.Document) {
	public, law := 0, 0
	lands := map[string]bool{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		switch of, ok := standingOfSector(m.Actor.Sector); {
		case ok && of == standsLaw:
			law++
		case ok && (of == standsOrgan || of == standsArmed):
			public++
		case !ok && (m.Kind == entente.MentionName || m.Kind == entente.MentionCapital || m.Kind == entente.MentionAdjective):
			public++
		}
		if m.Actor.Country != "" {
			lands[m.Actor.Country] = true
		}
	}
	n := float64(len(d.Mentions)) + mentionPrior
	s.public = (float64(public)+usualPublic*mentionPrior)/n - usualPublic
	s.law = (float64(law)+usualLaw*mentionPrior)/n - usualLaw
	s.lands = float64(min(len(lands), mostLands) - usualLands)
	ages := 0
	for i := 0; i < len(d.Tokens) && ages < mostAges; i++ {
		ages += btoi(isAge(d, i))
	}
	s.ages = float64(ages)
}

// tellSetting fills the block on the document of m: the tone of its sentence and
// of the rest of the document, which is drawn towards the usual where it is short.
func (w *work) tellSetting(g []float64, m *match) {
	set := &w.set
	var own tone
	if s := w.x.sentenceOf(m.trigger); s >= 0 && s < len(set.own) {
		own = set.own[s]
	}
	others := float64(max(set.n-1, 0)) + registerPrior
	words, vectors := (set.whole.words-own.words)/others, (set.whole.vectors-own.vectors)/others
	copy(g, []float64{own.words, min(words, 0), max(words, 0), own.vectors, min(vectors, 0), max(vectors, 0),
		set.title, set.public, set.law, set.lands, set.ages, float64(btoi(set.report))})
}

// bySetting returns by how much the document, the sentence in it included, moves
// the logarithm of the odds that the root of m is right.
func (w *work) bySetting(m *match) float64 {
	var g [settingBlock]float64
	w.tellSetting(g[:], m)
	sum := 0.0
	for i, v := range g {
		sum += float64(w.x.t.mind.sureRoot[settingAt+i] * v)
	}
	return sum
}
