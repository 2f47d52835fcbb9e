package actor

import "github.com/entente-news/entente"

// In a quotation "we" is the speaker's side and "I" the speaker. Who speaks
// stands in most beside a verb of saying, in the same sentence or, where the
// quotation goes on, in one before. Worker.voices finds him when all other
// mentions of the document are known.

// maxVoice bounds how many tokens of a sentence are searched for its speaker.
const maxVoice = 400

// voices makes mentions of the pronouns of the first person in quotations.
func (w *Worker) voices() {
	d := w.d
	var more []entente.Mention
	inside, speaker := false, int32(-1)
	m := 0
	for s := range d.Sentences {
		first, end := w.bounds(s)
		for m < len(d.Mentions) && d.Mentions[m].Last <= first {
			m++
		}
		began := inside
		if at := w.speakerOf(first, min(end, first+maxVoice), m, began); at >= 0 {
			speaker = at
		} else if !began && !(first < end && isQuoteMark(w.text(first))) {
			speaker = -1
		}
		for i := first; i < end; i++ {
			switch t := w.text(i); {
			case isQuoteMark(t):
				inside = w.quoteAfter(t, i, inside)
			case inside && speaker >= 0 && d.Tokens[i].UPOS == entente.PRON && oneOf(t, "we", "us", "our", "ours", "i", "my", "me"):
				more = append(more, w.firstPerson(i, &d.Mentions[speaker]))
				w.ofSpeaker(i, m, &d.Mentions[speaker])
			}
		}
	}
	if len(more) > 0 {
		d.Mentions = merged(d.Mentions, more)
	}
}

// ofSpeaker gives the noun behind "our" or "my" at token i the speaker's
// country; m is a mention at or before it.
func (w *Worker) ofSpeaker(i, m int, by *entente.Mention) {
	if !oneOf(w.text(i), "our", "my") || by.Actor.Country == "" {
		return
	}
	all := w.d.Mentions
	for m < len(all) && all[m].First <= i {
		m++
	}
	if m == len(all) || all[m].First > i+3 || all[m].Kind != entente.MentionNoun || all[m].Actor.Country != "" && !all[m].Actor.Inferred {
		return
	}
	for j := i + 1; j < all[m].First; j++ {
		if u := w.d.Tokens[j].UPOS; u != entente.ADJ && u != entente.NUM && u != entente.NOUN {
			return
		}
	}
	a := &all[m].Actor
	a.Country, a.Org, a.Inferred = by.Actor.Country, by.Actor.Org, false
	all[m].Why = join(all[m].Why, "of who speaks here")
}

// firstPerson is the mention of a pronoun of the first person at token i.
func (w *Worker) firstPerson(i int, by *entente.Mention) entente.Mention {
	a := by.Actor
	if oneOf(w.text(i), "we", "us", "our", "ours") {
		a.Name, a.Wikidata, a.Role = "", "", ""
	}
	a.Span = w.d.Tokens[i].Span
	return entente.Mention{Kind: entente.MentionPronoun, First: i, Last: i + 1, Head: i, Actor: a, Ambiguous: by.Ambiguous, Antecedent: by.Actor.Span,
		Why: join(by.Why, "who speaks here")}
}

// speakerOf returns the mention beside a verb of saying outside the quotations
// of tokens [first, end), -1 for none; m is the first mention there.
func (w *Worker) speakerOf(first, end, m int, inside bool) int32 {
	found := int32(-1)
	for i := first; i < end; i++ {
		t := &w.d.Tokens[i]
		if s := w.text(i); isQuoteMark(s) {
			inside = w.quoteAfter(s, i, inside)
			continue
		}
		if inside || t.UPOS != entente.VERB || !isSaying(t.Lemma) {
			continue
		}
		if at := w.subjectBeside(i, first, end, m); at >= 0 {
			found = at
		}
	}
	return found
}

// subjectBeside returns the mention right behind the verb at token i where a
// quotation or a comma stands before it ("…", said the minister), else the one
// before it; -1 for none.
func (w *Worker) subjectBeside(i, first, end, m int) int32 {
	all := w.d.Mentions
	inverted := i > first && (isQuoteMark(w.text(i-1)) || w.is(i-1, end, ","))
	before := int32(-1)
	for k := m; k < len(all) && all[k].First < end; k++ {
		a := &all[k]
		if a.Kind == entente.MentionAdjective || len(a.Members) > 0 {
			continue
		}
		if a.Last <= i && w.plainBetween(a.Last, i) {
			before = int32(k)
		}
		if inverted && a.First > i && a.First <= i+3 && w.plainBetween(i+1, a.First) {
			return int32(k)
		}
	}
	return before
}

// plainBetween reports whether no quotation mark stands in tokens [from, to),
// and at most a dozen tokens do.
func (w *Worker) plainBetween(from, to int) bool {
	if to-from > 12 {
		return false
	}
	for i := from; i < to; i++ {
		if isQuoteMark(w.text(i)) || w.d.Tokens[i].UPOS == entente.VERB && isSaying(w.d.Tokens[i].Lemma) {
			return false
		}
	}
	return true
}

// quoteAfter reports whether the text behind the mark s at token i is inside a
// quotation.
func (w *Worker) quoteAfter(s string, i int, inside bool) bool {
	switch s {
	case "“", "``", "«", "„":
		return true
	case "”", "''", "»":
		return false
	}
	return !inside // the same mark on both sides
}

// isQuoteMark reports whether a token is a mark of quotation.
func isQuoteMark(s string) bool {
	switch s {
	case "\"", "“", "”", "``", "''", "«", "»", "„":
		return true
	}
	return false
}

// isSaying reports whether a verb introduces what somebody says.
func isSaying(lemma string) bool {
	switch lemma {
	case "say", "tell", "add", "warn", "reply", "answer", "note", "declare", "state", "ask", "explain", "insist", "argue", "vow", "write", "announce", "complain", "urge",
		"assure", "promise", "claim", "shout", "read", "retort", "remark", "recall", "stress", "admit", "acknowledge", "maintain", "observe", "conclude", "continue",
		"demand", "plead", "predict", "report", "respond", "reveal", "signal", "quote", "confirm", "deny", "boast", "cry", "caution", "charge", "comment", "concede",
		"counter", "joke", "pledge", "tweet", "sigh", "swear", "grumble", "protest", "quip", "repeat", "reckon", "scoff", "snap", "testify", "thunder", "whisper", "call":
		return true
	}
	return false
}
