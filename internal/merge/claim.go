package merge

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	entente "github.com/entente-news/entente"
)

// maxWords bounds the words that are kept of a sentence.
const maxWords = 48

// nearTrigger is how far down its tree the words that hang on a trigger reach.
const nearTrigger = 3

// Claims returns what merging compares of the events of d, one each, in their
// order. It reads tokens, sentences, actors and events.
func Claims(d *entente.Document) []entente.Claim {
	out := make([]entente.Claim, len(d.Events))
	for i := range d.Events {
		e := d.Events[i]
		c := entente.Claim{Event: e}
		if e.Sentence >= 0 && e.Sentence < len(d.Sentences) {
			s := &d.Sentences[e.Sentence]
			c.Sentence = s.Span
			first := min(s.First, len(d.Tokens))
			if t := e.Trigger.Start; t >= s.Span.Start && t <= len(d.Text) {
				c.Quoted = quoted(d.Text[s.Span.Start:t])
			}
			wording(&c, d.Tokens[first:min(s.Last, len(d.Tokens))], first)
		}
		if w := e.When.Span; !w.IsEmpty() && w.End <= len(d.Text) {
			c.Time = timeKey(d.Text[w.Start:w.End])
		}
		if !e.When.From.Known() && !e.When.To.Known() && !d.Day().Known() {
			c.Event.Actors, c.Event.Recipients = withoutGuesses(d, e.Actors), withoutGuesses(d, e.Recipients)
		}
		c.Event.Why, c.Event.Links = entente.Explanation{}, nil
		out[i] = c
	}
	return out
}

// withoutGuesses returns a side without the names of holders of offices that the
// text does not have: who holds an office is not known without a day.
func withoutGuesses(d *entente.Document, side []entente.Actor) []entente.Actor {
	guessed := func(a entente.Actor) bool {
		last := a.Name[strings.LastIndexByte(a.Name, ' ')+1:]
		return a.Role != "" && last != "" && !strings.Contains(d.Text, last) && !strings.Contains(d.Title, last)
	}
	if !slices.ContainsFunc(side, guessed) {
		return side
	}
	out := slices.Clone(side)
	for i := range out {
		if guessed(out[i]) {
			out[i].Name, out[i].Wikidata = "", ""
		}
	}
	return out
}

// quoted reports whether what follows the beginning of a sentence stands in
// direct speech.
func quoted(before string) bool {
	return strings.Count(before, "“") > strings.Count(before, "”") || strings.Count(before, `"`)%2 == 1
}

// otherTime marks keys of times that are no day of a month.
const otherTime = 1 << 31

// timeKey stands for the words that say when: month and day as 100·month + day,
// or a hash above otherTime.
func timeKey(s string) uint32 {
	month, day := 0, 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if m := monthOf(w); m > 0 {
			month = m
		}
		if n, err := strconv.Atoi(strings.TrimRight(w, "sthndr")); err == nil && n >= 1 && n <= 31 {
			day = n
		}
	}
	if month > 0 && day > 0 {
		return uint32(100*month + day) //nolint:gosec // at most 1231
	}
	return otherTime | hash(strings.ToLower(s))
}

// monthOf is the month that a word in lower case stands for, whole or cut short; 0
// for none.
func monthOf(w string) int {
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); w == name || w == name[:3] || m == time.September && w == "sept" {
			return int(m)
		}
	}
	return 0
}

// wording sets the lemma of the trigger of c and the telling words of the
// sentence, whose tokens are counted from first in the document: nouns, verbs,
// adjectives, names and numbers that name neither a party nor a time.
func wording(c *entente.Claim, sentence []entente.Token, first int) {
	e := &c.Event
	at := triggerAt(e, sentence)
	if at >= 0 {
		c.Lemma = sentence[at].Lemma
	}
	c.Main, c.Perfect = at >= 0 && told(sentence, first, at), perfect(sentence, first, at)
	for i := range sentence {
		t := &sentence[i]
		if !tells(t) || partOf(e, t.Span) || len(c.Words) >= maxWords {
			continue
		}
		h := hash(strings.ToLower(t.Lemma))
		c.Words = append(c.Words, h)
		near := hangs(sentence, first, i, at)
		if near && i != at {
			c.Near = append(c.Near, h)
		}
		switch {
		case t.UPOS == entente.PROPN:
			c.Names = append(c.Names, h)
		case t.UPOS == entente.NUM && near:
			c.Numbers = append(c.Numbers, h)
		}
	}
	for _, list := range []*[]uint32{&c.Words, &c.Near, &c.Names, &c.Numbers} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
}

// triggerAt is the number of the first token of the trigger of e in its sentence;
// -1 for none.
func triggerAt(e *entente.Event, sentence []entente.Token) int {
	return slices.IndexFunc(sentence, func(t entente.Token) bool { return t.Span.Overlaps(e.Trigger) })
}

// told reports whether a token is what its sentence says, or what somebody says
// in it: all above it are such clauses. Other triggers are taken for known.
func told(sentence []entente.Token, first, i int) bool {
	for range len(sentence) {
		switch t := &sentence[i]; t.Deprel {
		case entente.DeprelRoot, entente.Conj, entente.Ccomp, entente.Xcomp, entente.Parataxis:
			if i = int(t.Head) - first; i < 0 || i >= len(sentence) {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// perfect reports whether "has", "have" or "had" stands before a verb.
func perfect(sentence []entente.Token, first, verb int) bool {
	return slices.ContainsFunc(sentence, func(t entente.Token) bool {
		return int(t.Head)-first == verb && t.Deprel == entente.Aux && strings.EqualFold(t.Lemma, "have")
	})
}

// hangs reports whether token i hangs on the trigger at, within nearTrigger
// steps, or the trigger on it.
func hangs(sentence []entente.Token, first, i, at int) bool {
	if at < 0 {
		return false
	}
	if int(sentence[at].Head)-first == i {
		return true
	}
	for range nearTrigger {
		if i == at {
			return true
		}
		if i = int(sentence[i].Head) - first; i < 0 || i >= len(sentence) {
			break
		}
	}
	return i == at
}

// tells reports whether a token says something about what happened.
func tells(t *entente.Token) bool {
	switch t.UPOS {
	case entente.NOUN, entente.VERB, entente.ADJ, entente.NUM, entente.PROPN:
		return !isCommon(t.Lemma)
	default:
		return false
	}
}

// partOf reports whether s names a party or the time of e, which are compared
// apart.
func partOf(e *entente.Event, s entente.Span) bool {
	for _, side := range [][]entente.Actor{e.Actors, e.Recipients} {
		for i := range side {
			if side[i].Span.Overlaps(s) {
				return true
			}
		}
	}
	return e.When.Span.Overlaps(s)
}

// isCommon reports whether a lemma stands in reports of all kinds.
func isCommon(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "be", "have", "do", "say", "tell", "make", "take", "get", "go", "come", "give", "add", "report", "accord", "official", "people",
		"day", "week", "month", "year", "time", "new", "first", "last", "other", "many", "several", "one", "two", "country", "government",
		"president", "minister", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "also", "statement":
		return true
	}
	return false
}

// hash is FNV-1a (Fowler, Noll and Vo, 1991).
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
