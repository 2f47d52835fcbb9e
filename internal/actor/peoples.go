package actor

import (
	"io/fs"

	"github.com/entente-news/entente"
)

const peoplesHeader = "name names countries source"

// peoples reads peoples.tsv: peoples without a state of their own, whose
// adjective and members are of the states that they live in. A name that other
// tables have keeps what it is there.
func (b *builder) peoples(fsys fs.FS) {
	rows, _ := readRows(fsys, "peoples.tsv", peoplesHeader, &b.problems)
	for _, r := range rows {
		if r.cols[0] == "" || r.cols[2] == "" {
			b.problems.add(r.where(), "a people needs a name and a country")
			continue
		}
		for _, n := range append([]string{r.cols[0]}, r.list(1)...) {
			exact, _ := b.t.entriesOf(n)
			own := int32(-1)
			if len(exact) > 0 {
				if own = b.ownPeople(r, exact); own < 0 {
					continue
				}
			}
			for _, code := range r.list(2) {
				if at := b.country(r, code); at >= 0 && at != own {
					b.name(r, n, reading{party: at, person: -1, form: formAdjective | formDemonym | formPeople})
				}
			}
			if exact, _ := b.t.entriesOf(n); len(exact) == 1 && len(b.t.entries[exact[0]].readings) > 1 {
				b.t.needs[n] = needCare // of several states, which is no clash
				b.t.entries[exact[0]].need = needCare
			}
		}
	}
}

// ownPeople returns the state whose people alone have the name, where r lists it first
// among others that they live in: Serbs are of Serbia, and of Bosnia; -1 for none.
func (b *builder) ownPeople(r row, exact []int32) int32 {
	codes := r.list(2)
	if len(exact) != 1 || len(codes) < 2 || len(b.t.entries[exact[0]].readings) != 1 {
		return -1
	}
	rd := b.t.entries[exact[0]].readings[0]
	if at, ok := b.t.codes[codes[0]]; !ok || rd.party != at || rd.form&(formName|formCapital) != 0 {
		return -1
	}
	return rd.party
}

// asPeople reports whether the name at tokens [i, end) may be that of a people:
// before a noun, behind an article, a number or an adjective, or a plural.
func (w *Worker) asPeople(i, end int) bool {
	if s := w.text(end - 1); len(s) > 4 && s[len(s)-1] == 's' {
		return true
	}
	n := len(w.d.Tokens)
	switch w.upos(end, n) {
	case entente.NOUN, entente.ADJ:
		return true
	case entente.CCONJ:
		if end+1 < n && w.marks[end+1].entry != 0 {
			return true // "Hutu and Tutsi leaders"
		}
	}
	if i == w.d.Sentences[w.sentence].First {
		return false
	}
	switch w.upos(i-1, n) {
	case entente.DET, entente.NUM, entente.ADJ:
		return true
	}
	return false
}
