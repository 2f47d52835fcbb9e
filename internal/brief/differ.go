package brief

import (
	"cmp"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// Numbers that the reports of one happening give differently, as the archive has
// merged them: of the dead and the hurt, of arrests, of a crowd, of troops, of money,
// wherever it was. Each stands with its outlet and its time, the newest first.

// differ are the fields that are compared: what the reports differ on, and the class
// of figures that says the same.
var differ = map[string]kind{
	"killed": {"how many people were killed", 'k'}, "injured": {"how many people were hurt", 'w'}, "displaced": {"how many people were displaced", 'm'},
	"arrested": {"how many people were arrested", 'a'}, "participants": {"how many people took part", 'p'}, "troops": {"the number of troops", 't'},
	"amount": {"the sum", '$'},
}

// given is a number as one report of a happening gives it.
type given struct {
	doc  *entente.Document
	t    *entente.Telling
	text string
	m    entente.Magnitude
}

// merges returns a sentence for each happening and field on which reports of
// different outlets differ. Classes of those figures that a report has been compared
// by already are left out.
func (m *material) merges(done map[string]bool) []entente.BriefSentence {
	var out []entente.BriefSentence
	for _, x := range m.happenings {
		for i := range x.Differences {
			k, ok := differ[x.Differences[i].Field]
			if !ok {
				continue
			}
			list := m.versions(x, x.Differences[i].Field)
			if len(list) < 2 || slices.ContainsFunc(list, func(g given) bool { return done[g.doc.ID+string(k.class)] }) {
				continue
			}
			var parts []string
			var sources []entente.BriefSource
			for _, g := range list[:min(len(list), 3)] {
				parts = append(parts, g.text+" ("+credit(g.doc)+moment(g.doc)+")")
				sources = append(sources, entente.BriefSource{Doc: g.doc.ID, Publisher: g.doc.Publisher, Span: g.t.Sentence, Event: g.t.Event})
				done[g.doc.ID+string(k.class)] = true
			}
			out = append(out, entente.BriefSentence{Text: "Reports differ on " + k.text + ": " + strings.Join(parts, ", ") + ".", Kind: "computed", Sources: sources})
		}
	}
	return out
}

// versions are the numbers of a field that the reports of a happening give, the newest
// of each outlet, the newest first, those that say nothing else than a newer one left
// out.
func (m *material) versions(x *entente.Merged, field string) []given {
	var all []given
	for i := range x.Tellings {
		t := &x.Tellings[i]
		at := slices.IndexFunc(m.docs, func(d *entente.Document) bool { return d.ID == t.Doc })
		k := slices.IndexFunc(t.Magnitudes, func(n entente.Magnitude) bool { return n.Kind == field })
		if at < 0 || k < 0 || t.Magnitudes[k].Span.IsEmpty() || t.Magnitudes[k].Span.End > len(m.docs[at].Text) || negative(t.Sentence.In(m.docs[at].Text)) {
			continue
		}
		n := t.Magnitudes[k]
		all = append(all, given{m.docs[at], t, strings.ToLower(squeeze(n.Span.In(m.docs[at].Text))), n})
	}
	slices.SortStableFunc(all, func(a, b given) int {
		return cmp.Or(b.doc.Published.Compare(a.doc.Published), strings.Compare(a.doc.ID, b.doc.ID))
	})
	var out []given
	for _, g := range all {
		if !slices.ContainsFunc(out, func(o given) bool {
			return o.doc == g.doc || o.doc.Publisher == g.doc.Publisher && g.doc.Publisher != "" || o.m.Low == g.m.Low && o.m.High == g.m.High && o.m.Best == g.m.Best || o.text == g.text
		}) {
			out = append(out, g)
		}
	}
	return out
}

// moment is the day of a report behind a comma, and its hour where it has one.
func moment(d *entente.Document) string {
	if !d.Day().Known() {
		return ""
	}
	return ", " + d.Day().Time().Format("2 January") + clock(d)
}
