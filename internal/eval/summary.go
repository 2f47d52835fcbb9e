package eval

import (
	"math"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// Plain summaries that briefs are measured against.

// sentencesOf returns the sentences of documents in order, headlines that are
// carried along left out.
func sentencesOf(docs []*entente.Document) []string {
	var out []string
	for _, d := range docs {
		for i := range d.Sentences {
			if s := d.Sentences[i].Span; !d.InRelated(s) {
				out = append(out, strings.Join(strings.Fields(s.In(d.Text)), " "))
			}
		}
	}
	return out
}

// Lead3 is the first three sentences of the first document.
func Lead3(docs []*entente.Document) string {
	if len(docs) == 0 {
		return ""
	}
	s := sentencesOf(docs[:1])
	return strings.Join(s[:min(3, len(s))], " ")
}

// maxRanked bounds the sentences that are compared with each other.
const maxRanked = 400

// TextRank puts the sentences of documents in the order of their rank among
// sentences that share words with them (R. Mihalcea and P. Tarau, TextRank:
// bringing order into text, 2004).
func TextRank(docs []*entente.Document) string {
	sentences := sentencesOf(docs)
	sentences = sentences[:min(len(sentences), maxRanked)]
	words := make([][]string, len(sentences))
	for i, s := range sentences {
		words[i] = unique(rougeWords(s))
	}
	return ranked(sentences, func(i, j int) float64 {
		n := 0
		for _, w := range words[i] {
			if _, ok := slices.BinarySearch(words[j], w); ok {
				n++
			}
		}
		if d := math.Log(float64(len(words[i]))) + math.Log(float64(len(words[j]))); n > 0 && d > 0 {
			return float64(n) / d
		}
		return 0
	})
}

// lexThreshold is the cosine above which two sentences are tied.
const lexThreshold = 0.1

// LexRank puts the sentences of documents in the order of their rank in the
// graph of those whose tf-idf vectors have a cosine above a threshold (G. Erkan
// and D. Radev, LexRank: graph-based lexical centrality as salience in text
// summarization, 2004).
func LexRank(docs []*entente.Document) string {
	sentences := sentencesOf(docs)
	sentences = sentences[:min(len(sentences), maxRanked)]
	df := map[string]int{}
	counts := make([]map[string]int, len(sentences))
	order := make([][]string, len(sentences))
	for i, s := range sentences {
		counts[i] = map[string]int{}
		for _, w := range rougeWords(s) {
			counts[i][w]++
		}
		order[i] = unique(rougeWords(s))
		for _, w := range order[i] {
			df[w]++
		}
	}
	weight := func(i int, w string) float64 {
		return float64(counts[i][w]) * math.Log(float64(len(sentences))/float64(df[w]))
	}
	norm := make([]float64, len(sentences))
	for i := range sentences {
		for _, w := range order[i] {
			x := weight(i, w)
			norm[i] += x * x
		}
		norm[i] = math.Sqrt(norm[i])
	}
	return ranked(sentences, func(i, j int) float64 {
		dot := 0.0
		for _, w := range order[i] {
			if counts[j][w] > 0 {
				dot += weight(i, w) * weight(j, w)
			}
		}
		if norm[i] > 0 && norm[j] > 0 && dot/(norm[i]*norm[j]) > lexThreshold {
			return 1
		}
		return 0
	})
}

// damping and rounds of PageRank (S. Brin and L. Page, 1998).
const (
	damping = 0.85
	rounds  = 40
)

// ranked joins sentences in the order of their PageRank in the graph of weights.
func ranked(sentences []string, weight func(i, j int) float64) string {
	n := len(sentences)
	w := make([][]float64, n)
	out := make([]float64, n)
	for i := range n {
		w[i] = make([]float64, n)
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			w[i][j] = weight(i, j)
			w[j][i] = w[i][j]
			out[i] += w[i][j]
			out[j] += w[i][j]
		}
	}
	rank := make([]float64, n)
	for i := range rank {
		rank[i] = 1
	}
	for range rounds {
		next := make([]float64, n)
		for i := range n {
			next[i] = 1 - damping
			for j := range n {
				if w[j][i] > 0 {
					next[i] += damping * rank[j] * w[j][i] / out[j]
				}
			}
		}
		rank = next
	}
	at := make([]int, n)
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int {
		switch {
		case rank[a] > rank[b]:
			return -1
		case rank[a] < rank[b]:
			return 1
		}
		return 0
	})
	var parts []string
	seen := map[string]bool{}
	for _, i := range at {
		if !seen[sentences[i]] {
			seen[sentences[i]] = true
			parts = append(parts, sentences[i])
		}
	}
	return strings.Join(parts, " ")
}
