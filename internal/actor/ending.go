package actor

import (
	"io/fs"
	"strings"

	"github.com/entente-news/entente"
)

// Common nouns for people are an open class in English: who does something is
// named by the verb or the thing with -er, -or, -ist, -man ("dredger",
// "seismologist", "ferryman"). A noun that agents.tsv lacks is read by its
// ending (endings.tsv), in the plural or with -man and -woman, where words
// that only look so are few, and so are bodies ("inspectorate").

const endingsHeader = "ending sector kind source"

// maxEnding bounds the bytes of an ending.
const maxEnding = 24

// endings reads endings.tsv. An ending becomes two agents, singular and
// plural, that no noun of the tables leads to.
func (b *builder) endings(fsys fs.FS) {
	for _, r := range b.read(fsys, "endings.tsv", endingsHeader) {
		end := r.cols[0]
		if _, double := b.t.endings[end]; double || end == "" || len(end) > maxEnding || strings.ToLower(end) != end {
			b.problems.add(r.where(), "the ending %q is empty, too long, in capitals or stands here twice", end)
			continue
		}
		if r.cols[1] == "-" {
			b.t.endings[end] = 0
			continue
		}
		a := agent{noun: end, sector: b.sector(r, r.cols[1]), kind: agentPerson, why: r.where()}
		switch r.cols[2] {
		case "person":
		case "body":
			a.kind = agentBody
		default:
			b.problems.add(r.where(), "unknown kind %q, want person or body", r.cols[2])
		}
		b.t.agents = append(b.t.agents, a)
		a.plural = true
		b.t.agents = append(b.t.agents, a)
		b.t.endings[end] = int32(len(b.t.agents)) - 1 // 1 + index of the singular
	}
}

// minTrade is the length of an ending that is a trade by itself: "-worker",
// "-ologist".
const minTrade = 5

// oneOfThem reports whether a singular at token i that ends in so many letters
// of the table is a person: one with an article whose ending is a trade, or who
// says something.
func (w *Worker) oneOfThem(i, letters int) bool {
	n := len(w.d.Tokens)
	if i == 0 || w.upos(i-1, n) != entente.DET && w.upos(i-1, n) != entente.ADJ && w.upos(i-1, n) != entente.NOUN {
		return false
	}
	return letters >= minTrade || w.upos(i+1, n) == entente.VERB && isSaying(w.d.Tokens[i+1].Lemma)
}

// byEnding returns 1 + the index of the agent that token i is by its ending, 0
// for none.
func (w *Worker) byEnding(i int) int32 {
	t := &w.d.Tokens[i]
	if t.UPOS != entente.NOUN || w.marks[i].capital && i > 0 && w.d.Tokens[i-1].UPOS != entente.PUNCT || t.Span.Len() < 5 {
		return 0
	}
	plural := t.XPOS == "NNS"
	lemma := t.Lemma
	if lemma == "" {
		return 0
	}
	for k := max(0, len(lemma)-maxEnding); k < len(lemma); k++ {
		at, ok := w.t.endings[lemma[k:]]
		if !ok {
			continue
		}
		switch {
		case at == 0:
			return 0
		case plural:
			return at + 1
		case w.t.agents[at-1].kind == agentBody, strings.HasSuffix(lemma, "man"), w.oneOfThem(i, len(lemma)-k):
			return at
		}
		return 0
	}
	return 0
}
