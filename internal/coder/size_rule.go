package coder

import (
	"github.com/entente-news/entente"
)

// mayCount reports whether an event of root can have a number of that kind: numbers
// are of what the event itself did or moved, and words kill, hold and march nobody,
// whatever else their sentence tells.
func mayCount(root entente.Root, kind string) bool {
	switch kind {
	case "killed", "injured":
		return root == entente.RootAssault || root == entente.RootProtest
	case "displaced":
		return root == entente.RootAssault || root == entente.RootCoerce
	case "arrested":
		return root == entente.RootCoerce
	case "participants":
		return root == entente.RootProtest
	case "troops":
		switch root {
		case entente.RootMobilize, entente.RootRetreat, entente.RootThreaten, entente.RootAid, entente.RootAgree, entente.RootCooperate:
			return true
		}
		return false
	}
	switch root {
	case entente.RootAssault, entente.RootConsult, entente.RootMobilize, entente.RootProtest, entente.RootReject:
		return false
	}
	return true
}

// plainSize returns what number f counts where grammar leaves no doubt: whom a
// verb of killing, wounding, displacing or arresting next to the trigger has as
// its object, who protests, the forces moved, the money that the trigger's clause
// names. "" elsewhere, where the weights decide.
func (x *tree) plainSize(m *match, root entente.Root, mode entente.Mode, f *figure) string {
	c := x.counted(f.i, f.next)
	if f.currency != "" {
		if k := x.moneyNoun(f); k >= 0 {
			c = k
		}
		if x.paysIn(m, root, c) {
			return "amount"
		}
		return ""
	}
	h := x.head(c)
	if h < 0 {
		return ""
	}
	if x.lemma[c] == "dead" || x.lemma[c] == "wounded" || x.lemma[c] == "injured" { // "left 14 dead"
		if h == m.trigger || x.isNextTo(h, m) {
			return harmKind(x, x.lemma[c])
		}
	}
	suffers := x.rel(c) == entente.Obj || x.rel(c) == entente.NsubjPass
	if kind := harmKind(x, x.lemma[h]); kind != "" && (suffers || x.rel(c) == entente.Nsubj && x.t.class("count_subject")[x.lemma[h]]) && x.isNextTo(h, m) {
		if kind != "arrested" || root == entente.RootCoerce {
			return kind
		}
	}
	if kind := x.leftAs(c, h); kind != "" && suffers && x.isNextTo(h, m) {
		return kind
	}
	at := h == m.trigger || m.support >= 0 && h == m.support
	switch {
	case root == entente.RootCoerce && mode.String() == "arrest" && at && (suffers || x.hasCase(c, "of")) && !x.t.class("goods")[x.lemma[c]]:
		return "arrested"
	case root == entente.RootProtest && at && x.rel(c) == entente.Nsubj && f.n.Low > 1:
		return "participants"
	case root == entente.RootMobilize && at && f.n.Low > 1 && x.t.class("troops")[x.lemma[c]]:
		return "troops"
	}
	return ""
}

// harmKind returns what a word of harm counts, "" for other words.
func harmKind(x *tree, l string) string {
	switch {
	case x.t.class("count_killed")[l]:
		return "killed"
	case x.t.class("count_injured")[l]:
		return "injured"
	case x.t.class("count_displaced")[l]:
		return "displaced"
	case x.t.class("count_arrested")[l]:
		return "arrested"
	}
	return ""
}

// isNextTo reports whether the verb at h is the trigger of m, or one clause with
// it: "bombed a mast, killing four".
func (x *tree) isNextTo(h int, m *match) bool {
	if h == m.trigger || h == m.support {
		return true
	}
	up := x.head(h)
	switch x.rel(h) {
	case entente.Advcl, entente.Conj, entente.Xcomp, entente.Acl:
		return up == m.trigger || up >= 0 && up == m.support
	}
	return x.head(m.trigger) == h && x.rel(m.trigger) == entente.Nsubj // "the raid killed six"
}

// leftAs returns the kind that "left 14 dead", "left scores injured" says of the
// noun at c under the verb at h.
func (x *tree) leftAs(c, h int) string {
	if x.lemma[h] != "leave" {
		return ""
	}
	for _, at := range [...]int{h, c} {
		for _, k := range x.children(at) {
			if int(k) > c && int(k) < c+4 {
				if kind := harmKind(x, x.lemma[k]); kind != "" {
					return kind
				}
			}
		}
	}
	return ""
}

// moneyNoun returns the word of money that number f counts, -1 for a sign.
func (x *tree) moneyNoun(f *figure) int {
	for k := f.next; k < min(f.next+maxMoneyGap, len(x.lemma)); k++ {
		if currencies[x.lemma[k]] != "" || national[x.lemma[k]] != nil {
			return k
		}
	}
	return -1
}

// paysIn reports whether the money at c belongs to the trigger of m, which gives,
// promises, takes or asks for it.
func (x *tree) paysIn(m *match, root entente.Root, c int) bool {
	switch root {
	case entente.RootAgree, entente.RootAid, entente.RootSanction, entente.RootCooperate, entente.RootAccuse, entente.RootRequest,
		entente.RootConcede, entente.RootCoerce:
	default:
		return false
	}
	for n, k := 0, c; k >= 0 && n < 5; n, k = n+1, x.head(k) {
		if k == m.trigger || k == m.support {
			return true
		}
		if n > 0 && x.pos[k] == entente.VERB && x.rel(k) != entente.Xcomp && x.rel(k) != entente.Acl {
			return false
		}
	}
	return false
}

// together adds to the number f of persons those who are joined to it: "a medic
// and a shopkeeper" are two.
func (x *tree) together(f *figure) entente.Magnitude {
	n := f.n
	if !n.HasBest {
		return n
	}
	c := x.counted(f.i, f.next)
	for _, k := range x.children(c) {
		if x.rel(int(k)) != entente.Conj || x.pos[k] != entente.NOUN {
			continue
		}
		for _, g := range x.children(int(k)) {
			v, next, ok := int64(0), 0, false
			if x.isOne(int(g)) {
				v, ok = 1, true
			} else if x.rel(int(g)) == entente.Nummod {
				v, next, ok = x.exact(int(g), len(x.lemma))
			}
			if ok && next <= int(k) && v > 0 {
				n.Low, n.High, n.Best = n.Low+v, n.High+v, n.Best+v
				n.Span.End = x.d.Tokens[k].Span.End
				break
			}
		}
	}
	return n
}
