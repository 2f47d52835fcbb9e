package actor

import "github.com/entente-news/entente"

// twins returns the two states that a plural stands for: "the two Congos".
func twins(s string) (a, b string) {
	switch s {
	case "Koreas":
		return "PRK", "KOR"
	case "Congos":
		return "COG", "COD"
	case "Sudans":
		return "SDN", "SSD"
	}
	return "", ""
}

// twinsAt adds the mention of two states of one name at token i, and returns the
// token after it; i when there is none.
func (w *Worker) twinsAt(i int) int {
	one, other := twins(w.text(i))
	a, ok := w.t.codes[one]
	b, okToo := w.t.codes[other]
	if !ok || !okToo {
		return i
	}
	w.add(entente.Mention{Kind: entente.MentionName, First: i, Last: i + 1, Head: i, Members: []entente.Actor{partyActor(&w.t.parties[a]), partyActor(&w.t.parties[b])},
		Why: "the two states of that name"})
	return i + 1
}

// korea reads "the North" and "the South" where the document
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
