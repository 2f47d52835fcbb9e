package brief

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
)

// figure is a number of people that a report gives.
type figure struct {
	kind  string // what happened to them: were evacuated
	class byte   // kinds that are compared have one class
	text  string // as written: "nearly 6,000"
	value int64
	doc   *entente.Document
	sent  int
	verb  entente.Span // that says what happened to them
}

// kinds are the verbs whose numbers are compared, by lemma. Those who leave
// their homes are counted for a whole region, the dead and the wounded by place.
var kinds = map[string]kind{
	"kill": {"were killed", 'k'}, "die": {"died", 'k'}, "injure": {"were injured", 'w'}, "wound": {"were wounded", 'w'}, "hurt": {"were hurt", 'w'},
	"evacuate": {"were evacuated", 'm'}, "displace": {"were displaced", 'm'}, "flee": {"fled", 'm'},
	"arrest": {"were arrested", 'a'}, "detain": {"were detained", 'a'},
}

// kind is what a number of people counts.
type kind struct {
	text  string
	class byte
}

// figures returns the numbers of people in a document, in order.
func figures(d *entente.Document) []figure {
	var out []figure
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		if d.InRelated(sent.Span) || sent.First < 0 || sent.Last > len(d.Tokens) {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if f, ok := figureAt(d, s, i); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// figureAt reads the number at token i when it counts the people that a verb is
// about: "nearly 6,000 people have been evacuated", "killed at least two
// civilians". It looks at words and tags only, because sentences without a
// party are not parsed.
func figureAt(d *entente.Document, s, i int) (figure, bool) {
	sent := &d.Sentences[s]
	last := i
	value, ok := parseNumber(d.Tokens[i].Span.In(d.Text))
	if ok = ok && d.Tokens[i].UPOS == entente.NUM && !dated(d, i); !ok && i+1 < sent.Last && strings.EqualFold(d.Tokens[i+1].Span.In(d.Text), "of") {
		value, ok = vague[strings.ToLower(d.Tokens[i].Span.In(d.Text))]
		i++
	}
	if !ok || i+1 >= sent.Last || negative(sent.Span.In(d.Text)) {
		return figure{}, false
	}
	switch strings.ToLower(d.Tokens[i+1].Lemma) {
	case "people", "person", "civilian", "resident", "inhabitant", "soldier":
	default:
		return figure{}, false
	}
	first := last
	for first > sent.First && qualifier(d.Tokens[first-1].Span.In(d.Text)) {
		first--
	}
	verb := -1
	for j := i + 2; j < sent.Last && j < i+7; j++ {
		if u := d.Tokens[j].UPOS; u != entente.AUX && u != entente.ADV {
			if u == entente.VERB {
				verb = j
			}
			break
		}
	}
	kind, ok := counted(d, verb, first-1, sent.First)
	if verb < 0 {
		verb = max(first-1, sent.First)
	}
	if !ok {
		return figure{}, false
	}
	text := squeeze(d.Text[d.Tokens[first].Span.Start:d.Tokens[last].Span.End])
	return figure{kind: kind.text, class: kind.class, text: strings.ToLower(text), value: value, doc: d, sent: s, verb: d.Tokens[verb].Span}, true
}

// counted returns what happened to the people that a number counts: the verb
// after them ("have been evacuated", "fled"; not "evacuated" by itself), or the
// word before the number ("killed at least two civilians").
func counted(d *entente.Document, after, before, first int) (kind, bool) {
	suffered := func(k kind) bool { return strings.HasPrefix(k.text, "were") }
	if after >= 0 {
		k := kinds[strings.ToLower(d.Tokens[after].Lemma)]
		if k.class != 0 && (!suffered(k) || d.Tokens[after-1].UPOS == entente.AUX || d.Tokens[after-1].UPOS == entente.ADV) {
			return k, true
		}
	}
	if before >= first {
		k := kinds[strings.ToLower(d.Tokens[before].Lemma)]
		return k, k.class != 0 && suffered(k)
	}
	return kind{}, false
}

// qualifier reports whether a word before a number belongs to it.
func qualifier(w string) bool {
	switch strings.ToLower(w) {
	case "more", "than", "nearly", "about", "some", "almost", "at", "least", "over", "around", "up", "to", "fewer", "least,", "roughly", "approximately":
		return true
	}
	return false
}

// parseNumber reads 9,907 and the words up to twelve.
func parseNumber(s string) (int64, bool) {
	words := []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if i := slices.Index(words, strings.ToLower(s)); i > 0 {
		return int64(i), true
	}
	v, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
	return v, err == nil && v > 0
}

// vague are numbers that stay words. They have values of their own, below zero,
// so that one is never compared with a number.
var vague = map[string]int64{"dozens": -1, "scores": -2, "hundreds": -3, "thousands": -4, "millions": -5}

// dated reports whether token i is part of a date: a year, a day.
func dated(d *entente.Document, i int) bool {
	return slices.ContainsFunc(d.Dates, func(x entente.TimeExpr) bool {
		return x.Type != entente.TimeDuration && x.Span.Overlaps(d.Tokens[i].Span)
	})
}

// figures returns the numbers of people in all reports.
func (m *material) figures() []figure {
	if m.counted == nil {
		m.counted = []figure{}
		for _, d := range m.docs {
			m.counted = append(m.counted, figures(d)...)
		}
	}
	return m.counted
}

// outdated reports whether a fact is a quotation with a number that was given anew.
func (f *fact) outdated() bool {
	return f.verbatim != "" && f.plan.of != nil && f.plan.of.outdated(f.reports[0].doc, f.reports[0].ev.Sentence)
}

// outdated reports whether a sentence gives a number of people of whom a newer report
// has another one: one of a later day, or of a later hour of the same.
func (m *material) outdated(d *entente.Document, sentence int) bool {
	all := m.figures()
	for i := range all {
		x := &all[i]
		if x.doc != d || x.sent != sentence || !d.Day().Known() {
			continue
		}
		for k := range all {
			if y := &all[k]; y.class == x.class && y.value != x.value && newer(y.doc, d) && sameThing(x, y) {
				return true
			}
		}
	}
	return false
}

// newer reports whether a report is later than another one, as far as both tell.
func newer(a, b *entente.Document) bool {
	if a.Day() == b.Day() && (a.DateOnly || b.DateOnly) {
		return false
	}
	return a.Day().Known() && a.Published.After(b.Published)
}

// differing returns, for each kind and day on which reports give different
// numbers of the same thing, the figures that differ, newest day first. Two
// numbers are of the same thing when the reports are of one day and one story,
// and, but for those who left their homes, their sentences agree in a place or
// in most of their words, or stand near the heads of their reports and name none.
func (m *material) differing() [][]figure {
	all := m.figures()
	var out [][]figure
	used := make([]bool, len(all))
	for i := len(all) - 1; i >= 0; i-- {
		group := []figure{all[i]}
		for j := i - 1; j >= 0; j-- {
			x, y := &all[i], &all[j]
			if used[j] || x.class != y.class || x.doc.Day() != y.doc.Day() || x.doc.Publisher == y.doc.Publisher && x.doc.Publisher != "" || !sameThing(x, y) && !atHeads(x, y) ||
				slices.ContainsFunc(group, func(g figure) bool { return g.doc == y.doc || g.value == y.value }) {
				continue
			}
			used[j] = true
			group = append(group, *y)
		}
		if len(group) > 1 && !used[i] {
			slices.SortStableFunc(group, func(a, b figure) int { return b.doc.Published.Compare(a.doc.Published) })
			out = append(out, group)
		}
	}
	return out
}

func sameThing(a, b *figure) bool {
	if a.class == 'm' {
		return true
	}
	x, y := a.doc.Sentences[a.sent].Span, b.doc.Sentences[b.sent].Span
	for _, p := range a.doc.Places {
		for _, q := range b.doc.Places {
			if p.Name != "" && p.Name == q.Name && x.Contains(p.Span) && y.Contains(q.Span) && p.Use == entente.UseLiteral {
				return true
			}
		}
	}
	return alike(x.In(a.doc.Text), y.In(b.doc.Text)) >= 50
}

// atHeads reports whether two numbers stand near the heads of their reports in
// sentences that name no place: they count for what the story is about.
func atHeads(a, b *figure) bool {
	const near = 6
	placed := func(f *figure) bool {
		s := f.doc.Sentences[f.sent].Span
		return slices.ContainsFunc(f.doc.Places, func(p entente.Place) bool { return p.Use == entente.UseLiteral && s.Contains(p.Span) })
	}
	return a.sent < near && b.sent < near && !placed(a) && !placed(b)
}

// unknown writes what the reports of one story disagree on, each number with
// its outlet, in at most budget words.
func unknown(stories []*material, budget int) []entente.BriefSection {
	const most = 4
	sec := entente.BriefSection{Head: unknownHead}
	add := func(s entente.BriefSentence) {
		n := len(strings.Fields(s.Text))
		if len(sec.Sentences) < most && n <= maxSentence && n <= budget {
			sec.Sentences = append(sec.Sentences, s)
			budget -= n
		}
	}
	for _, m := range stories {
		done := map[string]bool{}
		for _, g := range m.differing() {
			for _, f := range g {
				done[f.doc.ID+string(f.class)] = true
			}
			add(disagreement(g))
		}
		for _, s := range m.merges(done) {
			add(s)
		}
	}
	if len(sec.Sentences) == 0 {
		return nil
	}
	return []entente.BriefSection{sec}
}

// disagreement writes figures that differ.
func disagreement(g []figure) entente.BriefSentence {
	var parts, done []string
	var sources []entente.BriefSource
	for _, f := range g[:min(len(g), 3)] {
		if !slices.Contains(done, f.kind) {
			done = append(done, f.kind)
		}
		parts = append(parts, f.text+" ("+credit(f.doc)+clock(f.doc)+")")
		sources = append(sources, entente.BriefSource{Doc: f.doc.ID, Publisher: f.doc.Publisher, Span: f.doc.Sentences[f.sent].Span})
	}
	what := strings.ReplaceAll(strings.Join(done, " or "), " or were ", " or ")
	of := ""
	if d := g[0].doc.Day(); d.Known() {
		of = " of " + dayText(d)
	}
	text := fmt.Sprintf("Reports%s differ on how many people %s: %s.", of, what, strings.Join(parts, ", "))
	return entente.BriefSentence{Text: text, Kind: "computed", Sources: sources}
}

// clock is the time of day of a report, "" when it has none.
func clock(d *entente.Document) string {
	if d.Published.IsZero() || d.DateOnly {
		return ""
	}
	return d.Published.Format(", 15:04")
}
