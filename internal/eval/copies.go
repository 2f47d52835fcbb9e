package eval

import (
	"math/rand/v2"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// CopyEdit says how much an edited copy differs from its original.
type CopyEdit struct {
	Words      float64 // share of the words that are changed, in [0,1]
	Paragraphs float64 // chance of each paragraph but the first to be dropped, in [0,1]
	Tail       float64 // chance that the end is cut off, up to two fifths of the text, in [0,1]
}

// copyLevels are the shares of changed words at which copies are measured.
var copyLevels = []float64{0.05, 0.10, 0.15, 0.20, 0.25, 0.30}

// editAt is the editing that goes with a share of changed words. It was fixed
// before the detector that it measures.
func editAt(words float64) CopyEdit { return CopyEdit{Words: words, Paragraphs: 0.15, Tail: 0.33} }

// Copier makes edited copies of reports as desks do: another headline or none,
// paragraphs dropped, the end cut off, words put otherwise, left out and put
// in. The same seed and the same calls give the same copies.
type Copier struct {
	rng   *rand.Rand
	words []string // of other reports, from which new ones are drawn
}

// NewCopier returns a copier that draws its words from docs.
func NewCopier(seed uint64, docs []*entente.Document) *Copier {
	c := &Copier{rng: rand.New(rand.NewPCG(seed, 0x636f7079))} //nolint:gosec // it must repeat
	for _, d := range docs {
		c.words = append(c.words, strings.Fields(d.Text)...)
	}
	return c
}

// Copy returns an edited copy of d under another id. At least two fifths of
// the words of d are kept in place before words are changed.
func (c *Copier) Copy(d *entente.Document, id string, e CopyEdit) *entente.Document {
	out := &entente.Document{ID: id, Lang: d.Lang, Published: d.Published, DateOnly: d.DateOnly, DateBasis: d.DateBasis}
	paras := c.cut(paragraphs(d.Text), e)
	for i, p := range paras {
		paras[i] = strings.Join(c.change(strings.Fields(p), e.Words), " ")
	}
	out.Text = strings.Join(paras, "\n")
	out.Title = c.headline(strings.Fields(out.Text))
	return out
}

func paragraphs(text string) []string {
	var out []string
	for _, p := range strings.Split(text, "\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// cut drops paragraphs and the end of a text.
func (c *Copier) cut(paras []string, e CopyEdit) []string {
	all := countWords(paras)
	var out []string
	for i, p := range paras {
		if i == 0 || c.rng.Float64() >= e.Paragraphs {
			out = append(out, p)
		}
	}
	if c.rng.Float64() < e.Tail {
		keep := float64(len(out)) * (0.6 + 0.4*c.rng.Float64())
		out = out[:max(1, int(keep+0.5))]
	}
	if countWords(out)*5 < all*2 {
		return slices.Clone(paras)
	}
	return out
}

func countWords(paras []string) int {
	n := 0
	for _, p := range paras {
		n += len(strings.Fields(p))
	}
	return n
}

// change changes a share of words: of five, three are put otherwise, one is
// left out and one put in, alone or in runs of up to three.
func (c *Copier) change(words []string, share float64) []string {
	left := int(float64(len(words))*share + 0.5)
	edit := make([]byte, len(words)+3)
	for tries := 0; left > 0 && tries < 100*len(words); tries++ {
		at, run := c.rng.IntN(len(words)), []int{1, 1, 1, 2, 3}[c.rng.IntN(5)]
		for i := at; i < min(at+run, len(words)) && left > 0; i++ {
			if edit[i] == 0 {
				edit[i] = "rrrdi"[c.rng.IntN(5)]
				left--
			}
		}
	}
	var out []string
	for i, w := range words {
		switch edit[i] {
		case 'r':
			out = append(out, c.word())
		case 'd':
		case 'i':
			out = append(out, w, c.word())
		default:
			out = append(out, w)
		}
	}
	return out
}

func (c *Copier) word() string { return c.words[c.rng.IntN(len(c.words))] }

// headline makes a headline of some words of the text, in their order; one in
// four copies has none.
func (c *Copier) headline(words []string) string {
	if len(words) == 0 || c.rng.IntN(4) == 0 {
		return ""
	}
	at := make([]int, min(len(words), 5+c.rng.IntN(6)))
	for i := range at {
		at[i] = c.rng.IntN(min(len(words), 60))
	}
	slices.Sort(at)
	var out []string
	for _, i := range slices.Compact(at) {
		out = append(out, words[i])
	}
	return strings.Join(out, " ")
}
