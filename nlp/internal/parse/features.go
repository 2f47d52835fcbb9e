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

// features fills keys with the features of the configuration, whose stack and
// buffer are not empty.
func (s *state) features(keys *[templates]uint32) []uint32 {
	missing := int32(s.n) //nolint:gosec // sentences are cut far below 2^31
	at := func(i int32) int32 {
		if i < 0 || i >= missing {
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
	i0 := s.stack[len(s.stack)-1]
	j0 := s.front()
	i1 := missing
	if len(s.stack) > 1 {
		i1 = s.stack[len(s.stack)-2]
	}
	i2 := missing
	if len(s.stack) > 2 {
		i2 = s.stack[len(s.stack)-3]
	}
	s0, s1, s2 := s.node(i0), s.node(i1), s.node(i2)
	n0, n1, n2, n3 := s.node(j0), s.node(at(j0+1)), s.node(at(j0+2)), s.node(at(j0+3))
	if s.again {
		n1, n2, n3 = s.node(missing), s.node(missing), s.node(missing)
	}
	ih := headOf(i0)
	sh, sh2 := s.node(ih), s.node(headOf(ih))
	sl, sl2 := s.node(s.left[i0][0]), s.node(s.left[i0][1])
	sr, sr2 := s.node(s.right[i0][0]), s.node(s.right[i0][1])
	nl, nl2 := s.node(s.left[j0][0]), s.node(s.left[j0][1])
	d := bucket(int(j0 - i0))
	svl, svr, nvl := uint64(min(s.valL[i0], 4)), uint64(min(s.valR[i0], 4)), uint64(min(s.valL[j0], 4))
	ssl, ssr, nsl := s.setL[i0]+1, s.setR[i0]+1, s.setL[j0]+1

	k := keys[:0]
	t := 0
	one := func(a uint64) { k = append(k, model.Key1(t, a)); t++ }
	two := func(a, b uint64) { k = append(k, model.Key2(t, a, b)); t++ }
	three := func(a, b, c uint64) { k = append(k, model.Key3(t, a, b, c)); t++ }
	four := func(a, b, c, e uint64) { k = append(k, model.Key4(t, a, b, c, e)); t++ }

	// Single words.
	two(s0.w, s0.t)
	one(s0.w)
	one(s0.t)
	two(n0.w, n0.t)
	one(n0.w)
	one(n0.t)
	two(n1.w, n1.t)
	one(n1.w)
	one(n1.t)
	two(n2.w, n2.t)
	one(n2.w)
	one(n2.t)
	two(s0.m, s0.u)
	two(n0.m, n0.u)
	two(s1.w, s1.t)
	two(s1.m, s1.u)
	// Pairs.
	four(s0.w, s0.t, n0.w, n0.t)
	three(s0.w, s0.t, n0.w)
	three(s0.w, n0.w, n0.t)
	three(s0.w, s0.t, n0.t)
	three(s0.t, n0.w, n0.t)
	two(s0.w, n0.w)
	two(s0.t, n0.t)
	two(n0.t, n1.t)
	two(s0.m, n0.m)
	three(s0.m, s0.u, n0.t)
	three(s0.t, n0.m, n0.u)
	// Triples.
	three(n0.t, n1.t, n2.t)
	three(s0.t, n0.t, n1.t)
	three(sh.t, s0.t, n0.t)
	three(s0.t, sl.t, n0.t)
	three(s0.t, sr.t, n0.t)
	three(s0.t, n0.t, nl.t)
	four(s0.t, n0.t, n1.t, n2.t)
	four(n0.t, n1.t, n2.t, n3.t)
	three(s1.t, s0.t, n0.t)
	four(s1.t, s0.t, n0.t, n1.t)
	three(s0.m, n0.m, n1.m)
	three(s0.m, n0.t, n1.m)
	three(s0.t, n0.m, n1.m)
	three(s0.t, n0.m, n1.t)
	three(s0.m, n0.t, n1.t)
	three(s1.m, s0.t, n0.m)
	three(s1.t, s0.m, n0.m)
	three(s1.m, s0.t, n0.t)
	four(s2.t, s1.t, s0.t, n0.t)
	// Distance.
	two(s0.w, d)
	two(s0.t, d)
	two(n0.w, d)
	two(n0.t, d)
	three(s0.w, n0.w, d)
	three(s0.t, n0.t, d)
	// Valency.
	two(s0.w, svr)
	two(s0.t, svr)
	two(s0.w, svl)
	two(s0.t, svl)
	two(n0.w, nvl)
	two(n0.t, nvl)
	// Relatives.
	two(sh.w, s0.t)
	two(sh.t, s0.l)
	two(s0.l, n0.t)
	two(sl.w, s0.t)
	one(sl.t)
	two(sl.l, s0.t)
	two(sr.w, s0.t)
	one(sr.t)
	two(sr.l, s0.t)
	two(nl.w, n0.t)
	one(nl.t)
	two(nl.l, n0.t)
	two(sh2.w, n0.t)
	two(sh2.t, s0.t)
	two(sh.l, s0.t)
	two(sl2.w, s0.t)
	two(sl2.t, s0.t)
	two(sl2.l, s0.t)
	two(sr2.w, s0.t)
	two(sr2.t, s0.t)
	two(sr2.l, s0.t)
	two(nl2.w, n0.t)
	two(nl2.t, n0.t)
	two(nl2.l, n0.t)
	three(s0.t, sl.t, sl2.t)
	three(s0.t, sr.t, sr2.t)
	three(s0.t, sh.t, sh2.t)
	three(n0.t, nl.t, nl2.t)
	// Labels.
	two(s0.w, ssr)
	two(s0.t, ssr)
	two(s0.w, ssl)
	two(s0.t, ssl)
	two(n0.w, nsl)
	two(n0.t, nsl)
	three(s0.m, ssr, n0.t)
	four(s0.t, ssr, ssl, n0.t)
	three(s0.t, n0.t, nsl)
	four(s0.t, s0.l, ssr, n0.m)
	four(s1.t, s0.l, s0.t, n0.t)
	// Prepositions: the object's preposition is its left child.
	four(s0.m, sl.m, n0.t, s0.l)
	three(sh.m, s0.m, n0.m)
	four(s0.m, n0.m, nl.m, nl.l)
	three(s0.t, nl.m, n0.t)
	three(s0.u, nl.m, n0.m)
	four(s0.m, s0.u, nl.m, n0.t)
	four(s1.m, s0.t, nl.m, n0.t)
	four(sh.t, s0.t, nl.m, n0.t)
	four(sh.m, s0.u, nl.m, n0.u)
	four(s0.l, sh.u, nl.m, n0.m)
	// What lies between.
	b := s.span(i0, j0)
	three(s0.t, n0.t, b)
	three(s0.u, n0.u, b)
	return k
}
