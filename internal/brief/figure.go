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
}

// kinds are the verbs whose numbers are compared, by lemma. Those who leave
// their homes are counted for a whole region, the dead and the wounded by place.
var kinds = map[string]struct {
	text  string
	class byte
}{
	"kill": {"were killed", 'k'}, "die": {"died", 'k'}, "injure": {"were injured", 'w'}, "wound": {"were wounded", 'w'},
	"evacuate": {"were evacuated", 'm'}, "displace": {"were displaced", 'm'}, "flee": {"fled", 'm'},
	"arrest": {"were arrested", 'a'}, "detain": {"were detained", 'a'},
}

// figures returns the numbers of people in a document, in order.
func figures(d *entente.Document) []figure {
	var out []figure
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		if !sent.Parsed || d.InRelated(sent.Span) || sent.Last > len(d.Tokens) {
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
// about: "nearly 6,000 people have been evacuated", "four died".
func figureAt(d *entente.Document, s, i int) (figure, bool) {
	t := &d.Tokens[i]
	value, ok := parseNumber(t.Span.In(d.Text))
	if !ok || t.UPOS != entente.NUM || t.Head < 0 {
		return figure{}, false
	}
	noun := i
	if t.Deprel == entente.Nummod {
		noun = int(t.Head)
		switch strings.ToLower(d.Tokens[noun].Lemma) {
		case "people", "person", "civilian", "resident", "inhabitant", "soldier":
		default:
			return figure{}, false
		}
	}
	n := &d.Tokens[noun]
	if n.Head < 0 || n.Deprel != entente.Nsubj && n.Deprel != entente.NsubjPass && n.Deprel != entente.Obj {
		return figure{}, false
	}
	verb := &d.Tokens[n.Head]
	kind := kinds[strings.ToLower(verb.Lemma)]
	if kind.class == 0 || verb.UPOS != entente.VERB || n.Deprel == entente.Nsubj && strings.HasPrefix(kind.text, "were") || negative(d.Sentences[s].Span.In(d.Text)) {
		return figure{}, false
	}
	start := t.Span.Start
	for j := d.Sentences[s].First; j < i; j++ { // more than, nearly, at least
		if under(d, j, i) {
			start = min(start, d.Tokens[j].Span.Start)
		}
	}
	text := squeeze(d.Text[start:t.Span.End])
	if len(strings.Fields(text)) > 4 {
		return figure{}, false
	}
	return figure{kind: kind.text, class: kind.class, text: strings.ToLower(text), value: value, doc: d, sent: s}, true
}

// under reports whether token j hangs on token i, directly or by one between.
func under(d *entente.Document, j, i int) bool {
	h := int(d.Tokens[j].Head)
	return h == i || h >= 0 && int(d.Tokens[h].Head) == i
}

// parseNumber reads 9,907 and the words up to twelve.
func parseNumber(s string) (int64, bool) {
	words := []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if i := slices.Index(words, strings.ToLower(s)); i > 0 {
		return int64(i), true
	}
	v, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
	return v, err == nil && v > 0 && v != 2023 && v != 2024
}

// differing returns, for each kind and day on which reports give different
// numbers of the same thing, the figures that differ, newest day first. Two
// numbers are of the same thing when the reports are of one day and one story,
// and, but for those who left their homes, their sentences agree in a place or
// in most of their words.
func (m *material) differing() [][]figure {
	var all []figure
	for _, d := range m.docs {
		all = append(all, figures(d)...)
	}
	var out [][]figure
	used := make([]bool, len(all))
	for i := len(all) - 1; i >= 0; i-- {
		group := []figure{all[i]}
		for j := i - 1; j >= 0; j-- {
			x, y := &all[i], &all[j]
			if used[j] || x.class != y.class || x.doc.Day() != y.doc.Day() || x.doc.Publisher == y.doc.Publisher || !sameThing(x, y) ||
				slices.ContainsFunc(group, func(g figure) bool { return g.doc == y.doc || g.value == y.value }) {
				continue
			}
			used[j] = true
			group = append(group, *y)
		}
		if len(group) > 1 && !used[i] && group[0].doc.Day().Known() {
			slices.Reverse(group)
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

// unknown writes what the reports of one story disagree on, each number with
// its outlet.
func (m *material) unknown(b *entente.Brief) {
	const most = 3
	sec := entente.BriefSection{Head: "Not known"}
	if n := len(b.Sections); n > 0 && b.Sections[n-1].Head == sec.Head {
		sec = b.Sections[n-1]
		b.Sections = b.Sections[:n-1]
	}
	for _, g := range m.differing() {
		var parts []string
		var sources []entente.BriefSource
		var done []string
		for _, f := range g[:min(len(g), 3)] {
			if !slices.Contains(done, f.kind) {
				done = append(done, f.kind)
			}
			parts = append(parts, f.text+" ("+outlet(f.doc)+")")
			sources = append(sources, entente.BriefSource{Doc: f.doc.ID, Publisher: f.doc.Publisher, Span: f.doc.Sentences[f.sent].Span})
		}
		text := fmt.Sprintf("Reports of %s differ on how many people %s: %s.", dayText(g[0].doc.Day()), strings.ReplaceAll(strings.Join(done, " or "), " or were ", " or "), strings.Join(parts, ", "))
		if len(sec.Sentences) < most && len(strings.Fields(text)) <= maxSentence {
			sec.Sentences = append(sec.Sentences, entente.BriefSentence{Text: text, Kind: "computed", Sources: sources})
		}
	}
	if len(sec.Sentences) > 0 {
		b.Sections = append(b.Sections, sec)
	}
}
