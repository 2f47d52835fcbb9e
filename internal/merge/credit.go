package merge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// Bounds of where credits are looked for.
const (
	headBytes   = 200 // of the text, in which a dateline stands
	tailBytes   = 400 // of the text, in which a line of credits stands
	maxCredits  = 32  // kept of a document
	nameWords   = 4   // words of a name in a dateline
	agenciesKey = "agencies"
)

// Provenance returns the owner of the outlet of d and the agencies that d
// credits: those of the dateline, the byline and the last lines, on which the
// report as a whole rests, and those within the text ("told Reuters", "AFP
// reports"), on which a sentence rests. "With agencies" credits "agencies". An
// outlet's own name is no credit.
func (t *Outlets) Provenance(d *entente.Document) entente.Provenance {
	p := entente.Provenance{Owner: t.Owner(d.Publisher, d.URL)}
	own := Fold(t.agency(d.Publisher))
	add := func(c entente.Credit) {
		name := Fold(c.Agency)
		if own != "" && (name == own || strings.HasPrefix(own, name+" ")) || len(p.Credits) >= maxCredits {
			return
		}
		same := func(x entente.Credit) bool { return x.Agency == c.Agency && (x.Whole || x.Span == c.Span) }
		if !slices.ContainsFunc(p.Credits, same) {
			p.Credits = append(p.Credits, c)
		}
	}
	if c, ok := t.dateline(d.Text); ok {
		add(c)
	}
	if t != nil {
		for _, a := range t.agencies {
			if i := word(d.Byline, a.text, 0); i >= 0 {
				add(entente.Credit{Agency: a.of, Whole: true})
			}
			for i := word(d.Text, a.text, 0); i >= 0; i = word(d.Text, a.text, i+len(a.text)) {
				s := entente.Span{Start: i, End: i + len(a.text)}
				if whole, ok := credits(d.Text, s); ok && !d.InRelated(s) {
					add(entente.Credit{Agency: a.of, Span: s, Whole: whole})
				}
			}
		}
	}
	for _, phrase := range []string{"with agencies", "With agencies", "(Agencies)", "news agencies)", "from agencies", "agency inputs", "wire reports"} {
		if i := strings.Index(d.Text, phrase); i >= 0 && (i < headBytes || i > len(d.Text)-tailBytes) {
			add(entente.Credit{Agency: agenciesKey, Span: entente.Span{Start: i, End: i + len(phrase)}, Whole: true})
			break
		}
	}
	slices.SortStableFunc(p.Credits, func(a, b entente.Credit) int { return a.Span.Start - b.Span.Start })
	return p
}

// dateline reads the agency of "PLACE, May 3 (NAME) -" at the head of a text.
func (t *Outlets) dateline(text string) (entente.Credit, bool) {
	line, _, _ := strings.Cut(text[:min(len(text), headBytes)], "\n")
	open := strings.IndexByte(line, '(')
	if open < 0 {
		return entente.Credit{}, false
	}
	length := strings.IndexByte(line[open:], ')')
	if length < 0 {
		return entente.Credit{}, false
	}
	name, rest := line[open+1:open+length], strings.TrimLeft(line[open+length+1:], " \u00a0")
	r, _ := utf8.DecodeRuneInString(rest)
	first, _ := utf8.DecodeRuneInString(name)
	if !strings.ContainsRune("-–—―", r) || rest == "" || !unicode.IsUpper(first) && t.agency(name) == name || len(strings.Fields(name)) > nameWords {
		return entente.Credit{}, false
	}
	if open > 0 && !placeLine(line[:open]) {
		return entente.Credit{}, false
	}
	return entente.Credit{Agency: t.agency(name), Span: entente.Span{Start: open + 1, End: open + length}, Whole: true}, true
}

// placeLine reports whether s looks like the place and date of a dateline: its
// first word is all capitals, or it is short and each longer word has one.
func placeLine(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && utf8.RuneCountInString(w) > 3 {
			return false
		}
	}
	return true
}

// credits reports whether the name of an agency at s tells that something rests
// on its word, and whether the report as a whole does.
func credits(text string, s entente.Span) (whole, ok bool) {
	before, after := text[max(0, s.Start-40):s.Start], text[s.End:min(len(text), s.End+40)]
	line := text[strings.LastIndexByte(text[:s.Start], '\n')+1 : s.Start]
	if len(text)-s.Start < tailBytes && s.Start > headBytes {
		for _, x := range []string{"Reporting by ", "reporting by ", "inputs from ", "Source: ", "Source - ", "© ", "Copyright ", "With files from ", "with files from "} {
			if strings.Contains(line, x) {
				return true, true
			}
		}
		if strings.HasPrefix(strings.TrimLeft(after, " "), "contributed to this report") {
			return true, true
		}
		if strings.TrimSpace(strings.Trim(line, "-–—( ")) == "" && strings.TrimSpace(strings.Trim(after, ").- \n")) == "" {
			return true, true // the name alone on the last line
		}
	}
	before = strings.TrimSuffix(strings.TrimRight(before, " "), " the")
	for _, x := range []string{" told", "according to", " quoted by", " cited by", "interview with", " reported by", " told news agency", " to news agency"} {
		if strings.HasSuffix(before, x) {
			return false, true
		}
	}
	after = strings.TrimLeft(after, " ,")
	for _, x := range []string{"news agency ", "agency ", "correspondent "} {
		after = strings.TrimPrefix(after, x)
	}
	for _, x := range []string{"reported", "reports", "said", "says", "quoted", "cited"} {
		if strings.HasPrefix(after, x) {
			return false, true
		}
	}
	return false, false
}

// word returns the offset at or after from at which name stands in text as a
// word of its own, -1 for none.
func word(text, name string, from int) int {
	for from < len(text) {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return -1
		}
		i += from
		last, _ := utf8.DecodeLastRuneInString(text[:i])
		next, _ := utf8.DecodeRuneInString(text[i+len(name):])
		if !unicode.IsLetter(last) && !unicode.IsDigit(last) && !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			return i
		}
		from = i + len(name)
	}
	return -1
}
