package store_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

func open(t testing.TB) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "sub folder", "a?b.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return a
}

// report makes a small whole document: A acts on B on that day of May 2024.
func report(id string, day int, a, b string, root entente.Root, score float64) *entente.Document {
	text := a + " acted on " + b + "."
	on := entente.NewDay(2024, 5, day)
	d := &entente.Document{ID: id, Publisher: "Outlet " + id[:1], Title: "On " + b, Lang: "en", Text: text, DateOnly: true,
		DateBasis: entente.DateMetadata, Published: on.Time(), Layers: entente.LayerText | entente.LayerEvents,
		Sentences: []entente.Sentence{{Span: entente.Span{End: len(text)}, First: 0, Last: 2, Parsed: true}},
		Tokens: []entente.Token{{Span: entente.Span{End: len(a)}, Lemma: "a", UPOS: entente.PROPN, Deprel: entente.Nsubj, Head: 1},
			{Span: entente.Span{Start: len(a) + 1, End: len(a) + 6}, Lemma: "act", UPOS: entente.VERB, Deprel: entente.DeprelRoot, Head: -1}}}
	d.Events = []entente.Event{{ID: "e" + id, Root: root, Score: score, Trigger: d.Tokens[1].Span, Confidence: 0.9,
		Actors: []entente.Actor{{Country: a, Sector: entente.GOV}}, Recipients: []entente.Actor{{Country: b}},
		When: entente.When{From: on, To: on, Precision: entente.PrecisionDay, Basis: entente.WhenDocument}}}
	return d
}

func put(t testing.TB, a *store.Archive, docs ...*entente.Document) {
	t.Helper()
	var es []store.Entry
	for _, d := range docs {
		es = append(es, store.Entry{Doc: d, Features: []byte{1}, Place: entente.Assignment{Doc: d.ID, Story: "s" + d.ID[:1]}})
	}
	if err := a.Put(t.Context(), es); err != nil {
		t.Fatal(err)
	}
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	a := open(t)
	d := report("x1", 16, "RUS", "CHN", entente.RootConsult, 4)
	d.Extra = map[string][]byte{"k": []byte(`{"v":1}`)}
	d.Related = []entente.Related{{Title: "Other", Span: entente.Span{Start: 1, End: 3}}}
	put(t, a, d)
	got, err := a.Document(t.Context(), "x1", entente.DepthFull)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, got); diff != "" {
		t.Errorf("document (-put +got):\n%s", diff)
	}
	if _, err := a.Document(t.Context(), "no", entente.DepthMeta); entente.ErrorCode(err) != entente.ErrNotFound {
		t.Errorf("a missing document: %v, want not_found", err)
	}
	row, err := a.Event(t.Context(), "ex1")
	if err != nil {
		t.Fatal(err)
	}
	if row.Story != "sx" || row.Event.Root != entente.RootConsult || row.Doc.ID != "x1" {
		t.Errorf("event row %+v", row)
	}
}

func TestRevision(t *testing.T) {
	t.Parallel()
	a := open(t)
	d := report("x1", 16, "RUS", "CHN", entente.RootConsult, 4)
	put(t, a, d)
	put(t, a, d) // the same again: nothing happens
	if st, err := a.State(t.Context(), "x1", d.Text); err != nil || st != store.Same {
		t.Errorf("State = %v, %v, want Same", st, err)
	}
	other := report("x1", 17, "RUS", "IND", entente.RootAgree, 2.5)
	if st, err := a.State(t.Context(), "x1", other.Text); err != nil || st != store.Revised {
		t.Errorf("State = %v, %v, want Revised", st, err)
	}
	put(t, a, other)
	rows, err := a.Events(t.Context(), entente.EventFilter{Days: entente.AllDays()})
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1 || rows[0].Event.Root != entente.RootAgree {
		t.Errorf("%d events after a revision, want the new one alone", len(rows))
	}
	hits, err := a.Search(t.Context(), "CHN", entente.AllDays(), 5)
	if err != nil {
		t.Fatal(err)
	}
	if len(hits) != 0 {
		t.Errorf("the former text is still found: %v", hits)
	}
}

func TestEventsAndRelations(t *testing.T) {
	t.Parallel()
	a := open(t)
	both := report("z5", 20, "RUS", "CHN", entente.RootConsult, 2.5)
	both.Events[0].Actors = append(both.Events[0].Actors, entente.Actor{Country: "CHN"}, entente.Actor{Country: "IND"})
	both.Events[0].Recipients = nil
	ongoing := report("z6", 20, "RUS", "CHN", entente.RootCooperate, 9.5)
	ongoing.Events[0].When = entente.When{From: entente.NoDay, To: entente.NoDay}
	put(t, a, report("x1", 16, "RUS", "CHN", entente.RootConsult, 4), report("x2", 16, "CHN", "RUS", entente.RootSupport, 5),
		report("y3", 18, "USA", "CHN", entente.RootSanction, -6), both, ongoing)
	count := func(f entente.EventFilter) int {
		t.Helper()
		rows, err := a.Events(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		n, err := a.CountEvents(t.Context(), f)
		if err != nil || n != len(rows) {
			t.Errorf("CountEvents = %d, %v, but %d rows", n, err, len(rows))
		}
		return n
	}
	rus, chn := []entente.Party{{Code: "RUS"}}, []entente.Party{{Code: "CHN"}}
	tests := []struct {
		name string
		f    entente.EventFilter
		want int
	}{
		{"all", entente.EventFilter{Days: entente.AllDays()}, 5},
		{"actor", entente.EventFilter{Days: entente.AllDays(), Actor: rus}, 3},
		{"actor and sector", entente.EventFilter{Days: entente.AllDays(), Actor: []entente.Party{{Code: "CHN", Sector: entente.GOV}}}, 1},
		{"recipient", entente.EventFilter{Days: entente.AllDays(), Recipient: chn}, 3},
		{"between", entente.EventFilter{Days: entente.AllDays(), Between: [2][]entente.Party{rus, chn}}, 4},
		{"root", entente.EventFilter{Days: entente.AllDays(), Root: entente.RootSanction}, 1},
		{"day", entente.EventFilter{Days: entente.Days{From: entente.NewDay(2024, 5, 16), To: entente.NewDay(2024, 5, 17)}}, 2},
		{"story", entente.EventFilter{Days: entente.AllDays(), Story: "sx"}, 2},
		{"series", entente.EventFilter{Days: entente.AllDays(), Series: true}, 4},
		{"status", entente.EventFilter{Days: entente.AllDays(), Status: []entente.Status{entente.Future}}, 0},
	}
	for _, tc := range tests {
		if n := count(tc.f); n != tc.want {
			t.Errorf("%s: %d events, want %d", tc.name, n, tc.want)
		}
	}
	ps, err := a.Relation(t.Context(), entente.RelationFilter{A: []entente.Party{{Code: "RUS"}}, B: []entente.Party{{Code: "CHN"}}, Days: entente.AllDays(), Period: entente.ByDay})
	if err != nil {
		t.Fatal(err)
	}
	if len(ps) != 5 {
		t.Fatalf("%d points from 16 to 20 May, want 5: %+v", len(ps), ps)
	}
	want := entente.RelationPoint{From: entente.NewDay(2024, 5, 16), To: entente.NewDay(2024, 5, 16), Events: 2,
		Quads: [5]int{0, 2}, Weight: 2, ScoreSum: 9, Forward: 1, Back: 1, ScoreForward: 4, SquareSum: 41, Sure: 1.8, SureScore: 8.1,
		Documents: 2, Outlets: 1, SteadyDocuments: 2, SteadyEvents: 2}
	near := cmp.Comparer(func(x, y float64) bool { return math.Abs(x-y) < 1e-8 })
	if diff := cmp.Diff(want, ps[0], near); diff != "" {
		t.Errorf("first point (-want +got):\n%s", diff)
	}
	if last := ps[4]; last.Events != 1 || last.Weight < 0.33 || last.Weight > 0.34 || last.Documents != 2 {
		t.Errorf("a meeting of three gives the pair 2 of 6 shares, got %+v", last)
	}
	if ps[1].Documents != 0 || ps[2].Documents != 1 {
		t.Errorf("coverage: %+v", ps)
	}
	st, err := a.Stats(t.Context(), entente.AllDays())
	if err != nil || st.Documents != 5 || st.Events != 5 || st.Stories != 3 || st.Outlets != 3 {
		t.Errorf("Stats = %+v, %v", st, err)
	}
	stories, err := a.Stories(t.Context(), entente.StoryFilter{Days: entente.AllDays()})
	if err != nil || len(stories) != 3 || stories[0].Reports != 2 {
		t.Errorf("Stories = %+v, %v", stories, err)
	}
	s, err := a.Story(t.Context(), "sx")
	if err != nil || len(s.Story.Members) != 2 || s.Story.Members[0].Doc != "x1" {
		t.Errorf("Story = %+v, %v", s, err)
	}
}

func TestMoves(t *testing.T) {
	t.Parallel()
	a := open(t)
	put(t, a, report("x1", 16, "RUS", "CHN", entente.RootConsult, 4), report("y2", 17, "CHN", "RUS", entente.RootSupport, 5))
	err := a.Put(t.Context(), nil, entente.Assignment{Doc: "y2", Story: "sx", DuplicateOf: "x1"}, entente.Assignment{Doc: "none", Story: "sx"})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"sx", "sy"} { // the old id leads to the new story
		s, err := a.Story(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if s.Story.ID != "sx" || s.Reports != 2 || s.Copies != 1 || s.Story.From != entente.NewDay(2024, 5, 16) || s.Story.To != entente.NewDay(2024, 5, 17) {
			t.Errorf("story %s: %+v", id, s)
		}
	}
	rows, err := a.Stories(t.Context(), entente.StoryFilter{Days: entente.AllDays()})
	if err != nil || len(rows) != 1 {
		t.Errorf("%d stories (%v), want 1", len(rows), err)
	}
}

func TestSearch(t *testing.T) {
	t.Parallel()
	a := open(t)
	put(t, a, report("x1", 16, "RUS", "CHN", entente.RootConsult, 4), report("y2", 17, "USA", "Côte", entente.RootConsult, 4))
	tests := []struct {
		query string
		want  int
	}{
		{"acted", 2}, {"chn", 1}, {"cote", 1}, {`"acted on chn"`, 1}, {`"on acted"`, 0}, {`AND OR NOT * ^ : ( "`, 0}, {"", 0}, {`acted" OR 1=1 --`, 0},
	}
	for _, tc := range tests {
		hits, err := a.Search(t.Context(), tc.query, entente.AllDays(), 10)
		if err != nil {
			t.Errorf("Search(%q): %v", tc.query, err)
		}
		if len(hits) != tc.want {
			t.Errorf("Search(%q) found %d, want %d", tc.query, len(hits), tc.want)
		}
	}
}

func TestForeignFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, []byte("this is no database, and it is long enough to be read as one would be\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), path); entente.ErrorCode(err) != entente.ErrInvalid {
		t.Errorf("Open of a text file: %v, want code invalid", err)
	}
	if _, err := store.OpenExisting(t.Context(), path+"x"); entente.ErrorCode(err) != entente.ErrNotFound {
		t.Errorf("OpenExisting of nothing: %v, want code not_found", err)
	}
}

// TestKilled writes batches in a process of its own, kills it at several
// moments, and expects whole documents and nothing else, and that the same
// input goes in again without doubles.
func TestKilled(t *testing.T) {
	t.Parallel()
	if path := os.Getenv("STORE_TEST_WRITE_TO"); path != "" {
		writeForever(t, path)
		return
	}
	path := filepath.Join(t.TempDir(), "a.db")
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		cmd := exec.Command(exe, "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), "STORE_TEST_WRITE_TO="+path)
		written, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		waitForDocuments(t, written, 20*(i+1))
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // killed: always an error
		checkWhole(t, path)
	}
}

func numberedReport(i int) *entente.Document {
	return report(fmt.Sprintf("x%06d", i), 1+i%28, "RUS", "CHN", entente.RootConsult, 4)
}

func writeForever(t *testing.T, path string) {
	a, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; ; i += 5 {
		put(t, a, numberedReport(i), numberedReport(i+1), numberedReport(i+2), numberedReport(i+3), numberedReport(i+4))
		fmt.Println(i + 5)
	}
}

// waitForDocuments reads what the writing process says of itself until it
// has committed n documents: however slow it is, it is killed at work.
func waitForDocuments(t *testing.T, written io.Reader, n int) {
	t.Helper()
	lines := bufio.NewScanner(written)
	for lines.Scan() {
		if done, err := strconv.Atoi(lines.Text()); err == nil && done >= n {
			return
		}
	}
	t.Fatalf("the writing process ended before %d documents (%v)", n, lines.Err())
}

func checkWhole(t *testing.T, path string) {
	t.Helper()
	a, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatalf("the archive does not open after a kill: %v", err)
	}
	defer a.Close() //nolint:errcheck // read only
	docs, err := a.Documents(t.Context(), entente.DocumentFilter{Days: entente.AllDays()}, entente.DepthFull)
	if err != nil {
		t.Fatalf("after a kill: %v", err)
	}
	if len(docs)%5 != 0 {
		t.Errorf("%d documents are no whole number of batches of 5", len(docs))
	}
	n, err := a.CountEvents(t.Context(), entente.EventFilter{Days: entente.AllDays()})
	if err != nil || n != len(docs) {
		t.Errorf("%d events of %d documents (%v)", n, len(docs), err)
	}
}

func BenchmarkPut(b *testing.B) {
	a := open(b)
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		es := make([]store.Entry, 100)
		for k := range es {
			d := numberedReport(i)
			i++
			es[k] = store.Entry{Doc: d, Features: []byte{1}, Place: entente.Assignment{Doc: d.ID, Story: "s"}}
		}
		if err := a.Put(b.Context(), es); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(100*b.N)/b.Elapsed().Seconds(), "docs/s")
}

// TestKnownText puts texts of one key in, and expects that one which was there
// before, under whatever revision, changes nothing.
func TestKnownText(t *testing.T) {
	t.Parallel()
	a := open(t)
	for i, step := range []struct {
		text string
		want store.State
	}{{"One.", store.New}, {"Two.", store.Revised}, {"One.", store.Same}, {"Two.", store.Same}, {"Three.", store.Revised}} {
		d := &entente.Document{ID: "k", Text: step.text}
		st, err := a.State(t.Context(), d.ID, d.Text)
		if err != nil || st != step.want {
			t.Errorf("step %d: state %d (%v), want %d", i, st, err, step.want)
		}
		entries := []store.Entry{{Doc: d, Features: []byte{1}, Place: entente.Assignment{Doc: "k", Story: "s"}}}
		if err := a.Put(t.Context(), entries); err != nil {
			t.Fatal(err)
		}
		if entries[0].State != step.want {
			t.Errorf("step %d: Put met state %d, want %d", i, entries[0].State, step.want)
		}
	}
	d, err := a.Document(t.Context(), "k", entente.DepthLayers)
	if err != nil || d.Text != "Three." {
		t.Errorf("the archive holds %q (%v)", d.Text, err)
	}
}

// TestEachEvent checks that an iteration over many documents gives what Events
// gives, and that it may be left early without holding its connection.
func TestEachEvent(t *testing.T) {
	t.Parallel()
	a := open(t)
	docs := make([]*entente.Document, 600) // more than an iteration holds
	for i := range docs {
		docs[i] = numberedReport(i)
		later := docs[i].Events[0] // of another day, far from the first
		later.ID, later.When.From, later.When.To = later.ID+"b", later.When.From+40, later.When.To+40
		docs[i].Events = append(docs[i].Events, later)
	}
	put(t, a, docs...)
	all := entente.EventFilter{Days: entente.AllDays()}
	want, err := a.Events(t.Context(), all)
	if err != nil || len(want) != 1200 {
		t.Fatalf("%d events (%v), want 1200", len(want), err)
	}
	i := 0
	for got, err := range a.EachEvent(t.Context(), all) {
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[i], got); diff != "" {
			t.Fatalf("event %d (-Events +EachEvent):\n%s", i, diff)
		}
		i++
	}
	if i != len(want) {
		t.Errorf("%d events, want %d", i, len(want))
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for range 50 { // more often than there are connections
		for _, err := range a.EachEvent(ctx, all) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
}

// TestDaysOfEvents asks for events by days that they touch: of one day, of more
// than a month, and of those of which one end is told.
func TestDaysOfEvents(t *testing.T) {
	t.Parallel()
	a := open(t)
	may := func(day int) entente.Day { return entente.NewDay(2024, 5, day) }
	for id, w := range map[string][2]entente.Day{"a": {may(16), may(16)}, "b": {may(1), may(40)}, "c": {may(-400), may(20)}, "d": {entente.NoDay, may(18)},
		"e": {may(19), entente.NoDay}, "f": {entente.NoDay, entente.NoDay}, "g": {may(-30), may(1)}} {
		d := report(id, 16, "RUS", "CHN", entente.RootConsult, 4)
		d.Events[0].When.From, d.Events[0].When.To = w[0], w[1]
		place(t, a, "s"+id, d)
	}
	for _, tc := range []struct {
		span entente.Days
		want string
	}{
		{entente.AllDays(), "c g b a d f e"},
		{entente.Days{From: may(16), To: may(16)}, "c b a"},
		{entente.Days{From: may(1), To: may(1)}, "c g b"},
		{entente.Days{From: may(18), To: entente.NoDay}, "c b d e"},
		{entente.Days{From: entente.NoDay, To: may(10)}, "c g b"},
		{entente.Days{From: may(-200), To: may(-190)}, "c"},
	} {
		rows, err := a.Events(t.Context(), entente.EventFilter{Days: tc.span})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range rows {
			got = append(got, r.Doc.ID)
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%v: %v, want %s", tc.span, got, tc.want)
		}
		n, err := a.CountMerged(t.Context(), entente.EventFilter{Days: tc.span})
		if err != nil || n != len(rows) {
			t.Errorf("%v: %d merged events, %v, want %d", tc.span, n, err, len(rows))
		}
	}
}
