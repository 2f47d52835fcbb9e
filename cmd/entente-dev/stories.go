package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/eval"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/source"
	"github.com/entente-news/entente/internal/story"
)

// runStories learns the weights of the kinds of terms by which reports are
// compared, from pairs of reports that are of one story or of two, and says how
// well they part pairs of topics that they were not learnt from.
//
// A pair is of one story with the probability of logistic regression on the
// logarithm of its cosine, in which the terms of each kind have a weight, in the
// lead and behind it. Pairs of ecbplus are those of one topic, which holds two
// happenings of one kind, and some of two topics; pairs of headlines are drawn.
// Steps of coordinate descent find the weights, so that the same data and seed
// give the same ones.
func runStories(args []string, out io.Writer) error {
	if len(args) > 0 && args[0] == "merge" {
		return runStoriesMerge(args[1:], out)
	}
	fs := flag.NewFlagSet("stories", flag.ContinueOnError)
	gold := fs.String("gold", os.Getenv("ENTENTE_GOLD"), "folder with stories/ecbplus.jsonl and stories/headlines.jsonl")
	seed := fs.Uint64("seed", 1, "seed of what is drawn")
	if err := fs.Parse(args); err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	if *gold == "" {
		return errors.New("--gold is needed")
	}
	var pairs []storyPair
	rng := rand.New(rand.NewPCG(*seed, 0x73746f72)) //nolint:gosec // it must repeat
	for set, name := range []string{"stories/ecbplus.jsonl", "stories/headlines.jsonl"} {
		docs, err := readStoryDocs(*gold, name)
		if err != nil {
			return err
		}
		pairs = append(pairs, storyPairs(docs, set, rng)...)
	}
	all := fitStories(pairs, -1)
	fmt.Fprintf(out, "%d pairs\n", len(pairs))
	fmt.Fprintf(out, "%-9s %7s %7s %s\n", "left out", "before", "learnt", "word name pair number | in the lead: word name pair number")
	for fold := range storyFolds {
		x := fitStories(pairs, fold)
		y := fitBounds(pairs, fold)
		fmt.Fprintf(out, "fold %-4d %7.4f %7.4f %s\n", fold, storyLoss(pairs, y, -1, fold), storyLoss(pairs, x, -1, fold), x)
	}
	fmt.Fprintf(out, "%-9s %7.4f %7.4f %s\n", "none", storyLoss(pairs, fitBounds(pairs, -1), -1, -1), storyLoss(pairs, all, -1, -1), all)
	return nil
}

const (
	storyFolds = 5
	storyKinds = 8 // four kinds of terms, behind the lead and in it
)

// storyParams are the logarithms of the weights of kinds, then of each set the
// logarithm of the slope and the bound of the logistic function.
type storyParams [storyKinds + 4]float64

// String prints the weights as they are multiplied to values, the first being 1.
func (p storyParams) String() string {
	s := ""
	for k := range storyKinds {
		if k == storyKinds/2 {
			s += " |"
		}
		s += fmt.Sprintf(" %.2f", math.Exp((p[k]-p[0])/2))
	}
	return s
}

// usualStories are the weights before learning: names four times those of
// words, neighbours 1.7 times.
func usualStories() storyParams {
	name, pair := math.Log(4), math.Log(1.69)
	return storyParams{0, name, pair, name, 0, name, pair, name, math.Log(4), math.Log(0.12), math.Log(3), math.Log(0.12)}
}

type storyRecord struct {
	ID, Title, Text, Date, Time string
	Cluster                     any
	Topic                       any
}

type storyReport struct {
	story, topic string
	fold         int
	features     story.Features
	values       []float64 // of the terms, without the weights of kinds
	squares      [storyKinds]float64
}

func readStoryDocs(gold, name string) ([]storyReport, error) {
	list, err := eval.ReadJSONL[storyRecord](os.DirFS(gold), name)
	if err != nil {
		return nil, err
	}
	out := make([]storyReport, len(list))
	seen := map[uint32]int{}
	for i, r := range list {
		d := &entente.Document{ID: r.ID, Title: r.Title, Text: r.Text}
		if d.Text == "" {
			d.Text = d.Title
		}
		if t, _, err := source.ParseTime(r.Date + r.Time); err == nil {
			d.Published = t
		}
		x := &out[i]
		x.story, x.topic = fmt.Sprint(r.Cluster), fmt.Sprint(r.Cluster)
		if r.Topic != nil {
			x.topic = fmt.Sprint(r.Topic)
		}
		x.fold = int(model.HashString(x.topic) % storyFolds)
		x.features = story.Extract(d)
		for _, t := range x.features.Terms {
			seen[t.Hash]++
		}
	}
	for i := range out {
		x := &out[i]
		for _, t := range x.features.Terms {
			rarity := math.Log2(float64(len(out)+30) / float64(seen[t.Hash]+1))
			v := math.Sqrt(math.Sqrt(float64(int(t.Body)+int(t.Lead)))) * math.Sqrt(rarity)
			x.values = append(x.values, v)
			x.squares[kindOf(t)] += v * v
		}
	}
	return out, nil
}
