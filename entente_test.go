package entente_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	entente "github.com/entente-news/entente"
)

func TestSpan(t *testing.T) {
	t.Parallel()
	s := entente.Span{Start: 2, End: 5}
	tests := []struct {
		name string
		got  bool
		want bool
	}{
		{"contains itself", s.Contains(s), true},
		{"contains a part", s.Contains(entente.Span{Start: 3, End: 4}), true},
		{"contains no neighbour", s.Contains(entente.Span{Start: 4, End: 6}), false},
		{"overlaps a neighbour", s.Overlaps(entente.Span{Start: 4, End: 6}), true},
		{"is half-open", s.Overlaps(entente.Span{Start: 5, End: 6}), false},
		{"is not empty", s.IsEmpty(), false},
		{"zero is empty", entente.Span{}.IsEmpty(), true},
	}
	for _, tc := range tests {
		if tc.got != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, tc.got, tc.want)
		}
	}
	if got := s.In("abcdefg"); got != "cde" {
		t.Errorf("In = %q", got)
	}
	for _, bad := range []entente.Span{{Start: -1, End: 2}, {Start: 0, End: 99}, {Start: 3, End: 3}, {Start: 4, End: 1}} {
		if got := bad.In("abcdefg"); got != "" {
			t.Errorf("%v.In = %q, want nothing", bad, got)
		}
	}
}

func TestDay(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"2024-05-16", "1970-01-01", "1969-12-31", "2000-02-29", "0001-01-01", "9999-12-31"} {
		d, err := entente.ParseDay(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDay(%q) = %v, %v", s, d, err)
		}
		if got := entente.DayOf(d.Time()); got != d {
			t.Errorf("DayOf(Time(%v)) = %v", d, got)
		}
	}
	for _, s := range []string{"", "2024-13-01", "2024-02-30", "99999-01-01", "0000-01-01", "16 May 2024", "2024-5-6"} {
		if d, err := entente.ParseDay(s); !errors.Is(err, entente.ErrDay) || d.Known() {
			t.Errorf("ParseDay(%q) = %v, %v, want ErrDay", s, d, err)
		}
	}
	if d := entente.NewDay(2024, 5, 16); d.Weekday() != time.Thursday {
		t.Errorf("16 May 2024 was no %v", d.Weekday())
	}
	if entente.NoDay.String() != "" || !entente.NoDay.Time().IsZero() {
		t.Error("NoDay has a date")
	}
	// The day is that of the document's own offset.
	at := time.Date(2024, 5, 16, 23, 30, 0, 0, time.FixedZone("", -5*3600))
	if got := (&entente.Document{Published: at}).Day().String(); got != "2024-05-16" {
		t.Errorf("Day = %s", got)
	}
}

func TestPeriod(t *testing.T) {
	t.Parallel()
	thursday := entente.NewDay(2024, 5, 16)
	tests := []struct{ by, from, to string }{
		{"day", "2024-05-16", "2024-05-16"}, {"week", "2024-05-13", "2024-05-19"}, {"month", "2024-05-01", "2024-05-31"},
	}
	for _, tc := range tests {
		p, err := entente.ParsePeriod(tc.by)
		if err != nil {
			t.Fatal(err)
		}
		from, to := p.Bounds(thursday)
		if from.String() != tc.from || to.String() != tc.to {
			t.Errorf("the %s of %v is %v to %v", tc.by, thursday, from, to)
		}
	}
	if _, err := entente.ParsePeriod("fortnight"); entente.ErrorCode(err) != entente.ErrInvalid {
		t.Errorf("ParsePeriod(fortnight): %v", err)
	}
}

// TestCodes checks that every code is read back from its name.
func TestCodes(t *testing.T) {
	t.Parallel()
	all := func(name string, str func(i int) string, parse func(s string) (int, error)) {
		n := 0
		for i := range 256 {
			s := str(i)
			if s == "" {
				continue
			}
			n++
			if got, err := parse(s); err != nil || got != i {
				t.Errorf("%s %d is %q, which reads as %d (%v)", name, i, s, got, err)
			}
		}
		if n < 3 {
			t.Errorf("%d values of %s", n, name)
		}
		if _, err := parse("no such thing"); err == nil {
			t.Errorf("%s reads anything", name)
		}
	}
	all("root", func(i int) string { return entente.Root(i).String() }, func(s string) (int, error) { v, err := entente.ParseRoot(s); return int(v), err })
	all("mode", func(i int) string { return entente.Mode(i).String() }, func(s string) (int, error) { v, err := entente.ParseMode(s); return int(v), err })
	all("sector", func(i int) string { return entente.Sector(i).String() }, func(s string) (int, error) { v, err := entente.ParseSector(s); return int(v), err })
	all("context", func(i int) string { return entente.EventContext(i).String() }, func(s string) (int, error) { v, err := entente.ParseContext(s); return int(v), err })
	all("part of speech", func(i int) string { return entente.UPOS(i).String() }, func(s string) (int, error) { v, err := entente.ParseUPOS(s); return int(v), err })
	all("relation", func(i int) string { return entente.Deprel(i).String() }, func(s string) (int, error) { v, err := entente.ParseDeprel(s); return int(v), err })
	all("status", func(i int) string { return entente.Status(i).String() }, func(s string) (int, error) { v, err := entente.ParseStatus(s); return int(v), err })
}

func TestDeprel(t *testing.T) {
	t.Parallel()
	for i := range 256 {
		r := entente.Deprel(i)
		if r.String() == "" {
			break
		}
		want, _, _ := strings.Cut(r.String(), ":")
		if got := r.Universal().String(); got != want {
			t.Errorf("the universal part of %s is %s", r, got)
		}
	}
	if r, err := entente.ParseDeprel("obl:unheard-of"); err != nil || r != entente.Obl {
		t.Errorf("an unknown subtype reads as %v (%v), want obl", r, err)
	}
}

func TestRoots(t *testing.T) {
	t.Parallel()
	rs := entente.Roots()
	if len(rs) != 16 {
		t.Fatalf("%d roots", len(rs))
	}
	count := map[entente.Quad]int{}
	for _, r := range rs {
		count[r.Quad()]++
	}
	for q, n := range map[entente.Quad]int{entente.VerbalCooperation: 4, entente.MaterialCooperation: 3, entente.VerbalConflict: 4, entente.MaterialConflict: 5} {
		if count[q] != n {
			t.Errorf("%d roots of %v, want %d", count[q], q, n)
		}
	}
}

func TestActorCodes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		a           entente.Actor
		code, party string
	}{
		{entente.Actor{Country: "RUS"}, "RUS", "RUS"},
		{entente.Actor{Country: "RUS", Sector: entente.MIL}, "RUS:MIL", "RUS"},
		{entente.Actor{Country: "IGO", Org: "NATO", Sector: entente.MIL}, "NATO", "NATO"},
		{entente.Actor{Country: "AFG", Org: "TALIBAN", Sector: entente.REB}, "AFG:REB", "AFG"},
		{entente.Actor{Group: "WEST"}, "WEST", "WEST"},
		{entente.Actor{Country: "NGO"}, "NGO", "NGO"},
		{entente.Actor{Sector: entente.COP}, "", ""},
	}
	for _, tc := range tests {
		if got := tc.a.Code(); got != tc.code {
			t.Errorf("Code(%+v) = %q, want %q", tc.a, got, tc.code)
		}
		if got := tc.a.Party(); got != tc.party {
			t.Errorf("Party(%+v) = %q, want %q", tc.a, got, tc.party)
		}
	}
}

func TestError(t *testing.T) {
	t.Parallel()
	cause := errors.New("it is an array")
	err := fmt.Errorf("read: %w", &entente.Error{Code: entente.ErrInvalid, Op: "read line", Where: "a.jsonl:3", Hint: "one object a line", Err: cause})
	if want := "read: a.jsonl:3: read line: it is an array (one object a line)"; err.Error() != want {
		t.Errorf("message %q, want %q", err, want)
	}
	if entente.ErrorCode(err) != entente.ErrInvalid || !errors.Is(err, cause) {
		t.Errorf("code %q", entente.ErrorCode(err))
	}
	if entente.ErrorCode(cause) != entente.ErrInternal || entente.ErrorCode(nil) != "" {
		t.Error("an error without a code is internal, nil has none")
	}
}

func TestLayerNames(t *testing.T) {
	t.Parallel()
	l := entente.LayerText | entente.LayerTrees
	if l.String() != "text,trees" || !l.Has(entente.LayerTrees) || l.Has(entente.LayerTrees|entente.LayerDates) {
		t.Errorf("layers %v", l)
	}
}

func TestVersion(t *testing.T) {
	t.Parallel()
	if v := entente.Version(); strings.Count(v, ".") != 2 || strings.TrimSpace(v) != v {
		t.Errorf("version %q", v)
	}
}

func ExampleActor_Code() {
	fmt.Println(entente.Actor{Country: "KEN", Sector: entente.COP}.Code())
	// Output: KEN:COP
}
