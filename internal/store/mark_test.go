package store_test

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

func series(t *testing.T, a *store.Archive, x, y string) int {
	t.Helper()
	points, err := a.Relation(t.Context(), entente.RelationFilter{A: []entente.Party{{Code: x}}, B: []entente.Party{{Code: y}}, Days: entente.AllDays()})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, p := range points {
		n += p.Events
	}
	return n
}

func TestMark(t *testing.T) {
	t.Parallel()
	a := open(t)
	d := report("x1", 16, "RUS", "CHN", entente.RootConsult, 4)
	second := d.Events[0]
	second.ID, second.SameAs = "ex2", "ex1"
	second.Links = []entente.Link{{Type: "result", Event: "ex1"}}
	d.Events = append(d.Events, second)
	put(t, a, d)
	mark := func(m entente.EventMark) {
		t.Helper()
		m.At = "2024-05-20T00:00:00Z"
		if err := a.Mark(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}

	mark(entente.EventMark{Event: "ex1", Verdict: entente.MarkedWrong, Note: "no"})
	rows, err := a.Events(t.Context(), entente.EventFilter{Days: entente.AllDays()})
	if err != nil || len(rows) != 1 || rows[0].Event.SameAs != "" || len(rows[0].Event.Links) != 0 {
		t.Fatalf("one is wrong, and listed are %+v, %v", rows, err)
	}
	if _, err := a.Event(t.Context(), "ex1"); entente.ErrorCode(err) != entente.ErrNotFound || !strings.Contains(err.Error(), "marked as wrong") {
		t.Errorf("a wrong event: %v", err)
	}

	root, aid := entente.RootAid, []entente.Actor{{Country: "KEN", Sector: entente.MIL}}
	mark(entente.EventMark{Event: "ex1", Verdict: entente.MarkedFixed, By: "me", Fix: entente.Fix{Root: &root, Actors: &aid}})
	row, err := a.Event(t.Context(), "ex1")
	if err != nil {
		t.Fatal(err)
	}
	if e := row.Event; e.Root != entente.RootAid || e.Score != 10 || e.Actors[0].Code() != "KEN:MIL" || e.Mark == nil || e.Mark.By != "me" {
		t.Errorf("fixed: %+v", e)
	}
	if got := series(t, a, "KEN", "CHN"); got != 1 {
		t.Errorf("the series of the new actor has %d events", got)
	}
	if n, err := a.CountEvents(t.Context(), entente.EventFilter{Days: entente.AllDays(), Root: entente.RootAid}); err != nil || n != 1 {
		t.Errorf("%d events of the new root, %v", n, err)
	}

	marks, err := a.Marks(t.Context())
	if err != nil || len(marks) != 1 || marks[0].Trigger != "acted" || marks[0].Doc != "x1" {
		t.Errorf("marks: %+v, %v", marks, err)
	}
	if err := a.Unmark(t.Context(), "ex1"); err != nil {
		t.Fatal(err)
	}
	if got := series(t, a, "RUS", "CHN"); got != 1 {
		t.Errorf("taken back, the series has %d events", got)
	}
	for _, err := range []error{a.Unmark(t.Context(), "ex1"), a.Unmark(t.Context(), "no"), a.Mark(t.Context(), entente.EventMark{Event: "no"})} {
		if entente.ErrorCode(err) != entente.ErrNotFound {
			t.Errorf("what is not there: %v", err)
		}
	}
}

// A mark outlives recoding, and a revision whose trigger says something else.
func TestMarkOutlives(t *testing.T) {
	t.Parallel()
	a := open(t)
	put(t, a, report("x1", 16, "RUS", "CHN", entente.RootConsult, 4))
	if err := a.Mark(t.Context(), entente.EventMark{Event: "ex1", Verdict: entente.MarkedWrong, At: "2024-05-20T00:00:00Z"}); err != nil {
		t.Fatal(err)
	}
	again := report("x1", 16, "RUS", "CHN", entente.RootAid, 10)
	if err := a.Recode(t.Context(), []*entente.Document{again}, "run2"); err != nil {
		t.Fatal(err)
	}
	if n, err := a.CountEvents(t.Context(), entente.EventFilter{Days: entente.AllDays()}); err != nil || n != 0 {
		t.Errorf("recoded, a wrong event is there %d times, %v", n, err)
	}
	coded, err := a.CodedAfter(t.Context(), 0, 10)
	if err != nil || len(coded) != 1 || coded[0].Run != "run2" || len(coded[0].Events) != 1 || coded[0].Events[0].Root != entente.RootAid {
		t.Errorf("as coded: %+v, %v", coded, err)
	}
	put(t, a, report("x1", 16, "USA", "CHN", entente.RootAid, 10)) // another text, the same trigger
	if n := series(t, a, "USA", "CHN"); n != 0 {
		t.Error("the revision has the event that is marked as wrong")
	}
	moved := report("x1", 16, "UKRAINE", "CHN", entente.RootAid, 10) // the trigger's place says something else
	moved.Events[0].Trigger = entente.Span{Start: 0, End: 7}
	put(t, a, moved)
	if n, err := a.CountEvents(t.Context(), entente.EventFilter{Days: entente.AllDays()}); err != nil || n != 1 {
		t.Errorf("the mark of another text has an effect: %d events, %v", n, err)
	}
}

func TestRecodeOfAnotherText(t *testing.T) {
	t.Parallel()
	a := open(t)
	put(t, a, report("x1", 16, "RUS", "CHN", entente.RootConsult, 4))
	if err := a.Recode(t.Context(), []*entente.Document{report("x1", 16, "USA", "CHN", entente.RootAid, 10), report("no", 1, "A", "B", entente.RootAid, 1)}, "run2"); err != nil {
		t.Fatal(err)
	}
	if n := series(t, a, "RUS", "CHN"); n != 1 {
		t.Error("a coding of another text replaced the one that is there")
	}
}

// Merged events follow what readers say, and recoding.
func TestMarkOfMerged(t *testing.T) {
	t.Parallel()
	a := open(t)
	place(t, a, "s1", outlet("a", 16))
	place(t, a, "s1", outlet("b", 16))
	rows := merged(t, a)
	if len(rows) != 1 || rows[0].Merged.Reports != 2 {
		t.Fatalf("before: %+v", rows)
	}
	event := rows[0].Merged.Tellings[1].Event
	if err := a.Mark(t.Context(), entente.EventMark{Event: event, Verdict: entente.MarkedWrong, At: "2024-05-20T00:00:00Z"}); err != nil {
		t.Fatal(err)
	}
	if rows := merged(t, a); len(rows) != 1 || rows[0].Merged.Reports != 1 {
		t.Errorf("one telling is wrong: %+v", rows)
	}
	if err := a.Unmark(t.Context(), event); err != nil {
		t.Fatal(err)
	}
	if rows := merged(t, a); len(rows) != 1 || rows[0].Merged.Reports != 2 {
		t.Errorf("taken back: %+v", rows)
	}
	coded, err := a.CodedAfter(t.Context(), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	d, err := a.Document(t.Context(), coded[0].ID, entente.DepthFull)
	if err != nil {
		t.Fatal(err)
	}
	d.Events = nil
	if err := a.Recode(t.Context(), []*entente.Document{d}, "run2"); err != nil {
		t.Fatal(err)
	}
	if rows := merged(t, a); len(rows) != 1 || rows[0].Merged.Reports != 1 {
		t.Errorf("coded again without the event: %+v", rows)
	}
}
