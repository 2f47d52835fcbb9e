package eval

import (
	"strings"
	"testing"
	"testing/fstest"

	entente "github.com/entente-news/entente"
)

const mergedSheet = `=== story 1
[1.1] d1 10 13 | PROTEST actual | 2024-05-01
    title: March
  > They [[met]] [1.2] here.
[1.2] d2 4 9 | PROTEST actual | no date
  > x
[1.3] d2 40 49 | ASSAULT actual | no date

=== story 2
[2.1] d3 0 4 | CONSULT actual | no date
[2.2] d3 8 9 | CONSULT actual | no date
`

func TestTakeMerged(t *testing.T) {
	t.Parallel()
	first := "# reader\n1.1\ta\n1.2\ta\tthe same march\n1.3\ta\n2.1\ta\n2.2\tb\n"
	second := "1.1\tk\n1.2\tk\n1.3\tk\n2.1\tx\n"
	table, note, err := TakeMerged(mergedSheet, first, second)
	if err != nil {
		t.Fatal(err)
	}
	list, err := readHappenings(fstest.MapFS{"t.tsv": {Data: []byte(table)}}, "t.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 5 || list[2].kind != "ASSAULT actual" || list[2].at != (entente.Span{Start: 40, End: 49}) || list[4].by != [2]string{"b", "?"} {
		t.Errorf("read back as %+v", list)
	}
	for _, want := range []string{"5 events of 2 stories; without an answer 0 and 1; placed nowhere 0 and 2", "one kind: 1 of 1 alike (100.0 %)", "two kinds: 2 of 2 alike"} {
		if !strings.Contains(note, want) {
			t.Errorf("%q is not in\n%s", want, note)
		}
	}
	for name, bad := range map[string][2]string{"no tab": {mergedSheet, "1.1 a"}, "two answers": {mergedSheet, "1.1\ta\n1.1\tb"}, "no head": {"[1.1] d1 10", first}} {
		if _, _, err := TakeMerged(bad[0], bad[1], second); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestTakeCopies(t *testing.T) {
	t.Parallel()
	sheet := "=== pair 1  a  b\n  A: === pair\n\n=== pair 2  c  d\n=== pair 3  e  f\n"
	table, note, err := TakeCopies(sheet, "1\ty\n2\tn\n3\t?\n", "1\tn\n2\tN\n3\ty\n")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(table, "a\tb\ty\tn\nc\td\tn\tn\ne\tf\t?\ty\n") || !strings.Contains(note, "3 pairs, 0 answers missing: 1 of 2 alike") {
		t.Errorf("%s\n%s", table, note)
	}
	if _, _, err := TakeCopies(sheet, "1\tyes\n", ""); err == nil {
		t.Error("an answer that is none is taken")
	}
}

// TestHappenings holds that a pair counts where both readers agree, that events
// are found by their trigger, whatever their kind is now, and that pairs of two
// kinds are counted apart.
func TestHappenings(t *testing.T) {
	t.Parallel()
	read := []happening{
		{story: "1", doc: "d", at: entente.Span{Start: 0, End: 4}, kind: "PROTEST actual", by: [2]string{"a", "a"}},
		{story: "1", doc: "d", at: entente.Span{Start: 10, End: 14}, kind: "PROTEST actual", by: [2]string{"a", "a"}},
		{story: "1", doc: "e", at: entente.Span{Start: 0, End: 4}, kind: "PROTEST actual", by: [2]string{"b", "a"}},
		{story: "1", doc: "e", at: entente.Span{Start: 20, End: 24}, kind: "PROTEST actual", by: [2]string{"c", "c"}},
		{story: "1", doc: "e", at: entente.Span{Start: 30, End: 34}, kind: "ASSAULT actual", by: [2]string{"c", "c"}},
		{story: "1", doc: "e", at: entente.Span{Start: 41, End: 43}, kind: "ASSAULT actual", by: [2]string{"a", "a"}}, // repeats the first
	}
	event := func(id string, at int, kind string) markedEvent {
		return markedEvent{id: id, trigger: entente.Span{Start: at, End: at + 4}, kind: kind}
	}
	events := map[string][]markedEvent{
		"d": {event("1", 1, "PROTEST actual"), event("2", 10, "MOBILIZE actual")},
		"e": {event("3", 0, "PROTEST actual"), event("5", 30, "ASSAULT actual"), event("1", 40, "PROTEST actual")}, // the fourth is no longer coded
	}
	r := &Runner{}
	r.happenings(read, map[string]int{"d": 1, "e": 1}, map[string]string{"1": "m1", "2": "m2", "3": "m3", "5": "m5"}, events)
	if got := r.rows[0]; got.Value != "1.000" || !strings.Contains(got.Note, "0 of 1 merged pairs are wrong; 3 pairs are no longer coded") {
		t.Errorf("one kind: %+v", got)
	}
	if got := r.rows[3].Note; !strings.HasPrefix(got, "5 of 7 alike") {
		t.Errorf("agreement %q", got)
	}
	if got := r.rows[4].Note; !strings.HasPrefix(got, "2 of 6 pairs; 0 are merged") {
		t.Errorf("two kinds: %q", got)
	}
}
