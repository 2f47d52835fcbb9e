package coder

import (
	"strconv"
	"strings"

	"github.com/entente-news/entente"
)

// vague are the counts that name no number, after the contract of records.
var vague = map[string][2]int64{
	"dozens": {24, 99}, "dozen": {12, 12}, "scores": {40, 99}, "hundreds": {200, 999}, "thousands": {2000, 9999},
	"millions": {2000000, 9999999},
}

// words are the numbers that news writes out.
var words = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}

// scales multiply the number before them.
var scales = map[string]int64{"hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12}

// maxSizeTokens bounds how far from the trigger a number is looked for.
const maxSizeTokens = 40

// magnitudes returns the numbers of the trigger's clause: the dead, the
// displaced, troops, money. Each kind is given once.
func (x *tree) magnitudes(m *match) []entente.Magnitude {
	s := x.sentenceOf(m.trigger)
	if s < 0 {
		return nil
	}
	var out []entente.Magnitude
	sent := &x.d.Sentences[s]
	lo, hi := max(sent.First, m.trigger-maxSizeTokens), min(sent.Last, m.trigger+maxSizeTokens)
	for i := lo; i < hi && len(out) < 4; i++ {
		n, ok := x.number(i, hi)
		if !ok {
			continue
		}
		if i > lo { // the rest of a number already read: "2,000 million"
			if _, more := x.number(i-1, hi); more && x.pos[i-1] == entente.NUM {
				continue
			}
		}
		n.Kind = x.sizeKind(m, i, &n)
		if n.Kind == "" || has(out, n.Kind) {
			continue
		}
		out = append(out, n)
	}
	return out
}

// has reports whether list holds a magnitude of kind.
func has(list []entente.Magnitude, kind string) bool {
	for i := range list {
		if list[i].Kind == kind {
			return true
		}
	}
	return false
}

// number reads the number that starts at token i.
func (x *tree) number(i, hi int) (entente.Magnitude, bool) {
	text := x.d.Text
	form := strings.ToLower(x.d.Tokens[i].Span.In(text))
	n := entente.Magnitude{Span: x.d.Tokens[i].Span}
	if i > 0 && (form == "hundred" || form == "thousand") {
		switch x.lemma[i-1] {
		case "several", "few", "many", "some":
			form += "s"
		}
	}
	if form == "tens" && i+2 < hi && x.lemma[i+1] == "of" && x.lemma[i+2] == "thousand" {
		n.Span.End = x.d.Tokens[i+2].Span.End
		n.Low, n.High = 20000, 99999
		return n, true
	}
	if form == "hundreds" && i+2 < hi && x.lemma[i+1] == "of" && x.lemma[i+2] == "thousand" {
		n.Span.End = x.d.Tokens[i+2].Span.End
		n.Low, n.High = 200000, 999999
		return n, true
	}
	if v, ok := vague[form]; ok {
		n.Low, n.High = v[0], v[1]
		if form == "dozen" && i > 0 && x.pos[i-1] == entente.NUM {
			return n, false
		}
		if v[0] == v[1] {
			n.Best, n.HasBest = v[0], true
		}
		return n, true
	}
	if x.pos[i] != entente.NUM {
		return n, false
	}
	base, ok := words[form]
	if !ok {
		f, err := strconv.ParseFloat(strings.ReplaceAll(form, ",", ""), 64)
		if err != nil || f < 0 || f > 1e15 {
			return n, false
		}
		base = int64(f)
		if next := i + 1; next < hi {
			if k, ok := scales[x.lemma[next]]; ok {
				n.Span.End = x.d.Tokens[next].Span.End
				base = int64(float64(f * float64(k)))
			}
		}
	} else if next := i + 1; next < hi {
		if k, ok := scales[x.lemma[next]]; ok {
			n.Span.End = x.d.Tokens[next].Span.End
			base *= k
		}
	}
	n.Low, n.High, n.Best, n.HasBest = base, base, base, true
	return n, true
}

// sizeKind returns what the number at token i counts, "" when it is none of
// the event's.
func (x *tree) sizeKind(m *match, i int, n *entente.Magnitude) string {
	if c := x.currency(i, n); c != "" {
		n.Currency = c
		return "amount"
	}
	if x.isTemporal(i) {
		return ""
	}
	at := i
	for range 4 {
		l := x.lemma[at]
		switch {
		case x.t.class("count_killed")[l]:
			return "killed"
		case x.t.class("count_injured")[l]:
			return "injured"
		case x.t.class("count_displaced")[l]:
			return "displaced"
		case x.t.class("count_arrested")[l]:
			return "arrested"
		case at != i && x.t.class("troops")[l] && m.root == entente.RootMobilize:
			return "troops"
		case at != i && x.t.class("people")[l] && m.root == entente.RootProtest:
			return "participants"
		}
		for _, c := range x.children(at) {
			if r := x.rel(int(c)); r == entente.Amod || r == entente.Xcomp || r == entente.Acl {
				switch {
				case x.t.class("count_killed")[x.lemma[c]]:
					return "killed"
				case x.t.class("count_injured")[x.lemma[c]]:
					return "injured"
				}
			}
		}
		h := x.head(at)
		if h < 0 || x.rel(at) == entente.Nsubj && x.pos[h] == entente.VERB && !x.t.class("count_subject")[x.lemma[h]] {
			if m.root == entente.RootProtest && h == m.trigger {
				return "participants"
			}
			return ""
		}
		at = h
	}
	return ""
}

// currency returns the ISO 4217 code of the money that the number at token i
// counts, "" for none.
func (x *tree) currency(i int, n *entente.Magnitude) string {
	text := x.d.Text
	if i > 0 {
		switch sign := x.d.Tokens[i-1].Span.In(text); {
		case sign == "$" || sign == "US$":
			n.Span.Start = x.d.Tokens[i-1].Span.Start
			return "USD"
		case sign == "€":
			n.Span.Start = x.d.Tokens[i-1].Span.Start
			return "EUR"
		case sign == "£":
			n.Span.Start = x.d.Tokens[i-1].Span.Start
			return "GBP"
		case sign == "¥":
			n.Span.Start = x.d.Tokens[i-1].Span.Start
			return "JPY"
		}
	}
	for k := i + 1; k < min(i+4, len(x.lemma)); k++ {
		switch x.lemma[k] {
		case "dollar":
			return "USD"
		case "euro":
			return "EUR"
		case "pound":
			return "GBP"
		case "yen":
			return "JPY"
		case "yuan":
			return "CNY"
		case "rouble", "ruble":
			return "RUB"
		case "rupee":
			return "INR"
		}
	}
	return ""
}
