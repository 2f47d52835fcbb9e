package corpus

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
)

// layerNames are the layers of agreement, in the order of the table.
var layerNames = []string{"is-event", "root", "mode", "actor", "recipient", "status", "when", "where", "actor country", "recipient country"}

// Agreement is how far two annotators agree on one layer.
type Agreement struct {
	Layer     string
	Units     int     // compared by both
	Same      float64 // share of units with the same value
	Alpha     float64 // NaN when it is not defined
	Low, High float64 // 95 % interval of α
}

// Agreements is the agreement of two annotations of the same sentences.
type Agreements struct {
	Sentences    int // annotated by both
	OnlyA, OnlyB int // records that one of them lacks
	EventsA      int
	EventsB      int
	Paired       int
	Layers       []Agreement
}

// comparison holds the units of one sentence by layer.
type comparison [10][][]string

// Draws of the bootstrap and its seed.
const (
	bootstrapDraws = 1000
	bootstrapSeed  = 4
)

// Agree compares two annotations. Units are:
//
//   - is-event: the sentence, with or without an event;
//   - root: the event, paired by [Align]; one that only one annotator
//     has stands against "none";
//   - the other layers: events that both have. Mode only where they agree on a
//     root that has modes; actor and recipient are sets of codes, once with
//     sector and once without; when is the interval of days; where the place.
//
// The interval is that of a bootstrap over sentences with a fixed seed.
func Agree(a, b []Record) (*Agreements, error) {
	byID := map[string]*Record{}
	for i := range b {
		byID[b[i].ID] = &b[i]
	}
	out := &Agreements{OnlyB: len(b)}
	var sentences []comparison
	for i := range a {
		x, y := &a[i], byID[a[i].ID]
		if y == nil {
			out.OnlyA++
			continue
		}
		out.OnlyB--
		if !slices.Equal(x.Sentences, y.Sentences) || x.Text != nil && y.Text != nil && *x.Text != *y.Text {
			return nil, fmt.Errorf("compare %s: the two annotations are not of the same text", x.ID)
		}
		for k := range x.Sentences {
			sentences = append(sentences, out.compare(x.eventsOf(k), y.eventsOf(k)))
		}
	}
	out.Sentences = len(sentences)
	if out.Sentences == 0 {
		return nil, fmt.Errorf("compare annotations: they share no record")
	}
	for l, name := range layerNames {
		out.Layers = append(out.Layers, agreementOf(name, l, sentences))
	}
	return out, nil
}

// eventsOf returns the events of a sentence.
func (r *Record) eventsOf(sentence int) []*Event {
	var out []*Event
	for i := range r.Events {
		if r.Events[i].Sentence == sentence {
			out = append(out, &r.Events[i])
		}
	}
	return out
}

// compare makes the units of one sentence.
func (s *Agreements) compare(as, bs []*Event) comparison {
	var c comparison
	add := func(layer int, a, b string) { c[layer] = append(c[layer], []string{a, b}) }
	is := func(es []*Event) string {
		if len(es) > 0 {
			return "event"
		}
		return "none"
	}
	add(0, is(as), is(bs))
	s.EventsA += len(as)
	s.EventsB += len(bs)
	for _, p := range Align(as, bs) {
		if p.A < 0 {
			add(1, "none", bs[p.B].Event)
			continue
		}
		if p.B < 0 {
			add(1, as[p.A].Event, "none")
			continue
		}
		s.Paired++
		a, b := as[p.A], bs[p.B]
		add(1, a.Event, b.Event)
		if a.Event == b.Event && hasModes(a.Event) {
			add(2, a.Event+"/"+value(a.Mode), b.Event+"/"+value(b.Mode))
		}
		add(3, codesOf(a.Actor), codesOf(b.Actor))
		add(4, codesOf(a.Recipient), codesOf(b.Recipient))
		add(5, a.Status, b.Status)
		add(6, Days(a.When), Days(b.When))
		x, y := placesOf(a.Where, b.Where)
		add(7, x, y)
		add(8, countriesOf(a.Actor), countriesOf(b.Actor))
		add(9, countriesOf(a.Recipient), countriesOf(b.Recipient))
	}
	return c
}

// agreementOf measures one layer.
func agreementOf(name string, layer int, sentences []comparison) Agreement {
	var c categories
	var units [][]int
	same := 0
	numbered := make([][][]int, len(sentences)) // by sentence
	for i, s := range sentences {
		for _, u := range s[layer] {
			numbered[i] = append(numbered[i], c.numbers(u))
			same += bit(u[0] == u[1])
		}
		units = append(units, numbered[i]...)
	}
	n := len(c.of)
	out := Agreement{Layer: name, Units: len(units), Same: float64(same) / float64(len(units)), Alpha: alphaOf(units, n)}
	rng := rand.New(rand.NewPCG(bootstrapSeed, uint64(layer))) //nolint:gosec // a bootstrap, not a secret; layer is small
	var draws []float64
	for range bootstrapDraws {
		units = units[:0]
		for range sentences {
			units = append(units, numbered[rng.IntN(len(sentences))]...)
		}
		if α := alphaOf(units, n); !math.IsNaN(α) {
			draws = append(draws, α)
		}
	}
	out.Low, out.High = math.NaN(), math.NaN()
	if d := len(draws); d > 0 {
		slices.Sort(draws)
		out.Low, out.High = draws[d*25/1000], draws[(d*975+999)/1000-1]
	}
	return out
}

// WriteTable writes the agreement as a table in Markdown.
func (s *Agreements) WriteTable(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%d sentences; %d and %d events, %d of them paired", s.Sentences, s.EventsA, s.EventsB, s.Paired)
	if s.OnlyA+s.OnlyB > 0 {
		fmt.Fprintf(out, "; %d records only in the first, %d only in the second", s.OnlyA, s.OnlyB)
	}
	fmt.Fprintf(out, "\n\n| layer | units | same %% | α | 95 %% |\n|---|---:|---:|---:|---|\n")
	for _, l := range s.Layers {
		fmt.Fprintf(out, "| %s | %d | %.1f | %s | %s |\n", l.Layer, l.Units, 100*l.Same, decimal(l.Alpha), interval95(l))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write agreement: %w", err)
	}
	return nil
}

func decimal(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	return fmt.Sprintf("%.3f", x)
}

// interval95 writes the interval of α.
func interval95(a Agreement) string {
	if math.IsNaN(a.Low) {
		return "–"
	}
	return decimal(a.Low) + " to " + decimal(a.High)
}
