package extract

import (
	"strings"
	"sync"
)

// Parts of speech that a word can have.
const (
	posNoun   = 1 << iota // NN
	posPlural             // NNS
	posName               // NNP, NNPS
	posAdj                // JJ, JJR, JJS
	posBase               // VB, VBP
	posThird              // VBZ
	posPast               // VBD, VBN
	posIng                // VBG
	posAdverb             // RB, RBR, RBS
	posOther              // all else
)

// reader makes cues of words.
type reader struct {
	lex     *lexicon
	classes map[uint32]uint16
	names   map[string]bool
}

// mask returns which parts of speech a word can have.
func (r *reader) mask(low string) uint16 {
	m := r.classes[wordKey(low)]
	if m&^posName == 0 {
		m |= r.stem(low)
	}
	if r.lex.base[low] {
		m |= posBase
	}
	if r.lex.verbs[low] {
		switch {
		case strings.HasSuffix(low, "s"):
			m |= posThird
		case r.lex.base[low]:
		default:
			m |= posPast
		}
	}
	if r.names[low] || r.lex.entities[low] || r.lex.given[low] {
		m |= posName
	}
	return m
}

// agrees reports whether word i can be a verb in the present behind a subject
// that it agrees with: "Bills Worry", "Court Weighs".
func (r *reader) agrees(ws []word, i int) bool {
	subject, m := r.mask(ws[i-1].low), r.mask(ws[i].low)
	if ws[i].possessive || ws[i-1].possessive || ws[i-1].after != "" || !ws[i].capital() {
		return false
	}
	return subject&posPlural != 0 && subject&posThird == 0 && m&posBase != 0 && m&(posAdj|posName) == 0 ||
		subject&posNoun != 0 && subject&posPlural == 0 && m&posThird != 0 && m&posPlural == 0
}

// stem infers the parts of speech of a word from those of its stem.
func (r *reader) stem(low string) uint16 {
	of := func(s string) uint16 {
		m := r.classes[wordKey(s)]
		if r.lex.base[s] {
			m |= posBase
		}
		return m
	}
	var m uint16
	if i := strings.LastIndexByte(low, '-'); i > 0 && i+1 < len(low) {
		if m = of(low[i+1:]); m&(posPast|posIng) != 0 {
			return posAdj
		}
		return m &^ posName
	}
	for _, e := range [][2]string{{"s", ""}, {"es", ""}, {"ies", "y"}} {
		if s, ok := strings.CutSuffix(low, e[0]); ok && len(s) > 1 {
			b := of(s + e[1])
			if b&posNoun != 0 {
				m |= posPlural
			}
			if b&posBase != 0 {
				m |= posThird
			}
		}
	}
	for _, e := range [][3]string{{"ed", "", "e"}, {"ied", "y", "y"}} {
		if s, ok := strings.CutSuffix(low, e[0]); ok && len(s) > 1 && (of(s+e[1])|of(s+e[2]))&posBase != 0 {
			m |= posPast
		}
	}
	if s, ok := strings.CutSuffix(low, "ing"); ok && len(s) > 1 && (of(s)|of(s+"e"))&posBase != 0 {
		m |= posIng
	}
	return m
}

// kinds of closed-class words, by letter.
var kinds = sync.OnceValue(func() map[string]byte {
	m := map[string]byte{}
	for _, k := range []struct {
		letter byte
		words  string
	}{
		{'d', "a an the this these those its his her their our my your every each some any no all both another other such own same"},
		{'p', "of in on at to for with by from into onto over after before amid amidst among against between through during under until till upon via versus vs vs. per than about around across near off out up down toward towards within without despite since behind beyond above below"},
		{'c', "and or but nor as while if because although though so that when &"},
		{'w', "who whom whose which what why how where here's"},
		{'x', "is are was were be been being will would can could may might must shall should has have had do does did won't can't isn't aren't doesn't don't"},
		{'o', "it he she they we i you him them us me"},
		{'f', "not there here also more most less least very too only just even still yet either neither like ahead again"},
	} {
		for _, w := range strings.Fields(k.words) {
			m[w] = k.letter
		}
	}
	return m
})

// coarse folds the parts of speech of a word to a letter.
func coarse(w word, m uint16) byte {
	if k := kinds()[w.low]; k != 0 {
		return k
	}
	has := func(p uint16) bool { return m&p != 0 }
	switch {
	case w.raw == "":
		return '-'
	case w.digits():
		return '#'
	case m == 0 && strings.HasSuffix(w.low, "s"):
		return 'v'
	case m == 0 && strings.HasSuffix(w.low, "ed"):
		return 'D'
	case m == 0 && strings.HasSuffix(w.low, "ing"):
		return 'G'
	case m == 0:
		return 'u'
	case m == posName:
		return 'P'
	case has(posThird) && has(posPlural):
		return 'z'
	case has(posThird):
		return 'Z'
	case has(posPast) && has(posAdj|posNoun):
		return 'E'
	case has(posPast):
		return 'D'
	case has(posIng):
		return 'G'
	case has(posBase) && has(posNoun|posName|posAdj):
		return 'b'
	case has(posBase):
		return 'B'
	case has(posName):
		return 'Q'
	case has(posPlural):
		return 'S'
	case has(posAdj) && has(posNoun):
		return 'n'
	case has(posNoun):
		return 'N'
	case has(posAdj):
		return 'J'
	case has(posAdverb):
		return 'R'
	}
	return 'O'
}
