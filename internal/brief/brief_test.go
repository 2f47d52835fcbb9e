package brief_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/brief"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// archive is two stories of the sample news as the pipeline had annotated them
// on the day on which the fixture was made.
type archive struct {
	stories []entente.StoryRow
	docs    map[string]*entente.Document
	order   []*entente.Document
	story   map[string]string
}

func fixture(t testing.TB) *archive {
	t.Helper()
	f, err := os.Open("testdata/archive.json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // read only
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Story entente.StoryRow    `json:"story"`
		Docs  []*entente.Document `json:"docs"`
	}
	if err := json.NewDecoder(z).Decode(&rows); err != nil {
		t.Fatal(err)
	}
	a := &archive{docs: map[string]*entente.Document{}, story: map[string]string{}}
	for _, r := range rows {
		a.stories = append(a.stories, r.Story)
		for _, d := range r.Docs {
			a.docs[d.ID] = d
			a.story[d.ID] = r.Story.Story.ID
			a.order = append(a.order, d)
		}
	}
	slices.SortStableFunc(a.order, func(x, y *entente.Document) int { return x.Published.Compare(y.Published) })
	return a
}

var errNone = errors.New("there is none")

func (a *archive) Document(_ context.Context, id string, _ entente.Depth) (*entente.Document, error) {
	if d := a.docs[id]; d != nil {
		return d, nil
	}
	return nil, &entente.Error{Code: entente.ErrNotFound, Where: id, Err: errNone}
}

func (a *archive) Story(_ context.Context, id string) (entente.StoryRow, error) {
	for _, s := range a.stories {
		if s.Story.ID == id {
			return s, nil
		}
	}
	return entente.StoryRow{}, &entente.Error{Code: entente.ErrNotFound, Where: id, Err: errNone}
}

func in(d entente.Day, days entente.Days) bool {
	return (!days.From.Known() || d >= days.From) && (!days.To.Known() || d <= days.To)
}

func (a *archive) Stories(_ context.Context, f entente.StoryFilter) ([]entente.StoryRow, error) {
	var out []entente.StoryRow
	for _, s := range a.stories {
		if (!f.Days.From.Known() || s.Story.To >= f.Days.From) && (!f.Days.To.Known() || s.Story.From <= f.Days.To) {
			out = append(out, s)
		}
	}
	return out, nil
}

func (a *archive) Reported(ctx context.Context, days entente.Days, _ int) ([]entente.StoryRow, error) {
	return a.Stories(ctx, entente.StoryFilter{Days: days})
}

func (a *archive) Events(_ context.Context, f entente.EventFilter) ([]entente.EventRow, error) {
	has := func(e *entente.Event, ps []entente.Party) bool {
		return len(ps) == 0 || slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(x entente.Actor) bool {
			return slices.ContainsFunc(ps, func(p entente.Party) bool { return x.Party() == p.Code })
		})
	}
	var out []entente.EventRow
	for _, d := range a.order {
		for i := range d.Events {
			if e := &d.Events[i]; in(d.Day(), f.Days) && has(e, f.Party) && has(e, f.Between[0]) && has(e, f.Between[1]) {
				out = append(out, entente.EventRow{Doc: d, Event: e, Story: a.story[d.ID]})
			}
		}
	}
	return out, nil
}

func (a *archive) Happenings(context.Context, entente.EventFilter) ([]*entente.Merged, error) {
	return nil, nil
}

func (a *archive) Earlier(context.Context, entente.Root, [2]string, entente.Day, int) ([]*entente.Merged, bool, error) {
	return nil, true, nil
}

func (a *archive) Beside(ctx context.Context, s *entente.Story) ([]entente.Story, error) {
	rows, err := a.Stories(ctx, entente.StoryFilter{Days: entente.Days{From: s.From - 1, To: s.To + 1}})
	var out []entente.Story
	for i := range rows {
		out = append(out, rows[i].Story)
	}
	return out, err
}

func (a *archive) Watches(context.Context) ([]entente.Watch, error) { return nil, nil }

func (a *archive) Stats(_ context.Context, days entente.Days) (entente.Stats, error) {
	s := entente.Stats{Days: entente.Days{From: entente.NoDay, To: entente.NoDay}, Sample: true}
	for _, d := range a.order {
		if !in(d.Day(), days) {
			continue
		}
		s.Documents++
		if !s.Days.From.Known() {
			s.Days.From = d.Day()
		}
		s.Days.To = d.Day()
		s.Newest = d.Day().String()
	}
	return s, nil
}

// briefs writes one of each kind.
func briefs(t testing.TB, a *archive, opt brief.Options) map[string]*entente.Brief {
	t.Helper()
	ctx := context.Background()
	w := brief.New(a, opt)
	out := map[string]*entente.Brief{}
	keep := func(name string, b *entente.Brief, err error) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = b
	}
	for i, name := range []string{"visit", "kharkiv"} {
		b, err := w.Story(ctx, a.stories[i].Story.ID)
		keep(name, b, err)
	}
	day := entente.NewDay(2024, 5, 16)
	b, err := w.Day(ctx, day)
	keep("day", b, err)
	b, err = w.Span(ctx, entente.AllDays())
	keep("span", b, err)
	b, err = w.Pair(ctx, []string{"RUS"}, []string{"CHN"}, entente.AllDays())
	keep("pair", b, err)
	b, err = w.Actor(ctx, []string{"USA"}, entente.Days{From: entente.NewDay(2024, 5, 10), To: entente.NoDay})
	keep("actor", b, err)
	return out
}

func TestGolden(t *testing.T) {
	t.Parallel()
	formats := map[string]func(io.Writer, *entente.Brief) error{"txt": brief.Text}
	for name, b := range briefs(t, fixture(t), brief.Options{Version: "test"}) {
		all := formats
		if name == "visit" {
			all = map[string]func(io.Writer, *entente.Brief) error{"txt": brief.Text, "md": brief.Markdown, "html": brief.HTML}
		}
		for ext, write := range all {
			var got bytes.Buffer
			if err := write(&got, b); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", "golden", name+"."+ext)
			if *update {
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", path, diff)
			}
		}
	}
}

// claim is a sentence without what it says of its support.
func claim(s string) string {
	if i := strings.LastIndex(s, " ("); i > 0 {
		return s[:i]
	}
	return s
}

func TestSentences(t *testing.T) {
	t.Parallel()
	a := fixture(t)
	for name, b := range briefs(t, a, brief.Options{}) {
		events := map[string]string{}
		lead := true
		for _, sec := range b.Sections {
			if len(sec.Sentences) == 0 {
				t.Errorf("%s: %s is empty", name, sec.Head)
			}
			for _, s := range sec.Sentences {
				limit := 30
				if lead {
					limit = 35
				}
				lead = false
				if n := len(strings.Fields(s.Text)); n > limit {
					t.Errorf("%s: %d words: %s", name, n, s.Text)
				}
				if !strings.HasSuffix(s.Text, ".") || strings.Contains(s.Text, "  ") || strings.ContainsAny(s.Text, "\n\x00") {
					t.Errorf("%s: badly made: %q", name, s.Text)
				}
				checkSources(t, a, name, s, events)
				checkRuns(t, a, s)
			}
		}
	}
}

// checkSources holds that a sentence has sources, that they lie in their
// documents, and that no event carries two sentences.
func checkSources(t *testing.T, a *archive, name string, s entente.BriefSentence, events map[string]string) {
	t.Helper()
	if len(s.Sources) == 0 {
		t.Errorf("%s: no source: %s", name, s.Text)
	}
	for _, src := range s.Sources {
		d := a.docs[src.Doc]
		if d == nil || src.Span.In(d.Text) == "" {
			t.Errorf("%s: source %v points nowhere: %s", name, src, s.Text)
			continue
		}
		if src.Publisher != d.Publisher {
			t.Errorf("%s: %s is by %q, not %q", name, src.Doc, d.Publisher, src.Publisher)
		}
		if was, ok := events[src.Event]; ok && src.Event != "" {
			t.Errorf("%s: one event carries two sentences: %s / %s", name, was, s.Text)
		}
		events[src.Event] = s.Text
	}
}

// checkRuns holds that no eight words in a row are taken from the source
// outside of quotation marks.
func checkRuns(t *testing.T, a *archive, s entente.BriefSentence) {
	t.Helper()
	source := " " + plain(s.Sources[0].Span.In(a.docs[s.Sources[0].Doc].Text)) + " "
	for i, part := range strings.Split(strings.ReplaceAll(s.Text, "”", "“"), "“") {
		if i%2 == 1 {
			continue // within quotation marks
		}
		words := strings.Fields(plain(part))
		for j := 0; j+8 <= len(words); j++ {
			if run := strings.Join(words[j:j+8], " "); strings.Contains(source, " "+run+" ") {
				t.Errorf("taken word by word: %q in %s", run, s.Text)
			}
		}
	}
}

func plain(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,.;:()\n", r) }), " ")
}

func TestNoRepetition(t *testing.T) {
	t.Parallel()
	for name, b := range briefs(t, fixture(t), brief.Options{}) {
		var seen []string
		for _, sec := range b.Sections {
			for _, s := range sec.Sentences {
				for _, was := range seen {
					if claim(s.Text) == was {
						t.Errorf("%s: said twice: %s", name, was)
					}
				}
				seen = append(seen, claim(s.Text))
			}
		}
	}
}

func TestBudget(t *testing.T) {
	t.Parallel()
	a := fixture(t)
	count := func(b *entente.Brief) (words int) {
		for _, sec := range b.Sections {
			for _, s := range sec.Sentences {
				words += len(strings.Fields(s.Text))
			}
		}
		return words
	}
	long := briefs(t, a, brief.Options{})
	short := briefs(t, a, brief.Options{Words: 60})
	for name := range long {
		most := brief.StoryWords
		if name == "day" || name == "span" {
			most = brief.DayWords
		}
		if n := count(long[name]); n > most {
			t.Errorf("%s: %d words, want at most %d", name, n, most)
		}
		if n := count(short[name]); n > 60 || n == 0 {
			t.Errorf("%s: %d words for a budget of 60", name, n)
		}
	}
}

func TestVisit(t *testing.T) {
	t.Parallel()
	b := briefs(t, fixture(t), brief.Options{})["visit"]
	if !b.Sample {
		t.Error("a brief from samples is not marked as one")
	}
	if len(b.Sections) == 0 || b.Sections[0].Head != "What happened" {
		t.Fatalf("the brief begins with %v", b.Sections)
	}
	lead := b.Sections[0].Sentences[0]
	for _, want := range []string{"16 May 2024", "Vladimir Putin", "Xi Jinping", "Beijing"} {
		if !strings.Contains(lead.Text, want) {
			t.Errorf("the lead has no %q: %s", want, lead.Text)
		}
	}
	if len(lead.Sources) < 3 {
		t.Errorf("the lead rests on %d reports, want 3 or more", len(lead.Sources))
	}
	var all strings.Builder
	for _, sec := range b.Sections {
		for _, s := range sec.Sentences {
			all.WriteString(s.Text + "\n")
		}
	}
	for _, want := range []string{"joint statement", "ready for talks", "Kharkiv", "March 2023"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("nothing about %q", want)
		}
	}
	if strings.Contains(all.String(), "China condemned Russia") {
		t.Error("neither … nor is told as a fact")
	}
	var related int
	for _, r := range b.Related {
		if r.Story == "" {
			related++
		}
	}
	if related == 0 || b.Footer.Used == 0 || b.Footer.Copies == 0 {
		t.Errorf("related %v, footer %+v", b.Related, b.Footer)
	}
}

func TestStoryWithoutEvents(t *testing.T) {
	t.Parallel()
	const text = "OSLO (Harbour) - The choir of the harbour school won the contest in Bergen on Sunday. They sang three songs."
	end := strings.Index(text, " They")
	d := &entente.Document{
		ID: "d1", Publisher: "The Harbour Gazette", Text: text, Lang: "en",
		Sentences: []entente.Sentence{{Span: entente.Span{Start: 0, End: end}}, {Span: entente.Span{Start: end + 1, End: len(text)}}},
	}
	row := entente.StoryRow{Story: entente.Story{ID: "s1", Title: "Choir wins", Members: []entente.Member{{Doc: "d1"}}, From: entente.NoDay, To: entente.NoDay}}
	a := &archive{docs: map[string]*entente.Document{"d1": d}, stories: []entente.StoryRow{row}, order: []*entente.Document{d}}
	b, err := brief.New(a, brief.Options{}).Story(context.Background(), "s1")
	if err != nil {
		t.Fatal(err)
	}
	want := []entente.BriefSection{{Head: "What happened", Sentences: []entente.BriefSentence{{
		Text: "“The choir of the harbour school won the contest in Bergen on Sunday” (The Harbour Gazette).", Kind: "quoted",
		Sources: []entente.BriefSource{{Doc: "d1", Publisher: "The Harbour Gazette", Span: entente.Span{Start: 0, End: end}}},
	}}}}
	if diff := cmp.Diff(want, b.Sections); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	w := brief.New(fixture(t), brief.Options{})
	ctx := context.Background()
	if _, err := w.Story(ctx, "s0"); entente.ErrorCode(err) != entente.ErrNotFound {
		t.Errorf("a missing story gives %v", err)
	}
	if _, err := w.Pair(ctx, nil, []string{"CHN"}, entente.AllDays()); entente.ErrorCode(err) != entente.ErrInvalid {
		t.Errorf("a pair of one gives %v", err)
	}
	if _, err := w.Actor(ctx, []string{"RUS:NOPE"}, entente.AllDays()); entente.ErrorCode(err) != entente.ErrInvalid {
		t.Errorf("an unknown sector gives %v", err)
	}
	b, err := w.Day(ctx, entente.NewDay(1999, 1, 1))
	if err != nil || len(b.Sections) != 0 {
		t.Errorf("a day without news gives %v, %v", b, err)
	}
	var out bytes.Buffer
	if err := brief.Text(&out, b); err != nil || !strings.Contains(out.String(), "No event is known") {
		t.Errorf("an empty brief reads %q, %v", out.String(), err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errNone }

func TestRenderErrors(t *testing.T) {
	t.Parallel()
	for name, write := range map[string]func(io.Writer, *entente.Brief) error{"text": brief.Text, "markdown": brief.Markdown, "html": brief.HTML} {
		if err := write(failing{}, &entente.Brief{Title: "x"}); !errors.Is(err, errNone) {
			t.Errorf("%s: %v", name, err)
		}
		var out bytes.Buffer
		b := &entente.Brief{Title: "<b>&*x*", Sections: []entente.BriefSection{{Head: "What happened", Sentences: []entente.BriefSentence{{Text: "<script>"}}}}}
		if err := write(&out, b); err != nil {
			t.Error(err)
		}
		if name == "html" && strings.Contains(out.String(), "<script>") {
			t.Errorf("markup of a source gets through: %s", out.String())
		}
	}
}

func BenchmarkStory(b *testing.B) {
	a := fixture(b)
	w := brief.New(a, brief.Options{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := w.Story(context.Background(), a.stories[0].Story.ID); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSpan(b *testing.B) {
	w := brief.New(fixture(b), brief.Options{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := w.Span(context.Background(), entente.AllDays()); err != nil {
			b.Fatal(err)
		}
	}
}
