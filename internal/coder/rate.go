package coder

import (
	"fmt"
	"slices"

	"github.com/entente-news/entente/internal/decision"
	"github.com/entente-news/entente/internal/model"
)

// Beside features, phrases are compared by what the network of the language core
// held of their words: a state knows which clause a word is in and what it belongs
// to, where the tree says it wrongly or in too many ways. States come with a parse of
// the same pass; without them features alone decide.

// The kinds of options of a choice, as the rater of states knows them.
const (
	rateRecipient = iota
	rateCompanion // one more actor
	rateEarlier   // a party of a sentence before, as recipient
	rateNoOther
	rateActor
	rateNobody
	rateKinds
)

// raterName is what the names of the rater's sections begin with.
const raterName = "states"

// Seen are the states of a choice: of the trigger, of who acts where that is given,
// and of each option. About is nil where none are known.
type Seen struct {
	About, Also []int8
	Options     []decision.Option
}

// state returns the state of token i, nil for none.
func (l *look) state(i int) []int8 { return l.x.d.States.Row(i) }

// seenActors returns the states of the options of [look.actorOptions].
func (l *look) seenActors(i int) Seen {
	s := Seen{About: l.state(i)}
	if s.About == nil {
		return s
	}
	for k := range l.phrases {
		s.Options = append(s.Options, decision.Option{Kind: rateActor, State: l.state(l.phrases[k].np)})
	}
	s.Options = append(s.Options, decision.Option{Kind: rateNobody})
	return s
}

// seenOthers returns the states of the options of [look.otherOptions].
func (l *look) seenOthers(i, acting int) Seen {
	s := Seen{About: l.state(i), Also: l.state(l.phrases[acting].np)}
	if s.About == nil {
		return s
	}
	for k := range l.phrases {
		row := l.state(l.phrases[k].np)
		s.Options = append(s.Options, decision.Option{Kind: rateRecipient, State: row}, decision.Option{Kind: rateCompanion, State: row})
	}
	for k := range l.earlier {
		s.Options = append(s.Options, decision.Option{Kind: rateEarlier, State: l.state(l.earlier[k].np)})
	}
	s.Options = append(s.Options, decision.Option{Kind: rateNoOther})
	return s
}

// rate returns what the states say of the options of a choice, nil where they say
// nothing.
func (l *look) rate(s Seen) []int32 {
	r := l.x.t.mind.rater
	if r == nil || len(s.About) != r.Width() {
		return nil
	}
	out := make([]int32, len(s.Options))
	r.Rate(&l.memory.rater, s.About, s.Also, s.Options, out)
	return out
}

// lead returns by how much, in logarithms of odds, the states speak for option best
// against that which comes second.
func (l *look) lead(ps []float64, best int, rates []int32) float64 {
	if rates == nil {
		return 0
	}
	second := -1
	for k, p := range ps {
		if k != best && (second < 0 || p > ps[second]) {
			second = k
		}
	}
	if second < 0 {
		return 0
	}
	return float64(rates[best]-rates[second]) / l.x.t.mind.unit
}

// readRater reads the rater of states; nil where the file has none.
func readRater(f *model.File) (*decision.Rater, error) {
	const config = raterName + ".config"
	if !slices.Contains(f.Names(), config) {
		return nil, nil //nolint:nilnil // files without a rater are read too
	}
	r, err := decision.ReadRater(f, raterName)
	if err != nil {
		return nil, err //nolint:wrapcheck // names the section
	}
	if r.Kinds() != rateKinds {
		return nil, fmt.Errorf("section %q: %w", config, model.ErrDamaged)
	}
	return r, nil
}
