package word

import (
	"fmt"
	"testing"
)

func TestFlags(t *testing.T) {
	t.Parallel()
	tests := []struct {
		form string
		want Flags
	}{
		{"Iran", Capital | Letter}, {"NATO", Capital | AllCaps | Letter}, {"1,000", Digit | Number}, {"G7", Capital | Digit | Letter},
		{"—", Hyphen | Symbol | NonASCII}, {"U.S.", Capital | AllCaps | Dot | Letter}, {"été", Letter | NonASCII}, {"...", Dot | Symbol}, {"", Symbol},
	}
	for _, tt := range tests {
		if got := New(tt.form).Flags; got != tt.want {
			t.Errorf("flags of %q = %b, want %b", tt.form, got, tt.want)
		}
	}
}

func TestHashes(t *testing.T) {
	t.Parallel()
	same := [][2]string{{"don’t", "don't"}, {"It", "it"}, {"1987", "2024"}, {"“", "\""}}
	for _, p := range same {
		if New(p[0]).Norm != New(p[1]).Norm {
			t.Errorf("%q and %q have different normal forms", p[0], p[1])
		}
	}
	if New("May").Raw == New("may").Raw {
		t.Error("May and may have the same raw hash")
	}
	if a, b := New("Kharkiv"), New("Donetsk"); a.Shape != b.Shape {
		t.Errorf("%q and %q have different shapes", a.Form, b.Form)
	}
	if New("bed").Suffix[1] == New("bet").Suffix[1] || New("walked").Suffix[1] != New("talked").Suffix[1] {
		t.Error("suffixes are not those of the last two bytes")
	}
}

// TestCache fills the cache beyond its size.
func TestCache(t *testing.T) {
	t.Parallel()
	c := NewCache()
	first := c.Get("peace")
	for i := range cacheForms + 10 {
		if w := c.Get(fmt.Sprintf("w%d", i)); w.Form != fmt.Sprintf("w%d", i) {
			t.Fatalf("form %d is %q", i, w.Form)
		}
	}
	if len(c.forms) > cacheForms {
		t.Errorf("%d forms are remembered, want at most %d", len(c.forms), cacheForms)
	}
	if again := c.Get("peace"); again.Raw != first.Raw {
		t.Error("a form that was dropped has other properties")
	}
}
