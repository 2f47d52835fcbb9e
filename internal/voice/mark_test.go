package voice

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestQuotations(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"straight", `He said "one" and "two".`, []string{"one", "two"}},
		{"curly", "“One,” he said, “two.”", []string{"One,", "two."}},
		{"nested", "“I told him ‘no’ twice,” she said.", []string{"I told him ‘no’ twice,"}},
		{"nested alike", "«Un «deux» trois», dit-il.", []string{"Un «deux» trois"}},
		{"german", "„Ja“, sagte er, »nein« sie.", []string{"Ja", "nein"}},
		{"tex", "``One,'' he said.", []string{"One,"}},
		{"single", "'We go,' he told the workers' union.", []string{"We go,"}},
		{"single curly", "‘It’s over,’ said the soldiers’ wives.", []string{"It’s over,"}},
		{"apostrophes", "The workers' union and the miners' strike of '99 aren't over.", nil},
		{"double behind an apostrophe", `'Tis "one" day.`, []string{"one"}},
		{"never closed", "“One two three\nFour five.", []string{"One two three"}},
		{"next paragraph goes on", "“One two.\n\n“Three four,” he said.", []string{"One two.", "Three four,"}},
		{"closed without opening", "One” two “three”.", []string{"three"}},
		{"empty", `"" and “”`, nil},
		{"inches", `a 12" gun and a 5" shell`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, q := range quotations(c.text) {
				got = append(got, q.inner.In(c.text))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestGoesOn(t *testing.T) {
	t.Parallel()
	text := "“One two.\n\n“Three,” he said. “Four.”"
	var got []bool
	for _, q := range quotations(text) {
		got = append(got, q.goes)
	}
	if d := cmp.Diff([]bool{false, true, false}, got); d != "" {
		t.Error(d)
	}
}

// FuzzQuotations checks that quotations stand in order, do not overlap, and lie
// on characters.
func FuzzQuotations(f *testing.F) {
	for _, s := range []string{"“a” 'b' \"c\"", "''``\"\"", strings.Repeat("“‘", 50), strings.Repeat("\"a ", 9) + "\n\n“x", "»a« „b“ 'tis"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		last := 0
		for _, q := range quotations(text) {
			if q.outer.Start < last || q.inner.IsEmpty() || !q.outer.Contains(q.inner) || q.outer.End > len(text) {
				t.Fatalf("%q: %+v behind %d", text, q, last)
			}
			if !utf8.ValidString(q.inner.In(text)) {
				t.Fatalf("%q: %q is cut within a character", text, q.inner.In(text))
			}
			last = q.outer.End
		}
	})
}

// TestLinear shows that marks that are never closed cost no more than others:
// the work is counted, not timed, by how many quotations and open marks there
// can be.
func TestLinear(t *testing.T) {
	t.Parallel()
	s := scan{text: strings.Repeat("“ “x", 2000)}
	for i := 0; i < len(s.text); {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		s.char(r, i, n)
		i += n
	}
	if len(s.stack) > maxOpen {
		t.Errorf("%d marks are open, want at most %d", len(s.stack), maxOpen)
	}
}
