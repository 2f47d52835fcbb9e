package parse

import "github.com/entente-news/entente/internal/model"

// templates is the number of features of a configuration.
const templates = 109

// node is a token with what the features want of it, by value.
type node struct {
	w, m uint64 // word and lemma
	t, u uint64 // tag and part of speech
	l    uint64 // label
}

func (s *state) node(i int32) node {
	t := &s.tokens[i]
	return node{t.Word, t.Lemma, uint64(t.Tag) + 1, uint64(t.UPOS) + 1, uint64(s.label[i]) + 1}
}

// bucket groups a distance: 1 to 5 as they are, then 6 to 10, then more.
func bucket(d int) uint64 {
	switch {
	case d <= 5:
		return uint64(max(d, 0)) //nolint:gosec // not negative
	case d <= 10:
		return 6
	default:
		return 7
	}
}

// span sums up what lies strictly between two words: which kinds occur, and
// how often verbs and commas do, up to two.
func (s *state) span(from, to int32) uint64 {
	var kinds Kind
	verbs, commas := uint64(0), uint64(0)
	if to-from > spanLimit {
		from = to - spanLimit
	}
	for i := from + 1; i < to; i++ {
		k := s.tokens[i].Kind
		kinds |= k
		if k&KindVerb != 0 {
			verbs++
		}
		if k&KindComma != 0 {
			commas++
		}
	}
	return uint64(kinds) | min(verbs, 2)<<8 | min(commas, 2)<<10
}

// spanLimit keeps span from making long sentences cost more than linear time.
const spanLimit = 32

// keyList gathers the keys of one configuration; templates are numbered by the
// order of the calls.
type keyList struct {
	keys *[templates]uint32
	n    int
}

func (k *keyList) one(a uint64)           { k.keys[k.n] = model.Key1(k.n, a); k.n++ }
func (k *keyList) two(a, b uint64)        { k.keys[k.n] = model.Key2(k.n, a, b); k.n++ }
func (k *keyList) three(a, b, c uint64)   { k.keys[k.n] = model.Key3(k.n, a, b, c); k.n++ }
func (k *keyList) four(a, b, c, d uint64) { k.keys[k.n] = model.Key4(k.n, a, b, c, d); k.n++ }

// view is what the features look at: the top words of the stack (s) and the
// first of the buffer (n), the heads (h) and outermost children (l, r) of the
// first of each, with their numbers and sets of labels.
type view struct {
	s0, s1, s2, n0, n1, n2, n3         node
	sh, sh2, sl, sl2, sr, sr2, nl, nl2 node
	distance, between                  uint64
	svl, svr, nvl, ssl, ssr, nsl       uint64
}

// look returns the view of a configuration whose stack and buffer are not
// empty.
func (s *state) look(v *view) {
	missing := int32(s.n) //nolint:gosec // sentences are cut far below 2^31
	at := func(i int32) int32 {
		if i >= missing || s.again {
			return missing
		}
		return i
	}
	headOf := func(i int32) int32 {
		if i == missing || s.head[i] < 0 {
			return missing
		}
		return s.head[i]
	}
	i0, j0 := s.stack[len(s.stack)-1], s.front()
	i1, i2 := missing, missing
	if len(s.stack) > 1 {
		i1 = s.stack[len(s.stack)-2]
	}
	if len(s.stack) > 2 {
		i2 = s.stack[len(s.stack)-3]
	}
	ih := headOf(i0)
	v.s0, v.s1, v.s2 = s.node(i0), s.node(i1), s.node(i2)
	v.n0, v.n1, v.n2, v.n3 = s.node(j0), s.node(at(j0+1)), s.node(at(j0+2)), s.node(at(j0+3))
	v.sh, v.sh2 = s.node(ih), s.node(headOf(ih))
	v.sl, v.sl2 = s.node(s.left[i0][0]), s.node(s.left[i0][1])
	v.sr, v.sr2 = s.node(s.right[i0][0]), s.node(s.right[i0][1])
	v.nl, v.nl2 = s.node(s.left[j0][0]), s.node(s.left[j0][1])
	v.distance, v.between = bucket(int(j0-i0)), s.span(i0, j0)
	v.svl, v.svr, v.nvl = uint64(min(s.valL[i0], 4)), uint64(min(s.valR[i0], 4)), uint64(min(s.valL[j0], 4))
	v.ssl, v.ssr, v.nsl = s.setL[i0]+1, s.setR[i0]+1, s.setL[j0]+1
}

// features fills keys with the features of a configuration whose stack and
// buffer are not empty.
func (s *state) features(keys *[templates]uint32) []uint32 {
	var v view
	s.look(&v)
	k := keyList{keys: keys}
	v.words(&k)
	v.pairs(&k)
	v.triples(&k)
	v.counts(&k)
	v.relatives(&k)
	v.sets(&k)
	v.attachments(&k)
	return keys[:k.n]
}

// words adds single words.
func (v *view) words(k *keyList) {
	s0, s1, n0, n1, n2 := &v.s0, &v.s1, &v.n0, &v.n1, &v.n2
	k.two(s0.w, s0.t)
	k.one(s0.w)
	k.one(s0.t)
	k.two(n0.w, n0.t)
	k.one(n0.w)
	k.one(n0.t)
	k.two(n1.w, n1.t)
	k.one(n1.w)
	k.one(n1.t)
	k.two(n2.w, n2.t)
	k.one(n2.w)
	k.one(n2.t)
	k.two(s0.m, s0.u)
	k.two(n0.m, n0.u)
	k.two(s1.w, s1.t)
	k.two(s1.m, s1.u)
}

// pairs adds pairs of words.
func (v *view) pairs(k *keyList) {
	s0, n0, n1 := &v.s0, &v.n0, &v.n1
	k.four(s0.w, s0.t, n0.w, n0.t)
	k.three(s0.w, s0.t, n0.w)
	k.three(s0.w, n0.w, n0.t)
	k.three(s0.w, s0.t, n0.t)
	k.three(s0.t, n0.w, n0.t)
	k.two(s0.w, n0.w)
	k.two(s0.t, n0.t)
	k.two(n0.t, n1.t)
	k.two(s0.m, n0.m)
	k.three(s0.m, s0.u, n0.t)
	k.three(s0.t, n0.m, n0.u)
}

// triples adds three words and more.
func (v *view) triples(k *keyList) {
	s0, s1, s2, n0, n1, n2, n3, sh, sl, sr, nl := &v.s0, &v.s1, &v.s2, &v.n0, &v.n1, &v.n2, &v.n3, &v.sh, &v.sl, &v.sr, &v.nl
	k.three(n0.t, n1.t, n2.t)
	k.three(s0.t, n0.t, n1.t)
	k.three(sh.t, s0.t, n0.t)
	k.three(s0.t, sl.t, n0.t)
	k.three(s0.t, sr.t, n0.t)
	k.three(s0.t, n0.t, nl.t)
	k.four(s0.t, n0.t, n1.t, n2.t)
	k.four(n0.t, n1.t, n2.t, n3.t)
	k.three(s1.t, s0.t, n0.t)
	k.four(s1.t, s0.t, n0.t, n1.t)
	k.three(s0.m, n0.m, n1.m)
	k.three(s0.m, n0.t, n1.m)
	k.three(s0.t, n0.m, n1.m)
	k.three(s0.t, n0.m, n1.t)
	k.three(s0.m, n0.t, n1.t)
	k.three(s1.m, s0.t, n0.m)
	k.three(s1.t, s0.m, n0.m)
	k.three(s1.m, s0.t, n0.t)
	k.four(s2.t, s1.t, s0.t, n0.t)
}

// counts adds distance and numbers of children.
func (v *view) counts(k *keyList) {
	s0, n0 := &v.s0, &v.n0
	k.two(s0.w, v.distance)
	k.two(s0.t, v.distance)
	k.two(n0.w, v.distance)
	k.two(n0.t, v.distance)
	k.three(s0.w, n0.w, v.distance)
	k.three(s0.t, n0.t, v.distance)
	k.two(s0.w, v.svr)
	k.two(s0.t, v.svr)
	k.two(s0.w, v.svl)
	k.two(s0.t, v.svl)
	k.two(n0.w, v.nvl)
	k.two(n0.t, v.nvl)
}

// relatives adds heads and children.
func (v *view) relatives(k *keyList) {
	s0, n0, sh, sh2, sl, sl2, sr, sr2, nl, nl2 := &v.s0, &v.n0, &v.sh, &v.sh2, &v.sl, &v.sl2, &v.sr, &v.sr2, &v.nl, &v.nl2
	k.two(sh.w, s0.t)
	k.two(sh.t, s0.l)
	k.two(s0.l, n0.t)
	k.two(sl.w, s0.t)
	k.one(sl.t)
	k.two(sl.l, s0.t)
	k.two(sr.w, s0.t)
	k.one(sr.t)
	k.two(sr.l, s0.t)
	k.two(nl.w, n0.t)
	k.one(nl.t)
	k.two(nl.l, n0.t)
	k.two(sh2.w, n0.t)
	k.two(sh2.t, s0.t)
	k.two(sh.l, s0.t)
	k.two(sl2.w, s0.t)
	k.two(sl2.t, s0.t)
	k.two(sl2.l, s0.t)
	k.two(sr2.w, s0.t)
	k.two(sr2.t, s0.t)
	k.two(sr2.l, s0.t)
	k.two(nl2.w, n0.t)
	k.two(nl2.t, n0.t)
	k.two(nl2.l, n0.t)
	k.three(s0.t, sl.t, sl2.t)
	k.three(s0.t, sr.t, sr2.t)
	k.three(s0.t, sh.t, sh2.t)
	k.three(n0.t, nl.t, nl2.t)
}

// sets adds sets of labels of children.
func (v *view) sets(k *keyList) {
	s0, s1, n0 := &v.s0, &v.s1, &v.n0
	k.two(s0.w, v.ssr)
	k.two(s0.t, v.ssr)
	k.two(s0.w, v.ssl)
	k.two(s0.t, v.ssl)
	k.two(n0.w, v.nsl)
	k.two(n0.t, v.nsl)
	k.three(s0.m, v.ssr, n0.t)
	k.four(s0.t, v.ssr, v.ssl, n0.t)
	k.three(s0.t, n0.t, v.nsl)
	k.four(s0.t, s0.l, v.ssr, n0.m)
	k.four(s1.t, s0.l, s0.t, n0.t)
}

// attachments adds prepositions, which are left children of their objects, and what lies between.
func (v *view) attachments(k *keyList) {
	s0, s1, n0, sh, sl, nl := &v.s0, &v.s1, &v.n0, &v.sh, &v.sl, &v.nl
	k.four(s0.m, sl.m, n0.t, s0.l)
	k.three(sh.m, s0.m, n0.m)
	k.four(s0.m, n0.m, nl.m, nl.l)
	k.three(s0.t, nl.m, n0.t)
	k.three(s0.u, nl.m, n0.m)
	k.four(s0.m, s0.u, nl.m, n0.t)
	k.four(s1.m, s0.t, nl.m, n0.t)
	k.four(sh.t, s0.t, nl.m, n0.t)
	k.four(sh.m, s0.u, nl.m, n0.u)
	k.four(s0.l, sh.u, nl.m, n0.m)
	k.three(s0.t, n0.t, v.between)
	k.three(s0.u, n0.u, v.between)
}
