package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// line is a sentence of the corpus with the record it belongs to.
type line struct {
	id   string // record and number of the sentence
	text string
}

// linesOf returns the sentences of records that ship with their text.
func linesOf(records []Record) []line {
	var out []line
	for i := range records {
		text := records[i].runes()
		if text == nil {
			continue
		}
		for k, s := range records[i].Sentences {
			if s.Start >= 0 && s.Start <= s.End && s.End <= len(text) {
				out = append(out, line{fmt.Sprintf("%s/%d", records[i].ID, k+1), string(text[s.Start:s.End])})
			}
		}
	}
	return out
}

// runsOf calls f with every run of n words.
func runsOf(words []string, n int, f func(run string)) {
	for i := 0; i+n <= len(words); i++ {
		f(strings.Join(words[i:i+n], " "))
	}
}

// sharedRuns lists the runs of n words that at least k sentences share.
func sharedRuns(lines []line, n, k int) []string {
	last := map[string]int{} // run to the sentence that had it last, from 1
	count := map[string]int{}
	first := map[string][]string{}
	for i, l := range lines {
		runsOf(wordsOf(l.text), n, func(run string) {
			if last[run] == i+1 {
				return
			}
			last[run] = i + 1
			count[run]++
			if len(first[run]) < k {
				first[run] = append(first[run], l.id)
			}
		})
	}
	var out []string
	for run, c := range count {
		if c >= k {
			out = append(out, fmt.Sprintf("%d sentences share %q: %s …", c, run, strings.Join(first[run], ", ")))
		}
	}
	slices.Sort(out)
	return out
}

// duplicates lists sentences that say the same in the same words.
func duplicates(lines []line) []string {
	first := map[string]string{}
	var out []string
	for _, l := range lines {
		key := strings.Join(wordsOf(l.text), " ")
		if other, ok := first[key]; ok {
			out = append(out, fmt.Sprintf("%s says the same as %s", l.id, other))
			continue
		}
		first[key] = l.id
	}
	return out
}

// leaks lists runs of n content words that held-out sentences share with
// others. Stop words are dropped before the runs are made.
func leaks(heldOut, rest []line, n int) []string {
	where := map[string]string{}
	for _, l := range rest {
		runsOf(contentWords(l.text), n, func(run string) {
			if where[run] == "" {
				where[run] = l.id
			}
		})
	}
	var out []string
	for _, l := range heldOut {
		runsOf(contentWords(l.text), n, func(run string) {
			if other := where[run]; other != "" {
				out = append(out, fmt.Sprintf("%s shares %q with %s", l.id, run, other))
			}
		})
	}
	return out
}
