package coder

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
)

// The shape of the learnt decision, for training.
const (
	Roots = roots // classes of triggers and pairs: the roots by number, 0 for none
	Unit  = 96    // what weights are multiplied by before they are rounded
)

// BiasKey is the feature that every example has.
func BiasKey() uint32 {
	f := &features{}
	f.add("bias")
	return f.keys[0]
}

// GoldParty is an annotated member of an event.
type GoldParty struct {
	Span    entente.Span
	Sector  entente.Sector
	Country string // ISO 3166-1 alpha-3 or what stands in place of one, empty for none
	Group   bool   // it is a coalition without a country
}

// GoldEvent is an annotated event. Members without words are left out.
type GoldEvent struct {
	Trigger            entente.Span
	Root               entente.Root
	Actors, Recipients []GoldParty
}

// Taught are the examples that a document gives: its words as triggers, and the
// choices among the phrases around its triggers.
type Taught struct {
	Triggers         []model.Example
	Sights           []Sight        // of the triggers
	Who, Whom, Whose []model.Choice // who acts, who else takes part, and of which country
}

// Sight is what the network sees of a trigger beside its features.
type Sight struct {
	Words     [][]int8 // vectors of the words around it
	TellsWord []bool   // of each feature, whether it hangs on which word the trigger is
	Candidate bool     // whether it would be looked at
}

// The network: what its sections begin with, and what it sees.
const (
	NetworkName  = networkName
	SightPlaces  = seenPlaces
	SightVectors = lexical.Dims
)

// Teach makes examples of a document that has all layers below events, all its
// sentences parsed.
func (c *Coder) Teach(d *entente.Document, gold []GoldEvent) Taught {
	w := c.take()
	defer c.giveBack(w)
	w.x.load(d, c.t)
	var out Taught
	for s := range d.Sentences {
		if !d.Sentences[s].Parsed {
			continue
		}
		l := w.look(s, &w.f)
		for i := l.first; i < l.last; i++ {
			if !l.mayTrigger(i) {
				continue
			}
			root := entente.RootNone
			g := goldAt(d, gold, i)
			if g >= 0 {
				root = gold[g].Root
				l.teachSides(&out, i, &gold[g])
				out.Whose = l.teachWhose(out.Whose, i, &gold[g])
			}
			w.f.reset()
			w.f.named = true
			l.trigger(i)
			out.Triggers = append(out.Triggers, model.Example{Keys: slices.Clone(w.f.keys), Class: uint8(root), Weight: 1})
			out.Sights = append(out.Sights, l.sight(i))
			w.f.named = false
		}
	}
	return out
}

// sight returns what the network sees of token i beside the features, which are
// in l.f with their names.
func (l *look) sight(i int) Sight {
	s := Sight{Words: l.sees(i, nil), TellsWord: make([]bool, len(l.f.names)), Candidate: l.isKnown(i) || l.plain[i] != nil}
	for k, name := range l.f.names {
		name, _, _ = strings.Cut(name, "=")
		s.TellsWord[k] = tellsWord[name]
	}
	return s
}

// TeachPairs makes examples of the pairs of parties of a document.
func (c *Coder) TeachPairs(d *entente.Document, gold []GoldEvent) (out []model.Example) {
	for g := range gold {
		for _, p := range pairsOf(d, &gold[g]) {
			out = append(out, c.PairExample(d, p[0], p[1], gold[g].Root))
		}
	}
	return out
}

// PairExample makes an example of two given spans.
func (c *Coder) PairExample(d *entente.Document, source, target entente.Span, root entente.Root) model.Example {
	keys, _ := c.pairKeys(d, source, target, nil, nil)
	return model.Example{Keys: keys, Class: uint8(root), Weight: 1}
}

// goldAt returns the index of the event whose trigger has its head at token i,
// -1 for none.
func goldAt(d *entente.Document, gold []GoldEvent, i int) int {
	for g := range gold {
		if !gold[g].Trigger.Overlaps(d.Tokens[i].Span) {
			continue
		}
		if _, _, head := tokensOf(d, gold[g].Trigger); head == i {
			return g
		}
	}
	return -1
}

// pairsOf returns the pairs of parties of an event that stand in its sentence:
// the first actor with the first recipient, two actors both ways, else the
// actor alone.
func pairsOf(d *entente.Document, g *GoldEvent) [][2]entente.Span {
	inside := func(ps []GoldParty) (out []entente.Span) {
		for _, p := range ps {
			for s := range d.Sentences {
				if t := d.Sentences[s].Span; t.Overlaps(g.Trigger) && t.Overlaps(p.Span) {
					out = append(out, p.Span)
				}
			}
		}
		return out
	}
	as, rs := inside(g.Actors), inside(g.Recipients)
	switch {
	case len(as) == 0:
		return nil
	case len(rs) > 0:
		return [][2]entente.Span{{as[0], rs[0]}}
	case len(as) > 1:
		return [][2]entente.Span{{as[0], as[1]}, {as[1], as[0]}}
	}
	return [][2]entente.Span{{as[0], {}}}
}

// NounCount counts in which sectors nouns stand as parties.
type NounCount map[string]map[entente.Sector]int

// Count adds the nouns at the heads of the parties of events.
func (n NounCount) Count(c *Coder, d *entente.Document, gold []GoldEvent) {
	for i := range gold {
		for _, p := range slices.Concat(gold[i].Actors, gold[i].Recipients) {
			from, _, head := tokensOf(d, p.Span)
			if from < 0 || d.Tokens[head].UPOS != entente.NOUN {
				continue
			}
			l := c.t.known(&d.Tokens[head])
			if n[l] == nil {
				n[l] = map[entente.Sector]int{}
			}
			n[l][p.Sector]++
		}
	}
}

// Nouns returns, sorted, the nouns that were counted so often, as
// "lemma=SECTOR" with the sector of half of them or more.
func (n NounCount) Nouns(least int) []string {
	var out []string
	for l, sectors := range n {
		total, most, best := 0, 0, entente.SectorNone
		for s, k := range sectors {
			total += k
			if k > most || k == most && s < best {
				most, best = k, s
			}
		}
		if 2*most < total {
			best = entente.SectorNone
		}
		if total >= least {
			out = append(out, l+"="+best.String())
		}
	}
	slices.Sort(out)
	return out
}

// Weigh codes d and returns for each event what its confidence hangs on. Where d is
// a sentence out of a report, whole is the report, with mentions but without trees,
// else nil.
func (c *Coder) Weigh(d, whole *entente.Document) [][]float64 {
	w := c.take()
	defer c.giveBack(w)
	w.least, w.weigh, w.gauges, w.whole = 0, true, nil, whole
	w.code(d, c.t)
	out := make([][]float64, len(w.gauges))
	for i := range w.gauges {
		out[i] = w.gauges[i][:]
	}
	return out
}

// Confidence returns the probability that weights of confidence give a gauge.
func Confidence(sure, gauge []float64) float64 {
	sum := 0.0
	for i, x := range gauge {
		sum += float64(sure[i] * x)
	}
	return logistic(sum)
}

// AddSure appends the section with the weights of confidence, of whole records
// and of roots; nil gives some that order events and no more.
func AddSure(f *model.File, sure, root []float64) {
	nums := []uint32{Unit}
	for _, list := range [2][]float64{sure, root} {
		if list == nil {
			list = make([]float64, sureFeatures)
			list[1], list[learntBlock+1] = 1, 1
		}
		for _, s := range list {
			nums = append(nums, uint32(int32(s*sureScale))) //nolint:gosec // two's complement
		}
	}
	f.AddUint32s("sure", nums)
}

// DictionaryPair makes an example for pairs of a verb with a word beside it, or
// none, and the name of the root that a dictionary gives it.
func (c *Coder) DictionaryPair(verb, beside, name string) (model.Example, error) {
	root, err := entente.ParseRoot(name)
	if err != nil {
		return model.Example{}, fmt.Errorf("read the dictionary: %w", err)
	}
	f := &features{}
	for _, who := range [...]string{"s", "t"} {
		f.add("gl", who, verb)
		if beside != "" {
			f.add("d", who, verb, "obj", "", beside)
			f.add("dr", who, "obj", "", beside)
		}
	}
	f.add("lca", verb)
	f.add("w", verb)
	if beside != "" {
		f.add("w", beside)
	}
	return model.Example{Keys: f.keys, Class: uint8(root), Weight: 1}, nil
}

// SetNouns sets the nouns that may be parties, as [NounCount.Nouns] gives them.
func (c *Coder) SetNouns(list []string) (err error) {
	c.t.nouns, err = nounsOf(list)
	return err
}
