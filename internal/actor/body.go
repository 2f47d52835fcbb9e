package actor

import (
	"strings"

	"github.com/entente-news/entente"
)

// theBody resolves a noun with the article that repeats a body told of before:
// "the group", "the bloc", "the ministry", "the army". It returns the mention,
// -1 for none.
func (w *Worker) theBody(noun string) int {
	all := w.d.Mentions
	for k := len(all) - 1; k >= max(0, len(all)-maxBack); k-- {
		if m := &all[k]; len(m.Members) == 0 && w.isBodyCalled(m, noun) {
			return k
		}
	}
	return -1
}

// isBodyCalled reports whether m may be repeated by a noun.
func (w *Worker) isBodyCalled(m *entente.Mention, noun string) bool {
	if m.Kind == entente.MentionPronoun || m.Kind == entente.MentionAdjective || m.Actor.Role != "" || w.isPersonMention(m) {
		return false
	}
	named := m.Kind == entente.MentionName && m.Actor.Name != ""
	a := &m.Actor
	switch noun {
	case "group", "movement", "organisation", "organization", "faction", "militia":
		switch a.Sector {
		case entente.REB, entente.UAF, entente.PRM, entente.PTY, entente.CRM, entente.SOC, entente.PRE, entente.OPP:
			return named
		}
		return named && (a.Org != "" && a.Country != "IGO" || a.Country == "" && w.entityType(m.Head) == entente.ORG) || named && a.Country == "IGO" && strings.HasPrefix(noun, "organi")
	case "coalition":
		return strings.Contains(strings.ToLower(a.Name), noun) || w.headIs(m, noun) && (a.Country != "" || a.Org != "")
	case "bloc", "alliance", "body":
		return named && a.Country == "IGO"
	case "court", "tribunal":
		return named && (strings.Contains(a.Name, "Court") || strings.Contains(a.Name, "Tribunal")) || a.Country != "" && w.headIs(m, noun)
	case "party":
		return named && a.Sector == entente.PTY
	case "union", "ministry", "army", "military", "agency", "bank", "council", "commission", "board", "parliament", "police", "government", "cabinet", "navy", "air force":
		return (a.Country != "" || a.Org != "") && w.headIs(m, noun) && !w.pluralHead(m)
	}
	return false
}

// headIs reports whether the head of m is that noun, or a name that ends in it.
func (w *Worker) headIs(m *entente.Mention, noun string) bool {
	return equalFold(w.text(m.Last-1), noun) || equalFold(w.text(m.Head), noun) || strings.Contains(strings.ToLower(m.Actor.Name), noun) && m.Kind == entente.MentionName
}

// repeatBody adds tokens [i, last) as a mention of what the mention at stands
// for.
func (w *Worker) repeatBody(at, i, last int) {
	m := w.d.Mentions[at]
	w.add(entente.Mention{Kind: entente.MentionNoun, First: i, Last: last, Head: last - 1, Actor: m.Actor, Former: m.Former, Ambiguous: m.Ambiguous,
		Antecedent: m.Actor.Span, Why: join(m.Why, "told of before")})
}

// membersBefore returns the members of the last phrase that stood for count
// parties in this sentence or the two before, as states where no persons are
// meant; nil for none.
func (w *Worker) membersBefore(count int, persons bool) []entente.Actor {
	all := w.d.Mentions
	for k := len(all) - 1; k >= max(w.coref.starts[2], len(all)-maxBack); k-- {
		if m := &all[k]; len(m.Members) == count && m.Kind == entente.MentionPronoun {
			out := append([]entente.Actor{}, m.Members...)
			for j := range out {
				if state, ok := w.t.codes[out[j].Country]; ok && !persons && m.Members[j].Role != "" {
					out[j] = partyActor(&w.t.parties[state])
				}
			}
			return out
		}
	}
	return nil
}
