package extract

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/entente-news/entente"
	"github.com/google/go-cmp/cmp"
)

func annotate(t testing.TB, d *entente.Document) error {
	t.Helper()
	return New(Options{}).Annotate(context.Background(), d)
}

func TestPage(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("testdata/page.html")
	if err != nil {
		t.Fatal(err)
	}
	d := &entente.Document{ID: "page", HTML: raw}
	if err := annotate(t, d); err != nil {
		t.Fatal(err)
	}
	want := &entente.Document{
		ID: "page", URL: "https://news.example/world/2024/05/16/norland-sudria-talks", Publisher: "The Example Times", Title: "Norland and Sudria agree to reopen their border",
		Byline: "Ann Other; John Roe", Lang: "en", Published: time.Date(2024, 5, 16, 9, 30, 0, 0, time.FixedZone("", 7200)), DateBasis: entente.DateMetadata,
		Text: d.Text, Layers: entente.LayerText,
		Related: []entente.Related{
			{Title: "Sudria's farmers block the road to the port", URL: "https://news.example/world/sudria-farmers"},
			{Title: "What the border deal means for travellers", URL: "https://news.example/world/border-explained"},
			{Title: "Norland names a new ambassador to Vienna", URL: "https://other.example/ambassador"},
		},
	}
	sameTime := cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) && a.Format(time.RFC3339) == b.Format(time.RFC3339) })
	if diff := cmp.Diff(want, d, sameTime); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	body, err := os.ReadFile("testdata/page.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimSpace(string(body)), d.Text); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestKnownStays(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("testdata/page.html")
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2020, 1, 2, 0, 0, 0, 0, time.UTC)
	known := entente.Document{ID: "x", URL: "https://a.example/", Title: "Mine", Byline: "Me", Publisher: "Us", Lang: "fr", Published: day, DateOnly: true, DateBasis: entente.DateMetadata}
	d := known
	d.HTML = raw
	if err := annotate(t, &d); err != nil {
		t.Fatal(err)
	}
	d.Text, d.Related, d.Layers = "", nil, 0
	if diff := cmp.Diff(known, d); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	flagged := entente.Document{ID: "x", HTML: raw, Published: day, DateOnly: true, DateBasis: entente.DateFlag}
	if err := annotate(t, &flagged); err != nil || flagged.DateBasis != entente.DateMetadata {
		t.Errorf("a date of the page yields to one of the run: %v, %v", flagged.DateBasis, err)
	}
}

func TestBadPage(t *testing.T) {
	t.Parallel()
	prose := "<p>The ministers of four countries met in Vienna on Monday to save the grain deal, and sat together until midnight, their spokesmen said.</p>"
	for _, c := range []struct {
		name, page string
		code       entente.Code
		text       string
	}{
		{"nested a million times", strings.Repeat("<div>", 1_000_000) + "x", entente.ErrLimit, ""},
		{"nested too deep for the parser", "<html><body>" + strings.Repeat("<div>", 2000) + strings.Repeat(prose, 4), "", "The ministers of four countries"},
		{"formatting that never closes", "<html><body>" + strings.Repeat("<b><i><p>", 3000) + prose, "", "The ministers"},
		{"no text", "<html><head><title>x</title></head><body><img src=a></body></html>", entente.ErrInvalid, ""},
		{"nothing", "", entente.ErrInvalid, ""},
		{"cut off", "<!DOCTYPE html><html><body><article>" + prose + "<p>The talks go on in the mor", "", "The talks go on in the mor"},
		{"no tags at all", strings.Repeat("The ministers met in Vienna again. ", 20), "", "The ministers met"},
		{"data only", `<html><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + strings.Repeat("The ministers met in Vienna again. ", 20) + `"}</script><body><div>Loading</div>`, "", "The ministers met in Vienna again."},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := &entente.Document{ID: "bad", HTML: []byte(c.page)}
			err := annotate(t, d)
			if entente.ErrorCode(err) != c.code || !strings.Contains(d.Text, c.text) {
				t.Errorf("%v, text %.80q; want code %q and %q", err, d.Text, c.code, c.text)
			}
			if err == nil && d.HTML != nil {
				t.Error("the page is still there")
			}
		})
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d := &entente.Document{ID: "x", Text: "A text."}
	if err := New(Options{}).Annotate(ctx, d); err == nil || d.Layers != 0 {
		t.Errorf("%v, layers %v", err, d.Layers)
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, url, text, byline, date string
		basis                         entente.DateBasis
	}{
		{"date line", "", "Border reopens\n16 May 2024\n\nThe border was opened.", "", "2024-05-16", entente.DateText},
		{"published line", "", "Published: Thursday, May 16, 2024 10:30 GMT\nThe border was opened.", "", "2024-05-16", entente.DateText},
		{"ISO line", "", "2024-05-16\nThe border was opened.", "", "2024-05-16", entente.DateText},
		{"dateline with a year", "", "VIENNA, May 16, 2024 (NPA) — The border was opened.", "", "2024-05-16", entente.DateText},
		{"dateline without a year", "", "VIENNA, May 16 (NPA) — The border was opened.", "", "", entente.DateNone},
		{"a date in a sentence", "", "On 16 May 2024 the border was opened.", "", "", entente.DateNone},
		{"no such day", "", "31 February 2024\nThe border was opened.", "", "", entente.DateNone},
		{"byline", "", "Border reopens\nBy Ann Other and John Roe\n\nThe border was opened.", "Ann Other and John Roe", "", entente.DateNone},
		{"by and by", "", "By Monday the Border was open.\n\nThe border was opened.", "", "", entente.DateNone},
		{"address", "https://n.example/2024/05/16/border", "The border was opened.", "", "2024-05-16", entente.DateURL},
		{"address with number", "https://n.example/a-20240516.html", "The border was opened.", "", "2024-05-16", entente.DateURL},
		{"address with a month", "https://n.example/2024/05/border-16", "The border was opened.", "", "", entente.DateNone},
		{"address with numbers", "https://n.example/2024/11/197/x", "The border was opened.", "", "", entente.DateNone},
	} {
		d := &entente.Document{ID: c.name, URL: c.url, Text: c.text}
		if err := annotate(t, d); err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := ""
		if !d.Published.IsZero() {
			got = d.Published.Format(time.DateOnly)
		}
		if got != c.date || d.DateBasis != c.basis || d.Byline != c.byline || d.Text != c.text || d.Lang != "en" {
			t.Errorf("%s: date %q (%v), byline %q, language %q; want %q (%v), %q", c.name, got, d.DateBasis, d.Byline, d.Lang, c.date, c.basis, c.byline)
		}
	}
}

func TestClean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ title, site, host, want string }{
		{"Border reopens | The Example Times", "The Example Times", "", "Border reopens"},
		{"Border reopens - World - Example News", "Example News", "", "Border reopens - World"},
		{"Border reopens – example.org", "", "example.org", "Border reopens"},
		{"Example: Border - a history", "Example News", "", "Example: Border - a history"},
		{"US-China talks - what next", "The Example Times", "", "US-China talks - what next"},
		{"The Example Times - Border reopens after talks", "The Example Times", "", "Border reopens after talks"},
	} {
		if got := stripSite(c.title, c.site, c.host); got != c.want {
			t.Errorf("stripSite(%q) = %q, want %q", c.title, got, c.want)
		}
	}
	for in, want := range map[string]string{
		"By Ann Other": "Ann Other", "Von Anna Andere": "Anna Andere", "Written by: Ann Other, Staff Writer": "Ann Other", "Ann Other | The Example Times": "Ann Other",
		"admin": "", "https://n.example/author/ann": "", "Ann Other ann@n.example": "Ann Other", "By": "", "Ann Other, Example": "Ann Other", "12": "",
	} {
		if got := cleanByline(in, "Example"); got != want {
			t.Errorf("cleanByline(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestShownDate(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"16.05.2024, 10:30 Uhr": "2024-05-16", "Stand: 16. Mai 2024": "2024-05-16", "16 mai 2024": "2024-05-16", "le 1er juin 2024": "2024-06-01", "16 de mayo de 2024": "2024-05-16",
		"May 16th, 2024": "2024-05-16", "2024-05-16 10:00": "2024-05-16", "16 stycznia 2024": "2024-01-16", "16/05/2024": "", "May 2024": "", "32.05.2024": "", "16 Foo 2024": "",
	} {
		got := ""
		if d, ok := shownDate(in); ok {
			got = d.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("shownDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzPage(f *testing.F) {
	raw, err := os.ReadFile("testdata/page.html")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(raw))
	f.Add("<html><p>x<table><td><p>y<h1>Related</h1><ul><li><a href=/a>One two three four</a>")
	f.Add(`<script type="application/ld+json">[{"@graph":[{"@type":["NewsArticle"],"author":[{"name":"x"}]}]}]</script>`)
	f.Fuzz(func(t *testing.T, s string) {
		a := &entente.Document{ID: "a", HTML: []byte(s)}
		err := annotate(t, a)
		if entente.ErrorCode(err) == entente.ErrInternal {
			t.Fatalf("%q: %v", s, err)
		}
		if err == nil && a.Text == "" {
			t.Fatalf("%q: neither text nor error", s)
		}
		for _, r := range a.Related {
			if !r.Span.IsEmpty() && r.Span.In(a.Text) != r.Title {
				t.Fatalf("%q: related %+v", s, r)
			}
		}
	})
}

func FuzzPlain(f *testing.F) {
	f.Add("VIENNA, May 16, 2024 (NPA) — x\nBy Ann Other", "https://n.example/2024/05/16/x")
	f.Fuzz(func(t *testing.T, s, url string) {
		d := &entente.Document{ID: "a", URL: url, Text: s}
		if err := annotate(t, d); err != nil || d.Text != s {
			t.Fatalf("%q: %v, text %q", s, err, d.Text)
		}
		if d.Published.IsZero() != (d.DateBasis == entente.DateNone) {
			t.Fatalf("%q %q: %v on basis %v", s, url, d.Published, d.DateBasis)
		}
	})
}

func BenchmarkPage(b *testing.B) {
	raw, err := os.ReadFile("testdata/page.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if err := annotate(b, &entente.Document{ID: "x", HTML: raw}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlain(b *testing.B) {
	s := strings.Repeat("The two sides met in Rome on Thursday and talked about grain, fuel and the war. ", 40)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if err := annotate(b, &entente.Document{ID: "x", Text: s}); err != nil {
			b.Fatal(err)
		}
	}
}
