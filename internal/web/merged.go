package web

import (
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
)

// mergedView is a merged event as a page shows it.
type mergedView struct {
	Merged *entente.Merged
	Best   entente.EventRow // the surest telling, for its words
	Told   []toldView       // all tellings, copies behind what they copy
	Differ []differView
}

// toldView is one telling.
type toldView struct {
	Row     entente.EventRow
	Copy    bool
	Credits string
	Owner   string // of the outlet, "" unknown
	Numbers string
	Source  int    // number of the source that it rests on, from 1
	Said    string // on whose word the sentence is told, "" the outlet's own
}

// differView is one thing that tellings say differently.
type differView struct {
	Field    string
	Versions []versionView
}

// versionView is one of several answers, and the outlets that give it.
type versionView struct {
	Value   string
	Outlets []string
	Sources int
}

func (s *server) mergedViews(rows []entente.MergedRow) []mergedView {
	sort.SliceStable(rows, func(i, j int) bool {
		a, b := rows[i].Merged, rows[j].Merged
		if a.Independent != b.Independent {
			return a.Independent > b.Independent
		}
		return a.Reports > b.Reports
	})
	out := make([]mergedView, len(rows))
	for i, r := range rows {
		out[i] = s.mergedView(r)
	}
	return out
}

func (s *server) mergedView(r entente.MergedRow) mergedView {
	m := r.Merged
	v := mergedView{Merged: m}
	best := 0
	for i := range m.Tellings {
		if m.Tellings[i].Confidence > m.Tellings[best].Confidence {
			best = i
		}
	}
	v.Best = tellingRow(r, best)
	words := v.Best.Event.When.Span
	v.Best.Event.When, v.Best.Event.Mode, v.Best.Event.Confidence = m.When, m.Mode, m.Confidence
	v.Best.Event.When.Span = words
	for _, i := range copiesBehind(m.Tellings) {
		t := &m.Tellings[i]
		v.Told = append(v.Told, toldView{Row: tellingRow(r, i), Copy: t.CopyOf != "", Credits: strings.Join(t.Credits, ", "), Owner: ownerText(t),
			Numbers: numbersText(t.Magnitudes), Source: t.Group + 1, Said: s.wordOf(r, t)})
	}
	for _, d := range m.Differences {
		v.Differ = append(v.Differ, s.differView(m, d))
	}
	return v
}

// ownerText names the owner of a telling's outlet, "" when it owns itself.
func ownerText(t *entente.Telling) string {
	if t.Owner == t.Outlet {
		return ""
	}
	return t.Owner
}

// wordOf says on whose word a telling rests, as far as its sentence says.
func (s *server) wordOf(r entente.MergedRow, t *entente.Telling) string {
	if t.Attribution == nil {
		return ""
	}
	f := s.attributionFact(t.Attribution, &entente.Document{Text: r.Texts[t.Doc]})
	if t.Attribution.Interested {
		f.Value += ", a party to it"
	}
	return f.Value
}

// copiesBehind orders tellings by time, near-copies right behind the first of
// their kind.
func copiesBehind(ts []entente.Telling) []int {
	var out []int
	done := make([]bool, len(ts))
	for i := range ts {
		if done[i] {
			continue
		}
		out, done[i] = append(out, i), true
		head := ts[i].CopyOf
		if head == "" {
			head = ts[i].Doc
		}
		for j := i + 1; j < len(ts); j++ {
			if !done[j] && (ts[j].CopyOf == head || ts[j].Doc == head) {
				out, done[j] = append(out, j), true
			}
		}
	}
	return out
}

// tellingRow is a telling in the shape of an event of a document with one
// sentence.
func tellingRow(r entente.MergedRow, i int) entente.EventRow {
	m, t := r.Merged, &r.Merged.Tellings[i]
	d := &entente.Document{ID: t.Doc, Publisher: t.Outlet, URL: t.URL, Text: r.Texts[t.Doc], Published: t.Published, DateOnly: t.DateOnly,
		Sentences: []entente.Sentence{{Span: t.Sentence}}}
	e := &entente.Event{ID: t.Event, Root: m.Root, Mode: m.Mode, Actors: t.Actors, Recipients: t.Recipients, Trigger: t.Trigger, When: t.When,
		Where: t.Where, Status: m.Status, Aspect: m.Aspect, Attribution: t.Attribution, Magnitudes: t.Magnitudes, Confidence: t.Confidence}
	return entente.EventRow{Doc: d, Event: e, Story: t.Story, Run: t.Run}
}

func (s *server) differView(m *entente.Merged, d entente.Difference) differView {
	out := differView{Field: d.Field}
	if d.Field == "actor" {
		out.Field = "who did it"
	}
	byEvent := map[string]*entente.Telling{}
	for i := range m.Tellings {
		byEvent[m.Tellings[i].Event] = &m.Tellings[i]
	}
	for _, v := range d.Versions {
		w := versionView{Value: s.valueText(v), Sources: v.Groups}
		for _, id := range v.Events {
			if t := byEvent[id]; t != nil {
				w.Outlets = append(w.Outlets, outlet(&entente.Document{Publisher: t.Outlet, URL: t.URL}))
			}
		}
		out.Versions = append(out.Versions, w)
	}
	return out
}

func (s *server) valueText(v entente.Variant) string {
	if v.Magnitude != nil {
		return sizeText(*v.Magnitude)
	}
	codes := strings.Split(v.Value, "+")
	for i, c := range codes {
		codes[i] = s.PartyName(c)
	}
	return strings.Join(codes, " and ")
}

// sizeText writes a number or the bounds of one.
func sizeText(m entente.Magnitude) string {
	t := number(m.Low)
	switch {
	case m.HasBest:
		t = number(m.Best)
	case m.OpenHigh:
		t = "at least " + t
	case m.OpenLow:
		t = "up to " + t
	case m.High != m.Low:
		t += "–" + number(m.High)
	}
	if m.Currency != "" {
		t += " " + m.Currency
	}
	return t
}

func numbersText(ms []entente.Magnitude) string {
	parts := make([]string, len(ms))
	for i, m := range ms {
		parts[i] = sizeText(m) + " " + m.Kind
	}
	return strings.Join(parts, ", ")
}

// ties are the links of a story, by what they say.
type ties struct {
	Head  string
	Links []entente.StoryLink
}

// tiesOf sorts the links of a story under heads.
func tiesOf(ls []entente.StoryLink) []ties {
	heads := []struct {
		text, kind string
		back       bool
	}{{"Follows", "follows", false}, {"Followed by", "follows", true}, {"Part of", "part_of", false}, {"Has as a part", "part_of", true}, {"Related", "related", false}}
	var out []ties
	for _, h := range heads {
		t := ties{Head: h.text}
		for _, l := range ls {
			if l.Type == h.kind && l.Back == h.back {
				t.Links = append(t.Links, l)
			}
		}
		if len(t.Links) > 0 {
			out = append(out, t)
		}
	}
	return out
}
