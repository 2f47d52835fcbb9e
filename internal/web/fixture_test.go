package web_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/alert"
	"github.com/entente-news/entente/internal/relation"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/web"
)

// Ids that no path could hold, and words that want to be markup.
const (
	idPath    = "dir/file.txt#3"
	idAddress = "https://a.example/x?y=1#z"
	idDots    = "a//b/../c d+e%2F"
	idEvil    = `"><img src=x onerror=alert(1)>`
	evil      = `<script>alert(1)</script>`
	rtl       = "\u202egnirts\u202c"
)

// spanOf returns where words first stand in text.
func spanOf(text, words string) entente.Span {
	i := strings.Index(text, words)
	if i < 0 {
		panic("no " + words + " in " + text)
	}
	return entente.Span{Start: i, End: i + len(words)}
}

// newReport makes a document of the given sentences.
func newReport(id, outlet, title string, day entente.Day, sentences ...string) *entente.Document {
	d := &entente.Document{ID: id, Publisher: outlet, Title: title, Lang: "en", Layers: entente.LayerText | entente.LayerEvents, DateOnly: true, Sample: true}
	if day.Known() {
		d.Published, d.DateBasis = day.Time(), entente.DateMetadata
	}
	for i, s := range sentences {
		if i > 0 {
			d.Text += "\n"
		}
		d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: len(d.Text), End: len(d.Text) + len(s)}})
		d.Text += s
	}
	return d
}

func visit(id, outlet, event string) *entente.Document {
	on := entente.NewDay(2024, 5, 16)
	d := newReport(id, outlet, "Putin lands in Beijing", on,
		"The weather was mild.",
		"Russian President Vladimir Putin arrived in Beijing on Thursday for talks with Chinese leader Xi Jinping.",
		"A band played.", "Markets watch tariffs")
	d.Related = []entente.Related{{Title: "Markets watch tariffs", Span: spanOf(d.Text, "Markets watch tariffs")}}
	actor := entente.Actor{Span: spanOf(d.Text, "Russian President Vladimir Putin"), Name: "Vladimir Putin", Country: "RUS", Sector: entente.GOV, Role: "head of state"}
	d.Mentions = []entente.Mention{{Actor: actor, Why: "people.tsv: Vladimir Putin"}}
	thursday := spanOf(d.Text, "Thursday")
	d.Dates = []entente.TimeExpr{{Span: thursday, From: on, To: on, Why: "weekday of the report's week"}}
	d.Events = []entente.Event{{ID: event, Sentence: 1, Root: entente.RootConsult, Mode: mode("visit"), Score: 4, CAMEO: "042",
		Actors:     []entente.Actor{actor},
		Recipients: []entente.Actor{{Span: spanOf(d.Text, "Chinese leader Xi Jinping"), Name: "Xi Jinping", Country: "CHN", Sector: entente.GOV}},
		Trigger:    spanOf(d.Text, "arrived"),
		When:       entente.When{Span: thursday, From: on, To: on, Precision: entente.PrecisionDay, Basis: entente.WhenText},
		Where:      &entente.Place{Span: spanOf(d.Text, "Beijing"), Name: "Beijing", Country: "CHN", Lat: 39.9, Lon: 116.4, HasPoint: true, Why: "capital of the host"},
		Confidence: 0.93, Confidences: entente.Confidences{Root: 0.97, Actor: 0.98, Recipient: 0.9, When: 0.95, Where: 0.96},
		Why: entente.Explanation{Pattern: "visit.pat:12", Rule: "verb arrive land : A=subj R=with/in foreign who=GOV/none prior=0.8", Path: "putin <nsubj arrive xi <nmod",
			Notes: []string{"actor by subj", "host by the place"}, RunnerUp: "MOBILIZE (troops.pat:3)"}}}
	return d
}

func mode(name string) entente.Mode {
	m, err := entente.ParseMode(name)
	if err != nil {
		panic(err)
	}
	return m
}

func sanction() *entente.Document {
	on := entente.NewDay(2024, 5, 18)
	d := newReport(idDots, "Skerry Broadcasting", "Washington names more firms", on,
		"The United States put eleven firms from China on its list, officials in Washington said.",
		"It may seize their ships, the ministry warned.")
	usa := entente.Actor{Span: spanOf(d.Text, "The United States"), Country: "USA"}
	chn := entente.Actor{Span: spanOf(d.Text, "firms from China"), Country: "CHN", Sector: entente.BUS}
	d.Events = []entente.Event{
		{ID: "e3000000000000aa", Root: entente.RootSanction, Score: -6, CAMEO: "163", Actors: []entente.Actor{usa}, Recipients: []entente.Actor{chn},
			Trigger: spanOf(d.Text, "put"), When: entente.When{From: on, To: on, Precision: entente.PrecisionDay, Basis: entente.WhenDocument},
			Attribution: &entente.Attribution{Speaker: entente.Actor{Span: spanOf(d.Text, "officials in Washington"), Country: "USA"}, Cue: spanOf(d.Text, "said")},
			Magnitudes:  []entente.Magnitude{{Kind: "amount", Span: spanOf(d.Text, "eleven"), Low: 24000, High: 99000, Currency: "USD"}}, Confidence: 0.7},
		{ID: "e3000000000000bb", Sentence: 1, Root: entente.RootCoerce, Mode: mode("seize"), Score: -7, Actors: []entente.Actor{usa}, Recipients: []entente.Actor{chn},
			Trigger: spanOf(d.Text, "seize"), Status: entente.Hypothetical, When: entente.When{From: entente.NoDay, To: entente.NoDay},
			About: spanOf(d.Text, "their ships"), Confidence: 0.4}}
	officials := entente.Actor{Span: spanOf(d.Text, "officials in Washington"), Country: "USA", Sector: entente.GOV}
	d.Quotes = []entente.Quote{{Span: d.Sentences[0].Span, Speaker: officials, Cue: spanOf(d.Text, "said"),
		Content: spanOf(d.Text, "The United States put eleven firms from China on its list"), Claim: "repeats", Of: &chn}}
	d.Positions = []entente.Position{{Holder: usa, Topic: spanOf(d.Text, "their ships"), Stance: "oppose", Span: d.Sentences[1].Span}}
	d.Wording = []entente.Wording{{Span: spanOf(d.Text, "seize"), Class: "cruelty", Holder: &usa}}
	return d
}

// hostile is a report that is nothing but attacks.
func hostile() *entente.Document {
	on := entente.NewDay(2024, 5, 17)
	d := newReport(idEvil, "Evil "+evil, evil+rtl, on, evil+` "quoted" '`+rtl+` & attacked Ukraine.`)
	d.URL, d.Byline = "javascript:alert(1)", evil
	d.Related = []entente.Related{{Title: evil, URL: "javascript:alert(2)"}}
	d.Events = []entente.Event{{ID: "e4000000000000aa", Root: entente.RootAssault, Score: -9, Trigger: spanOf(d.Text, "attacked"),
		Actors:     []entente.Actor{{Span: spanOf(d.Text, evil), Name: evil, Role: evil, Group: evil}},
		Recipients: []entente.Actor{{Span: spanOf(d.Text, "Ukraine"), Country: "UKR"}},
		Where:      &entente.Place{Span: spanOf(d.Text, "Ukraine"), Name: evil},
		When:       entente.When{From: on, To: on, Basis: entente.WhenDocument},
		Confidence: 0.5, Why: entente.Explanation{Pattern: evil, Rule: evil, Path: evil, Notes: []string{evil}, RunnerUp: evil}}}
	return d
}

func fixtureDocs() []store.Entry {
	plain := newReport("fr1", "Gazette", "Sans date", entente.NoDay, "Le ministre est parti.")
	plain.Lang = "fr"
	var es []store.Entry
	for _, x := range []struct {
		d           *entente.Document
		story, copy string
	}{{visit(idPath, "Lantern News", "e100000000000001"), "s1", ""}, {visit(idAddress, "Meridian Wire", "e100000000000002"), "s1", idPath},
		{sanction(), "s2", ""}, {hostile(), "s3", ""}, {plain, "s4", ""}} {
		es = append(es, store.Entry{Doc: x.d, Features: []byte{1}, Run: "0.1.0-test", Place: entente.Assignment{Doc: x.d.ID, Story: x.story, DuplicateOf: x.copy}})
	}
	return es
}

func openArchive(t testing.TB, entries []store.Entry) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	if err := a.Put(t.Context(), entries); err != nil {
		t.Fatal(err)
	}
	return a
}

// briefer writes a sentence for each event of an archive.
type briefer struct{ a *store.Archive }

func (b briefer) write(ctx context.Context, title string, f entente.EventFilter) (*entente.Brief, error) {
	rows, err := b.a.Events(ctx, f)
	if err != nil {
		return nil, err
	}
	out := &entente.Brief{Title: title, From: f.Days.From, To: f.Days.To, Sample: true, Footer: entente.BriefFooter{Documents: 5, Used: len(rows), Copies: 1}}
	sec := entente.BriefSection{Head: "What happened"}
	for _, r := range rows {
		s := r.Doc.Sentences[r.Event.Sentence].Span
		sec.Sentences = append(sec.Sentences, entente.BriefSentence{Text: s.In(r.Doc.Text), Kind: "quoted", Sources: []entente.BriefSource{
			{Doc: r.Doc.ID, Publisher: r.Doc.Publisher, Span: s, Event: r.Event.ID}, {Doc: idAddress, Span: entente.Span{Start: 4, End: 11}},
			{Doc: "gone", Publisher: "Gone Times"}}})
	}
	if len(rows) > 0 {
		out.Sections = append(out.Sections, sec)
	}
	out.Related = []entente.BriefRelated{{Story: "s2", Title: "Washington names more firms"}, {Title: evil}}
	return out, nil
}

func (b briefer) Story(ctx context.Context, id string) (*entente.Brief, error) {
	return b.write(ctx, "Story "+id, entente.EventFilter{Days: entente.AllDays(), Story: id})
}

func (b briefer) StorySince(ctx context.Context, id string, since entente.Day) (*entente.Brief, error) {
	out, err := b.Story(ctx, id)
	if err == nil {
		out.Sections = append(out.Sections, entente.BriefSection{Head: "What is new", Sentences: []entente.BriefSentence{{Text: "No change since <" + since.String() + ">."}}})
		out.Footer.Dropped = 2
	}
	return out, err
}

func (b briefer) Span(ctx context.Context, days entente.Days) (*entente.Brief, error) {
	return b.write(ctx, "Brief of the day", entente.EventFilter{Days: days})
}

func (b briefer) Pair(ctx context.Context, x, y []string, days entente.Days) (*entente.Brief, error) {
	return b.write(ctx, "Pair", entente.EventFilter{Days: days, Between: [2][]entente.Party{{{Code: x[0]}}, {{Code: y[0]}}}})
}

func names() map[string]string {
	return map[string]string{"RUS": "Russia", "CHN": "China", "USA": "United States", "UKR": "Ukraine"}
}

func parties(q string) ([]entente.Party, error) {
	for code, name := range names() {
		if q == code || strings.EqualFold(q, name) {
			return []entente.Party{{Code: code}}, nil
		}
	}
	return nil, &entente.Error{Code: entente.ErrNotFound, Op: "look up an actor", Err: fmt.Errorf("%q is in no table", q), Hint: "try a country"}
}

func handler(t testing.TB, entries []store.Entry) http.Handler {
	t.Helper()
	return handlerOf(t, openArchive(t, entries))
}

// handlerOf makes the pages on an archive.
func handlerOf(t testing.TB, a *store.Archive) http.Handler {
	t.Helper()
	h, err := web.New(web.Config{Archive: a, Brief: briefer{a}, Parties: parties, Turns: turns, Blocs: blocs, Feed: alert.Feed, Home: home,
		CoverageCSV: coverageCSV, PartyName: func(code string) string {
			if n := names()[code]; n != "" {
				return n
			}
			return code
		}})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// turns finds the turning points of a relation.
func turns(_ context.Context, list []entente.RelationEvent) ([]web.Turn, error) {
	var events []relation.Event
	for _, e := range list {
		if !e.Claim {
			events = append(events, relation.Event{ID: e.ID, Day: e.Day, Score: e.Score, Weight: e.Forward + e.Back, Story: e.Story, Outlets: e.Outlets})
		}
	}
	var out []web.Turn
	for _, t := range relation.Turns(events, nil) {
		out = append(out, web.Turn{Day: t.Day, Before: t.Before, After: t.After, Events: t.Events})
	}
	return out, nil
}

func blocs(pairs []entente.DyadCount) []web.Bloc {
	var ties []relation.Tie
	for _, d := range pairs {
		ties = append(ties, relation.Tie{A: d.A, B: d.B, Events: d.Events, Weight: d.Weight, Kind: d.Kind, Hostile: d.Hostile})
	}
	var out []web.Bloc
	for _, b := range relation.Blocs(ties) {
		out = append(out, web.Bloc{Parties: b.Parties, MeanIn: b.MeanIn, MeanOut: b.MeanOut})
	}
	return out
}

func home(outlet string) string { return map[string]string{"Lantern News": "USA"}[outlet] }

func coverageCSV(w io.Writer, read []entente.Coverage, dropped []entente.Dropped) error {
	_, err := fmt.Fprintf(w, "%d rows, %d dropped\n", len(read), len(dropped))
	return err
}

// page is what a server answered.
type page struct {
	status int
	header http.Header
	body   string
}

// get asks h as a server for an address, as it is written.
func get(t testing.TB, srv *httptest.Server, address string) page {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, srv.URL+address, nil)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	res, err := srv.Client().Do(req)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	defer res.Body.Close() //nolint:errcheck // read to its end
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return page{res.StatusCode, res.Header, string(b)}
}

func serve(t testing.TB, entries []store.Entry) *httptest.Server {
	t.Helper()
	return serveOf(t, handler(t, entries))
}

func serveOf(t testing.TB, h http.Handler) *httptest.Server {
	t.Helper()
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return srv
}
