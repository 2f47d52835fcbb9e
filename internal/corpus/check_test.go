package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestRepeats(t *testing.T) {
	t.Parallel()
	lines := []line{
		{"a", "The bridge over the wide river was shut."}, {"b", "A bridge over the wide river was shut, again."},
		{"c", "He saw the bridge over the wide river was shut."}, {"d", "the bridge, over the wide river, was shut!"},
	}
	if got := sharedRuns(lines, 6, 3); len(got) != 3 || !strings.HasPrefix(got[0], `3 sentences share "the bridge over the wide river": a, c, d`) {
		t.Errorf("%q", got)
	}
	if got := sharedRuns(lines[:2], 6, 3); got != nil {
		t.Errorf("%q", got)
	}
	if got := duplicates(lines); !slices.Equal(got, []string{"d says the same as a"}) {
		t.Errorf("%q", got)
	}
	held := []line{{"h", "Steel gates and brick walls of the old prison yard fell."}}
	rest := []line{{"r", "Gates, walls, brick, old prison yards; the brick walls of an old prison yard and its gates."}}
	if got := leaks(held, rest, 5); !slices.Equal(got, []string{`h shares "brick walls old prison yard" with r`}) {
		t.Errorf("%q", got)
	}
}

func TestFoldLemma(t *testing.T) {
	t.Parallel()
	for _, group := range []string{
		"accuse accuses accused accusing", "arrest arrests arrested arresting", "ban bans banned banning", "deny denies denied denying",
		"agree agrees agreed", "press presses pressed pressing", "raid raids raided", "call off|calls off|called off|calling off", "veto vetoed",
		"kill kills killed killing", "fire fired firing", "crackdown", "speed", "siege",
	} {
		forms := strings.Fields(group)
		if strings.Contains(group, "|") {
			forms = strings.Split(group, "|")
		}
		for _, f := range forms {
			if got, want := foldLemma(f), foldLemma(forms[0]); got != want {
				t.Errorf("%s: %s, but %s: %s", f, got, forms[0], want)
			}
		}
	}
	if foldLemma("sing") != "sing" || foldLemma("crisis") != "crisis" {
		t.Error("short words and -is are folded")
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	records := sample(t)
	c := &Corpus{Written: records, HeldOut: slices.Clone(records[:1])}
	f := c.Check()
	for _, want := range []string{
		"written sentences that stand alone: 2, 2998 are missing", "written reports: 1, 399 are missing",
		"malformed: id w-COERCE-0001 stands twice", "malformed: w-COERCE-0001 does not belong to the held-out part",
		"duplicates: w-COERCE-0001/1 says the same as w-COERCE-0001/1", "written, root AGREE: 0, 150 are missing",
		"runs of 5 content words that the held-out part shares: w-COERCE-0001/1 shares", "held-out events of COERCE: 1, 39 are missing",
		"drawn sentences: 0, 600 are missing", "drawn sentences to learn from: 0, 1000 are missing", "trigger held: 1 events",
	} {
		if !slices.ContainsFunc(f.Failures, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("no failure %q in\n%s", want, strings.Join(f.Failures, "\n"))
		}
	}
	for _, bad := range []func(*Record){
		func(r *Record) { r.Events[0].Trigger.Start++ },
		func(r *Record) { r.Events[0].Event = "NOTHING" },
		func(r *Record) { r.Events[0].Links = []Link{{Type: "reason", Event: 9}} },
		func(r *Record) { r.Sentences[0].End-- },
		func(r *Record) { r.Entities = append(r.Entities, r.Entities[0]) },
		func(r *Record) { r.None = []None{{0, "sport"}} },
		func(r *Record) { r.Text = nil },
	} {
		rec := sample(t)[0]
		bad(&rec)
		if len(Validate(&rec)) == 0 {
			t.Errorf("a record with a fault passes: %+v", rec)
		}
	}
}

func TestStrays(t *testing.T) {
	t.Parallel()
	at := func(id, doc, sum string) Record { return Record{ID: id, Drawn: &Origin{Doc: doc, SHA256: sum}} }
	c := &Corpus{
		Natural: []Record{at("n-1", "a", "1"), at("d-9", "b", "2")},
		Drawn:   []Record{at("d-1", "c", "2"), at("d-2", "a", "3"), {ID: "d-3"}, at("n-4", "d", "4"), at("d-5", "e", "1")},
	}
	want := []string{
		"d-9 does not belong to the natural part", "d-2: document a is measured on",
		"d-3 does not belong to the drawn part", "n-4 does not belong to the drawn part", "d-5 says the same as n-1",
	}
	if got := c.strays(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestDoubts(t *testing.T) {
	t.Parallel()
	const s = "= w-1 | 2014-07-03 | active | AFR\nKenya met Togo on {Monday|%} in a hall.\n"
	for _, c := range []struct{ in, want string }{
		{strings.Replace(s, "%", "2014-06-30", 1) + "> CONSULT | @ met | A: Kenya=KEN; Togo=TGO | W: Monday\n", ""},
		{strings.Replace(s, "%", "2014-07-01", 1) + "> CONSULT | @ met | A: Kenya=KEN; Togo=TGO | W: Monday\n", `"Monday" is 2014-07-01, a Tuesday`},
		{strings.Replace(s, "%", "2014-06-30", 1) + "> AID | @ met | A: Kenya=KEN; Togo=TGO | S: future\n", "an act to come of AID counts as AGREE"},
		{strings.Replace(s, "%", "2014-06-30", 1) + "> AGREE | @ met | A: Kenya=KEN | W: Monday | S: future\n", "on a day that is gone"},
		{strings.Replace(s, "%", "2014-07-07", 1) + "> AGREE | @ met | A: Kenya=KEN | W: Monday\n", "on a day that is still to come"},
		{strings.Replace(s, "%", "2012-07-02", 1) + "> AGREE | @ met | A: Kenya=KEN | W: Monday\n", "of more than a year ago"},
		{strings.Replace(s, "%", "2014-06-30", 1) + "> AGREE | @ met | A: Kenya=KEN | W: Monday | S: historical\n", "of less than a year ago"},
		{strings.Replace(s, "%", "2014-06-30", 1) + "> none other\n", "the tag none"},
		{"= w-1 | 2014-07-03 | none | AFR\nIt rained on Monday.\n> none weather\n", "Monday at 13 stands in no mark"},
		{"= w-1 | 2014-07-03 | none | AFR\nIt rained in {May|2014-06}.\n> none weather\n", `"May" is 2014-06`},
	} {
		records, problems, err := ReadTyped("f.txt", strings.NewReader(c.in), nil)
		if err != nil || len(records) != 1 || (len(problems) > 0) != (c.want != "") {
			t.Errorf("%s: %d records, %v, %v", c.in, len(records), problems, err)
			continue
		}
		if c.want != "" && !strings.Contains(problems[0].Error(), c.want) {
			t.Errorf("%v, want %s", problems, c.want)
		}
	}
}
