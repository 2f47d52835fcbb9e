package story_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/story"
)

var streamLength = flag.Int("stream", 1_000_000, "documents of the stream of BenchmarkStream")

// Shape of the generated stream: ten thousand reports a day, of which a fifth
// are edited copies, on happenings that are told for about three days.
const (
	perDay     = 10_000
	perStory   = 12
	vocabulary = 60_000
	reportSize = 220 // words
)

// generator makes a stream of reports that look like news to a clusterer:
// words by Zipf's law, of which a quarter belong to the happening.
type generator struct {
	rng     *rand.Rand
	zipf    *rand.Zipf
	words   []string
	open    []happening
	made    int
	reports []*entente.Document // the latest, which are copied
}

type happening struct {
	names, words []string
	left         int
}

func newGenerator(seed uint64) *generator {
	g := &generator{rng: rand.New(rand.NewPCG(seed, 1))} //nolint:gosec // it must repeat
	g.zipf = rand.NewZipf(g.rng, 1.07, 8, vocabulary-1)
	for i := range vocabulary {
		g.words = append(g.words, syllables(g.rng)+fmt.Sprintf("%c%c", 'a'+i%26, 'a'+i/26%26))
	}
	return g
}

func (g *generator) next() *entente.Document {
	day := entente.NewDay(2024, 1, 1) + entente.Day(g.made/perDay)
	g.made++
	d := &entente.Document{ID: fmt.Sprintf("d%d", g.made), Published: day.Time(), DateOnly: true}
	if len(g.reports) > 0 && g.rng.IntN(5) == 0 {
		d.Text = g.edited(g.reports[g.rng.IntN(len(g.reports))].Text)
	} else {
		d.Text = g.report()
	}
	d.Title, _, _ = strings.Cut(d.Text, ".")
	if g.reports = append(g.reports, d); len(g.reports) > 500 {
		g.reports = g.reports[1:]
	}
	return d
}

func (g *generator) report() string {
	for len(g.open) < 3*perDay/perStory/4 {
		h := happening{left: 1 + g.rng.IntN(2*perStory)}
		for range 12 {
			w := g.words[g.rng.IntN(vocabulary)]
			h.names = append(h.names, strings.ToUpper(w[:1])+w[1:])
			h.words = append(h.words, g.words[2000+g.rng.IntN(vocabulary-2000)])
		}
		g.open = append(g.open, h)
	}
	i := g.rng.IntN(len(g.open))
	h := &g.open[i]
	var b strings.Builder
	for k := range reportSize {
		switch {
		case g.rng.IntN(8) == 0:
			b.WriteString(h.names[g.rng.IntN(12)])
		case g.rng.IntN(8) == 0:
			b.WriteString(h.words[g.rng.IntN(12)])
		default:
			b.WriteString(g.words[g.zipf.Uint64()])
		}
		if k%14 == 13 {
			b.WriteString(". The ")
		} else {
			b.WriteByte(' ')
		}
	}
	if h.left--; h.left == 0 {
		g.open[i] = g.open[len(g.open)-1]
		g.open = g.open[:len(g.open)-1]
	}
	return b.String()
}

// edited changes a tenth of the words.
func (g *generator) edited(text string) string {
	words := strings.Fields(text)
	for range len(words) / 10 {
		words[g.rng.IntN(len(words))] = g.words[g.zipf.Uint64()]
	}
	return strings.Join(words, " ")
}

// BenchmarkStream adds a long stream, once, and prints what a document costs
// and what memory holds in each tenth of it: processor time, apart for the
// reading of words and for all. -stream sets its length.
func BenchmarkStream(b *testing.B) {
	for range b.N {
		g, c := newGenerator(7), story.New(story.Defaults())
		tenth := max(*streamLength/10, 1)
		var costs [10]time.Duration
		var total, reading time.Duration
		batch := make([]*entente.Document, 0, 1000)
		features := make([]story.Features, 0, 1000)
		for i := range costs {
			for n := 0; n < tenth; n += len(batch) {
				batch, features = batch[:0], features[:0]
				for len(batch) < min(1000, tenth-n) {
					batch = append(batch, g.next())
				}
				start := cpuTime()
				for _, d := range batch {
					features = append(features, story.Extract(d))
				}
				read := cpuTime()
				for _, f := range features {
					c.Add(f)
				}
				c.Changes()
				c.Links()
				reading += read - start
				costs[i] += cpuTime() - start
			}
			total += costs[i]
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.Logf("%8d documents: %6.0f µs each, %4d MB", tenth*(i+1), float64(costs[i].Microseconds())/float64(tenth), m.HeapAlloc>>20)
		}
		b.ReportMetric(float64(10*tenth)/total.Seconds(), "docs/s")
		b.ReportMetric(100*reading.Seconds()/total.Seconds(), "%reading")
		b.ReportMetric(costs[9].Seconds()/costs[0].Seconds(), "last/first")
	}
}
