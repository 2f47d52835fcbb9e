package web_test

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

func docAddress(id string) string { return "/document?" + url.Values{"id": {id}}.Encode() }

func TestPages(t *testing.T) {
	t.Parallel()
	srv := serve(t, fixtureDocs())
	tests := []struct {
		address string
		want    []string
		not     []string
	}{
		{"/", []string{"Sample news", "Putin lands in Beijing", "2 reports, 1 independent, 1 copy", "2 outlets", "1 report<", "/relations?a=CHN&amp;b=USA", "This archive holds 5 reports",
			"1 undated", "1 not in English"}, nil},
		{"/?from=2024-05-18&to=2024-05-18", []string{"Washington names more firms", `value="2024-05-18"`}, []string{`>Putin lands in Beijing</a>`}},
		{"/?from=2030-01-01", []string{"No story in these days"}, nil},
		{"/story/s1", []string{"What happened", "Vladimir Putin arrived", `href="/event/e100000000000001"`, "CONSULT", "near-copy", "Lantern News", "93%", "no longer in the archive",
			"headline only", "2 tellings", "1 independent source<", "1 near-copy"}, nil},
		{"/event/e100000000000001", []string{"visit.pat:12", "verb arrive land : A=subj", "the actor is its subject", "the sides are of different countries", "putin &lt;nsubj arrive", "actor: found as its subject", "told as a fact", "MOBILIZE (troops.pat:3)", `class="m trigger"`,
			`class="m actor"`, `class="m recipient"`, `class="m when"`, `class="m where"`, "The weather was mild.", "A band played.", "people.tsv: Vladimir Putin", "is Vladimir Putin (RUS:GOV)",
			"weekday of the report", "read on 16 May 2024", "Vladimir Putin, head of state, Russia", "RUS:GOV", "97%", "subject", "/relations?a=RUS&amp;b=CHN", "0.1.0-test"},
			[]string{"Other events"}},
		{"/event/e3000000000000aa", []string{"on the word of United States", `class="m number"`, "24,000 to 99,000 USD", `class="m speaker"`, `class="m cue"`, "China (business)", "Said in these words"}, []string{"opposes"}},
		{"/event/e3000000000000bb", []string{"a possibility, not a fact", "undated", `class="m about"`, "no day is made up", "opposes"}, nil},
		{"/events", []string{"5 events", "hypothetical", "ASSAULT"}, nil},
		{"/events?party=China&event=sanction", []string{"1 event.", "SANCTION"}, []string{">ASSAULT</span>"}},
		{"/events?status=hypothetical", []string{"1 event.", "seize"}, nil},
		{"/events?party=WEST", []string{"No event fits"}, nil},
		{"/events?a=RUS&b=CHN&series=1", []string{"2 events", `<a href="/relations?a=RUS&amp;b=CHN">Their record`}, nil},
		{"/events?a=Russia&b=China", []string{`<a href="/relations?a=Russia&amp;b=China">Their record`}, nil},
		{"/relations", []string{"The busiest pairs", "Russia", "&#43;4.0"}, nil},
		{"/relations?a=Russia&b=CHN", []string{"Russia</bdi> and <bdi>China", "1 event counts", "<svg", `class="quad1"`, "mean score &#43;4.0", "Events between them"}, nil},
		{"/relations?a=USA&b=CHN&by=week", []string{"1 more is listed but not counted", "13–19 May 2024", "−6.0"}, nil},
		{"/relations?a=RUS&b=UKR", []string{"No event between the two"}, nil},
		{"/brief", []string{"Brief of the day", "18 May 2024", "the last day that the archive holds", "/brief?on=2024-05-17"}, nil},
		{"/brief?on=2024-05-16", []string{"16 May 2024", "Putin arrived", "/brief?on=2024-05-17"}, nil},
		{"/search?q=beijing", []string{"2 reports", "<mark>Beijing</mark>"}, nil},
		{"/search?q=", []string{"Type words"}, nil},
		{"/search?q=nothingatall", []string{"No report holds"}, nil},
		{docAddress(idPath), []string{"Markets watch tariffs", `class="m related"`, `href="/event/e100000000000001"`, "its story", "date given with the report"}, nil},
		{docAddress(idPath) + "&at=4-11", []string{`class="m cited"`, `id="cited"`, ">weather<"}, nil},
		{docAddress(idDots), []string{"Who says what", "officials in Washington (United States)", "repeats a claim of firms from China", "Positions held", "opposes",
			"judging", "judges: a word of"}, nil},
		{docAddress("fr1"), []string{`lang="fr"`, "no date is known", "only English is coded"}, nil},
	}
	for _, tc := range tests {
		p := get(t, srv, tc.address)
		if p.status != http.StatusOK {
			t.Errorf("%s: status %d", tc.address, p.status)
		}
		for _, w := range tc.want {
			if !strings.Contains(p.body, w) {
				t.Errorf("%s does not say %q:\n%s", tc.address, w, mainOf(p.body))
			}
		}
		for _, w := range tc.not {
			if strings.Contains(p.body, w) {
				t.Errorf("%s says %q", tc.address, w)
			}
		}
	}
}

// mainOf is the part of a page that differs.
func mainOf(body string) string {
	_, m, _ := strings.Cut(body, "<main")
	m, _, _ = strings.Cut(m, "</main>")
	return m
}

func TestDocumentAddresses(t *testing.T) {
	t.Parallel()
	srv := serve(t, fixtureDocs())
	for _, id := range []string{idPath, idAddress, idDots, idEvil, "fr1"} {
		for _, address := range []string{docAddress(id), "/document/" + url.PathEscape(id)} {
			p := get(t, srv, address)
			if p.status != http.StatusOK || !strings.Contains(p.body, "<code>"+escape(id)+"</code>") {
				t.Errorf("%s: status %d, or another document", address, p.status)
			}
		}
	}
}

// escape is what a template makes of text.
func escape(s string) string { return strings.ReplaceAll(html.EscapeString(s), "+", "&#43;") }

func TestBadRequests(t *testing.T) {
	t.Parallel()
	srv := serve(t, fixtureDocs())
	tests := []struct {
		address string
		status  int
		want    string
	}{
		{"/nothing/here", 404, "there is nothing at this address"},
		{"/story/none", 404, "there is none with this id"},
		{"/event/none", 404, "there is none with this id"},
		{"/document", 404, "there is none with this id"},
		{"/document?id=none", 404, "there is none with this id"},
		{"/document?id=fr1&at=5", 400, "start-end"},
		{"/document?id=fr1&at=9-5", 400, "start-end"},
		{"/?from=yesterday", 400, "YYYY-MM-DD"},
		{"/?from=2024-05-18&to=2024-05-16", 400, "is before"},
		{"/?page=0", 400, "not a number from 1"},
		{"/events?page=x", 400, "not a number from 1"},
		{"/events?event=dance", 400, "unknown event root"},
		{"/events?status=maybe", 400, "unknown status"},
		{"/events?party=Atlantis", 404, "try a country"},
		{"/relations?a=RUS&b=Atlantis", 404, "is in no table"},
		{"/relations?a=RUS&b=CHN&by=hour", 400, "is not day, week or month"},
		{"/relations?a=RUS&b=CHN&as-of=soon", 400, "YYYY-MM-DD"},
		{"/relations/events?a=RUS", 400, "two actors are needed"},
		{"/relations/events?a=RUS&b=CHN&kind=5", 400, "not claims, nor a class"},
		{"/network?from=x", 400, "YYYY-MM-DD"},
		{"/coverage?to=x", 400, "YYYY-MM-DD"},
		{"/coverage.csv?to=x", 400, "YYYY-MM-DD"},
		{"/story/s1?since=x", 400, "YYYY-MM-DD"},
		{"/event/mnone", 404, "there is none with this id"},
		{"/brief?on=now", 400, "YYYY-MM-DD"},
		{"/search?q=" + strings.Repeat("a", 600), 400, "use fewer words"},
		{"/static/style.css", 404, "not found"},
	}
	for _, tc := range tests {
		if p := get(t, srv, tc.address); p.status != tc.status || !strings.Contains(p.body, tc.want) {
			t.Errorf("%s: status %d, want %d and %q in\n%s", tc.address, p.status, tc.status, tc.want, mainOf(p.body))
		}
	}
	if p := get(t, srv, "/search?q="+url.QueryEscape(`" OR 1 NEAR( * --`)); p.status != 200 {
		t.Errorf("a search of punctuation: status %d", p.status)
	}
	for _, method := range []string{http.MethodPost, http.MethodDelete} {
		w := httptest.NewRecorder()
		srv.Config.Handler.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), method, "/events", nil))
		if w.Code != http.StatusMethodNotAllowed {
			t.Errorf("%s: status %d", method, w.Code)
		}
	}
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	srv := serve(t, fixtureDocs())
	style := regexp.MustCompile(`/static/style-[0-9a-f]{12}\.css`).FindString(get(t, srv, "/").body)
	icon := regexp.MustCompile(`/static/favicon-[0-9a-f]{12}\.svg`).FindString(get(t, srv, "/").body)
	for address, kind := range map[string]string{"/": "text/html; charset=utf-8", "/nothing": "text/html; charset=utf-8",
		style: "text/css; charset=utf-8", icon: "image/svg+xml", "/favicon.ico": "image/svg+xml"} {
		p := get(t, srv, address)
		if got := p.header.Get("Content-Type"); got != kind {
			t.Errorf("%s is %q, want %q", address, got, kind)
		}
		if csp := p.header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; style-src 'self';") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", address, csp)
		}
		if p.header.Get("X-Content-Type-Options") != "nosniff" || p.header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: headers %v", address, p.header)
		}
	}
}

// TestCrawl follows every link from the first page: each must lead somewhere,
// and no page may hold markup from the news, a script, a style attribute or an
// address of another host that loads something.
func TestCrawl(t *testing.T) {
	t.Parallel()
	srv := serve(t, fixtureDocs())
	href := regexp.MustCompile(`(?:href|src|action)="([^"]*)"`)
	bad := []string{"<script", "<img", "<b>", "ZgotmplZ", "javascript:", " style=", " onerror", " onclick", "http-equiv", "<no value>", "%!"}
	todo, seen := []string{"/"}, map[string]bool{"/": true}
	for len(todo) > 0 {
		address := todo[0]
		todo = todo[1:]
		p := get(t, srv, address)
		if p.status != http.StatusOK {
			t.Errorf("%s: status %d", address, p.status)
			continue
		}
		if strings.HasPrefix(address, "/static/") {
			continue
		}
		for _, b := range bad {
			inText := b == "javascript:" || b == " onerror" // may stand in text, escaped
			if !inText && strings.Contains(p.body, b) {
				t.Errorf("%s holds %q", address, b)
			}
		}
		for _, m := range href.FindAllStringSubmatch(p.body, -1) {
			link := html.UnescapeString(m[1])
			if !strings.HasPrefix(link, "/") && !strings.HasPrefix(link, "#") {
				t.Errorf("%s links to %q", address, link)
				continue
			}
			link, _, _ = strings.Cut(link, "#")
			if link != "" && !seen[link] {
				seen[link] = true
				todo = append(todo, link)
			}
		}
	}
	for _, want := range []string{"/story/s3", "/event/e4000000000000aa", docAddress(idEvil), docAddress(idAddress), "/event/e3000000000000bb", "/brief?on=2024-05-17"} {
		if !seen[want] {
			t.Errorf("no page links to %s", want)
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d addresses were found", len(seen))
	}
}

// TestClickPath goes from a story to its event, its report and the relation.
func TestClickPath(t *testing.T) {
	t.Parallel()
	srv := serve(t, fixtureDocs())
	address := "/"
	for _, step := range []struct{ link, says string }{
		{`href="(/story/s1)"`, "Putin lands in Beijing"},
		{`href="(/event/e100000000000001)"`, "Why it was coded"},
		{`href="(/document\?id=dir[^"]*)"`, "Events read from it"},
		{`href="(/event/e100000000000001)"`, "Why it was coded"},
		{`href="(/relations\?a=RUS[^"]*)"`, "Events between them"},
		{`href="(/relations/events\?a=RUS[^"]*from=2024-05-16[^"]*)"`, "Their shares sum to the point"},
		{`href="(/event/me100000000000001)#told"`, "Who tells it"},
		{`href="(/event/e100000000000002)"`, "Why it was coded"},
	} {
		m := regexp.MustCompile(step.link).FindStringSubmatch(get(t, srv, address).body)
		if m == nil {
			t.Fatalf("%s has no link %s", address, step.link)
		}
		address = html.UnescapeString(m[1])
		if p := get(t, srv, address); !strings.Contains(p.body, step.says) {
			t.Fatalf("%s does not say %q", address, step.says)
		}
	}
}

func TestHostileText(t *testing.T) {
	t.Parallel()
	srv := serve(t, fixtureDocs())
	for _, address := range []string{"/", "/story/s3", "/event/e4000000000000aa", docAddress(idEvil), "/events", "/search?q=attacked",
		"/brief?on=2024-05-17", "/search?q=" + url.QueryEscape(evil), "/events?story=" + url.QueryEscape(idEvil)} {
		body := get(t, srv, address).body
		if strings.Contains(body, evil) || strings.Contains(body, "<img") {
			t.Errorf("%s holds markup of the news", address)
		}
		if !strings.Contains(body, "&lt;script&gt;") && !strings.Contains(body, "&lt;img") {
			t.Errorf("%s does not hold the hostile text at all", address)
		}
	}
	if body := get(t, srv, docAddress(idEvil)).body; strings.Contains(body, `href="javascript:`) {
		t.Error("an address of a report became a link that runs")
	}
}

func TestEmptyArchive(t *testing.T) {
	t.Parallel()
	srv := serve(t, nil)
	for address, status := range map[string]int{"/": 200, "/events": 200, "/relations": 200, "/network": 200, "/coverage": 200, "/search?q=x": 200, "/brief": 404, "/brief?on=2024-05-16": 200} {
		p := get(t, srv, address)
		if p.status != status || !strings.Contains(p.body, "This archive is empty.") || strings.Contains(p.body, "Sample news") {
			t.Errorf("%s on an empty archive: status %d, want %d\n%s", address, p.status, status, mainOf(p.body))
		}
	}
}

// manyStories are n stories of one report each, a day apart.
func manyStories(n int) []store.Entry {
	var es []store.Entry
	for i := range n {
		id := "m" + string(rune('a'+i/26)) + string(rune('a'+i%26))
		d := visit(id, "Lantern News", "e2000000000000"+id[1:])
		d.Sample = false
		d.Title = "Headline " + id
		d.Published = entente.NewDay(2024, 1, 1+i).Time()
		d.Events[0].When.From, d.Events[0].When.To = d.Day(), d.Day()
		es = append(es, store.Entry{Doc: d, Features: []byte{1}, Place: entente.Assignment{Doc: id, Story: "s" + id}})
	}
	return es
}

func TestPagesOfLists(t *testing.T) {
	t.Parallel()
	srv := serve(t, manyStories(100))
	next := regexp.MustCompile(`rel="next" href="([^"]*)"`)
	for start, what := range map[string]*regexp.Regexp{"/?from=2024-01-01": regexp.MustCompile(`href="/story/(sm..)"`),
		"/events?party=RUS": regexp.MustCompile(`class="line" href="/event/(e2000000000000..)"`)} {
		var found []string
		for address := start; address != ""; {
			body := get(t, srv, address).body
			if strings.Contains(body, "Sample news") {
				t.Error("an archive of real reports is called a sample")
			}
			for _, m := range what.FindAllStringSubmatch(body, -1) {
				if !slices.Contains(found, m[1]) {
					found = append(found, m[1])
				}
			}
			address = ""
			if m := next.FindStringSubmatch(body); m != nil {
				address = html.UnescapeString(m[1])
			}
		}
		if len(found) != 100 {
			t.Errorf("the pages from %s list %d, want 100", start, len(found))
		}
	}
	body := get(t, srv, "/relations?a=RUS&b=CHN").body
	if !strings.Contains(body, "Events by week") {
		t.Errorf("a hundred days are not shown by week")
	}
	if n := strings.Count(get(t, srv, "/relations?a=RUS&b=CHN&by=day").body, `<rect class="quad1"`); n != 100 {
		t.Errorf("%d bars, want 100", n)
	}
}

func BenchmarkStory(b *testing.B) { benchmarkPage(b, "/story/s1") }

func BenchmarkEvent(b *testing.B) { benchmarkPage(b, "/event/e100000000000001") }

func benchmarkPage(b *testing.B, address string) {
	h := handler(b, append(fixtureDocs(), manyStories(200)...))
	b.ReportAllocs()
	for b.Loop() {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(b.Context(), http.MethodGet, address, nil))
		if w.Code != http.StatusOK {
			b.Fatalf("status %d", w.Code)
		}
	}
}

// FuzzRequest asks for any path with any query: whatever is asked, the page
// answers with a status that says whose fault it is.
func FuzzRequest(f *testing.F) {
	h := handler(f, fixtureDocs())
	for _, seed := range []string{"/?from=2024-05-16&to=2024-05-18&page=2", "/document?id=fr1&at=1-5", "/events?party=RUS:MIL&event=consult&status=actual&series=1",
		"/relations?a=RUS&b=CHN&by=month&from=0001-01-01&to=9999-12-31",
		"/relations/events?a=RUS&b=CHN&kind=claims&as-of=2024-05-16&directed=1", "/coverage?from=0001-01-01&to=9999-12-31", "/alerts.atom?watch=x", "/network?to=2024-05-16", "/brief?on=2024-05-16", "/search?q=%22a%22+%00", "/story/%2e%2e", "/document//a/../b",
		"/api/events?merged=1&all=1&limit=3&offset=1", "/api/relations?a=RUS&b=CHN&from=0001-01-01&to=9999-12-31", "/api/brief?story=x&since=last", "/api/document?id=fr1"} {
		path, query, _ := strings.Cut(seed, "?")
		f.Add(path, query)
	}
	f.Fuzz(func(t *testing.T, path, query string) {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.URL = &url.URL{Path: path, RawQuery: query}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("%q?%q: status %d", path, query, w.Code)
		}
		if strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") && strings.Contains(w.Body.String(), "<script") {
			t.Errorf("%q?%q: markup of the request", path, query)
		}
	})
}
