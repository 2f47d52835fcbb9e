package web

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
)

func TestSegments(t *testing.T) {
	t.Parallel()
	text := "Paris: the leaders of France met aides."
	span := func(words string) entente.Span {
		i := strings.Index(text, words)
		return entente.Span{Start: i, End: i + len(words)}
	}
	marks := []mark{{span: span("met"), class: "trigger", title: "act", label: "act", link: "/x"}, {span: span("the leaders of France"), class: "actor", label: "actor"},
		{span: span("France"), class: "where", title: "where", label: "where"}, {span: span("of France met"), class: "cited", anchor: "cited"},
		{span: entente.Span{Start: 3, End: 3}, class: "empty"}, {span: entente.Span{Start: 30, End: 999}, class: "outside"}}
	want := []segment{
		{Text: "the leaders ", Class: "actor"},
		{Text: "of ", Class: "actor cited", Anchor: "cited"},
		{Text: "France", Class: "actor where cited", Title: "where", Labels: []string{"actor", "where"}},
		{Text: " ", Class: "cited"},
		{Text: "m", Class: "trigger cited", Title: "act", Link: "/x"},
		{Text: "et", Class: "trigger cited outside", Title: "act", Link: "/x", Labels: []string{"act"}},
		{Text: " aides.", Class: "outside"},
	}
	if diff := cmp.Diff(want, segments(text, entente.Span{Start: 7, End: len(text)}, marks)); diff != "" {
		t.Errorf("segments (-want +got):\n%s", diff)
	}
}

func TestCapital(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{{"", ""}, {"killed", "Killed"}, {"élus", "Élus"}, {"Ärzte", "Ärzte"}, {"3 km", "3 km"}} {
		if got := capital(c[0]); got != c[1] {
			t.Errorf("capital(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestDayRange(t *testing.T) {
	t.Parallel()
	day := func(y, m, d int) entente.Day {
		t.Helper()
		x, err := entente.ParseDay((strings.Join([]string{pad(y, 4), pad(m, 2), pad(d, 2)}, "-")))
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	may := day(2024, 5, 16)
	tests := []struct {
		from, to entente.Day
		want     string
	}{
		{entente.NoDay, entente.NoDay, ""}, {may, may, "16 May 2024"}, {may, day(2024, 5, 18), "16–18 May 2024"}, {may, day(2024, 6, 1), "16 May – 1 June 2024"},
		{day(2023, 12, 31), may, "31 December 2023 – 16 May 2024"}, {may, entente.NoDay, "since 16 May 2024"}, {entente.NoDay, may, "until 16 May 2024"},
	}
	for _, tc := range tests {
		if got := dayRange(tc.from, tc.to); got != tc.want {
			t.Errorf("dayRange(%v, %v) = %q, want %q", tc.from, tc.to, got, tc.want)
		}
	}
}

func pad(n, width int) string {
	s := number(int64(n))
	s = strings.ReplaceAll(s, ",", "")
	return strings.Repeat("0", max(0, width-len(s))) + s
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", -1234567: "−1,234,567"} {
		if got := number(n); got != want {
			t.Errorf("number(%d) = %q, want %q", n, got, want)
		}
	}
	for f, want := range map[float64]string{4: "+4.0", -3.5: "−3.5", 0: "0.0", -0.01: "0.0"} {
		if got := scoreText(f); got != want {
			t.Errorf("scoreText(%v) = %q, want %q", f, got, want)
		}
	}
}

// TestChart checks that bars stand on the line, in the order of the periods,
// and that what no report covers is told from a day without an event.
func TestChart(t *testing.T) {
	t.Parallel()
	day := entente.NewDay(2024, 5, 16)
	point := func(i entente.Day, documents int, quads ...int) entente.RelationPoint {
		p := entente.RelationPoint{From: day + i, To: day + i, Documents: documents}
		for k, n := range quads {
			p.Quads[k+1] = n
			p.Events += n
		}
		return p
	}
	c := newChart([]entente.RelationPoint{point(0, 3, 1, 2, 0, 1), point(1, 5), point(2, 0), point(3, 0, 0, 0, 2)}, &relationQuery{A: "RUS", B: "CHN", Days: entente.AllDays(), AsOf: entente.NoDay})
	type short struct{ Class, Y, H string }
	var got []short
	for _, b := range c.Bars {
		got = append(got, short{b.Class, b.Y, b.H})
		if b.Class != "nodata" && !strings.Contains(b.Link, "/relations/events?a=RUS&b=CHN&from=2024-05-1") {
			t.Errorf("a bar links to %s", b.Link)
		}
	}
	want := []short{{"quad2", "56.0", "84.0"}, {"quad1", "14.0", "42.0"}, {"quad4", "140.0", "42.0"}, {"nodata", "14.0", "210.0"}, {"quad3", "140.0", "84.0"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bars (-want +got):\n%s", diff)
	}
	if c.Base != "140.0" {
		t.Errorf("the line stands at %s", c.Base)
	}
	if empty := newChart(nil, nil); len(empty.Bars) != 0 {
		t.Errorf("no points give %d bars", len(empty.Bars))
	}
}

func TestDyadOf(t *testing.T) {
	t.Parallel()
	a := func(codes ...string) []entente.Actor {
		var out []entente.Actor
		for _, c := range codes {
			out = append(out, entente.Actor{Country: c})
		}
		return out
	}
	tests := []struct {
		name string
		e    entente.Event
		want *partyPair
	}{
		{"directed", entente.Event{Actors: a("RUS"), Recipients: a("CHN")}, &partyPair{A: "RUS", B: "CHN"}},
		{"reciprocal", entente.Event{Actors: a("RUS", "CHN", "IND")}, &partyPair{A: "RUS", B: "CHN"}},
		{"within one", entente.Event{Actors: a("RUS"), Recipients: a("RUS")}, nil},
		{"recipient unknown", entente.Event{Actors: a("RUS"), Recipients: a("")}, nil},
		{"alone", entente.Event{Actors: a("RUS")}, nil},
		{"nobody", entente.Event{}, nil},
	}
	for _, tc := range tests {
		if diff := cmp.Diff(tc.want, dyadOf(&tc.e)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func TestRuleTerms(t *testing.T) {
	t.Parallel()
	want := []term{{"A=subj/poss", "the actor is its subject or its possessor"}, {"R?=on", "the recipient, if there is one, is the phrase with “on”"},
		{"R=obj/to/for", "the recipient is its object or the phrase with “to”, “for”"},
		{"obj=visit", "its object is one of these words"}, {"!for=@ATTACK", "the phrase with “for” is none of these words"},
		{"comp=inf:resign", "“to” and a verb follow, and it is one of these"}, {"foreign", "the sides are of different countries"}}
	got := ruleTerms("verb call : A=subj/poss R?=on R=obj/to/for obj=visit !for=@ATTACK comp=inf:resign foreign prior=0.7 comp=odd")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
	if got := ruleTerms("no rule"); got != nil {
		t.Errorf("terms of no rule: %v", got)
	}
}

func TestGroupEvents(t *testing.T) {
	t.Parallel()
	row := func(id, a, b string, confidence float64) entente.EventRow {
		return entente.EventRow{Event: &entente.Event{ID: id, Root: entente.RootConsult, Confidence: confidence,
			Actors: []entente.Actor{{Country: a}}, Recipients: []entente.Actor{{Country: b}}}}
	}
	groups := mostTold(groupEvents([]entente.EventRow{row("1", "USA", "CHN", 0.9), row("2", "RUS", "CHN", 0.5), row("3", "RUS", "", 0.5),
		row("4", "RUS", "CHN", 0.8), row("5", "CHN", "RUS", 0.9), row("6", "RUS", "", 0.5)}))
	var got []string
	for _, g := range groups {
		ids := g.Best.Event.ID
		for _, m := range g.More {
			ids += "+" + m.Event.ID
		}
		got = append(got, ids)
	}
	if diff := cmp.Diff([]string{"4+2", "1", "3", "5", "6"}, got); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}
