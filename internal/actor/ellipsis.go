package actor

import "github.com/entente-news/entente"

// A number or a word for a part may stand for people whose noun is left out: "ten
// soldiers came ashore; two were shot and the rest fled".

// elided adds the mention of such a word at token i, which takes country and
// sector from the people told of last, and returns the token after it; i when
// there is none.
func (w *Worker) elided(i, end int) int {
	if !w.partOf(i) {
		return i
	}
	if w.marks[i].entity != 0 || w.marks[i].entry != 0 || !w.standsForPeople(i, end) {
		return i
	}
	at, unsure := w.lastPeople(i, w.upos(w.beforePart(i), end) == entente.VERB && !w.is(i+1, end, "who"))
	if at < 0 {
		return i
	}
	m := &w.d.Mentions[at]
	w.add(entente.Mention{Kind: entente.MentionPronoun, First: i, Last: i + 1, Head: i, Actor: m.Actor, Former: m.Former, Antecedent: m.Actor.Span,
		Ambiguous: unsure || m.Ambiguous, Why: join(m.Why, "some of those told of before")})
	return i + 1
}

// partOf reports whether token i is a number or a word for a part.
func (w *Worker) partOf(i int) bool {
	t := &w.d.Tokens[i]
	switch t.UPOS {
	case entente.NUM:
		return t.Span.Len() < 9 && !(t.Span.Len() == 4 && w.text(i)[0] <= '9') // a year
	case entente.PRON, entente.DET, entente.NOUN, entente.ADJ, entente.ADV:
		return oneOf(w.text(i), "those", "others", "rest", "some", "most", "many", "several", "none", "remainder")
	}
	return false
}

// standsForPeople reports whether the word at token i does something, or has
// something done to it, by itself.
func (w *Worker) standsForPeople(i, end int) bool {
	j := w.beforePart(i)
	before := w.upos(j, end)
	if j < w.d.Sentences[w.sentence].First {
		before = entente.PUNCT
	}
	k := i + 1
	if w.is(k, end, "who") {
		return true // "those who stayed"
	}
	if w.is(k, end, "of") && w.is(k+1, end, "whom") {
		k += 2
	}
	switch w.upos(k, end) {
	case entente.AUX:
		return before == entente.PUNCT || before == entente.CCONJ || before == entente.SCONJ
	case entente.VERB:
		return (before == entente.PUNCT || before == entente.CCONJ || before == entente.SCONJ) && w.d.Tokens[k].XPOS != "VBG"
	case entente.PUNCT, entente.ADP, entente.SCONJ, entente.CCONJ:
		return before == entente.VERB && !w.is(k, end, "of") && !w.is(k, end, "-") && !w.is(k, end, "%") && isDoneToPeople(w.d.Tokens[j].Lemma)
	}
	return false
}

// beforePart returns the token before the whole phrase of the word at token i: "at
// least two", "the rest". It may be that before the sentence.
func (w *Worker) beforePart(i int) int {
	j := i - 1
	for j >= w.d.Sentences[w.sentence].First && oneOf(w.text(j), "the", "some", "about", "another", "other", "at", "least", "all", "but", "nearly", "only", "almost", "around") {
		j--
	}
	return j
}

// isDoneToPeople reports whether what a verb has for an object is people rather
// than things.
func isDoneToPeople(verb string) bool {
	switch verb {
	case "kill", "wound", "injure", "hurt", "arrest", "detain", "jail", "imprison", "free", "release", "abduct", "kidnap", "capture", "execute", "hang", "behead", "deport", "rescue",
		"evacuate", "convict", "maim", "massacre", "murder", "torture", "beat", "shoot", "expel", "dismiss", "sack", "suspend", "fine", "charge", "acquit", "pardon", "question", "invite",
		"summon", "warn", "urge", "thank", "tell", "send", "turn", "drive", "chase", "disarm", "hold", "let", "meet", "commend", "praise", "accuse", "blame":
		return true
	}
	return false
}

// lastPeople returns the mention of several people told of last before token i, in
// its sentence or the one before, and whether another competes with it; -1 for
// none. Police are who does it, rather than some of whom it is done to; where the
// word is an object, so is who does something himself: "soldiers raided the town and
// arrested seven".
func (w *Worker) lastPeople(i int, object bool) (at int, unsure bool) {
	all := w.d.Mentions
	at = -1
	for k := len(all) - 1; k >= max(0, len(all)-maxBack) && k >= w.coref.starts[1]; k-- {
		m := &all[k]
		if m.Kind != entente.MentionNoun && m.Kind != entente.MentionDemonym || len(m.Members) > 0 || !w.pluralHead(m) || m.Actor.Sector == entente.COP || object && w.doesIt(m) {
			continue
		}
		if at < 0 {
			at = k
		} else if all[at].First < w.d.Sentences[w.sentence].First != (m.First < w.d.Sentences[w.sentence].First) {
			break
		} else if !onePerson(&all[at], m) {
			return at, true
		}
	}
	return at, false
}

// doesIt reports whether m is the subject of its sentence and does what the verb
// says.
func (w *Worker) doesIt(m *entente.Mention) bool {
	first, end := w.bounds(w.sentenceOf(m.First))
	for k := first; k < m.First; k++ {
		if w.d.Tokens[k].UPOS == entente.VERB {
			return false
		}
	}
	for k := m.Last; k < end; k++ {
		if t := &w.d.Tokens[k]; t.UPOS == entente.VERB {
			return t.XPOS != "VBN" || w.upos(k-1, end) != entente.AUX
		}
	}
	return false
}
