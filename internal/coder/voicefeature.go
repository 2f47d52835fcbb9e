package coder

import "github.com/entente-news/entente"

// maxQuoteBack bounds how many tokens back the beginning of a quotation is looked for.
const maxQuoteBack = 400

// voiceAt says on whose word token i speaks where it is a pronoun of the first
// person: "quoted" in a quotation, "own" in the text's own voice, which is that of
// whoever wrote it; "" where it is none.
func (x *tree) voiceAt(i int) string {
	if x.pos[i] != entente.PRON {
		return ""
	}
	switch x.form(i) {
	case "i", "we", "us", "me", "our", "my", "ourselves", "myself":
	default:
		return ""
	}
	if x.isQuoted(i) {
		return "quoted"
	}
	return "own"
}

// isQuoted reports whether token i stands behind a mark of quotation that opens and
// is not closed before it: the marks of its paragraph are counted.
func (x *tree) isQuoted(i int) bool {
	inside := false
	for k := x.paragraphBegin(i); k < i; k++ {
		switch x.d.Tokens[k].Span.In(x.d.Text) {
		case "\"":
			inside = !inside
		case "“", "``", "«", "„":
			inside = true
		case "”", "''", "»":
			inside = false
		}
	}
	return inside
}

// paragraphBegin returns the first token of the paragraph of token i, or the
// farthest that is looked at.
func (x *tree) paragraphBegin(i int) int {
	k := i
	for k > 0 && i-k < maxQuoteBack {
		gap := x.d.Text[x.d.Tokens[k-1].Span.End:x.d.Tokens[k].Span.Start]
		if breaks(gap) {
			return k
		}
		k--
	}
	return k
}

// breaks reports whether a paragraph ends in the white space s.
func breaks(s string) bool {
	n := 0
	for i := range len(s) {
		if s[i] == '\n' {
			n++
		}
	}
	return n > 1
}

// nameKind says in a word what the name at token i names that no table knows:
// "per", "org" or "loc"; "" where it is none.
func (x *tree) nameKind(i int) string {
	e := int(x.entity[i])
	if e < 0 {
		return ""
	}
	switch x.d.Entities[e].Type {
	case entente.PER:
		return "per"
	case entente.ORG:
		return "org"
	}
	return "loc"
}
