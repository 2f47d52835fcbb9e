package plover_test

import (
	"errors"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

func TestScoresAgreeWithQuads(t *testing.T) {
	t.Parallel()
	for _, r := range entente.Roots() {
		modes := append([]entente.Mode{entente.ModeNone}, plover.Modes(r)...)
		for _, m := range modes {
			s := plover.Score(r, m)
			if s < -10 || s > 10 {
				t.Errorf("%v %v: score %v is out of range", r, m, s)
			}
			cooperative := r.Quad() == entente.VerbalCooperation || r.Quad() == entente.MaterialCooperation
			if cooperative != (s > 0) {
				t.Errorf("%v %v: score %v has the wrong sign for %v", r, m, s, r.Quad())
			}
			if !plover.HasMode(r, m) {
				t.Errorf("%v has no mode %v that Modes lists", r, m)
			}
		}
	}
}

func TestScore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		root entente.Root
		mode string
		want float64
	}{
		{entente.RootConsult, "visit", 4}, {entente.RootConsult, "", 2.5}, {entente.RootConsult, "riot", 2.5},
		{entente.RootAccuse, "", -3}, {entente.RootAccuse, "disapprove", -2}, {entente.RootRetreat, "disarm", 10},
		{entente.RootAssault, "unconventional", -10}, {entente.RootNone, "", 0},
	} {
		m, err := entente.ParseMode(c.mode)
		if err != nil {
			t.Fatal(err)
		}
		if got := plover.Score(c.root, m); got != c.want {
			t.Errorf("Score(%v, %q) = %v, want %v", c.root, c.mode, got, c.want)
		}
	}
}

func TestCAMEORoot(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ code, want string }{
		{"042", "CONSULT"}, {"01", ""}, {"081", "CONCEDE"}, {"0814", "RETREAT"}, {"0841", "RETREAT"}, {"163", "COERCE"},
		{"1663", "SANCTION"}, {"191", "COERCE"}, {"175", "ASSAULT"}, {"1712", "ASSAULT"}, {"20", "ASSAULT"}, {"023", "REQUEST"},
	} {
		got, err := plover.CAMEORoot(c.code)
		if err != nil || got.String() != c.want {
			t.Errorf("CAMEORoot(%q) = %v, %v, want %q", c.code, got, err, c.want)
		}
	}
	for _, bad := range []string{"", "4", "00", "21", "04213", "4a", "-1"} {
		if _, err := plover.CAMEORoot(bad); !errors.Is(err, plover.ErrCAMEO) {
			t.Errorf("CAMEORoot(%q): error %v", bad, err)
		}
	}
	for _, r := range entente.Roots() {
		got, err := plover.CAMEORoot(plover.CAMEOClass(r))
		if err != nil || got.Quad() != r.Quad() && r != entente.RootRetreat {
			t.Errorf("class %q of %v counts under %v, %v", plover.CAMEOClass(r), r, got, err)
		}
	}
}

func TestFuture(t *testing.T) {
	t.Parallel()
	for _, r := range entente.Roots() {
		f := plover.Future(r)
		if plover.Future(f) != f {
			t.Errorf("future of %v is %v, whose future is %v", r, f, plover.Future(f))
		}
		cooperative := func(q entente.Quad) bool { return q <= entente.MaterialCooperation }
		if cooperative(r.Quad()) != cooperative(f.Quad()) {
			t.Errorf("future of %v is %v", r, f)
		}
	}
}
