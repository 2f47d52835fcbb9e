package voice

import (
	"slices"
	"strings"

	"github.com/entente-news/entente"
)

// indirect adds what the parsed sentences report without marks, and claims of
// others that somebody repeats, disputes or denies.
func (v *view) indirect() {
	for s := range v.d.Sentences {
		sent := &v.d.Sentences[s]
		if !sent.Parsed || v.d.InRelated(sent.Span) {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if v.inside[i] >= 0 {
				continue
			}
			switch l := v.lemma(i); {
			case strings.EqualFold(v.form(i), "according"):
				v.onTheWordOf(i, sent)
			case v.pos(i) != entente.VERB && v.pos(i) != entente.ADJ:
			case v.claimOf(i, l):
			case v.r.is("say verb", l) && !v.isNegated(i):
				v.reported(i)
			}
		}
	}
}

// reported adds what the verb at i reports: its clause, or the clause that it
// stands beside.
func (v *view) reported(i int) {
	content := v.content(i)
	if content.IsEmpty() {
		return
	}
	s := v.subject(i)
	if s < 0 || !v.isNominal(s) || v.inside[s] >= 0 || v.isAny(s) {
		return
	}
	v.report(v.actorAt(s), v.d.Tokens[i].Span, content)
}

// isAny reports whether the subject at s is nobody: "it", "there", "which".
func (v *view) isAny(s int) bool {
	switch v.lemma(s) {
	case "it", "that", "this", "there", "what", "which", "one":
		return v.mention[s] < 0
	}
	return false
}

// report adds an indirect quotation, unless its words are those of a direct one.
// A direct one within it is a part of it.
func (v *view) report(speaker entente.Actor, cue, content entente.Span) {
	q := entente.Quote{Speaker: speaker, Cue: cue, Content: content}
	q.Span = entente.Span{Start: min(content.Start, cue.Start, speaker.Span.Start), End: max(content.End, cue.End, speaker.Span.End)}
	for i := range v.d.Quotes {
		o := &v.d.Quotes[i]
		if o.Direct && o.Content.Start-3 <= content.Start && content.End <= o.Content.End+3 {
			return
		}
	}
	v.d.Quotes = slices.DeleteFunc(v.d.Quotes, func(o entente.Quote) bool {
		return o.Direct && content.Contains(o.Content) && o.Cue == cue
	})
	v.d.Quotes = append(v.d.Quotes, q)
}

// content returns what the saying verb at i says.
func (v *view) content(i int) entente.Span {
	if c := v.clauseOf(i); c >= 0 {
		span := v.without(v.phrase(c, -1), i)
		if k := v.inside[c]; k >= 0 && (v.quoted[k].outer.Contains(span) || v.quoted[k].outer.Start <= span.Start) {
			return entente.Span{} // the quotation has it
		}
		return v.closed(span)
	}
	h := v.head(i)
	if v.rel(i) == entente.Parataxis && h >= 0 && v.pos(h) != entente.PUNCT && v.inside[h] < 0 {
		return v.beside(i, h)
	}
	return entente.Span{}
}

// clauseOf returns the head of the clause that the verb at i says, which the
// tree may have hung on where it is said ("said in a statement that …"); -1 for
// none.
func (v *view) clauseOf(i int) int {
	if c := v.child(i, entente.Ccomp); c >= 0 {
		return c
	}
	for _, o := range v.children(i) {
		if v.rel(int(o)) != entente.Obl {
			continue
		}
		if c := v.child(int(o), entente.Ccomp, entente.Acl, entente.AclRelcl); c > int(o) && v.isWhole(c) {
			return c
		}
	}
	return -1
}

// isWhole reports whether the clause at c has all its parts, and so is no
// description of a noun.
func (v *view) isWhole(c int) bool {
	s := v.child(c, entente.Nsubj, entente.NsubjPass)
	if s < 0 {
		return false
	}
	switch v.lemma(s) {
	case "who", "which", "that", "whom":
		return false
	}
	return true
}

// closed returns s with the end of the quotation that ends right behind it.
func (v *view) closed(s entente.Span) entente.Span {
	for i := v.tokenAt(s.End - 1); i < len(v.d.Tokens) && i < v.tokenAt(s.End-1)+3; i++ {
		if k := v.inside[i]; k >= 0 && v.quoted[k].outer.End > s.End && v.quoted[k].outer.End-s.End < 6 && v.quoted[k].outer.Start >= s.Start {
			s.End = v.quoted[k].outer.End
		}
	}
	if at := strings.Index(s.In(v.d.Text), ", a claim "); at > 0 {
		s.End = s.Start + at
	}
	return s
}

// beside returns the clause of h without that of the verb at i, which stands at
// one of its ends.
func (v *view) beside(i, h int) entente.Span {
	whole, own := v.phrase(h, -1), v.phrase(i, -1)
	switch {
	case own.Start <= whole.Start && own.End < whole.End:
		whole.Start = own.End
	case own.End >= whole.End && own.Start > whole.Start:
		whole.End = own.Start
	}
	return v.tidy(whole)
}

// without returns span cut off before or behind the clause of the saying verb,
// which the tree may have put within it.
func (v *view) without(span entente.Span, i int) entente.Span {
	at := v.d.Tokens[i].Span
	if span.Contains(at) {
		if at.Start-span.Start > span.End-at.End {
			span.End = at.Start
		} else {
			span.Start = at.End
		}
	}
	return v.tidy(span)
}

// tidy drops blanks and commas from the ends of s, and the word that opens a
// clause.
func (v *view) tidy(s entente.Span) entente.Span {
	text := s.In(v.d.Text)
	s.Start += len(text) - len(strings.TrimLeft(text, " ,:;"))
	s.End -= len(text) - len(strings.TrimRight(text, " ,;"))
	if s.End <= s.Start {
		return entente.Span{}
	}
	if rest, ok := strings.CutPrefix(s.In(v.d.Text), "that "); ok {
		s.Start = s.End - len(rest)
	}
	return s
}

// onTheWordOf adds what is told "according to" somebody: the sentence without
// that phrase.
func (v *view) onTheWordOf(i int, sent *entente.Sentence) {
	src := v.accordingTo(i)
	if src == nil {
		return
	}
	content := v.trim(sent.First, sent.Last-1)
	end := src.speaker.Span.End
	for k := v.tokenAt(end - 1); k < sent.Last; k++ { // up to the comma behind the name
		if f := v.form(k); f == "," || f == "." {
			end = v.d.Tokens[k].Span.Start
			break
		}
	}
	switch {
	case src.cue.Start <= content.Start:
		content.Start = end
	default:
		content.End = src.cue.Start
	}
	if content = v.tidy(content); !content.IsEmpty() {
		v.report(src.speaker, src.cue, content)
	}
}

// claimOf adds that somebody repeats, disputes or denies what another claims:
// "echoing Russia's claims". It reports whether there was one.
func (v *view) claimOf(i int, l string) bool {
	how := ""
	for _, list := range [...]string{"repeats", "disputes", "denies"} {
		if v.r.is(list+" verb", l) {
			how = list
			break
		}
	}
	if how == "" {
		return false
	}
	o := v.child(i, entente.Obj)
	if h := v.head(i); v.rel(i) == entente.AclRelcl && h >= 0 && v.r.is("claim noun", v.lemma(h)) {
		o = h // "…, a claim that the navy disputed"
	}
	if o < 0 || !v.r.is("claim noun", v.lemma(o)) {
		return false
	}
	s := v.subject(i)
	if s < 0 || v.inside[s] >= 0 || !v.isNominal(s) {
		return false
	}
	q := entente.Quote{Speaker: v.actorAt(s), Cue: v.d.Tokens[i].Span, Content: v.phrase(o, -1), Claim: how}
	for _, c := range v.children(o) {
		k := int(c)
		switch v.rel(k) {
		case entente.NmodPoss, entente.Amod, entente.Compound:
			if v.mention[k] >= 0 && q.Of == nil {
				of := v.actorAt(k)
				q.Of = &of
			}
		case entente.Nmod:
			if v.hasChild(k, "by", "from", "of") && (v.mention[k] >= 0 || v.isNominal(k)) && q.Of == nil && !v.hasChild(k, "of") {
				of := v.actorAt(k)
				q.Of = &of
			}
		}
	}
	if n := len(v.d.Quotes); q.Of == nil && n > 0 && o == v.head(i) && v.d.Quotes[n-1].Cue.End < q.Cue.Start && q.Cue.Start-v.d.Quotes[n-1].Cue.End < maxBackBytes {
		of := v.d.Quotes[n-1].Speaker
		q.Of, q.Content = &of, v.d.Quotes[n-1].Content
	}
	if q.Of != nil && q.Of.Span == q.Speaker.Span || q.Of == nil && how == "repeats" {
		return false
	}
	q.Span = entente.Span{Start: min(q.Speaker.Span.Start, q.Cue.Start, q.Content.Start), End: max(q.Speaker.Span.End, q.Cue.End, q.Content.End)}
	v.d.Quotes = append(v.d.Quotes, q)
	return true
}

// sort puts quotations and positions into the order of the text.
func (v *view) sort() {
	slices.SortStableFunc(v.d.Quotes, func(a, b entente.Quote) int {
		if a.Content.Start != b.Content.Start {
			return a.Content.Start - b.Content.Start
		}
		return a.Cue.Start - b.Cue.Start
	})
	slices.SortStableFunc(v.d.Positions, func(a, b entente.Position) int { return a.Span.Start - b.Span.Start })
}

// wording marks the words that judge, with whose they are. Both lists stand in
// text order.
func (v *view) wording() {
	d := v.d
	k := 0
	for i := range d.Tokens {
		w := strings.ToLower(v.form(i))
		span := d.Tokens[i].Span
		class, ok := v.r.loaded[w]
		if i+1 < len(d.Tokens) {
			if c, two := v.r.loaded[w+" "+strings.ToLower(v.form(i+1))]; two {
				class, ok, span.End = c, true, d.Tokens[i+1].Span.End
			}
		}
		if w == "so" && i+2 < len(d.Tokens) && v.form(i+1) == "-" && v.form(i+2) == "called" { // one word, whatever the tokens
			class, ok, span.End = v.r.loaded["so-called"], true, d.Tokens[i+2].Span.End
		}
		if !ok || class == "" {
			continue
		}
		for k < len(d.Quotes) && d.Quotes[k].Content.End <= span.Start {
			k++
		}
		j := entente.Wording{Span: span, Class: class}
		for n := k; n < min(len(d.Quotes), k+4); n++ {
			if d.Quotes[n].Content.Contains(span) {
				holder := d.Quotes[n].Speaker
				j.Holder = &holder
			}
		}
		d.Wording = append(d.Wording, j)
	}
}
