package eval

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// actorGold is who a span of a text stands for. Offsets are code points; a
// value that is null is "".
type actorGold struct {
	Start   *int    `json:"start"`
	End     *int    `json:"end"`
	Country *string `json:"country"`
	Sector  *string `json:"sector"`
	Org     *string `json:"org"`
	Group   *string `json:"group"`
	Type    string  `json:"type"`
	Use     *string `json:"use"`
}

// actorRecord is a record of the corpus, as far as actors go.
type actorRecord struct {
	ID       string      `json:"id"`
	Date     string      `json:"date"`
	Text     *string     `json:"text"`
	Drawn    *actorDrawn `json:"drawn"`
	Entities []actorGold `json:"entities"`
	Events   []struct {
		Actor     []actorGold `json:"actor"`
		Recipient []actorGold `json:"recipient"`
	} `json:"events"`
	article []rune // the one that the text stands in; nil for a text of its own
}

// in returns the record with its article for a text.
func (a actorRecord) in() actorRecord {
	whole := string(a.article)
	moved := func(list []actorGold) []actorGold {
		out := make([]actorGold, len(list))
		for i, g := range list {
			if out[i] = g; g.Start != nil && g.End != nil {
				from, to := *g.Start+a.Drawn.Start, *g.End+a.Drawn.Start
				out[i].Start, out[i].End = &from, &to
			}
		}
		return out
	}
	a.Text, a.Entities = &whole, moved(a.Entities)
	events := a.Events
	a.Events = slices.Clone(events)
	for i := range events {
		a.Events[i].Actor, a.Events[i].Recipient = moved(events[i].Actor), moved(events[i].Recipient)
	}
	return a
}

// actorDrawn says where the text of a record stands.
type actorDrawn struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// actorCase is one span with what was wanted and what was read, for a reader.
type actorCase struct {
	ID      string `json:"id"`
	Start   int    `json:"start"`
	Text    string `json:"text"`
	Part    string `json:"part"` // member or entity
	Gold    string `json:"gold"`
	Got     string `json:"got"`
	Country string `json:"country"` // "right", or the class of the error
	Sector  string `json:"sector"`
	Why     string `json:"why"`
	want    bool   // gold has a country
}

// actorTally counts right and wrong spans by class.
type actorTally struct {
	n                        int
	country, sector          int
	told, toldRight          int // those with a country in gold
	countryClass, sectorPair map[string]int
}

func newActorTally() *actorTally {
	return &actorTally{countryClass: map[string]int{}, sectorPair: map[string]int{}}
}

func (t *actorTally) add(c *actorCase) {
	t.n++
	t.country += btoi(c.Country == "right")
	t.sector += btoi(c.Sector == "right")
	if c.want {
		t.told++
		t.toldRight += btoi(c.Country == "right")
	}
	if c.Country != "right" {
		t.countryClass[c.Country]++
	}
	if c.Sector != "right" {
		t.sectorPair[c.Sector]++
	}
}

// classes lists the counts of a tally, the largest first, at most n of them.
func classes(m map[string]int, n int) string {
	names := keys(m)
	sort.SliceStable(names, func(i, j int) bool { return m[names[i]] > m[names[j]] })
	var out []string
	for _, k := range names[:min(n, len(names))] {
		out = append(out, fmt.Sprintf("%s %d", k, m[k]))
	}
	return strings.Join(out, ", ")
}

func inHundred(k, n int) string { return f1(100 * float64(k) / float64(max(1, n))) }

// actorAt returns what was read at a span: of the mentions that overlap its
// head, the one that shares most with that, the later of two alike; a member of a
// mention that stands for several, when its words lie in the span: the one of
// that country where there is one, since gold has such a phrase once for each.
func actorAt(d *entente.Document, head, at entente.Span, country string) (a entente.Actor, why string, ok bool) {
	best := 0.0
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if s := likeness(m.Actor.Span, head); s >= best && s > 0 {
			best, a, why, ok = s, m.Actor, m.Why, true
			found := false
			for j := range m.Members {
				if b := &m.Members[j]; (b.Span.Overlaps(at) || b.Span.Len() == 0) && !found {
					a, found = *b, b.Country == country
				}
			}
		}
	}
	return a, why, ok
}

// headOf returns the words of a phrase up to its first preposition, where the
// head of an English noun phrase stands: "ministers" of "ministers in Bucharest".
func headOf(d *entente.Document, at entente.Span) entente.Span {
	s := at.In(d.Text)
	for i := 1; i < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		word, _, _ := strings.Cut(s[i+1:], " ")
		switch word {
		case "of", "in", "at", "from", "for", "with", "on", "to", "near", "who", "whose", "that":
			return entente.Span{Start: at.Start, End: at.Start + i}
		}
	}
	return at
}

// likeness is the length that two spans share by the length that they cover.
func likeness(a, b entente.Span) float64 {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	if both <= 0 {
		return 0
	}
	return float64(both) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

// judge compares what was read at a span with gold.
func judge(d *entente.Document, ix *text.Index, g *actorGold) actorCase {
	at := entente.Span{Start: ix.Byte(*g.Start), End: ix.Byte(*g.End)}
	a, why, ok := actorAt(d, headOf(d, at), at, deref(g.Country))
	if !ok {
		a, why, ok = actorAt(d, at, at, deref(g.Country))
	}
	c := actorCase{ID: d.ID, Start: *g.Start, Text: at.In(d.Text), Gold: goldCode(g), Got: strings.Trim(a.Country+":"+a.Sector.String()+":"+a.Org+":"+a.Group, ":"), Why: why}
	want := deref(g.Country)
	c.want = want != ""
	if g.Type == "LOC" && a.Country == "" || g.Type == "" && !ok {
		a.Country = placeAt(d, at) // the place layer's to say
		c.Got, ok = a.Country, ok || a.Country != ""
	}
	if g.Type == "NORP" && strings.Contains(why, "peoples.tsv") {
		a.Country = "" // the name of a people has none, who is of it has
	}
	switch {
	case want == a.Country:
		c.Country = "right"
	case !ok:
		c.Country = "not found"
	case a.Country == "":
		c.Country = "no country given"
	case want == "":
		c.Country = "country where gold has none"
	default:
		c.Country = "another country"
	}
	got := a.Sector.String()
	switch {
	case deref(g.Sector) == got:
		c.Sector = "right"
	default:
		c.Sector = orDash(deref(g.Sector)) + " as " + orDash(got)
	}
	return c
}

// placeAt returns the country of the place at a span.
func placeAt(d *entente.Document, at entente.Span) string {
	for i := range d.Places {
		if p := &d.Places[i]; p.Span.Overlaps(at) && p.Country != "" {
			return p.Country
		}
	}
	return ""
}

func goldCode(g *actorGold) string {
	return strings.Trim(deref(g.Country)+":"+deref(g.Sector)+":"+deref(g.Org)+":"+deref(g.Group), ":")
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func orDash(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
