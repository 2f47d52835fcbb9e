package corpus

import (
	"strings"
	"unicode"
)

// wordsOf returns the words of a text in lower case: runs of letters, marks
// and digits.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// stopWords are left out where content words are compared.
const stopWords = ` a about above after again against ago all also although am amid among an and another any are around as at
 away back be because been before being below between both but by can could d did do does doing down during each either
 ever every few for from further had has have having he her here hers him himself his how however i if in into is it its
 itself just last least less ll m may me might mine more most much must my near neither next no nor not now of off on once
 one only onto or other others our ours out over own per rather re s same several shall she should since so some such t
 than that the their theirs them themselves then there these they this those though through thus till to too toward
 towards two under until up upon us ve very was we well were what when where whether which while who whom whose why will
 with within without would yet you your yours `

// contentWords returns the words of a text that are no stop words.
func contentWords(s string) []string {
	var out []string
	for _, w := range wordsOf(s) {
		if !listed(stopWords, w) {
			out = append(out, w)
		}
	}
	return out
}

// foldLemma folds a trigger roughly to its lemma: lower case, the first word
// without -s, -es, -ies, -ed, -ied, -ing, without a doubled consonant and a
// mute e behind the stem. Irregular forms ("met", "meet") stay apart.
func foldLemma(trigger string) string {
	first, rest, more := strings.Cut(strings.ToLower(trigger), " ")
	if strings.HasSuffix(first, "eed") {
		if len(first) > 5 && !strings.HasSuffix(first, "ceed") {
			first = first[:len(first)-1] // agreed, but speed and succeed
		}
	}
	for _, end := range []struct{ from, to string }{
		{"ies", "y"}, {"ied", "y"}, {"ing", ""}, {"ed", ""}, {"ss", "ss"}, {"us", "us"}, {"is", "is"}, {"s", ""},
	} {
		if stem, ok := strings.CutSuffix(first, end.from); ok {
			if stem += end.to; len(stem) >= 3 && strings.ContainsAny(stem, "aeiouy") && !strings.HasSuffix(first, "eed") {
				first = stem
			}
			break
		}
	}
	if n := len(first); n > 3 && first[n-1] == first[n-2] && !strings.Contains("aeioulsz", first[n-1:]) {
		first = first[:n-1]
	}
	if n := len(first); n > 3 && first[n-1] == 'e' {
		first = first[:n-1]
	}
	if more {
		return first + " " + rest
	}
	return first
}
