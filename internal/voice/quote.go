package voice

import (
	"strings"

	"github.com/entente-news/entente"
)

// Annotate fills in quotations, positions and judging words of d. It needs
// tokens, tags and mentions; indirect speech and positions are read in sentences
// that are parsed. Earlier ones are replaced. Its cost is linear in the length
// of d.
func (r *Reader) Annotate(d *entente.Document) {
	d.Quotes, d.Positions, d.Wording = nil, nil, nil
	v := newView(r, d)
	v.quoted = quotations(d.Text)
	v.markInside()
	v.direct()
	v.indirect()
	v.positions()
	v.sort()
	v.wording()
	d.Layers |= entente.LayerQuotes | entente.LayerPositions
}

// markInside notes over each token the quotation that it stands in.
func (v *view) markInside() {
	i := 0
	for k := range v.quoted {
		q := v.quoted[k].outer
		for i < len(v.d.Tokens) && v.d.Tokens[i].Span.End <= q.Start {
			i++
		}
		for ; i < len(v.d.Tokens) && v.d.Tokens[i].Span.Start < q.End; i++ {
			v.inside[i] = int32(k) //nolint:gosec // counts of one document fit
		}
	}
}

// source is who says something and by which word.
type source struct {
	speaker entente.Actor
	cue     entente.Span
	at      int // token of the cue
	from    int // byte from which a quotation may take it over
}

// direct adds the quotations in marks whose speaker is told.
func (v *view) direct() {
	var last *source
	for k := range v.quoted {
		q := &v.quoted[k]
		if v.d.InRelated(q.outer) {
			last = nil
			continue
		}
		src := v.sourceOf(k)
		if src == nil && last != nil && v.follows(k, last) {
			src = last
		}
		if src == nil {
			if v.words(q.inner) > 2 {
				last = nil
			}
			continue
		}
		span := entente.Span{Start: min(q.outer.Start, src.cue.Start, src.speaker.Span.Start), End: max(q.outer.End, src.cue.End, src.speaker.Span.End)}
		if src == last {
			span = q.outer
		}
		v.d.Quotes = append(v.d.Quotes, entente.Quote{Span: span, Speaker: src.speaker, Cue: src.cue, Content: q.inner, Direct: true})
		keep := *src
		keep.from = span.End
		last = &keep
	}
}

// words counts the words of s.
func (v *view) words(s entente.Span) int { return len(strings.Fields(s.In(v.d.Text))) }

// follows reports whether quotation k goes on with what was said before: only
// white space or the end of the saying clause lies between, or it is the next
// paragraph of one that was left open.
func (v *view) follows(k int, last *source) bool {
	if k == 0 {
		return false
	}
	q := &v.quoted[k]
	if q.goes {
		return true
	}
	gap := v.d.Text[min(last.from, q.outer.Start):q.outer.Start]
	if strings.Contains(gap, "\n") || len(gap) > 160 {
		return false
	}
	// '"…," he told a rally in Lima. "…"': what lies between belongs to the cue.
	rest := strings.TrimRight(gap, " ")
	if rest != "" && !strings.ContainsAny(rest[len(rest)-1:], ".;:,–—-") && !strings.HasSuffix(rest, "—") {
		return false
	}
	i, end := v.tokenAt(last.from), v.tokenAt(q.outer.Start)
	for ; i < end; i++ {
		if v.pos(i) != entente.VERB || v.d.Tokens[i].Span.Start == last.cue.Start || v.d.Tokens[i].XPOS == "VBG" {
			continue
		}
		if r := v.rel(i); r != entente.AclRelcl && r != entente.Acl && r != entente.Advcl {
			return false
		}
	}
	return v.words(q.inner) > 1
}

// maxReach bounds how many tokens from a quotation its cue may stand.
const maxReach = 24

// sourceOf finds who says quotation k by the words around it, nil for nobody.
func (v *view) sourceOf(k int) *source {
	q := &v.quoted[k]
	first, behind := v.tokenAt(q.outer.Start), v.tokenAt(q.outer.End-1)+1
	if s := v.sourceBehind(q, behind); s != nil {
		return s
	}
	return v.sourceBefore(q, first)
}

// sourceBehind looks for ", X said" and ", said X".
func (v *view) sourceBehind(q *quoted, i int) *source {
	if q.open || i >= len(v.d.Tokens) || strings.Contains(v.d.Text[q.outer.End:v.d.Tokens[i].Span.Start], "\n") {
		return nil
	}
	inner := q.inner.In(v.d.Text)
	full := strings.ContainsAny(inner[len(inner)-1:], ".") // the sentence has ended within the marks
	n := 0
	for k := i; k < len(v.d.Tokens) && n < maxReach; k, n = k+1, n+1 {
		if v.inside[k] >= 0 || v.form(k) == "." || v.form(k) == ";" || strings.Contains(v.d.Text[q.outer.End:v.d.Tokens[k].Span.Start], "\n") {
			return nil
		}
		switch strings.ToLower(v.form(k)) {
		case "according":
			return v.accordingTo(k)
		case "and", "but", "while", "who", "which", "after":
			return nil
		}
		if v.pos(k) != entente.VERB || !v.isCue(k) {
			continue
		}
		if full && n > 0 && !v.startsLower(i) {
			return nil
		}
		return v.withSpeaker(k, q)
	}
	return nil
}

// startsLower reports whether token i begins with a small letter, or is a name
// or pronoun that may begin a saying clause.
func (v *view) startsLower(i int) bool {
	f := v.form(i)
	return f != "" && (f[0] >= 'a' && f[0] <= 'z')
}

// sourceBefore looks for "X said: …", "X said the plan was …", "X called it …",
// and "According to X, …".
func (v *view) sourceBefore(q *quoted, i int) *source {
	for k, n := i-1, 0; k >= 0 && n < maxReach; k, n = k-1, n+1 {
		gap := v.d.Text[v.d.Tokens[k].Span.End:q.outer.Start]
		if f := v.form(k); v.inside[k] >= 0 && n > 0 || f == "." || f == ";" || strings.Contains(gap, "\n") {
			return v.conjoined(q, k)
		}
		if v.inside[k] >= 0 {
			return nil
		}
		if strings.EqualFold(v.form(k), "according") {
			return v.accordingTo(k)
		}
		if v.pos(k) == entente.VERB && (v.isCue(k) || v.r.is("call verb", v.lemma(k))) {
			if s := v.withSpeaker(k, q); s != nil {
				return s
			}
		}
	}
	return nil
}

// conjoined is for a quotation behind another in one sentence, '"…" and "…"'.
func (v *view) conjoined(*quoted, int) *source { return nil }

// isCue reports whether the verb at i says something in a finite clause.
func (v *view) isCue(i int) bool {
	switch v.d.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "VBN", "VBG", "VB":
		return v.r.is("say verb", v.lemma(i))
	}
	return false
}

// withSpeaker returns the source with the cue at token k; nil without a speaker.
func (v *view) withSpeaker(k int, q *quoted) *source {
	s := -1
	if sent := v.sentenceOf(k); sent != nil && sent.Parsed {
		s = v.subject(k)
		if s >= 0 && v.isQuotedToken(s) && !v.isQuotedToken(k) {
			s = -1
		}
	}
	if s < 0 || !v.isNominal(s) {
		if s = v.neighbour(k, q); s < 0 {
			return nil
		}
	}
	switch v.lemma(s) {
	case "it", "that", "this", "what", "which", "there", "report":
		if v.mention[s] < 0 {
			return nil
		}
	}
	return &source{speaker: v.actorAt(s), cue: v.d.Tokens[k].Span, at: k}
}

func (v *view) isQuotedToken(i int) bool { return v.inside[i] >= 0 }

// neighbour returns the noun right before the cue at k, or right behind it
// ("said the minister"), by the words alone; -1 for none.
func (v *view) neighbour(k int, q *quoted) int {
	for i := k - 1; i >= 0 && i >= k-6 && v.inside[i] < 0; i-- {
		switch p := v.pos(i); {
		case p == entente.NOUN || p == entente.PROPN || p == entente.PRON:
			if v.d.Tokens[i].Span.Start >= q.outer.End || k < v.tokenAt(q.outer.Start) {
				return i
			}
			return -1
		case p == entente.ADV || p == entente.AUX:
		default:
			i = -1
		}
	}
	for i := k + 1; i < len(v.d.Tokens) && i <= k+8 && v.inside[i] < 0; i++ {
		switch v.pos(i) {
		case entente.NOUN, entente.PROPN:
			if i+1 < len(v.d.Tokens) && (v.pos(i+1) == entente.NOUN || v.pos(i+1) == entente.PROPN) {
				continue
			}
			return i
		case entente.DET, entente.ADJ, entente.NUM, entente.PART:
		default:
			return -1
		}
	}
	return -1
}

// accordingTo returns the source named behind "according" at token k.
func (v *view) accordingTo(k int) *source {
	if k+1 >= len(v.d.Tokens) || v.lemma(k+1) != "to" {
		return nil
	}
	at := -1
	for i := k + 2; i < len(v.d.Tokens) && i < k+10; i++ {
		if v.mention[i] >= 0 {
			m := &v.d.Mentions[v.mention[i]]
			return &source{speaker: m.Actor, cue: entente.Span{Start: v.d.Tokens[k].Span.Start, End: v.d.Tokens[k+1].Span.End}, at: k}
		}
		if p := v.pos(i); p == entente.NOUN || p == entente.PROPN || p == entente.PRON {
			at = i
		} else if at >= 0 || p == entente.PUNCT || p == entente.VERB {
			break
		}
	}
	if at < 0 {
		return nil
	}
	return &source{speaker: v.actorAt(at), cue: entente.Span{Start: v.d.Tokens[k].Span.Start, End: v.d.Tokens[k+1].Span.End}, at: k}
}
