package eval

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/pipeline"
)

const (
	sheetSentences = 8 // of the shorter report, evenly drawn
	runWords       = 4 // words of a run by which wording is compared for the draw
)

// DrawCopies writes a sheet for readers who are to say which pairs of reports
// are near-copies: the pairs of data/stories/copies.tsv and more more, drawn by
// seed from bands of shared wording of the mixed news, in an order that says
// nothing. Each sentence of the shorter report, eight at most, stands beside
// that of the longer which has most words of it. It returns the number of pairs.
func (r *Runner) DrawCopies(ctx context.Context, out io.Writer, more int, seed uint64) (int, error) {
	known, err := readTable(r.Own, "stories/copies.tsv", 4)
	if err != nil {
		return 0, err
	}
	news, err := ReadJSONL[storyDoc](r.Gold, "corpus/news.jsonl.gz")
	if err != nil {
		return 0, err
	}
	at := map[string]int{}
	for i, d := range news {
		at[d.ID] = i
	}
	var pairs [][2]int
	seen := map[[2]int]bool{}
	add := func(a, b int) {
		if p := [2]int{min(a, b), max(a, b)}; !seen[p] {
			seen[p] = true
			pairs = append(pairs, p)
		}
	}
	for _, p := range known {
		a, ok := at[p[0]]
		b, ok2 := at[p[1]]
		if ok && ok2 {
			add(a, b)
		}
	}
	rng := rand.New(rand.NewPCG(seed, 0x70616972)) //nolint:gosec // it must repeat
	bands := wordingBands(news)
	for _, band := range bands {
		rng.Shuffle(len(band), func(i, j int) { band[i], band[j] = band[j], band[i] })
	}
	for want := len(pairs) + more; len(pairs) < want; {
		left := 0
		for k := range bands {
			if len(bands[k]) > 0 && len(pairs) < want {
				add(bands[k][0][0], bands[k][0][1])
				bands[k] = bands[k][1:]
			}
			left += len(bands[k])
		}
		if left == 0 {
			break
		}
	}
	rng.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	return len(pairs), r.writePairs(ctx, out, news, pairs)
}

// writePairs writes the sheet of pairs.
func (r *Runner) writePairs(ctx context.Context, out io.Writer, news []storyDoc, pairs [][2]int) error {
	docs := map[int]*entente.Document{}
	var list []*entente.Document
	for _, p := range pairs {
		for _, i := range p {
			if docs[i] == nil {
				docs[i] = given(news[i].ID, news[i].Text, news[i].Date)
				docs[i].Title = news[i].Title
				list = append(list, docs[i])
			}
		}
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerTokens}), list); err != nil {
		return err
	}
	for i, p := range pairs {
		if err := writeCopies(out, i+1, docs[p[0]], docs[p[1]]); err != nil {
			return fmt.Errorf("write the sheet: %w", err)
		}
	}
	return nil
}

// wordingBands returns pairs of reports by the share of the runs of words of
// the shorter that stand in the longer: bands of a tenth from .1 to .9.
func wordingBands(news []storyDoc) [][][2]int {
	of := map[uint64][]int{}
	size := make([]int, len(news))
	for i := range news {
		words := strings.Fields(strings.ToLower(news[i].Text))
		runs := map[uint64]bool{}
		for k := 0; k+runWords <= len(words); k++ {
			runs[model.HashString(strings.Join(words[k:k+runWords], " "))] = true
		}
		size[i] = len(runs)
		for h := range runs { // each list is filled once a document: the order does not matter
			of[h] = append(of[h], i)
		}
	}
	shared := map[[2]int]int{}
	for _, list := range of {
		for i := range list {
			for j := range i {
				shared[[2]int{list[j], list[i]}]++
			}
		}
	}
	bands := make([][][2]int, 8)
	for p, n := range shared {
		if b := 10*n/min(size[p[0]], size[p[1]]) - 1; b >= 0 && b < len(bands) && min(size[p[0]], size[p[1]]) >= minCopyWords {
			bands[b] = append(bands[b], p)
		}
	}
	for _, b := range bands {
		slices.SortFunc(b, func(x, y [2]int) int { return cmp.Or(x[0]-y[0], x[1]-y[1]) })
	}
	return bands
}

// writeCopies writes one pair, the shorter report first.
func writeCopies(out io.Writer, no int, a, b *entente.Document) error {
	if len(a.Text) > len(b.Text) {
		a, b = b, a
	}
	var w strings.Builder
	fmt.Fprintf(&w, "=== pair %d  %s  %s\n", no, a.ID, b.ID)
	for _, d := range []*entente.Document{a, b} {
		fmt.Fprintf(&w, "  %s | %s | %d words, %d sentences\n", dateOf(d), oneLine(cmp.Or(d.Title, "no title"), 120), len(strings.Fields(d.Text)), len(d.Sentences))
	}
	x, y := sentenceTexts(a), sentenceTexts(b)
	for k := range min(sheetSentences, len(x)) {
		s := x[k*len(x)/min(sheetSentences, len(x))]
		fmt.Fprintf(&w, "  A: %s\n  B: %s\n", oneLine(s, 300), oneLine(nearestSentence(s, y), 300))
	}
	_, err := io.WriteString(out, w.String()+"\n")
	return err
}

func dateOf(d *entente.Document) string {
	if day := d.Day(); day.Known() {
		return day.String()
	}
	return "no date"
}

func sentenceTexts(d *entente.Document) []string {
	out := make([]string, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = d.Text[s.Span.Start:s.Span.End]
	}
	return out
}

// nearestSentence returns the sentence of list that has most words of s, beside
// its own number.
func nearestSentence(s string, list []string) string {
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(s)) {
		words[w] = true
	}
	best, most := "", -1.0
	for _, t := range list {
		other := strings.Fields(strings.ToLower(t))
		n := 0
		for _, w := range other {
			if words[w] {
				n++
			}
		}
		if x := float64(2*n) / float64(len(words)+len(other)); x > most {
			best, most = t, x
		}
	}
	return best
}
