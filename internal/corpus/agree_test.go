package corpus

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

func TestAlpha(t *testing.T) {
	t.Parallel()
	column := func(rows ...string) [][]string {
		var units [][]string
		for i := range strings.Fields(rows[0]) {
			var u []string
			for _, r := range rows {
				u = append(u, strings.Trim(strings.Fields(r)[i], "."))
			}
			units = append(units, u)
		}
		return units
	}
	for _, c := range []struct {
		name  string
		units [][]string
		want  float64
	}{
		// By hand, see Alpha: 1 - 7·2/(2·3·5).
		{"two coders, one value missing", column("a a b b a", "a b b b ."), 1 - 14.0/30},
		// By hand: units "a a b" and "b b b" of three coders. n = 6, n_a = 2,
		// n_b = 4; the first unit has the ordered pairs ab, ba, ab, ba: 4/2 = 2.
		// 1 - 5·2/(2·2·4).
		{"three coders", column("a b", "a b", "b b"), 1 - 10.0/16},
		// Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011,
		// section C: four observers, twelve units, missing values: .743.
		{"Krippendorff's example", column(
			"1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."), 0.7434},
		{"perfect", column("a b", "a b"), 1},
		{"systematic disagreement", column("a b", "b a"), 1 - 3.0*4/8},
		{"one value only", column("a a", "a a"), math.NaN()},
		{"no pairs", column("a .", ". a"), math.NaN()},
	} {
		if got := Alpha(c.units); math.Abs(got-c.want) > 0.0001 || math.IsNaN(got) != math.IsNaN(c.want) {
			t.Errorf("%s: %.4f, want %.4f", c.name, got, c.want)
		}
	}
}

func read(t *testing.T, in string) []Record {
	t.Helper()
	records, problems, err := ReadTyped("f.txt", strings.NewReader(in), nil)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v %v", problems, err)
	}
	return records
}

const twoActs = "= w-1 | 2014-07-03 | active | AFR\nKenya met Togo and sent tents, troops and a broken promise to Lomé.\n"

func TestAgree(t *testing.T) {
	t.Parallel()
	const quiet = "= w-2 | 2014-07-03 | none | AFR\nNothing took place.\n> none other\n"
	a := read(t, twoActs+"> CONSULT | @ met | A: Kenya=KEN; Togo=TGO\n> AID | @ sent | A: Kenya=KEN | R: Togo=TGO\n> AGREE | @ promise | A: Kenya=KEN | W: none\n"+quiet)
	b := read(t, twoActs+"> CONSULT/visit | @ met | A: Kenya=KEN:GOV | R: Togo=TGO | W: none\n> AID | @ tents | A: Kenya=KEN | R: Togo=TGO | W: doc | S: negated\n"+quiet)
	got, err := Agree(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if got.Sentences != 2 || got.EventsA != 3 || got.EventsB != 2 || got.Paired != 2 {
		t.Errorf("%+v", got)
	}
	want := map[string]struct {
		units int
		same  float64
	}{"is-event": {2, 1}, "root": {3, 2.0 / 3}, "mode": {1, 0}, "actor": {2, 0.5}, "recipient": {2, 0.5}, "status": {2, 0.5},
		"when": {2, 0.5}, "where": {2, 1}, "actor country": {2, 0.5}, "recipient country": {2, 0.5}}
	for _, l := range got.Layers {
		if w := want[l.Layer]; l.Units != w.units || math.Abs(l.Same-w.same) > 1e-9 {
			t.Errorf("%s: %d units, %.2f the same, want %+v", l.Layer, l.Units, l.Same, w)
		}
	}
	var first, second bytes.Buffer
	again, err := Agree(a, b)
	if err != nil || got.WriteTable(&first) != nil || again.WriteTable(&second) != nil || first.String() != second.String() {
		t.Errorf("the same annotations give two tables: %v", err)
	}
	if _, err := Agree(a, read(t, strings.ReplaceAll(quiet, "took", "takes"))); err == nil {
		t.Error("annotations of different texts are compared")
	}
	if _, err := Agree(a, nil); err == nil {
		t.Error("annotations without a common record are compared")
	}
}

func TestAlignEvents(t *testing.T) {
	t.Parallel()
	event := func(root, actor string, start, end int) *Event {
		return &Event{Event: root, Trigger: Text{Start: start, End: end}, Actor: []Member{{Country: &actor}}}
	}
	as := []*Event{event("AID", "KEN", 0, 4), event("AGREE", "KEN", 10, 20), event("REJECT", "KEN", 30, 33)}
	bs := []*Event{event("AID", "TGO", 12, 14), event("CONSULT", "KEN", 10, 20), event("AID", "KEN", 50, 54), event("REJECT", "TGO", 60, 63)}
	got := Align(as, bs)
	want := []Pairing{{1, 1}, {0, 2}, {2, -1}, {-1, 0}, {-1, 3}}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%v, want %v", got, want)
		}
	}
}
