package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// line writes tokens as words: persons by name, pronouns resolved, the spacing
// of the source kept. It fails on what cannot stand alone.
func (c *clause) line(keep []int) (string, bool) {
	var b strings.Builder
	last := -1
	for n := 0; n < len(keep); n++ {
		i := keep[n]
		word, next, ok := c.word(keep, n)
		if !ok {
			return "", false
		}
		if word == "" {
			n, last = next, keep[next]
			continue
		}
		if b.Len() > 0 && (last < 0 || i != last+1 || c.d.Tokens[last].Span.End < c.d.Tokens[i].Span.Start) && !strings.HasPrefix(word, "'") && !strings.HasPrefix(word, "’") && word != "," && word != "%" {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		c.stands += " " + word
		n = next
		last = keep[n]
	}
	text := strings.Trim(b.String(), " ,-–—")
	for {
		first, rest, more := strings.Cut(text, " ")
		if !more || !joining(strings.ToLower(first)) {
			break
		}
		text = rest
	}
	if strings.ContainsAny(text, "\"“”()[]\n") || dangling(text) {
		return "", false
	}
	return text, true
}

// dangling reports whether a text ends in a word that wants another one.
func dangling(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "what", "who", "which", "that", "whether", "of", "to", "and", "or", "the", "a", "an", "as", "by", "with", "for", "from", "’", "'":
		return true
	}
	return false
}

// word returns what to write for keep[n] and the index of the last token that
// this covers.
func (c *clause) word(keep []int, n int) (string, int, bool) {
	i := keep[n]
	t := &c.d.Tokens[i]
	if m := c.mention(i); m != nil {
		end := n
		for end+1 < len(keep) && keep[end+1] < m.Last {
			end++
		}
		whole := keep[n] == m.First && end-n == m.Last-m.First-1
		switch {
		case m.Kind == entente.MentionPronoun:
			return c.pronoun(i, n, &m.Actor)
		case whole && isPerson(c.d, m.Actor):
			last := keep[end]
			if n > 0 && c.describes(keep[n-1], m) {
				return "", n, false // a part of the title stands outside of the name
			}
			owner := isPossessive(c.form(last)) || end+1 < len(keep) && isPossessive(c.form(keep[end+1]))
			if owner {
				c.fresh[m.Actor.Name] = true
			}
			s, ok := c.names.refer(c.d, m.Actor, c.known, c.fresh)
			if ok && isPossessive(c.form(last)) {
				s += "'s"
			}
			return s, end, ok
		}
	}
	w := c.form(i)
	if t.UPOS == entente.PRON && speaking(strings.ToLower(w)) {
		return "", n, false
	}
	if t.UPOS == entente.PRON && !c.relative(i) && t.Deprel != entente.Expl && needsContext(w) {
		for _, x := range slices.Concat(c.e.Actors, c.e.Recipients) {
			if c.covers(x.Span, i) && x.Span == t.Span {
				return c.pronoun(i, n, &x)
			}
		}
		return "", n, false
	}
	if t.UPOS == entente.DET && needsContext(w) {
		return "", n, false
	}
	if t.UPOS == entente.DET && n+1 < len(keep) {
		if m := c.mention(keep[n+1]); m != nil && m.First == keep[n+1] && m.Kind != entente.MentionPronoun && isPerson(c.d, m.Actor) &&
			slices.Contains(keep, m.Last-1) {
			return "", n, true // "the president, Salome Zourabichvili": the name alone will stand
		}
	}
	if i == c.d.Sentences[c.e.Sentence].First && (t.UPOS == entente.NOUN || t.UPOS == entente.DET || t.UPOS == entente.NUM || t.UPOS == entente.ADV || t.UPOS == entente.ADP) {
		w = strings.ToLower(w)
	}
	return w, n, true
}

// describes reports whether token i is an adjective, a noun or an owner before a word
// of a mention: former communications director Anna Berg.
func (c *clause) describes(i int, m *entente.Mention) bool {
	t := &c.d.Tokens[i]
	if t.Deprel == entente.Case && isPossessive(c.form(i)) && t.Head >= 0 {
		t = &c.d.Tokens[t.Head]
	}
	switch t.Deprel.Universal() {
	case entente.Amod, entente.Compound, entente.Nmod, entente.Nummod:
		return int(t.Head) >= m.First && int(t.Head) < m.Last
	}
	return false
}

func isPossessive(s string) bool { return strings.HasSuffix(s, "'s") || strings.HasSuffix(s, "’s") }

// pronoun names what a pronoun stands for; a possessive that means the subject
// of the clause may stay.
//
// A pronoun that means what the clause has named already stays a pronoun.
func (c *clause) pronoun(i, n int, x *entente.Actor) (string, int, bool) {
	w := strings.ToLower(c.form(i))
	possessive := c.d.Tokens[i].Deprel == entente.NmodPoss
	if possessive && !human(w) && !speaking(w) && !isPerson(c.d, *x) && c.named(x) {
		return w, n, true
	}
	if !human(w) || c.ambiguous(i, x) {
		return "", n, false
	}
	if c.named(x) {
		return w, n, possessive || int(c.d.Tokens[i].Head) != c.verb // him is never the subject of its own verb
	}
	if slices.ContainsFunc(c.e.Recipients, func(y entente.Actor) bool { return y.Span.Start > c.d.Tokens[i].Span.Start && y.Party() == x.Party() }) {
		return "", n, false // it would be named twice: a doubtful reading
	}
	s, ok := c.names.refer(c.d, *x, c.known, c.fresh)
	if possessive {
		s = genitive(s)
	}
	return s, n, ok && s != ""
}

// speaking reports whether a pronoun means the one who speaks, or is spoken to.
func speaking(w string) bool {
	switch w {
	case "i", "we", "us", "our", "me", "my", "you", "your", "ourselves":
		return true
	}
	return false
}

// human reports whether a pronoun means a person.
func human(w string) bool {
	switch w {
	case "he", "she", "him", "his", "her", "himself", "herself":
		return true
	}
	return false
}

// ambiguous reports whether a pronoun may mean somebody else than x. It means a
// person who was named last, as the subject of the sentence before or within its
// own, with nobody else beside; what stands for a body or a state is never sure.
func (c *clause) ambiguous(i int, x *entente.Actor) bool {
	if !isPerson(c.d, *x) || !namedIn(c.d, x.Name) {
		return true
	}
	at, found := c.d.Tokens[i].Span.Start, false
	from := c.e.Sentence
	for k := len(c.d.Mentions) - 1; k >= 0; k-- {
		m := &c.d.Mentions[k]
		if m.Actor.Span.Start >= at || m.Kind == entente.MentionPronoun || !isPerson(c.d, m.Actor) {
			continue
		}
		s := c.d.Sentences[max(from-1, 0)].Span
		switch {
		case m.Actor.Span.Start < s.Start:
			return !found
		case m.Actor.Name != x.Name:
			return true
		case !found && m.Actor.Span.Start < c.d.Sentences[from].Span.Start:
			d := c.d.Tokens[min(max(m.Head, 0), len(c.d.Tokens)-1)].Deprel
			if d != entente.Nsubj && d != entente.NsubjPass {
				return true
			}
		}
		found = true
	}
	return !found
}

// named reports whether the clause has named x before: as its subject, or in
// what has been written.
func (c *clause) named(x *entente.Actor) bool {
	names := []string{x.Name, c.names.shorts[x.Name]}
	if !isPerson(c.d, *x) {
		names = append(names, c.names.party[x.Party()])
	}
	for _, name := range names {
		if name != "" && strings.Contains(c.stands, name) {
			return true
		}
	}
	return false
}

func genitive(s string) string {
	if strings.HasSuffix(s, "s") {
		return s + "'"
	}
	return s + "'s"
}

// mention returns the mention that holds token i, nil for none.
func (c *clause) mention(i int) *entente.Mention {
	at, found := slices.BinarySearchFunc(c.d.Mentions, i, func(m entente.Mention, i int) int {
		switch {
		case m.Last <= i:
			return -1
		case m.First > i:
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return &c.d.Mentions[at]
}

// tidy mends the commas of appositions.
func tidy(s string) string {
	s = strings.NewReplacer(",,", ",", ", ,", ",", " ,", ",", ",'s", "'s").Replace(s)
	return strings.TrimRight(s, " ,")
}
