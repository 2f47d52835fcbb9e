package coder

import (
	"strconv"

	"github.com/entente-news/entente"
)

// look is a sentence as the learnt decision sees it.
type look struct {
	x       *tree
	f       *features
	first   int
	last    int
	phrases []phrase
	plain   map[int]*match // what the patterns alone would code, by trigger
	stood   [][]sideTold   // where the patterns put each phrase
	earlier []earlier      // parties of the sentences before
	used    []bool         // by token of the sentence: belongs to an event of the patterns
	topic   []bool
	public  int  // phrases that hold, seek or challenge public power
	evoking int  // words that the lexicon knows
	asks    bool // the sentence is a question
	aged    bool // a person's age stands in it
	game    bool // the result of a game stands in it
	kinAt   int  // one more than the token whose kin is kinWord
	kinWord string
	placed  int            // trigger for which places holds
	places  map[int]string // of phrases, by head
	memory  *sightMemory
}

// mayTrigger reports whether token i may be the trigger of an event.
func (l *look) mayTrigger(i int) bool {
	x := l.x
	switch x.pos[i] {
	case entente.VERB, entente.NOUN, entente.ADJ:
	case entente.PROPN:
		if x.mention[i] >= 0 && x.strong(int(x.mention[i])) {
			return false
		}
	default:
		return false
	}
	return true
}

// form returns a rough shape of token i.
func (l *look) relp(i int) string {
	x := l.x
	r := x.rel(i).String()
	if p := x.preposition(i); p != "" {
		return r + ":" + p
	}
	return r
}

func (l *look) phraseOf(np int) *phrase {
	for i := range l.phrases {
		if l.phrases[i].np == np {
			return &l.phrases[i]
		}
	}
	return nil
}

func (l *look) kind(np int) string {
	if np < 0 {
		return "-"
	}
	if p := l.phraseOf(np); p != nil {
		return p.kind
	}
	if l.x.isAgentNoun(np) {
		return "agent"
	}
	if l.x.entity[np] >= 0 {
		return "name"
	}
	return "thing"
}

func (l *look) word(i int) string {
	x := l.x
	switch {
	case x.mention[i] >= 0 && x.strong(int(x.mention[i])) && x.pos[i] != entente.NOUN:
		return "<party>"
	case x.entity[i] >= 0:
		return "<name>"
	case x.dated[i]:
		return "<date>"
	case x.pos[i] == entente.NUM:
		return "<num>"
	}
	return x.lemma[i]
}

func suffix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[len(s)-n:]
}

// trigger gathers the features of token i as a trigger.
func (l *look) trigger(i int) {
	x, f := l.x, l.f
	lem, pos := x.lemma[i], x.pos[i].String()
	f.add("l", lem, pos)
	f.add("lem", lem)
	f.add("tag", x.tag[i])
	f.add("suf", suffix(lem, 4), pos)
	f.add("bias")
	l.evoked("lx", i)
	l.above(i)
	l.below(i)
	l.partiesOf(i)
	l.patterns(i)
	l.facts(i)
	l.around(i)
	l.kin(i)
	l.classes(i)
	l.power(i)
}

// above adds what token i hangs on.
func (l *look) above(i int) {
	x, f := l.x, l.f
	r := l.relp(i)
	h := x.head(i)
	lem := x.lemma[i]
	f.add("r", r)
	f.add("rp", x.pos[i].String(), r)
	f.add("lr", lem, x.rel(i).String())
	if h < 0 {
		return
	}
	hw := l.word(h)
	f.add("h", hw)
	f.add("hr", hw, r)
	f.add("lh", lem, hw)
	f.add("hpos", x.pos[h].String(), x.rel(i).String())
	l.evoked("hlx:"+x.rel(i).String(), h)
	for _, c := range x.children(h) {
		switch x.rel(int(c)) {
		case entente.Aux, entente.Mark:
			f.add("haux", x.lemma[c], x.rel(i).String())
		}
	}
	if g := x.head(h); g >= 0 {
		f.add("g", l.word(g), x.rel(h).String(), x.rel(i).String())
	} else {
		f.add("g", "root", x.rel(i).String())
	}
}

// below adds what hangs on token i.
func (l *look) below(i int) {
	x, f := l.x, l.f
	lem := x.lemma[i]
	n := 0
	for _, c := range x.children(i) {
		k := int(c)
		r := x.rel(k)
		if r == entente.Punct {
			continue
		}
		rp := l.relp(k)
		w := l.word(k)
		f.add("c", rp)
		f.add("cw", r.String(), w)
		f.add("lc", lem, rp)
		switch r {
		case entente.Obj, entente.Xcomp, entente.Ccomp, entente.CompoundPrt, entente.Obl, entente.Amod, entente.Compound, entente.Nmod, entente.Aux, entente.Advmod, entente.Det, entente.Mark, entente.Nsubj, entente.NsubjPass, entente.Case:
			f.add("lcw", lem, rp, w)
		}
		if r == entente.Obj || r == entente.Xcomp || r == entente.Ccomp {
			l.evoked("clx:"+r.String(), k)
		}
		if r == entente.Obj || r == entente.Obl || r == entente.Nmod {
			for _, g := range x.children(k) {
				if q := x.rel(int(g)); q == entente.Nmod || q == entente.Amod || q == entente.Compound {
					f.add("gc", r.String(), q.String(), l.word(int(g)))
				}
			}
		}
		n++
	}
	f.add("n", strconv.Itoa(min(n, 5)))
}

// partiesOf adds who stands where around token i.
func (l *look) partiesOf(i int) {
	x, f := l.x, l.f
	lem, pos := x.lemma[i], x.pos[i].String()
	f.add("np", strconv.Itoa(min(len(l.phrases), 4)))
	switch x.pos[i] {
	case entente.VERB, entente.ADJ:
		s, how := x.subject(i)
		o := x.object(i)
		sk, ok := l.kind(s), l.kind(o)
		f.add("s", sk)
		f.add("show", how)
		f.add("o", ok)
		f.add("so", sk, ok)
		f.add("ls", lem, sk)
		f.add("lo", lem, ok)
		if x.isPassive(i) {
			f.add("pass", sk)
			f.add("lpass", lem)
		}
	default:
		v := x.supportVerb(i)
		if v >= 0 {
			f.add("sup", x.lemma[v])
			f.add("lsup", lem, x.lemma[v])
		}
		s := x.supportSubject(i)
		f.add("sups", l.kind(s))
		p := x.possessive(i)
		f.add("poss", l.kind(p))
		f.add("lposs", lem, l.kind(p))
	}
	for k := range l.phrases {
		p := &l.phrases[k]
		way := x.way(i, p.np)
		if way == "" {
			continue
		}
		f.add("pw", pos, way)
		f.add("pk", way, p.kind)
		f.add("pl", lem, way)
	}
}

// way writes the path from trigger i to token k: up with ^, down with the
// relation and its preposition; "" when it is long.
func (x *tree) way(i, k int) string {
	var up [5]int
	n := 0
	for a := i; a >= 0 && n < len(up); a = x.head(a) {
		up[n] = a
		n++
	}
	down := ""
	b := k
	for range 5 {
		for j := range n {
			if up[j] == b {
				s := ""
				for _, a := range up[:j] {
					s += "^" + x.rel(a).String()
				}
				return s + "/" + down
			}
		}
		h := x.head(b)
		if h < 0 {
			return ""
		}
		r := x.rel(b).String()
		if p := x.preposition(b); p != "" {
			r += ":" + p
		}
		down = r + "/" + down
		b = h
	}
	return ""
}

// patterns adds what the patterns make of token i.
func (l *look) patterns(i int) {
	x, f := l.x, l.f
	at := i - l.first
	m := l.plain[i]
	if m != nil {
		r := m.root.String()
		f.add("pat", r)
		f.add("patp", m.p.file, strconv.Itoa(m.p.line))
		if len(m.recipients) > 0 {
			f.add("patr", r)
		}
		if m.runnerUp != nil {
			f.add("run", m.runnerUp.root.String())
		}
	} else {
		f.add("pat", "none")
		if x.t.gate[x.lemma[i]] {
			f.add("pat", "gate")
		}
	}
	if l.used[at] {
		f.add("used")
	}
	if l.topic[at] {
		f.add("topic", x.pos[i].String())
	}
	for a, n := x.head(i), 0; a >= 0 && n < 4; a, n = x.head(a), n+1 {
		if q := l.plain[a]; q != nil {
			f.add("upat", q.root.String(), x.rel(i).String())
			f.add("upatn", q.root.String(), strconv.Itoa(n))
			break
		}
	}
}

// facts adds how the text tells of i.
func (l *look) facts(i int) {
	x, f := l.x, l.f
	kind, ok := x.kindOf(i)
	if !ok {
		f.add("nokind")
		return
	}
	m := match{p: &pattern{kind: kind}, trigger: i, comp: -1, support: -1, event: -1}
	if kind == triggerNoun {
		m.support = x.supportVerb(i)
	}
	t := x.factOf(&m)
	f.add("st", t.status.String())
	f.add("lst", x.lemma[i], t.status.String())
	f.add("as", t.aspect.String())
	for _, n := range t.notes {
		f.add("note", n)
	}
	if t.cue >= 0 {
		f.add("cue", x.lemma[t.cue])
	}
	if t.refused {
		f.add("refused")
	}
	if t.willed {
		f.add("willed", x.pos[i].String())
	}
	l.told(i, &t)
}

// maxAround bounds how far away words count, so that time stays linear.
const maxAround = 80

// around adds the words near token i.
func (l *look) around(i int) {
	x, f := l.x, l.f
	for _, d := range [...]int{-2, -1, 1, 2} {
		k := i + d
		w := "<>"
		if k >= l.first && k < l.last {
			w = l.word(k)
		}
		f.add("a"+strconv.Itoa(d), w)
		if d == -1 || d == 1 {
			f.add("la"+strconv.Itoa(d), x.lemma[i], w)
		}
	}
	for k := max(l.first, i-maxAround); k < min(l.last, i+maxAround); k++ {
		switch x.pos[k] {
		case entente.NOUN, entente.VERB, entente.ADJ, entente.PROPN:
			f.add("w", l.word(k))
		}
	}
	if x.head(i) < 0 {
		f.add("root", x.tag[i])
	}
}

// evoked adds what the lexicon says that the word at i may mean, each reading
// once, however many rows give it.
func (l *look) evoked(name string, i int) {
	x, f := l.x, l.f
	if list := x.t.idle[x.lemma[i]]; len(list) > 0 {
		if how := x.listed(list, i)[entente.RootNone]; how&(listedPlain|listedParts) != 0 {
			f.add(name, noAct)
		}
	}
	list := x.t.words[x.lemma[i]]
	if len(list) == 0 {
		f.add(name, "unknown", x.pos[i].String())
		return
	}
	plain, only := 0, ""
	for k, how := range x.listed(list, i) {
		r := entente.Root(k).String() //nolint:gosec // below roots
		if how&listedPlain != 0 {
			plain, only = plain+1, r
		}
		switch {
		case how&listedParts != 0:
			f.add(name, r, "with parts")
		case how&listedLacks != 0:
			f.add(name, r, "lacks parts")
		}
		if how&(listedPlain|listedParts) != 0 {
			f.add(name, r)
		}
		if how&listedOther != 0 {
			f.add(name, r, "other class")
		}
	}
	if plain == 1 {
		f.add(name, only, "only")
	}
}
