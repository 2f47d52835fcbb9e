package actor

import (
	"slices"
	"strings"

	"github.com/entente-news/entente"
)

// shareNames gives names of ambiguous.tsv that nothing has as its own, and that
// end the names or adjectives of several states, to all of these: "Korea",
// "Korean".
func (b *builder) shareNames() {
	t := b.t
	var names []string
	for n := range t.notes {
		if exact, _ := t.entriesOf(n); len(exact) == 0 {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	var states []int32 // entries that name one state which is still there
	for i := range t.entries {
		if e := &t.entries[i]; len(e.readings) == 1 {
			if r := e.readings[0]; r.party >= 0 && t.parties[r.party].sort == sortState && t.parties[r.party].to == maxDay {
				states = append(states, int32(i))
			}
		}
	}
	for _, n := range names {
		var found []reading
		tail := " " + n
		for _, i := range states {
			if r := t.entries[i].readings[0]; strings.HasSuffix(t.entries[i].name, tail) && !slices.ContainsFunc(found, func(o reading) bool { return o.party == r.party }) {
				found = append(found, r)
			}
		}
		if len(found) < 2 {
			continue
		}
		for _, r := range found {
			b.name(row{file: "ambiguous.tsv"}, n, r)
		}
		exact, _ := t.entriesOf(n)
		for _, at := range exact {
			t.entries[at].need = needCare
		}
	}
}

// preferMostly notes for each name of which ambiguous.tsv says what it mostly
// is ("mostly COD") that state: it wins where nothing else decides, and the
// others stay candidates.
func (b *builder) preferMostly() {
	for i := range b.t.entries {
		e := &b.t.entries[i]
		_, code, ok := strings.Cut(b.t.notes[e.name].needs, "mostly ")
		if !ok {
			continue
		}
		if at, known := b.t.codes[strings.TrimRight(code[:min(4, len(code))], ";, ")]; known {
			e.mostly = at + 1
		}
	}
}

// weigh gives every mention its confidence, and those that are not sure their
// candidates. A name of several states of which the document speaks alike stays open.
func (w *Worker) weigh() {
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		m.Confidence = 100
		if !m.Ambiguous || len(m.Members) > 0 {
			continue
		}
		if m.Kind == entente.MentionPronoun || m.Antecedent.Len() > 0 {
			m.Confidence = 60 // another one fits as well
			continue
		}
		w.candidates(m)
	}
}

// candidates fills those of m from the name that it holds.
func (w *Worker) candidates(m *entente.Mention) {
	at := m.First
	for at < m.Last && w.marks[at].entry == 0 {
		at++
	}
	if at == m.Last {
		return
	}
	e := &w.t.entries[w.marks[at].entry-1]
	type weighed struct {
		r     entente.Reading
		score int32
	}
	var all []weighed
	sum, best, rivals := int32(0), int32(0), 0
	dated := w.anyStateOfTheDay(e)
	for k := range e.readings {
		r := &e.readings[k]
		score := w.score(e, r, at)
		if score <= 0 || dated && w.goneOrToCome(r) {
			continue
		}
		c := w.t.candidate(e, *r, w.day)
		all = append(all, weighed{entente.Reading{Actor: c.Actor, Why: c.Source}, score})
		sum += score
		if score > best {
			best, rivals = score, 0
		} else if score == best && c.Actor.Country != all[0].r.Actor.Country {
			rivals++
		}
	}
	for _, c := range w.t.namesakes(e.name) {
		if slices.ContainsFunc(all, func(o weighed) bool { return o.r.Actor.Country == c.Actor.Country }) {
			continue
		}
		score := int32(2)
		if st, ok := w.t.codes[c.Actor.Country]; ok {
			score += 4 * min(w.evidence[st], 1<<20)
		}
		all = append(all, weighed{entente.Reading{Actor: c.Actor, Why: c.Note}, score})
		sum += score
	}
	if len(all) < 2 || best == 0 {
		return // what else it may be is no actor: a river, a surname
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return int(b.score - a.score) })
	m.Confidence = uint8(100 * int64(best) / int64(sum)) //nolint:gosec // at most 100
	for _, c := range all {
		m.Candidates = append(m.Candidates, c.r)
	}
	if rivals > 0 && e.readings[0].party >= 0 && w.t.parties[e.readings[0].party].sort == sortState {
		m.Actor.Country, m.Actor.Name, m.Actor.Wikidata = "", "", ""
		m.Why = join(m.Why, "may be several, and nothing in the report decides")
	}
}
