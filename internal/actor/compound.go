package actor

import (
	"strings"

	"github.com/entente-news/entente"
)

// coordinated returns the last two mentions of this sentence or the one before
// that "and" joins as actors of their own ("Russia and Ukraine"), nil when
// there are none.
func (w *Worker) coordinated() []entente.Actor {
	all := w.d.Mentions
	for k := len(all) - 1; k > max(w.coref.starts[1], len(all)-maxBack); k-- {
		a, b := &all[k-1], &all[k]
		if a.Actor.Country == "" || b.Actor.Country == "" || a.Actor.Party() == b.Actor.Party() || a.Kind == entente.MentionAdjective || w.locative(a.First) {
			continue
		}
		j := a.Last
		if !w.is(j, b.First, "and") {
			continue
		}
		if j++; w.is(j, b.First, "the") {
			j++
		}
		if j != b.First {
			continue
		}
		first, second := a.Actor, b.Actor
		first.Span, second.Span = entente.Span{}, entente.Span{}
		return []entente.Actor{first, second}
	}
	return nil
}

// compound reads "Russo-Chinese", "Sino-Russian": two states in one adjective,
// in one token or in three. It returns the token after it, i when there is
// none.
func (w *Worker) compound(i, end int) int {
	s := w.text(i)
	last := i + 1
	first, second, ok := strings.Cut(s, "-")
	if !ok {
		if prefixState(s) == "" || !w.is(i+1, end, "-") || i+2 >= end || !w.glued(i, i+1) || !w.glued(i+1, i+2) {
			return i
		}
		first, second, last = s, w.text(i+2), i+3
	}
	a, b := w.stateCalled(first), w.stateCalled(second)
	if a < 0 || b < 0 || a == b {
		return i
	}
	m := entente.Mention{Kind: entente.MentionAdjective, First: i, Last: last, Head: last - 1}
	for _, at := range []int32{a, b} {
		m.Members = append(m.Members, partyActor(&w.t.parties[at]))
	}
	m.Why = join(w.t.parties[a].why, w.t.parties[b].why)
	w.add(m)
	return last
}

// stateCalled returns the state that s is the name, the adjective or the
// combining form of, -1 for none.
func (w *Worker) stateCalled(s string) int32 {
	if code := prefixState(s); code != "" {
		if at, ok := w.t.codes[code]; ok {
			return at
		}
	}
	if s == "" {
		return -1
	}
	exact, _ := w.t.entriesOf(s)
	for _, e := range exact {
		if r := w.t.entries[e].readings[0]; r.party >= 0 && w.t.parties[r.party].sort == sortState && r.form&(formName|formAdjective) != 0 {
			return r.party
		}
	}
	return -1
}

// prefixState returns the state that a combining form stands for.
func prefixState(s string) string {
	switch s {
	case "Russo":
		return "RUS"
	case "Sino":
		return "CHN"
	case "Anglo":
		return "GBR"
	case "Franco":
		return "FRA"
	case "Indo":
		return "IND"
	case "Greco", "Graeco":
		return "GRC"
	case "Turko", "Turco":
		return "TUR"
	case "Italo":
		return "ITA"
	case "Polono":
		return "POL"
	case "Serbo":
		return "SRB"
	case "Israelo":
		return "ISR"
	case "Irano":
		return "IRN"
	case "Luso":
		return "PRT"
	}
	return ""
}
