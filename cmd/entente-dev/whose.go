package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/actor"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/models"
)

// open is a noun of the corpus whose country no words say, with the countries
// that it may be of.
type open struct {
	record  string
	text    string
	options []actor.Option
	gold    string // "" for none
}

// whoseRun learns which country a noun is of that does not say it.
type whoseRun struct {
	coderRun
	list []open
}

// runWhose learns the weights of whose.tsv, or measures them on folds.
func runWhose(args []string, out io.Writer) error {
	r := whoseRun{coderRun: coderRun{out: out}}
	flags := flag.NewFlagSet("whose", flag.ContinueOnError)
	return r.fit(flags, args, r.gather, r.measure, func(to string) error { return learnWhose(r.list).write(to) })
}

// fit is a command that learns weights of the layer of actors from the written and
// the drawn part, and writes them or measures them on folds.
func (r *coderRun) fit(flags *flag.FlagSet, args []string, gather func() error, measure func(folds int) error, write func(to string) error) error {
	flags.StringVar(&r.data, "data", "data", "folder with actors/, places/ and corpus/")
	flags.StringVar(&r.gold, "gold", "", "folder of gold data, for the texts of the drawn part")
	to := flags.String("out", "", "file to write the weights to")
	folds := flags.Int("folds", 0, "measure on so many folds of the corpus")
	if err := flags.Parse(args); err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	if *to == "" && *folds < 2 {
		return fmt.Errorf("%s: --out or --folds is missing", flags.Name())
	}
	var err error
	if r.tools, err = pipeline.Load(without{models.FS, "events.bin"}, os.DirFS(r.data)); err != nil {
		return err
	}
	if err := gather(); err != nil {
		return err
	}
	if *folds >= 2 {
		if err := measure(*folds); err != nil {
			return err
		}
	}
	if *to == "" {
		return nil
	}
	return write(*to)
}

// actorsOf returns the records that are learnt from, and their documents with the
// layer of actors.
func (r *coderRun) actorsOf() ([]corpus.Record, []*entente.Document, error) {
	records, err := learntFrom(r.data, r.gold)
	if err != nil {
		return nil, nil, err
	}
	docs := make([]*entente.Document, len(records))
	for i := range records {
		if docs[i], err = documentOf(&records[i]); err != nil {
			return nil, nil, err
		}
	}
	return records, docs, r.annotateFor(pipeline.Plan{Want: entente.LayerActors}, docs)
}

// gather reads the written and the drawn part and lists what is open there.
func (r *whoseRun) gather() error {
	records, docs, err := r.actorsOf()
	if err != nil {
		return err
	}
	w := r.tools.Actors.NewWorker()
	for i := range records {
		r.see(w, docs[i], &records[i])
	}
	return nil
}

// see settles a document anew and keeps what was open of the members of its
// events.
func (r *whoseRun) see(w *actor.Worker, d *entente.Document, rec *corpus.Record) {
	at := map[entente.Span]open{}
	w.Watch(func(m *entente.Mention, options []actor.Option) {
		o := open{record: rec.ID, text: m.Actor.Span.In(d.Text)}
		for _, x := range options {
			o.options = append(o.options, actor.Option{Country: x.Country, Signs: slices.Clone(x.Signs)})
		}
		at[d.Tokens[m.Head].Span] = o
	})
	w.Annotate(d)
	w.Settle(d)
	runes := []rune(*rec.Text)
	for _, e := range rec.Events {
		for _, g := range slices.Concat(e.Actor, e.Recipient) {
			if g.End <= g.Start {
				continue
			}
			head := nounSpan(runes, g.Start, g.End)
			for span, o := range at {
				if span.End == head.End && span.Start >= head.Start {
					if g.Country != nil && !entente.IsSupranational(*g.Country) {
						o.gold = *g.Country
					}
					r.list = append(r.list, o)
					delete(at, span) // a member of two events counts once
				}
			}
		}
	}
}

// nounSpan returns the bytes of a phrase up to its first preposition.
func nounSpan(runes []rune, start, end int) entente.Span {
	words := strings.Split(string(runes[start:end]), " ")
	n := 1
	for n < len(words) && !slices.Contains([]string{"of", "in", "at", "from", "for", "with", "on", "to", "near", "who", "whose", "that"}, words[n]) {
		n++
	}
	from := len(string(runes[:start]))
	return entente.Span{Start: from, End: from + len(strings.Join(words[:n], " "))}
}

// measure prints how often the choice is right on folds, and by how much it is
// ahead.
func (r *whoseRun) measure(folds int) error {
	var n, right [8]int
	listed, all := 0, 0
	for f := range folds {
		var learn, test []open
		for i := range r.list {
			if fold(r.list[i].record, folds) == f {
				test = append(test, r.list[i])
			} else {
				learn = append(learn, r.list[i])
			}
		}
		w := learnWhose(learn)
		for i := range test {
			got, margin := w.best(test[i].options)
			k := min(int(margin*2), len(n)-1)
			n[k]++
			all++
			if got == test[i].gold {
				right[k]++
			}
			if slices.ContainsFunc(test[i].options, func(o actor.Option) bool { return o.Country == test[i].gold }) {
				listed++
			}
		}
	}
	sum := 0
	for _, k := range right {
		sum += k
	}
	_, err := fmt.Fprintf(r.out, "%d open, %.1f %% with their country among the options; right %.1f %%\n", all, share(listed, all), share(sum, all))
	for k := range n {
		if err == nil {
			_, err = fmt.Fprintf(r.out, "ahead by %.1f or more: %d, right %.1f %%\n", float64(k)/2, n[k], share(right[k], n[k]))
		}
	}
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

func share(k, n int) float64 { return 100 * float64(k) / float64(max(1, n)) }

// whoseWeights are what the signs weigh.
type whoseWeights []float64

func (w whoseWeights) of(o *actor.Option) (s float64) {
	for _, x := range o.Signs {
		s += w[x]
	}
	return s
}

// best returns the country for which most speaks, and how far it is ahead.
func (w whoseWeights) best(list []actor.Option) (country string, margin float64) {
	first, second := math.Inf(-1), math.Inf(-1)
	for i := range list {
		if s := w.of(&list[i]); s > first {
			country, first, second = list[i].Country, s, first
		} else {
			second = max(second, s)
		}
	}
	return country, min(first-second, 1e6)
}

// The learning of the weights: passes over the corpus, length of a step, what
// draws a weight to nothing.
const (
	whosePasses = 12
	whoseStep   = 0.3
	whoseDecay  = 0.001
)

// learnWhose fits a softmax over the options of each noun (Berger, Della Pietra
// and Della Pietra 1996) by gradient steps of a length that shrinks by sign
// (Duchi, Hazan and Singer 2011). What lists its country nowhere teaches nothing.
func learnWhose(list []open) whoseWeights {
	w := make(whoseWeights, actor.NumSigns())
	seen := slices.Repeat([]float64{1}, len(w))
	var at []int
	for i := range list {
		if slices.ContainsFunc(list[i].options, func(o actor.Option) bool { return o.Country == list[i].gold }) {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(list[a].record, list[b].record) })
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // an order, no secret
	for range whosePasses {
		random.Shuffle(len(at), func(a, b int) { at[a], at[b] = at[b], at[a] })
		for _, i := range at {
			w.learn(&list[i], seen)
		}
	}
	return w
}

// learn takes one step.
func (w whoseWeights) learn(o *open, seen []float64) {
	p := make([]float64, len(o.options))
	top, sum := math.Inf(-1), 0.0
	for k := range p {
		p[k] = w.of(&o.options[k])
		top = max(top, p[k])
	}
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		d := p[k] / sum
		if o.options[k].Country == o.gold {
			d--
		}
		for _, x := range o.options[k].Signs {
			g := d + whoseDecay*w[x]
			seen[x] += g * g
			w[x] -= whoseStep * g / math.Sqrt(seen[x])
		}
	}
}

// write writes the weights as a table.
func (w whoseWeights) write(name string) error {
	var b strings.Builder
	b.WriteString("sign\tvalue\tweight\n" +
		"# Whose a noun is that does not say it: what speaks for a country, in hundredths of a unit of log-odds (docs/adr/0029).\n" +
		"# Learnt on the written and the drawn part of the corpus by entente-dev whose --out; not to be edited by hand.\n" +
		"# A value is a determiner, a group of sectors, or how many countries the sentence names. \"open\" speaks for none of the countries.\n")
	for x, v := range w {
		if n := int(math.Round(v * actor.WeightUnit)); n != 0 {
			kind, value := actor.SignName(actor.Sign(x)) //nolint:gosec // some hundreds
			fmt.Fprintf(&b, "%s\t%s\t%d\n", kind, value, n)
		}
	}
	if err := os.WriteFile(filepath.Clean(name), []byte(b.String()), 0o644); err != nil { //nolint:gosec // a table that anyone may read
		return fmt.Errorf("write the weights: %w", err)
	}
	return nil
}
