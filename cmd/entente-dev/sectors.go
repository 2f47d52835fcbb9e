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
)

// roleOf is a noun of a member of the corpus with what tells of its role.
type roleOf struct {
	record string
	cues   []int // numbers of cues
	by     int   // the sector of the tables
	gold   int
}

// sectorRun learns in which role the bearers of a noun act.
type sectorRun struct {
	coderRun
	list    []roleOf
	numbers map[actor.Cue]int
	cues    []actor.Cue
	counts  []int // by cue: how many nouns it stands beside
	seldom  int   // fewer than so many teach nothing
}

// runSectors learns the weights of sectors.tsv, or measures them on folds.
func runSectors(args []string, out io.Writer) error {
	r := sectorRun{coderRun: coderRun{out: out}, numbers: map[actor.Cue]int{}}
	flags := flag.NewFlagSet("sectors", flag.ContinueOnError)
	flags.IntVar(&r.seldom, "seldom", 6, "leave out what stands beside fewer nouns")
	return r.fit(flags, args, r.gather, r.measure, func(to string) error { return r.write(to, r.learn(r.list)) })
}

// gather reads the written and the drawn part and lists the nouns of their members.
func (r *sectorRun) gather() error {
	records, docs, err := r.actorsOf()
	if err != nil {
		return err
	}
	w := r.tools.Actors.NewWorker()
	for i := range records {
		if err := r.see(w, docs[i], &records[i]); err != nil {
			return err
		}
	}
	return nil
}

// see reads the mentions of a document anew and keeps the nouns of the members of
// its events.
func (r *sectorRun) see(w *actor.Worker, d *entente.Document, rec *corpus.Record) error {
	seen := map[int]roleOf{} // by the first token of the mention
	w.WatchSectors(func(m *entente.Mention, by entente.Sector, cues []actor.Cue) {
		o := roleOf{record: rec.ID, by: int(by)}
		for _, c := range cues {
			o.cues = append(o.cues, r.number(c))
		}
		seen[m.First] = o
	})
	w.Annotate(d)
	runes := []rune(*rec.Text)
	for _, e := range rec.Events {
		for _, g := range slices.Concat(e.Actor, e.Recipient) {
			if g.End <= g.Start {
				continue
			}
			m := likest(d, nounSpan(runes, g.Start, g.End))
			if m == nil {
				continue
			}
			o, ok := seen[m.First]
			if !ok {
				continue
			}
			if g.Sector != nil {
				s, err := entente.ParseSector(*g.Sector)
				if err != nil {
					return fmt.Errorf("record %s: %w", rec.ID, err)
				}
				o.gold = int(s)
			}
			for _, c := range o.cues {
				r.counts[c]++
			}
			r.list = append(r.list, o)
			delete(seen, m.First) // a member of two events counts once
		}
	}
	return nil
}

// number returns the number of a cue.
func (r *sectorRun) number(c actor.Cue) int {
	i, ok := r.numbers[c]
	if !ok {
		i = len(r.cues)
		r.numbers[c] = i
		r.cues, r.counts = append(r.cues, c), append(r.counts, 0)
	}
	return i
}

// likest returns the mention that shares most with a span, the later of two alike;
// nil for none.
func likest(d *entente.Document, at entente.Span) (best *entente.Mention) {
	most := 0.0
	for i := range d.Mentions {
		s := d.Mentions[i].Actor.Span
		both := min(s.End, at.End) - max(s.Start, at.Start)
		if both <= 0 {
			continue
		}
		if l := float64(both) / float64(max(s.End, at.End)-min(s.Start, at.Start)); l >= most {
			most, best = l, &d.Mentions[i]
		}
	}
	return best
}

// measure prints how often the tables and the weighing are right on folds.
func (r *sectorRun) measure(folds int) error {
	all, tables, right, mended, spoilt := 0, 0, 0, 0, 0
	for f := range folds {
		var learn, test []roleOf
		for i := range r.list {
			if fold(r.list[i].record, folds) == f {
				test = append(test, r.list[i])
			} else {
				learn = append(learn, r.list[i])
			}
		}
		w := r.learn(learn)
		for i := range test {
			got := w.best(&test[i])
			all++
			tables += one(test[i].by == test[i].gold)
			right += one(got == test[i].gold)
			mended += one(got == test[i].gold && test[i].by != got)
			spoilt += one(got != test[i].gold && test[i].by == test[i].gold)
		}
	}
	if _, err := fmt.Fprintf(r.out, "%d nouns, right by the tables %.1f %%, weighed %.1f %% (+%d -%d)\n", all, share(tables, all), share(right, all), mended, spoilt); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// numSectors counts the sectors with none.
const numSectors = int(entente.SOC) + 1

// sectorWeights are what the cues weigh: for each cue, for each sector.
type sectorWeights []float64

// The learning of the weights: passes over the corpus, length of a step, what
// draws a weight to nothing, and the least weight that is kept; what speaks for the
// tables at first, and by how much another sector has to be ahead.
const (
	sectorPasses = 10
	sectorStep   = 0.1
	sectorDecay  = 0.01
	sectorLeast  = 0.3
	tablesLead   = float64(actor.TablesLead) / actor.SectorUnit
	sectorLead   = float64(actor.SectorLead) / actor.SectorUnit
)

// scores sets p to what speaks for each sector.
func (w sectorWeights) scores(o *roleOf, p []float64) {
	clear(p)
	p[o.by] = tablesLead
	for _, c := range o.cues {
		for s := range p {
			p[s] += w[c*numSectors+s]
		}
	}
}

// best returns the sector for which most speaks, the one of the tables unless
// another is ahead of it.
func (w sectorWeights) best(o *roleOf) int {
	var p [numSectors]float64
	w.scores(o, p[:])
	best := o.by
	for s := range p {
		if p[s] > p[best] {
			best = s
		}
	}
	if p[best] < p[o.by]+sectorLead || best == int(entente.UNK) {
		return o.by
	}
	return best
}

// learn fits a softmax over the sectors (Berger, Della Pietra and Della Pietra
// 1996) by gradient steps of a length that shrinks by weight (Duchi, Hazan and
// Singer 2011), and drops what weighs little.
func (r *sectorRun) learn(list []roleOf) sectorWeights {
	w := make(sectorWeights, len(r.cues)*numSectors)
	seen := slices.Repeat([]float64{1}, len(w))
	at := make([]int, len(list))
	for i := range at {
		at[i] = i
	}
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // an order, no secret
	for range sectorPasses {
		random.Shuffle(len(at), func(a, b int) { at[a], at[b] = at[b], at[a] })
		for _, i := range at {
			r.step(w, seen, &list[i])
		}
	}
	for i := range w {
		if math.Abs(w[i]) < sectorLeast {
			w[i] = 0
		}
		w[i] = math.Round(w[i]*actor.SectorUnit) / actor.SectorUnit
	}
	return w
}

// step takes one step.
func (r *sectorRun) step(w, seen sectorWeights, o *roleOf) {
	var p [numSectors]float64
	w.scores(o, p[:])
	top, sum := slices.Max(p[:]), 0.0
	for s := range p {
		p[s] = math.Exp(p[s] - top)
		sum += p[s]
	}
	for s := range p {
		d := p[s] / sum
		if s == o.gold {
			d--
		}
		if math.Abs(d) < 1e-3 {
			continue
		}
		for _, c := range o.cues {
			if r.counts[c] < r.seldom {
				continue
			}
			k := c*numSectors + s
			g := d + sectorDecay*w[k]
			seen[k] += g * g
			w[k] -= sectorStep * g / math.Sqrt(seen[k])
		}
	}
}

// write writes the weights as a table, cues in the order of their names.
func (r *sectorRun) write(name string, w sectorWeights) error {
	order := make([]int, len(r.cues))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(strings.Compare(r.cues[a].Kind, r.cues[b].Kind), strings.Compare(r.cues[a].Value, r.cues[b].Value))
	})
	var b strings.Builder
	b.WriteString("cue\tvalue\tweights\n" +
		"# In which role the bearers of a noun act: what its words and those around it speak for, in tenths of a unit of log-odds (docs/adr/0033).\n" +
		"# Learnt on the written and the drawn part of the corpus by entente-dev sectors --out; not to be edited by hand.\n")
	for _, c := range order {
		var list []string
		for s := range numSectors {
			if n := int(math.Round(w[c*numSectors+s] * actor.SectorUnit)); n != 0 {
				sector := entente.Sector(s).String() //nolint:gosec // some dozens
				if sector == "" {
					sector = "none"
				}
				list = append(list, fmt.Sprintf("%s:%d", sector, n))
			}
		}
		if len(list) > 0 && r.cues[c].Value != "" && !strings.ContainsAny(r.cues[c].Value, "\t\n\r") {
			fmt.Fprintf(&b, "%s\t%s\t%s\n", r.cues[c].Kind, r.cues[c].Value, strings.Join(list, "|"))
		}
	}
	if err := os.WriteFile(filepath.Clean(name), []byte(b.String()), 0o644); err != nil { //nolint:gosec // a table that anyone may read
		return fmt.Errorf("write the weights: %w", err)
	}
	return nil
}
