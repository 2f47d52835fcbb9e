package web_test

import (
	"fmt"
	"html"
	"math"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// act is a report of one event between Russia and Ukraine; claim says that only
// a party tells it, more adds a recipient.
func act(i int, day entente.Day, root entente.Root, score float64, claim bool, more ...string) store.Entry {
	id := fmt.Sprintf("p%03d", i)
	d := newReport(id, "Lantern News", "Report "+id, day, "Russia acted on Ukraine, officials said.")
	e := entente.Event{ID: fmt.Sprintf("e7000000000%05d", i), Root: root, Score: score, Trigger: spanOf(d.Text, "acted"),
		Actors:     []entente.Actor{{Span: spanOf(d.Text, "Russia"), Country: "RUS"}},
		Recipients: []entente.Actor{{Span: spanOf(d.Text, "Ukraine"), Country: "UKR"}},
		When:       entente.When{From: day, To: day, Precision: entente.PrecisionDay, Basis: entente.WhenDocument}, Confidence: 0.8}
	for _, c := range more {
		e.Recipients = append(e.Recipients, entente.Actor{Country: c})
	}
	if claim {
		e.Attribution = &entente.Attribution{Speaker: entente.Actor{Span: spanOf(d.Text, "officials"), Country: "UKR"}, Cue: spanOf(d.Text, "said"), Interested: true}
	}
	d.Events = []entente.Event{e}
	return store.Entry{Doc: d, Features: []byte{1}, Added: day + 1, Place: entente.Assignment{Doc: id, Story: "s" + id}}
}

// dispute is a relation that turns from talks to attacks at its sixtieth day,
// after five days without a report. It holds two claims and a shared event.
func dispute() []store.Entry {
	first := entente.NewDay(2024, 1, 1)
	var es []store.Entry
	for i := range 120 {
		day := first + entente.Day(i)
		switch {
		case i >= 55 && i < 60:
		case i < 60:
			es = append(es, act(i, day, entente.RootConsult, 2+float64(i*7%5)/2, false))
		default:
			es = append(es, act(i, day, entente.RootAssault, -9+float64(i*7%5)/2, false))
		}
	}
	return append(es, act(200, first+70, entente.RootCoerce, -5, true), act(201, first+70, entente.RootAccuse, -2, true),
		act(202, first+80, entente.RootSanction, -6, false, "USA"))
}

func TestSeries(t *testing.T) {
	t.Parallel()
	srv := serve(t, dispute())
	day := "/relations?a=RUS&b=UKR&by=day"
	tests := []struct {
		address string
		want    []string
		not     []string
	}{
		{day, []string{"Turning points", `id="turn-2024-03-01"`, `href="#turn-2024-03-01"`, "2024: from &#43;", "116 events count", "told by nobody but a party", `class="claim"`,
			"no report in the archive: nothing is known, which is not zero", `class="mean thin"`, `class="rate"`, `class="steady"`, "25–29 February 2024"}, nil},
		{"/relations?a=RUS&b=UKR&by=month", []string{`<line class="mean"`, "1–31 January 2024"}, []string{`class="mean thin"`}},
		{"/relations?a=RUS&b=UKR&directed=1", []string{"Only what", "checked", "directed=1"}, nil},
		{"/relations?a=UKR&b=RUS&directed=1", []string{"No event between the two"}, []string{"Turning points"}},
		{"/relations?a=RUS&b=UKR&as-of=2020-01-01", []string{"No event between the two", "at the end of 1 January 2020"}, nil},
		{"/relations?a=RUS&b=UKR&as-of=2024-01-11", []string{"10 events count", "to=2024-01-01"}, []string{"Turning points"}},
		{"/relations/events?a=RUS&b=UKR&as-of=2024-01-11", []string{"10 events, as the archive showed it at the end of 11 January 2024"}, nil},
		{"/relations?a=RUS&b=UKR&as-of=9999-01-01", []string{"116 events count", "as-of=9999-01-01"}, nil},
		{"/relations/events?a=RUS&b=UKR&from=2024-03-21&to=2024-03-21", []string{"2 events", "0.500", "1.500", "/event/me700000000000202#told"}, nil},
		{"/relations/events?a=RUS&b=UKR&kind=claims", []string{"2 events, told by nobody but a party", "−7.000", "mean score −3.5"}, nil},
		{"/relations/events?a=RUS&b=UKR&kind=4", []string{"material conflict", "all pages", `rel="next"`}, nil},
		{"/relations/events?a=RUS&b=UKR&kind=1&from=2024-03-21&to=2024-03-21", []string{"No event of this kind"}, nil},
		{"/event/me700000000000202", []string{"Who tells it", "1 independent source", "e700000000000202", "this telling"}, nil},
		{"/network?from=2024-01-01&to=2024-02-20", []string{"Blocs", "<bdi>Russia</bdi></a>, <a", `href="#bloc-1"`}, nil},
		{"/network?from=2024-03-21&to=2024-03-21", []string{"Russia</bdi> – <bdi>Ukraine", "Russia</bdi> – <bdi>United States"}, []string{"<bdi>Ukraine</bdi></a>, <a"}},
		{"/coverage", []string{"Lantern News", "5 days, 25–29 February 2024", "5 days without a report", `class="gap"`, "United States", "/coverage.csv"}, nil},
	}
	for _, tc := range tests {
		p := get(t, srv, tc.address)
		if p.status != http.StatusOK {
			t.Errorf("%s: status %d", tc.address, p.status)
		}
		for _, w := range tc.want {
			if !strings.Contains(p.body, w) {
				t.Errorf("%s does not say %q", tc.address, w)
			}
		}
		for _, w := range tc.not {
			if strings.Contains(p.body, w) {
				t.Errorf("%s says %q", tc.address, w)
			}
		}
	}
	// The line of rates breaks where nothing was read.
	if m := regexp.MustCompile(`class="rate" d="([^"]*)"`).FindStringSubmatch(get(t, srv, day).body); m == nil || strings.Count(m[1], "M") != 2 {
		t.Errorf("the line of rates is %v, want two pieces", m)
	}
}

// TestSharesSumToPoint follows each period of the table into its events and
// adds their shares up.
func TestSharesSumToPoint(t *testing.T) {
	t.Parallel()
	a := openArchive(t, dispute())
	srv := serveOf(t, handlerOf(t, a))
	points, err := a.Relation(t.Context(), entente.RelationFilter{A: []entente.Party{{Code: "RUS"}}, B: []entente.Party{{Code: "UKR"}}, Days: entente.AllDays(), Period: entente.ByWeek})
	if err != nil {
		t.Fatal(err)
	}
	points = slices.DeleteFunc(points, func(p entente.RelationPoint) bool { return p.Events == 0 })
	links := regexp.MustCompile(`<tr><th scope="row"><a href="([^"]*)">`).FindAllStringSubmatch(get(t, srv, "/relations?a=RUS&b=UKR&by=week").body, -1)
	if len(links) != len(points)+1 { // the last is of all
		t.Fatalf("%d periods lead to their events, want %d", len(links), len(points)+1)
	}
	row := regexp.MustCompile(`share → </span>([^<]*)<.*?← </span>([^<]*)<.*?share × score </span>([^<]*)<`)
	for i, p := range points {
		body := get(t, srv, html.UnescapeString(links[i][1])).body
		events, _, _ := strings.Cut(body, "<tfoot>")
		var n int
		var share, sum float64
		for _, m := range row.FindAllStringSubmatch(events, -1) {
			n++
			share += figure(t, m[1]) + figure(t, m[2])
			sum += figure(t, m[3])
		}
		if n != p.Events || math.Abs(share-p.Weight) > 0.001 || math.Abs(sum-p.ScoreSum) > 0.01 {
			t.Errorf("%s: %d events of share %.3f and sum %.3f, the point has %d, %.3f and %.3f", p.From, n, share, sum, p.Events, p.Weight, p.ScoreSum)
		}
	}
}

// figure reads a number as a page writes it.
func figure(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(strings.NewReplacer("−", "-", "&#43;", "+").Replace(s), 64)
	if err != nil {
		t.Fatalf("%q is no number", s)
	}
	return f
}

func TestWhoTellsIt(t *testing.T) {
	t.Parallel()
	srv := serveOf(t, handlerOf(t, mergedArchive(t)))
	body := get(t, srv, "/event/e5a3").body
	for _, want := range []string{"4 reports</span>, <span class=\"nb\">2 independent sources", "Where they differ", "<dt>killed</dt><dd><b>3</b>", "nothing is averaged", "credits <bdi>Meridian Wire</bdi>",
		"3 killed", "5 killed", "near-copy", "this telling"} {
		if !strings.Contains(body, want) {
			t.Errorf("the event does not say %q", want)
		}
	}
	original, copied, next := strings.LastIndex(body, "/event/e5a1"), strings.LastIndex(body, "/event/e5a2"), strings.LastIndex(body, "/event/e5a3")
	if original < 0 || original >= copied || copied >= next {
		t.Errorf("tellings stand at %d, %d, %d: the copy is not behind its original", original, copied, next)
	}
	if p := get(t, srv, "/event/me5a1"); p.status != http.StatusOK || !strings.Contains(p.body, "Who tells it") {
		t.Errorf("the happening's own address: status %d", p.status)
	}
}

func TestMarksOnPages(t *testing.T) {
	t.Parallel()
	a := openArchive(t, fixtureDocs())
	srv := serveOf(t, handlerOf(t, a))
	root := entente.RootAccuse
	for _, m := range []entente.EventMark{
		{Event: "e100000000000001", Verdict: entente.MarkedRight, Note: "read it <b>twice</b>", By: "Ada", At: "2024-06-01T10:00:00Z"},
		{Event: "e3000000000000aa", Verdict: entente.MarkedFixed, Fix: entente.Fix{Root: &root, Recipients: &[]entente.Actor{}}, At: "2024-06-01T10:00:00Z"},
		{Event: "e3000000000000bb", Verdict: entente.MarkedWrong, At: "2024-06-01T10:00:00Z"},
	} {
		if err := a.Mark(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		address string
		status  int
		want    []string
	}{
		{"/event/e100000000000001", 200, []string{"Marked by a reader", "right", "read it &lt;b&gt;twice&lt;/b&gt;", "Ada", "1 June 2024, 10:00 UTC"}},
		{"/event/e3000000000000aa", 200, []string{"Marked by a reader", "coded otherwise", "<dd dir=\"auto\">ACCUSE</dd>", "<dt>Recipient</dt><dd dir=\"auto\">none</dd>"}},
		{"/event/e3000000000000bb", 404, []string{"it is marked as wrong"}},
		{"/event/e100000000000002", 200, []string{"entente mark e100000000000002 wrong"}},
		{"/events", 200, []string{"marked right", "marked fixed"}},
	}
	for _, tc := range tests {
		p := get(t, srv, tc.address)
		if p.status != tc.status {
			t.Errorf("%s: status %d, want %d", tc.address, p.status, tc.status)
		}
		for _, w := range tc.want {
			if !strings.Contains(p.body, w) {
				t.Errorf("%s does not say %q:\n%s", tc.address, w, mainOf(p.body))
			}
		}
	}
	if strings.Contains(get(t, srv, "/event/e100000000000002").body, "Marked by a reader") {
		t.Error("an event that nobody marked is shown as marked")
	}
}

func TestCoveragePage(t *testing.T) {
	t.Parallel()
	a := openArchive(t, fixtureDocs())
	on := entente.NewDay(2024, 5, 16)
	if err := a.Drop(t.Context(), []entente.Dropped{{Day: on, Outlet: "Lantern News", Why: "no_text", Number: 3}, {Day: on + 20, Outlet: evil, Why: "limit", Number: 1}}); err != nil {
		t.Fatal(err)
	}
	srv := serveOf(t, handlerOf(t, a))
	body := get(t, srv, "/coverage").body
	for _, want := range []string{"8 inputs", "4 reports extracted", "4 dropped (3 no text, 1 limit)", "17 days without a report", "&lt;script&gt;"} {
		if !strings.Contains(body, want) {
			t.Errorf("the coverage does not say %q:\n%s", want, mainOf(body))
		}
	}
	if strings.Contains(body, "<script") {
		t.Error("the name of an outlet became markup")
	}
	p := get(t, srv, "/coverage.csv?from=2024-05-16&to=2024-05-17")
	if p.header.Get("Content-Type") != "text/csv; charset=utf-8" || p.body != "3 rows, 1 dropped\n" {
		t.Errorf("the file is %q: %q", p.header.Get("Content-Type"), p.body)
	}
}

func TestAlertFeed(t *testing.T) {
	t.Parallel()
	a := openArchive(t, fixtureDocs())
	w := entente.Watch{Name: "east"}
	for _, x := range []entente.Watch{w, {Name: "west"}} {
		if err := a.SaveWatch(t.Context(), x); err != nil {
			t.Fatal(err)
		}
	}
	alerts := []entente.Alert{{ID: "0123456789abcdef", Watch: "east", At: entente.NewDay(2024, 5, 16).Time(), Title: evil, Events: []string{"e100000000000001"}}}
	if err := a.Found(t.Context(), w, alerts); err != nil {
		t.Fatal(err)
	}
	srv := serveOf(t, handlerOf(t, a))
	if !strings.Contains(get(t, srv, "/").body, `type="application/atom+xml"`) {
		t.Error("no page names the feed")
	}
	for address, entries := range map[string]int{"/alerts.atom": 1, "/alerts.atom?watch=east": 1, "/alerts.atom?watch=west": 0} {
		p := get(t, srv, address)
		if p.status != http.StatusOK || !strings.HasPrefix(p.header.Get("Content-Type"), "application/atom+xml") || strings.Count(p.body, "<entry>") != entries {
			t.Errorf("%s: status %d, %s, %d entries", address, p.status, p.header.Get("Content-Type"), strings.Count(p.body, "<entry>"))
		}
		if strings.Contains(p.body, "<script") {
			t.Errorf("%s holds markup of the news", address)
		}
	}
	if p := get(t, srv, "/alerts.atom?watch=north"); p.status != http.StatusNotFound {
		t.Errorf("the feed of a watch that is not there has status %d", p.status)
	}
	if body := get(t, srv, "/alerts.atom").body; !strings.Contains(body, srv.URL+"/event/e100000000000001") {
		t.Errorf("the feed does not lead to the event:\n%s", body)
	}
}

func TestBriefSources(t *testing.T) {
	t.Parallel()
	srv := serve(t, fixtureDocs())
	for address, wants := range map[string][]string{
		"/story/s1":                  {`role="tooltip"`, `<q class="tipwords" dir="auto">Russian President Vladimir Putin arrived`, "16 May 2024: <bdi>Putin lands in Beijing</bdi>"},
		"/story/s1?since=last":       {"What is new", "2 sentences dropped that said more than their sources do", `aria-current="true"`},
		"/story/s1?since=2024-05-16": {"No change since &lt;2024-05-16&gt;", `value="2024-05-16"`},
	} {
		p := get(t, srv, address)
		for _, w := range wants {
			if !strings.Contains(p.body, w) {
				t.Errorf("%s does not say %q", address, w)
			}
		}
	}
}
