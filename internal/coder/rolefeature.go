package coder

import (
	"strconv"

	"github.com/entente-news/entente"
)

// role gathers the features of phrase p as a party of an event of that root at
// trigger i.
func (l *look) role(i int, root entente.Root, p *phrase) {
	x, f := l.x, l.f
	r := root.String()
	way := x.way(i, p.np)
	if way == "" {
		way = "far"
	}
	lem := x.lemma[i]
	pos := x.pos[i].String()
	v := ""
	if x.pos[i] == entente.VERB && x.isPassive(i) {
		v = "p"
	}
	f.add("bias")
	f.add("bias", r)
	f.add("k", p.kind)
	f.add("kr", p.kind, r)
	f.add("way", way, pos, v)
	f.add("wayr", way, pos+v, r)
	f.add("wayl", way, lem)
	f.add("wayk", way, pos+v, p.kind)
	prep := x.preposition(p.np)
	f.add("rel", x.rel(p.np).String(), prep)
	f.add("relr", x.rel(p.np).String(), prep, r)
	before := "a"
	if p.np < i {
		before = "b"
	}
	f.add("side", before, pos, v)
	f.add("sider", before, r)
	d := p.np - i
	if d < 0 {
		d = -d
	}
	f.add("dist", before, strconv.Itoa(min(d/3, 5)))
	l.slots(i, p, r, v, pos)
	l.company(i, root, p, before)
}

// company adds who else is there, what the patterns make of phrase p, and the
// words at and above it.
func (l *look) company(i int, root entente.Root, p *phrase, before string) {
	x, f := l.x, l.f
	r, prep := root.String(), x.preposition(p.np)
	rank, n := 0, 0
	for k := range l.phrases {
		q := &l.phrases[k]
		if q == p {
			rank = n
		}
		n++
	}
	f.add("rank", strconv.Itoa(min(rank, 4)), strconv.Itoa(min(n, 5)))
	f.add("rankb", before, strconv.Itoa(min(rank, 4)), strconv.Itoa(min(n, 5)), r)
	if m := l.plain[i]; m != nil {
		s := "none"
		if l.stands(m.actors, p) {
			s = "actor"
		} else if l.stands(m.recipients, p) {
			s = "recipient"
		}
		same := "other"
		if m.root == root {
			same = "same"
		}
		f.add("pat", s, same)
		f.add("patr", s, r)
	} else {
		f.add("pat", "no")
	}
	if h := x.head(p.np); h >= 0 {
		f.add("h", l.word(h))
		f.add("hr", l.word(h), x.rel(p.np).String(), prep)
	}
	f.add("w", l.word(p.np))
	f.add("wr", l.word(p.np), before)
	if p.members[0].mention >= 0 {
		f.add("mk", x.d.Mentions[p.members[0].mention].Kind.String(), x.rel(p.np).String())
	}
}

// slots adds the syntactic places in which phrase p stands to trigger i, with
// voice, control and support undone.
func (l *look) slots(i int, p *phrase, r, v, pos string) {
	x, f := l.x, l.f
	found := false
	add := func(s string) {
		if !found {
			l.others(i, p, s, r)
		}
		found = true
		f.add("slot", s, pos)
		f.add("slotr", s, r)
		f.add("slotk", s, p.kind)
		f.add("slotl", s, x.lemma[i])
	}
	kind, ok := x.kindOf(i)
	if !ok {
		return
	}
	var buf [8]int
	for _, s := range lookSlots {
		for _, k := range x.tokens(buf[:0], s, kind, i) {
			if k == p.np || s.kind == slotMod && (x.mention[k] >= 0 && x.mention[k] == x.mention[p.np]) {
				add(s.String())
				break
			}
		}
	}
	if kind != triggerNoun {
		if s, how := x.subject(i); s == p.np {
			f.add("how", how, r)
		}
	}
	// the owner of the object
	if o := x.object(i); o >= 0 && kind != triggerNoun {
		if w := x.way(o, p.np); w != "" && w[0] == '/' && len(w) > 1 {
			add("obj" + w)
		}
	}
	l.clauses(i, p, add)
	if !found {
		f.add("slot", "no", pos)
		f.add("slotr", "no", r)
		l.others(i, p, "no", r)
	}
}

// clauses adds where phrase p stands in the clause that trigger i takes.
func (l *look) clauses(i int, p *phrase, add func(string)) {
	x := l.x
	if c := x.complement(i, compInf); c >= 0 {
		if k, _ := x.surfaceSubject(c); k == p.np {
			add("compsubj")
		}
		if x.object(c) == p.np {
			add("compobj")
		}
		if w := x.way(c, p.np); w != "" && w[0] == '/' {
			add("comp" + w)
		}
	} else if c := x.complement(i, compClause); c >= 0 {
		if k, _ := x.surfaceSubject(c); k == p.np {
			add("thatsubj")
		}
		if w := x.way(c, p.np); w != "" && w[0] == '/' {
			add("that" + w)
		}
	}
}

// others adds where the other phrases stand, beside the place of phrase p.
func (l *look) others(i int, p *phrase, own, root string) {
	for k := range l.phrases {
		q := &l.phrases[k]
		if q == p {
			continue
		}
		s := l.place(i, q)
		l.f.add("other", own, s)
		l.f.add("otherr", own, s, root)
	}
}

// place names the syntactic place of phrase p to trigger i in a word.
func (l *look) place(i int, p *phrase) string {
	if l.placed != i {
		clear(l.places)
		l.placed = i
	}
	if s, ok := l.places[p.np]; ok {
		return s
	}
	s := l.findPlace(i, p)
	l.places[p.np] = s
	return s
}

func (l *look) findPlace(i int, p *phrase) string {
	x := l.x
	kind, ok := x.kindOf(i)
	if !ok {
		return "no"
	}
	if kind != triggerNoun {
		if s, _ := x.subject(i); s == p.np {
			return "subj"
		}
		if x.object(i) == p.np {
			return "obj"
		}
	} else {
		if x.supportSubject(i) == p.np {
			return "sup"
		}
		if x.possessive(i) == p.np {
			return "poss"
		}
	}
	if w := x.way(i, p.np); w != "" && len(w) < 28 {
		return w
	}
	return "far"
}

var lookSlots = func() []slot {
	out := []slot{{kind: slotSubj}, {kind: slotObj}, {kind: slotIobj}, {kind: slotPoss}, {kind: slotMod}, {kind: slotSup}, {kind: slotSufferer}}
	for _, p := range [...]string{"to", "with", "on", "against", "of", "from", "for", "in", "at", "by", "over", "into", "between", "towards", "about", "among"} {
		out = append(out, slot{kind: slotPrep, prep: p})
	}
	return out
}()

// stands reports whether one of the parties stands in phrase p.
func (l *look) stands(in []party, p *phrase) bool {
	for i := range in {
		if in[i].head == p.np || in[i].token == p.np {
			return true
		}
		for k := range p.members {
			if in[i].mention >= 0 && in[i].mention == p.members[k].mention {
				return true
			}
		}
	}
	return false
}
