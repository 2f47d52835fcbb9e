package coder

import (
	"fmt"

	"github.com/entente-news/entente"
)

// Losses says of each annotated event of d where the decision loses it, in a
// word: which is for error analysis. It needs all layers below events.
func (c *Coder) Losses(d *entente.Document, gold []GoldEvent) []string {
	w := c.take()
	defer c.giveBack(w)
	w.least, w.weigh = 0, true
	e := *d
	w.code(&e, c.t)
	out := make([]string, len(gold))
	for g := range gold {
		out[g] = "outside sentences"
		for k := range e.Events {
			if e.Events[k].Trigger.Overlaps(gold[g].Trigger) {
				out[g] = "coded, wrong root"
				if e.Events[k].Root == gold[g].Root {
					out[g] = "coded"
				}
				if e.Events[k].Why.Pattern != ModelName {
					out[g] += " by a pattern"
				}
			}
		}
	}
	for s := range d.Sentences {
		if !d.Sentences[s].Parsed {
			continue
		}
		l := w.look(s, &w.f)
		for g := range gold {
			if out[g] == "outside sentences" && d.Sentences[s].Span.Overlaps(gold[g].Trigger) {
				out[g] = l.lost(w, &gold[g])
			}
		}
	}
	return out
}

// lost says why event g of the sentence is not coded.
func (l *look) lost(w *work, g *GoldEvent) string {
	x := l.x
	from, _, i := tokensOf(x.d, g.Trigger)
	if from < 0 {
		return "no word at the trigger"
	}
	switch {
	case l.plain[i] != nil:
		return "pattern's record dropped"
	case !l.mayTrigger(i):
		return "not a candidate: tag " + x.pos[i].String()
	case !l.isKnown(i):
		return "not a candidate: unknown " + x.pos[i].String()
	case l.used[i-l.first]:
		return fmt.Sprintf("used by a pattern's event, topic %v", l.topic[i-l.first])
	}
	v := l.judge(i, true)
	why := "right root"
	if v.root != g.Root {
		why = "wrong root"
	}
	if l.judge(i, false) == nil {
		switch {
		case 1-v.p[0] < leastEvent:
			return "read as none, " + why
		default:
			return "no actor found, " + why
		}
	}
	m := l.match(i, v)
	switch {
	case m == nil:
		return "no side left, " + why
	}
	return "second word or dropped when written, " + why
}
