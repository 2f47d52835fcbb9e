package coder

import (
	"github.com/entente-news/entente"
)

// maxSizeTokens bounds how far from the trigger a number is looked for.
const maxSizeTokens = 40

// magnitudes returns the numbers of the trigger's clause: the dead, the
// displaced, troops, money. Each kind is given once.
func (x *tree) magnitudes(m *match) []entente.Magnitude {
	s := x.sentenceOf(m.trigger)
	if s < 0 {
		return nil
	}
	var out []entente.Magnitude
	sent := &x.d.Sentences[s]
	lo, hi := max(sent.First, m.trigger-maxSizeTokens), min(sent.Last, m.trigger+maxSizeTokens)
	for i := lo; i < hi && len(out) < 4; {
		n, next, ok := x.number(i, hi)
		if !ok {
			i++
			continue
		}
		n.Kind = x.sizeKind(m, i, next, &n)
		i = next
		if n.Kind == "" || has(out, n.Kind) {
			continue
		}
		out = append(out, n)
	}
	return out
}

// has reports whether list holds a magnitude of kind.
func has(list []entente.Magnitude, kind string) bool {
	for i := range list {
		if list[i].Kind == kind {
			return true
		}
	}
	return false
}

// sizeKind returns what the number at token i counts, "" when it is none of
// the event's.
func (x *tree) sizeKind(m *match, i, next int, n *entente.Magnitude) string {
	if c := x.money(m, i, next, n); c != "" {
		n.Currency = c
		return "amount"
	}
	if x.isTemporal(i) {
		return ""
	}
	at := i
	for range 4 {
		l := x.lemma[at]
		switch {
		case x.t.class("count_killed")[l]:
			return "killed"
		case x.t.class("count_injured")[l]:
			return "injured"
		case x.t.class("count_displaced")[l]:
			return "displaced"
		case x.t.class("count_arrested")[l]:
			return "arrested"
		case at != i && x.t.class("troops")[l] && m.root == entente.RootMobilize:
			return "troops"
		case at != i && x.t.class("people")[l] && m.root == entente.RootProtest:
			return "participants"
		}
		for _, c := range x.children(at) {
			if r := x.rel(int(c)); r == entente.Amod || r == entente.Xcomp || r == entente.Acl {
				switch {
				case x.t.class("count_killed")[x.lemma[c]]:
					return "killed"
				case x.t.class("count_injured")[x.lemma[c]]:
					return "injured"
				}
			}
		}
		h := x.head(at)
		if h < 0 || x.rel(at) == entente.Nsubj && x.pos[h] == entente.VERB && !x.t.class("count_subject")[x.lemma[h]] {
			if m.root == entente.RootProtest && h == m.trigger {
				return "participants"
			}
			return ""
		}
		at = h
	}
	return ""
}
