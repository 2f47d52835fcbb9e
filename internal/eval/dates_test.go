package eval

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/timex"
)

// TestNotations writes one text in the notation of each gold set.
func TestNotations(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		notation func(*reading) []Timex
		dct      string
		text     string
		want     []string
	}{
		{"UTC by the publication line", timeML, "2024-05-16T20:30Z", "May 16, 2024, 4:30 PM. The blast came at 9 a.m.", []string{"2024-05-16T20:30Z", "2024-05-16T13:00Z"}},
		{"no publication line", timeML, "2024-05-16T20:30Z", "The blast came at 9 a.m.", []string{"2024-05-16T09:00"}},
		{"summer time for standard time", timeML, "2024-05-16", "The blast came at 9:00 a.m. EDT on Monday.", []string{"2024-05-13T14:00Z"}},
		{"TEI", tei, "2024-05-16", "Last week and in the 1990s it usually rained in July, and for two days this morning.", []string{"2024-05-06/2024-05-12", "1990-01-01/1999-12-31", "--07", "2024-05-16"}},
		{"TEI seasons and years before the era", tei, "2024-05-16", "The wall of 400 BC fell in the summer of 2012.", []string{"-400", "2012-06/2012-09"}},
		{"open values", dialect, "2024-05-16", "Meet on Monday or 2 June at 3 pm, or next Monday.", []string{"XXXX-WXX-1", "XXXX-06-02T15", "2024-05-20"}},
		{"intervals", dialect, "2024-05-16", "It ran from March to May 2020, from 5 to 6 pm, in the first quarter of 2019 and over the next three days.",
			[]string{"(2020-03-01,2020-05-01,P2M)", "(T17,T18,PT1H)", "(2019-01-01,2019-04-01,P3M)", "(2024-05-17,2024-05-20,P3D)"}},
		{"ends of units", dialect, "2024-05-16", "It ran from the end of 2007 to the middle of 2009.", []string{"(2008-01-01,2009-07-02,P18M)"}},
		{"counted days", dialect, "2024-05-16T12:00:00", "It fell two weeks ago and will rise in 5 minutes, now or within a few hours.",
			[]string{"2024-05-02", "2024-05-16T12:05:00", "(2024-05-16T12:00:00,2024-05-16T15:00:00,PT3H)"}},
	} {
		d := givenMoment("d", c.text, c.dct)
		d.Sentences = []entente.Sentence{{Span: entente.Span{End: len(c.text)}}}
		timex.Annotate(d)
		var got []string
		for _, x := range c.notation(read(d, c.dct)) {
			got = append(got, x.Value)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestGivenMoment(t *testing.T) {
	t.Parallel()
	for dct, want := range map[string]string{"2009-12-3T14:36Z": "2009-12-03T14:36", "2009-12-4": "2009-12-04T00:00", "PRESENT_REF": "", "2016-11-07T16:12:00": "2016-11-07T16:12"} {
		d := givenMoment("d", "", dct)
		got := ""
		if !d.Published.IsZero() {
			got = d.Published.Format(momentLayout)
		}
		if got != want || d.DateOnly != (dct == "2009-12-4") {
			t.Errorf("%s: %s, date only %v", dct, got, d.DateOnly)
		}
	}
}

func TestDateKinds(t *testing.T) {
	t.Parallel()
	text := "On Monday he left.\nIn 2019 he came for two days."
	gold := []TimexDoc{{ID: "a", Text: text, Timexes: []Timex{{Start: 3, End: 9, Value: "2024-05-13"}, {Start: 22, End: 26, Value: "2019"}}}}
	pred := []TimexDoc{{ID: "a", Timexes: []Timex{{Start: 3, End: 9, Value: "2024-05-20"}, {Start: 39, End: 47, Value: "P2D"}}}}
	kinds, differ, err := DateKinds(gold, pred)
	if err != nil {
		t.Fatal(err)
	}
	want := []DateKind{{Kind: "day", Wrong: 1}, {Kind: "length", Spurious: 1, BesideGold: 1}, {Kind: "year", Missed: 1}}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(differ) != 3 || differ[0].Around != "On [[Monday]] he left. / In 2019 he came for " {
		t.Errorf("differences: %+v", differ)
	}
	if l := lead(gold, gold); len(l[0].Timexes) != 2 {
		t.Errorf("lead keeps %d", len(l[0].Timexes))
	}
	if got := (time.Duration(90) * time.Minute); clockLength(got) != "PT1H30M" {
		t.Errorf("clockLength: %s", clockLength(got))
	}
}
