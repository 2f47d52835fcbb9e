package eval

import (
	"strings"
	"unicode"
)

// Rouge is how much of a reference a summary holds: the F1 of shared words, of
// shared pairs of words, and of the longest common subsequence, each in [0,1]
// (C.-Y. Lin, ROUGE: a package for automatic evaluation of summaries, 2004).
// Words are folded to lower case and neither stemmed nor left out.
type Rouge struct{ One, Two, L float64 }

// ScoreRouge compares a summary with a reference.
func ScoreRouge(summary, reference string) Rouge {
	a, b := rougeWords(summary), rougeWords(reference)
	return Rouge{gramF1(a, b, 1), gramF1(a, b, 2), shareF1(lcs(a, b), len(a), len(b))}
}

// rougeWords are the runs of letters and digits of a text.
func rougeWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// firstWords cuts a text to its first n words as ROUGE counts them, so that
// summaries are compared at one length.
func firstWords(s string, n int) string {
	words := rougeWords(s)
	return strings.Join(words[:min(n, len(words))], " ")
}

func gramF1(a, b []string, n int) float64 {
	have := map[string]int{}
	for i := 0; i+n <= len(b); i++ {
		have[strings.Join(b[i:i+n], " ")]++
	}
	hits := 0
	for i := 0; i+n <= len(a); i++ {
		g := strings.Join(a[i:i+n], " ")
		if have[g] > 0 {
			have[g]--
			hits++
		}
	}
	return shareF1(hits, max(0, len(a)-n+1), max(0, len(b)-n+1))
}

func shareF1(hits, a, b int) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * float64(hits) / float64(a+b)
}

// lcs is the length of the longest common subsequence.
func lcs(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return row[len(b)]
}
