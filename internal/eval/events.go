package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"
)

// CodedActor is an actor of a coded sentence.
type CodedActor struct {
	Country string `json:"country"`
	Code    string `json:"code,omitempty"`
	Sector  string `json:"sector"`
}

// CodedActors is one actor, a list of them, or none.
type CodedActors []CodedActor

// UnmarshalJSON reads an object, a list of objects, or null.
func (c *CodedActors) UnmarshalJSON(b []byte) error {
	switch {
	case len(b) > 0 && b[0] == '[':
		var list []CodedActor
		if err := json.Unmarshal(b, &list); err != nil {
			return err
		}
		*c = list
	case len(b) > 0 && b[0] == '{':
		var one CodedActor
		if err := json.Unmarshal(b, &one); err != nil {
			return err
		}
		*c = CodedActors{one}
	case string(b) == "null" || string(b) == `""`:
		*c = nil
	default:
		return errors.New("an actor must be an object, a list of objects or null")
	}
	return nil
}

// CodedEvent is an event of a coded sentence.
type CodedEvent struct {
	Source CodedActors `json:"source"`
	Event  string      `json:"event"`
	Target CodedActors `json:"target"`
}

// CodedDoc is a coded sentence, gold or predicted.
type CodedDoc struct {
	ID     string       `json:"id"`
	Text   string       `json:"text,omitempty"`
	Events []CodedEvent `json:"events"`
}

// EventScore is how well sentences were coded, end to end: roots as a bag and
// as a set, and (country, root, country) triples without and with sectors.
type EventScore struct {
	Docs, Missing                               int
	RootBag, RootSet, Triples, TriplesBySectors PRF
	PerRoot                                     map[string]ClassScore
}

// endpoint is an actor as the measure sees it.
type endpoint struct{ country, sector string }

type triple struct {
	source endpoint
	root   string
	target endpoint
}

var countryFix = map[string]string{"EU": "IGO", "UN": "IGO", "JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "UNO": "IGO", "EUR": "IGO",
	"IGOUNO": "IGO", "IGOEUR": "IGO", "NGM": "NGO", "XKX": "KOS"}

func endpoints(as CodedActors) []endpoint {
	var out []endpoint
	for _, a := range as {
		c, s := strings.ToUpper(a.Country), strings.ToUpper(a.Sector)
		if c == "" {
			c = strings.ToUpper(a.Code)
		}
		if f, ok := countryFix[c]; ok {
			c = f
		}
		if s == "CIV" {
			s = "CVL"
		}
		if c != "" || s != "" {
			out = append(out, endpoint{c, s})
		}
	}
	return out
}

func rootOf(s string) string {
	s = strings.ToUpper(s)
	if s == "CONCEDE" || s == "RETREAT" {
		return "YIELD"
	}
	return s
}

// triples expands an event into dyads: two or more sources without a target
// are reciprocal, a lone source stands with nobody.
func triples(e CodedEvent) (string, []triple) {
	root := rootOf(e.Event)
	s, t := endpoints(e.Source), endpoints(e.Target)
	var out []triple
	switch {
	case len(s) > 0 && len(t) > 0:
		for _, a := range s {
			for _, b := range t {
				out = append(out, triple{a, root, b})
			}
		}
	case len(s) >= 2:
		for i, a := range s {
			for j, b := range s {
				if i != j {
					out = append(out, triple{a, root, b})
				}
			}
		}
	case len(s) == 1:
		out = []triple{{s[0], root, endpoint{}}}
	case len(t) > 0:
		out = []triple{{endpoint{}, root, t[0]}}
	default:
		out = []triple{{endpoint{}, root, endpoint{}}}
	}
	return root, out
}

func bare(t triple) triple {
	t.source.sector, t.target.sector = "", ""
	return t
}

// sectorOK reports whether a predicted sector serves for gold: "***" leaves it
// open, and a bare state in gold takes its government.
func sectorOK(gold, pred string) bool {
	switch gold {
	case "***":
		return true
	case "":
		return pred == "" || pred == "GOV"
	}
	return gold == pred
}

// tally counts hits, predictions and answers.
type tally struct{ tp, sys, gold int }

func (t *tally) add(tp, sys, gold int) { t.tp, t.sys, t.gold = t.tp+tp, t.sys+sys, t.gold+gold }
func (t *tally) score() PRF            { return countF(t.tp, t.sys, t.gold) }

// ScoreEvents scores coded sentences. CONCEDE and RETREAT count as YIELD.
func ScoreEvents(gold, pred []CodedDoc) (EventScore, error) {
	given, err := byID(pred, func(d *CodedDoc) string { return d.ID })
	if err != nil {
		return EventScore{}, err
	}
	out := EventScore{Docs: len(gold), PerRoot: map[string]ClassScore{}}
	var bag, set, tri, sec tally
	per := map[string]*tally{}
	known := map[string]bool{}
	for _, g := range gold {
		known[g.ID] = true
		var ps []CodedEvent
		if p := given[g.ID]; p != nil {
			ps = p.Events
		} else {
			out.Missing++
		}
		gr, gt := collectTriples(g.Events)
		pr, pt := collectTriples(ps)
		both := map[string]bool{}
		tp, np, ng := 0, 0, 0
		for r, n := range gr {
			tp, ng, both[r] = tp+min(n, pr[r]), ng+n, true
		}
		for r, n := range pr {
			np, both[r] = np+n, true
		}
		bag.add(tp, np, ng)
		hits := 0
		for r := range both {
			if per[r] == nil {
				per[r] = &tally{}
			}
			hit := btoi(gr[r] > 0 && pr[r] > 0)
			hits += hit
			per[r].add(hit, btoi(pr[r] > 0), btoi(gr[r] > 0))
		}
		set.add(hits, len(pr), len(gr))
		gc, pc := bareSet(gt), bareSet(pt)
		hits = 0
		for t := range gc {
			hits += btoi(pc[t])
		}
		tri.add(hits, len(pc), len(gc))
		sec.add(matching(gt, pt), len(pt), len(gt))
	}
	for _, p := range pred {
		if !known[p.ID] {
			return out, fmt.Errorf("a prediction for %s, which gold lacks", p.ID)
		}
	}
	out.RootBag, out.RootSet, out.Triples, out.TriplesBySectors = bag.score(), set.score(), tri.score(), sec.score()
	for r, t := range per {
		out.PerRoot[r] = ClassScore{t.score(), t.gold, t.sys}
	}
	return out, nil
}

func collectTriples(es []CodedEvent) (map[string]int, []triple) {
	roots, seen := map[string]int{}, map[triple]bool{}
	var out []triple
	for _, e := range es {
		r, ts := triples(e)
		roots[r]++
		for _, t := range ts {
			if !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		return fmt.Sprint(out[i]) < fmt.Sprint(out[j])
	})
	return roots, out
}

func bareSet(ts []triple) map[triple]bool {
	out := map[triple]bool{}
	for _, t := range ts {
		out[bare(t)] = true
	}
	return out
}

// matching is the size of a maximum one-to-one matching of triples whose
// countries agree and whose sectors serve (Kuhn, 1955).
func matching(gold, pred []triple) int {
	owner := map[int]int{}
	var place func(i int, seen map[int]bool) bool
	place = func(i int, seen map[int]bool) bool {
		for j, p := range pred {
			if seen[j] || bare(gold[i]) != bare(p) || !sectorOK(gold[i].source.sector, p.source.sector) ||
				!sectorOK(gold[i].target.sector, p.target.sector) {
				continue
			}
			seen[j] = true
			if o, taken := owner[j]; !taken || place(o, seen) {
				owner[j] = i
				return true
			}
		}
		return false
	}
	n := 0
	for i := range gold {
		n += btoi(place(i, map[int]bool{}))
	}
	return n
}
