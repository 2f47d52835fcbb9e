package cli

import (
	"testing"

	"github.com/entente-news/entente/data"
)

func TestPartyNames(t *testing.T) {
	t.Parallel()
	d, err := (&App{Data: data.FS, Getenv: func(string) string { return "" }}).directory()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{"RUS": "Russia", "EU": "European Union", "UN": "United Nations", "NATO": "North Atlantic Treaty Organization",
		"no such code": "no such code", "": ""} {
		if got := d.name(code); got != want {
			t.Errorf("name(%q) = %q, want %q", code, got, want)
		}
	}
}
