package coder

import (
	"slices"
	"strconv"

	"github.com/entente-news/entente"
)

// told adds what token i may mean together with how it is told: what is yet to
// come, or refused, has another root than what is done.
func (l *look) told(i int, t *fact) {
	x, f := l.x, l.f
	how := t.status.String()
	if t.refused {
		how += "-refused"
	}
	if t.willed {
		how += "-willed"
	}
	kind, ok := x.kindOf(i)
	var seen [roots]bool
	list := x.t.words[x.lemma[i]]
	for k := range list {
		if w := &list[k]; !seen[w.root] && ok && w.kind == kind && x.spoken(w, i) {
			seen[w.root] = true
			f.add("lxst", w.root.String(), how)
		}
	}
	if m := l.plain[i]; m != nil {
		f.add("patst", m.root.String(), how)
	}
}

// kin adds the verb that the noun or adjective at i is made of, and what the
// lexicon says of it: "condemnation" is kin to "condemn".
func (l *look) kin(i int) {
	x, f := l.x, l.f
	fam := l.kinOf(i)
	f.add("fam", fam)
	if fam == x.lemma[i] {
		return
	}
	f.add("famx", x.pos[i].String())
	list := x.t.words[fam]
	for k := range list {
		if w := &list[k]; w.kind == triggerVerb && len(w.parts) == 0 {
			f.add("famlx", w.root.String())
		}
	}
}

// kinOf returns the verb that token i is made of, its own lemma for none.
func (l *look) kinOf(i int) string {
	x := l.x
	if l.kinAt == i+1 {
		return l.kinWord
	}
	l.kinAt, l.kinWord = i+1, x.lemma[i]
	if x.pos[i] != entente.VERB {
		if v := verbOf(x.lemma[i], x.t.isVerb); v != "" {
			l.kinWord = v
		}
	}
	return l.kinWord
}

// isVerb reports whether patterns or lexicon know l as a verb.
func (t *table) isVerb(l string) bool {
	return len(t.byLemma[triggerVerb][l]) > 0 || slices.ContainsFunc(t.words[l], func(w word) bool { return w.kind == triggerVerb })
}

// classes adds the classes of words that patterns name, of token i and of what
// hangs on it.
func (l *look) classes(i int) {
	x, f := l.x, l.f
	for _, c := range x.t.classNames[x.lemma[i]] {
		f.add("cl", c)
	}
	for _, k := range x.children(i) {
		for _, c := range x.t.classNames[x.lemma[k]] {
			f.add("ccl", x.rel(int(k)).String(), c)
		}
	}
}

// power adds whether those around token i hold, seek or challenge public power,
// and what kind of sentence it is: evidence that it tells of politics.
func (l *look) power(i int) {
	x, f := l.x, l.f
	f.add("npub", strconv.Itoa(min(l.public, 3)))
	f.add("nlex", strconv.Itoa(min(l.evoking, 8)))
	f.add("len", strconv.Itoa(min((l.last-l.first)/6, 8)))
	if x.pos[i] == entente.VERB || x.pos[i] == entente.ADJ {
		s, _ := x.subject(i)
		of := l.powerAt(s)
		f.add("spub", of, l.powerAt(x.object(i)))
		f.add("spubx", of)
	}
}

// powerAt says whether the phrase at np holds public power.
func (l *look) powerAt(np int) string {
	if np < 0 {
		return "-"
	}
	p := l.phraseOf(np)
	switch {
	case p == nil:
		return "no"
	case l.isPublic(p):
		return "public"
	}
	return "private"
}

// isPublic reports whether a member of p holds, seeks or challenges public power.
func (l *look) isPublic(p *phrase) bool {
	return slices.ContainsFunc(p.members, func(m party) bool { return l.x.isPublic(&m) })
}

// weighSentence counts the phrases that hold, seek or challenge public power,
// and the words that may evoke an event, and sees how the sentence tells: once,
// since a sentence may have as many events as words.
func (l *look) weighSentence() {
	for k := range l.phrases {
		l.public += btoi(l.isPublic(&l.phrases[k]))
	}
	for i := l.first; i < l.last; i++ {
		l.evoking += btoi(len(l.x.t.words[l.x.lemma[i]]) > 0)
		l.aged = l.aged || isAge(l.x.d, i)
	}
	last := l.last - 1
	for last > l.first && l.x.pos[last] == entente.PUNCT && l.x.form(last) != "?" {
		last--
	}
	l.asks = last >= l.first && l.x.form(last) == "?"
	l.game = l.x.scored(l.first, l.last)
}
