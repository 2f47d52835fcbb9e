package plover

import (
	"testing"

	"github.com/entente-news/entente"
)

func TestCAMEO(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		root        entente.Root
		mode, known string
		want        string
	}{
		{entente.RootConsult, "visit", "", "042"},
		{entente.RootConsult, "", "", "04"},
		{entente.RootConsult, "multilateral", "", "04"},
		{entente.RootAgree, "", "030", "03"},
		{entente.RootAgree, "", "057", "03"}, // of another class
		{entente.RootAssault, "sexual", "182", "1821"},
		{entente.RootAssault, "", "1831", "1831"},
		{entente.RootCoerce, "restrict", "163", "163"},
		{entente.RootAccuse, "investigate", "x", "09"},
	} {
		m, err := entente.ParseMode(c.mode)
		if err != nil {
			t.Fatal(err)
		}
		if got := CAMEO(c.root, m, c.known); got != c.want {
			t.Errorf("CAMEO(%v, %q, %q) = %q, want %q", c.root, c.mode, c.known, got, c.want)
		}
	}
}

// TestCAMEOModes checks that the table names modes of their roots, and codes
// that count under them.
func TestCAMEOModes(t *testing.T) {
	t.Parallel()
	for root, modes := range cameoModes {
		for name, code := range modes {
			m, err := entente.ParseMode(name)
			if err != nil || !HasMode(root, m) {
				t.Errorf("%v has no mode %q", root, name)
			}
			if got, err := CAMEORoot(code); err != nil || got != root && !(root == entente.RootRetreat && got == entente.RootConcede) {
				t.Errorf("%v/%s has code %s, which is of %v (%v)", root, name, code, got, err)
			}
		}
	}
}
