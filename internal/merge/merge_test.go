package merge_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

var (
	russia = entente.Actor{Country: "RUS", Sector: entente.MIL, Name: "Russian forces"}
	state  = entente.Actor{Country: "RUS", Name: "Russia"}
	kyiv   = entente.Actor{Country: "UKR", Name: "Ukraine"}
	rebels = entente.Actor{Country: "UKR", Sector: entente.REB, Name: "rebels"}
	town   = &entente.Place{Name: "Kharkiv", Country: "UKR", Admin1: "Kharkiv", GeoNames: 706483, Precision: "city"}
	region = &entente.Place{Name: "Kharkiv Oblast", Country: "UKR", Admin1: "Kharkiv", GeoNames: 706482, Precision: "region"}
	other  = &entente.Place{Name: "Odesa", Country: "UKR", Admin1: "Odessa", GeoNames: 698740, Precision: "city"}
	day    = entente.NewDay(2024, time.May, 10)
)

// strike is a report of one attack, which edit may change.
func strike(doc string, hour int, edit func(*entente.Claim)) merge.Report {
	c := entente.Claim{Main: true, Lemma: "strike", Words: []uint32{1, 2, 3, 4, 5}, Event: entente.Event{ID: "e" + doc, Root: entente.RootAssault,
		Mode: entente.ModeNone, Actors: []entente.Actor{russia}, Recipients: []entente.Actor{kyiv}, Where: town, Confidence: 0.8,
		When: entente.When{From: day, To: day, Basis: entente.WhenText, Precision: entente.PrecisionDay}}}
	if edit != nil {
		edit(&c)
	}
	at := time.Date(2024, time.May, 10, hour, 0, 0, 0, time.UTC)
	return merge.Report{Doc: doc, Story: "s1", Outlet: "outlet " + doc, Published: at, Day: day, Claims: []entente.Claim{c}}
}

func killed(n int64) []entente.Magnitude {
	return []entente.Magnitude{{Kind: "killed", Low: n, High: n, Best: n, HasBest: true}}
}

func TestEventsAreOneOrTwo(t *testing.T) {
	t.Parallel()
	document := entente.When{From: day + 1, To: day + 1, Basis: entente.WhenDocument}
	tests := []struct {
		name string
		edit func(*entente.Claim)
		want int
	}{
		{"alike", nil, 1},
		{"another root", func(c *entente.Claim) { c.Event.Root = entente.RootCoerce }, 2},
		{"a plan", func(c *entente.Claim) { c.Event.Status = entente.Future }, 2},
		{"another day by the text", func(c *entente.Claim) { c.Event.When.From++; c.Event.When.To++ }, 2},
		{"the day of the report, one later", func(c *entente.Claim) { c.Event.When = document }, 1},
		{"the day of the report, two later", func(c *entente.Claim) {
			c.Event.When = document
			c.Event.When.From++
			c.Event.When.To++
		}, 2},
		{"a place around it", func(c *entente.Claim) { c.Event.Where = region }, 1},
		{"another place", func(c *entente.Claim) { c.Event.Where = other }, 2},
		{"no place", func(c *entente.Claim) { c.Event.Where = nil }, 1},
		{"the state for its army", func(c *entente.Claim) { c.Event.Actors = []entente.Actor{state} }, 1},
		{"another recipient", func(c *entente.Claim) { c.Event.Recipients = []entente.Actor{rebels} }, 2},
		{"one more recipient", func(c *entente.Claim) { c.Event.Recipients = []entente.Actor{kyiv, rebels} }, 2},
		{"no recipient, the same words", func(c *entente.Claim) { c.Event.Recipients = nil }, 1},
		{"no recipient, other words", func(c *entente.Claim) { c.Event.Recipients, c.Words = nil, []uint32{6, 7, 8, 9} }, 1},
		{"another doer, the same words", func(c *entente.Claim) { c.Event.Actors = []entente.Actor{rebels} }, 1},
		{"another doer, other words", func(c *entente.Claim) {
			c.Event.Actors, c.Words = []entente.Actor{rebels}, []uint32{6, 7, 8, 9}
		}, 2},
		{"repeated in its document", func(c *entente.Claim) { c.Event.SameAs = "ex" }, 1},
		{"ten times the dead", func(c *entente.Claim) { c.Event.Magnitudes = killed(40) }, 2},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			a := strike("a", 1, func(c *entente.Claim) { c.Event.Magnitudes = killed(3) })
			got := merge.Events([]merge.Report{a, strike("b", 2, tc.edit)})
			if len(got) != tc.want {
				t.Errorf("%d happenings, want %d", len(got), tc.want)
			}
		})
	}
}

func TestVagueNeverTiesTwoTogether(t *testing.T) {
	t.Parallel()
	one := strike("a", 1, nil)
	vague := strike("b", 2, func(c *entente.Claim) { c.Event.Where = nil })
	two := strike("c", 3, func(c *entente.Claim) { c.Event.Where = other })
	if got := merge.Events([]merge.Report{one, vague, two}); len(got) != 2 {
		t.Errorf("%d happenings, want 2", len(got))
	}
}

func TestOrderOfReportsDoesNotMatter(t *testing.T) {
	t.Parallel()
	rs := []merge.Report{strike("a", 1, nil), strike("b", 2, func(c *entente.Claim) { c.Event.Where = other }), strike("c", 3, nil)}
	want := merge.Events(rs)
	slices.Reverse(rs)
	if diff := cmp.Diff(want, merge.Events(rs)); diff != "" {
		t.Errorf("reversed (-was +is):\n%s", diff)
	}
	if want[0].ID != "mea" || want[0].Reports != 2 {
		t.Errorf("first is %s of %d reports, want mea of 2", want[0].ID, want[0].Reports)
	}
}

func TestNumbersAreShownAndNotAveraged(t *testing.T) {
	t.Parallel()
	with := func(n int64) func(*entente.Claim) {
		return func(c *entente.Claim) { c.Event.Magnitudes = killed(n) }
	}
	got := merge.Events([]merge.Report{strike("a", 1, with(3)), strike("b", 2, with(5)), strike("c", 3, with(5))})
	if len(got) != 1 {
		t.Fatalf("%d happenings, want 1", len(got))
	}
	m := got[0]
	if len(m.Magnitudes) != 0 {
		t.Errorf("agreed on %+v, but they differ", m.Magnitudes)
	}
	want := []entente.Difference{{Field: "killed", Versions: []entente.Variant{
		{Magnitude: &killed(3)[0], Events: []string{"ea"}, Groups: 1}, {Magnitude: &killed(5)[0], Events: []string{"eb", "ec"}, Groups: 2}}}}
	if diff := cmp.Diff(want, m.Differences); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
}

func TestTwoVersionsOfWhoDidIt(t *testing.T) {
	t.Parallel()
	got := merge.Events([]merge.Report{strike("a", 1, nil), strike("b", 2, func(c *entente.Claim) { c.Event.Actors = []entente.Actor{{Country: "POL"}} })})
	if len(got) != 1 || len(got[0].Differences) != 1 {
		t.Fatalf("got %+v, want one happening with one difference", got)
	}
	d := got[0].Differences[0]
	if d.Field != "actor" || len(d.Versions) != 2 || d.Versions[0].Value != "RUS" || d.Versions[1].Value != "POL" {
		t.Errorf("difference %+v", d)
	}
}

func TestIndependentSources(t *testing.T) {
	t.Parallel()
	agency := func(r *merge.Report, name string) {
		r.Provenance.Credits = append(r.Provenance.Credits, entente.Credit{Agency: name, Whole: true})
	}
	tests := []struct {
		name string
		edit func(a, b *merge.Report)
		want int
	}{
		{"two outlets", func(_, _ *merge.Report) {}, 2},
		{"a near-copy", func(a, b *merge.Report) { b.CopyOf = a.Doc }, 1},
		{"two near-copies of a third", func(a, b *merge.Report) { a.CopyOf, b.CopyOf = "x", "x" }, 1},
		{"the same outlet", func(a, b *merge.Report) { b.Outlet = a.Outlet }, 1},
		{"the same agency", func(a, b *merge.Report) { agency(a, "Reuters"); agency(b, "Reuters") }, 1},
		{"two agencies", func(a, b *merge.Report) { agency(a, "Reuters"); agency(b, "AFP") }, 2},
		{"the agency and who credits it", func(a, b *merge.Report) { a.Outlet = "Reuters"; agency(b, "Reuters") }, 1},
		{"one owner", func(a, b *merge.Report) { a.Provenance.Owner, b.Provenance.Owner = "News Corp", "News Corp" }, 1},
		{"no names", func(a, b *merge.Report) { a.Outlet, b.Outlet = "", "" }, 1},
		{"addresses for names", func(a, b *merge.Report) {
			a.Outlet, b.Outlet, a.URL, b.URL = "", "", "https://www.one.example/1", "https://two.example/2"
		}, 2},
		{"credit in another sentence", func(a, b *merge.Report) {
			for _, r := range []*merge.Report{a, b} {
				r.Provenance.Credits = []entente.Credit{{Agency: "AFP", Span: entente.Span{Start: 900, End: 910}}}
				r.Claims[0].Sentence = entente.Span{Start: 0, End: 100}
			}
		}, 2},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			a, b := strike("a", 1, nil), strike("b", 2, nil)
			tc.edit(&a, &b)
			got := merge.Events([]merge.Report{a, b})
			if len(got) != 1 || got[0].Independent != tc.want {
				t.Errorf("%d happenings, first rests on %d sources, want 1 on %d", len(got), got[0].Independent, tc.want)
			}
		})
	}
}
