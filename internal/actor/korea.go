package actor

import "github.com/entente-news/entente"

// korea reads "the North", "the South" and "the two Koreas" where the document
// speaks of Korea, and returns the token after it; i when it is none of these.
func (w *Worker) korea(i, end int) int {
	if !w.marks[i].capital || i == 0 || w.marks[i].entry != 0 {
		return i
	}
	north, n := w.t.codes["PRK"]
	south, s := w.t.codes["KOR"]
	if !n || !s {
		return i
	}
	m := entente.Mention{Kind: entente.MentionName, First: i, Last: i + 1, Head: i, Why: "of the two Koreas, of which the document speaks"}
	switch {
	case w.is(i, end, "koreas"):
		m.Members = []entente.Actor{partyActor(&w.t.parties[north]), partyActor(&w.t.parties[south])}
	case w.evidence[north]+w.evidence[south] == 0 || !w.is(i-1, end, "the") || w.is(i+1, end, "of") || w.upos(i+1, end) == entente.PROPN || w.locative(i) && !w.is(i-2, end, "to"):
		return i
	case w.is(i, end, "north"):
		m.Actor = partyActor(&w.t.parties[north])
	case w.is(i, end, "south"):
		m.Actor = partyActor(&w.t.parties[south])
	default:
		return i
	}
	w.add(m)
	return i + 1
}
