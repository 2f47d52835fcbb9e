package brief

import (
	"math/bits"
	"strings"

	entente "github.com/entente-news/entente"
)

// maxGraph bounds the sentences of a story that are compared with each other.
const maxGraph = 400

// term is a word of a sentence: its number and its weight.
type term struct{ word, weight int }

// vectors returns the sentences of reports as weighted words, each sentence with
// what it is, and how many words there are.
func vectors(docs []*entente.Document) (of []*entente.Sentence, rows [][]term, words int) {
	ids, df := map[string]int{}, []int{}
	for _, d := range docs {
		for k := range d.Sentences {
			if len(of) == maxGraph || d.InRelated(d.Sentences[k].Span) {
				continue
			}
			var row []term
			at := map[int]int{}
			for _, w := range strings.FieldsFunc(strings.ToLower(d.Sentences[k].Span.In(d.Text)), between) {
				id, ok := ids[w]
				if !ok {
					id = len(df)
					ids[w], df = id, append(df, 0)
				}
				if i, ok := at[id]; ok {
					row[i].weight++
					continue
				}
				at[id] = len(row)
				df[id]++
				row = append(row, term{id, 1})
			}
			of, rows = append(of, &d.Sentences[k]), append(rows, row)
		}
	}
	for i := range rows {
		for k := range rows[i] {
			rows[i][k].weight *= rarity(len(rows), df[rows[i][k].word])
		}
	}
	return of, rows, len(df)
}

// between reports whether a rune of a text in lower case parts words.
func between(r rune) bool {
	if r >= 0x80 {
		return r >= '‐' && r <= '‧' // dashes and quotation marks
	}
	return (r < 'a' || r > 'z') && (r < '0' || r > '9')
}

// ties finds, for each sentence of the reports, those that are like it: whose
// vectors of words, weighted by how few sentences have them, have a cosine above a
// tenth (G. Erkan and D. Radev, LexRank: graph-based lexical centrality as salience
// in text summarization, 2004; by degree). It returns the numbers of the sentences
// and, by number, the sentences that are like each.
func ties(docs []*entente.Document) (at map[*entente.Sentence]int, like []set) {
	of, rows, words := vectors(docs)
	norm := make([]int, len(rows))
	for i := range rows {
		for _, e := range rows[i] {
			norm[i] += e.weight * e.weight
		}
	}
	at, like = make(map[*entente.Sentence]int, len(rows)), make([]set, len(rows))
	dense := make([]int, words)
	for i := range rows {
		at[of[i]], like[i] = i, newSet(len(rows))
		for _, e := range rows[i] {
			dense[e.word] = e.weight
		}
		for j := range rows {
			dot := 0
			for _, e := range rows[j] {
				dot += e.weight * dense[e.word]
			}
			if j != i && dot*dot*100 > norm[i]*norm[j] {
				like[i].add(j)
			}
		}
		for _, e := range rows[i] {
			dense[e.word] = 0
		}
	}
	return at, like
}

// set is a set of small numbers.
type set []uint64

// newSet returns an empty set of numbers below n.
func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) add(i int) { s[i/64] |= 1 << (i % 64) }

// beyond counts what is in s and not in t; nil is the empty set.
func (s set) beyond(t set) int {
	n := 0
	for i, x := range s {
		if t != nil {
			x &^= t[i]
		}
		n += bits.OnesCount64(x)
	}
	return n
}

// join adds what is in t.
func (s set) join(t set) {
	for i := range s {
		s[i] |= t[i]
	}
}

// rarity is sixteen times the binary logarithm of n/df, to the next whole number
// below, the steps between powers of two taken as even.
func rarity(n, df int) int {
	x := uint(n * 16 / max(df, 1)) //nolint:gosec // positive
	whole := bits.Len(x) - 1
	if whole < 4 {
		return 0
	}
	return 16*(whole-4) + int(x>>(whole-4)) - 16 //nolint:gosec // small
}
