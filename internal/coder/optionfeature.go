package coder

import (
	"math/bits"
	"slices"
	"strconv"

	"github.com/entente-news/entente"
)

// alone returns the features of phrase k as a side of an event of that root at
// trigger i.
func (l *look) alone(i int, root entente.Root, k int) []uint32 {
	x, f, r, p := l.x, l.f, root.String(), &l.phrases[k]
	f.reset()
	l.role(i, root, p)
	pos, sector, clause := x.pos[i].String(), p.members[0].actor.Sector.String(), l.clauseOf(i, p)
	f.add("cl", clause, pos)
	f.add("clr", clause, r)
	f.add("clk", clause, p.kind)
	f.add("secr", sector, r)
	f.add("secc", sector, clause)
	l.elsewhere(i, k, r)
	return slices.Clone(f.keys)
}

// beside returns the features of phrase k beside the phrase acting; alone are those
// that it has by itself.
func (l *look) beside(i int, root entente.Root, k, acting int, alone []uint32) []uint32 {
	x, f, r := l.x, l.f, root.String()
	p, a := &l.phrases[k], &l.phrases[acting]
	f.reset()
	f.keys = append(f.keys, alone...)
	rank, same := l.order(i, p, acting), sameLand(a, p)
	f.add("ord", rank, x.pos[i].String())
	f.add("ordr", rank, r)
	f.add("same", same, r)
	f.add("samek", same, p.kind)
	f.add("kk", a.kind, p.kind)
	f.add("kkr", a.kind, p.kind, r)
	f.add("pw", l.place(i, a), l.place(i, p))
	if x.isUnder(p.np, a.np) {
		f.add("under", r)
		f.add("underc", l.clauseOf(i, p))
	}
	return slices.Clone(f.keys)
}

// companion returns the features of one more actor where keys are those of the
// same phrase as recipient: each by another key.
func companion(keys []uint32) []uint32 {
	out := make([]uint32, len(keys))
	for k, key := range keys {
		out[k] = max(1, bits.RotateLeft32(key*0x9e3779b1, 13))
	}
	return out
}

// sideTold is a side on which the patterns put a phrase.
type sideTold struct {
	trigger int
	of      side
	root    entente.Root
}

// maxStandings bounds the standings of a phrase.
const maxStandings = 4

// standings returns where the patterns put each phrase.
func (l *look) standings(matches []*match) [][]sideTold {
	out := make([][]sideTold, len(l.phrases))
	for k := range l.phrases {
		for _, m := range matches {
			of := sideNone
			switch {
			case len(out[k]) == maxStandings:
			case l.stands(m.actors, &l.phrases[k]):
				of = sideActor
			case l.stands(m.recipients, &l.phrases[k]):
				of = sideRecipient
			}
			if of != sideNone {
				out[k] = append(out[k], sideTold{m.trigger, of, m.root})
			}
		}
	}
	return out
}

// elsewhere adds where the patterns put phrase k in events of other triggers than i.
func (l *look) elsewhere(i, k int, root string) {
	for _, s := range l.stood[k] {
		if s.trigger != i {
			of := [...]string{"", "a", "r"}[s.of]
			l.f.add("else", of, s.root.String())
			l.f.add("elser", of, root)
		}
	}
}

// nobody returns the features of no phrase, beside the phrase acting, -1 for none yet.
func (l *look) nobody(i int, root entente.Root, acting int) []uint32 {
	x, f, r := l.x, l.f, root.String()
	f.reset()
	pos, lem := x.pos[i].String(), x.lemma[i]
	f.add("0")
	f.add("0r", r)
	f.add("0rp", r, pos)
	f.add("0l", lem)
	f.add("0lr", lem, r)
	members, rest := 0, len(l.phrases)
	if acting >= 0 {
		members, rest = len(l.phrases[acting].members), rest-1
		f.add("0k", l.phrases[acting].kind, r)
	}
	many := strconv.Itoa(min(members, 3))
	f.add("0na", many)
	f.add("0nar", many, r)
	f.add("0nal", many, lem)
	f.add("0n", strconv.Itoa(min(rest, 5)))
	f.add("0nr", strconv.Itoa(min(rest, 5)), r)
	l.withoutObject(i, r)
	if acting >= 0 {
		f.add("0e", strconv.FormatBool(len(l.earlier) > 0), r)
		f.add("0en", strconv.FormatBool(len(l.earlier) > 0), strconv.Itoa(min(rest, 5)))
	}
	for _, form := range [...]compKind{compInf, compClause, compGerund} {
		if x.complement(i, form) >= 0 {
			f.add("0c", strconv.Itoa(int(form)), r)
		}
	}
	for _, c := range x.t.classesOf[lem] {
		f.add("0t", strconv.FormatUint(c, 16))
	}
	if m := l.plain[i]; m != nil && m.root == root {
		f.add("0p", strconv.Itoa(min(len(m.recipients), 2)))
		f.add("0pr", strconv.Itoa(min(len(m.recipients), 2)), r)
	}
	return slices.Clone(f.keys)
}

// withoutObject adds the voice of trigger i and whether its object may be a party.
func (l *look) withoutObject(i int, root string) {
	x, f := l.x, l.f
	voice, object := "", "no"
	if x.pos[i] == entente.VERB {
		if x.isPassive(i) {
			voice = "p"
		}
		if o := x.object(i); o >= 0 {
			f.add("0o", l.word(o), root)
			object = strconv.FormatBool(l.phraseOf(o) != nil)
		}
		f.add("0oc", root, object)
		f.add("0ol", x.lemma[i], object)
	}
	f.add("0v", voice, x.pos[i].String(), root)
}

// clauseOf says in which clause phrase p stands, seen from trigger i: its own, one
// below, one above, or another.
func (l *look) clauseOf(i int, p *phrase) string {
	x := l.x
	v, own := x.clauseHead(x.head(p.np), i), x.clauseHead(i, -1)
	switch {
	case v < 0:
		return "none"
	case v == i:
		return "own"
	case v == own:
		return "same"
	}
	const most = 4
	for n, k := 0, x.head(v); k >= 0 && n < most; n, k = n+1, x.head(k) {
		if k == i || k == own {
			return "below" + strconv.Itoa(min(n, 1)) + x.rel(v).String()
		}
	}
	for n, k := 0, own; k >= 0 && n < most; n, k = n+1, x.head(k) {
		if k == v {
			return "above" + strconv.Itoa(min(n, 2))
		}
	}
	return "beside"
}

// clauseHead returns the head of the clause that token k stands in, or the token
// stop if that comes first; -1 for none.
func (x *tree) clauseHead(k, stop int) int {
	for n := 0; k >= 0 && n < maxClimb && k != stop && !x.isVerbal(k); n++ {
		k = x.head(k)
	}
	return k
}

// order says the how-manieth phrase before or behind trigger i phrase p is, of
// those beside the phrase acting.
func (l *look) order(i int, p *phrase, acting int) string {
	n := 0
	for k := range l.phrases {
		q := l.phrases[k].np
		if k != acting && (p.np > i && q > i && q < p.np || p.np < i && q < i && q > p.np) {
			n++
		}
	}
	if p.np > i {
		return "a" + strconv.Itoa(min(n, 4))
	}
	return "b" + strconv.Itoa(min(n, 4))
}

// sameLand compares the parties of two phrases.
func sameLand(a, b *phrase) string {
	p, q := &a.members[0], &b.members[0]
	switch {
	case !p.resolved() || !q.resolved():
		return "open"
	case p.actor.Party() == q.actor.Party():
		return "same"
	}
	return "other"
}

// isUnder reports whether token i is token k or hangs below it.
func (x *tree) isUnder(i, k int) bool {
	for n := 0; i >= 0 && n < maxClimb; n++ {
		if i == k {
			return true
		}
		i = x.head(i)
	}
	return false
}
