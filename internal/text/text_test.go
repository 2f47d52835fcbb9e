package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestNormalize(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in, want string
		bad            int
	}{
		{"clean", "plain", "plain", 0},
		{"composes", "Cafe\u0301", "Café", 0},
		{"one bad byte", "a\xffb", "a\uFFFDb", 1},
		{"two bad bytes", "a\xff\xfeb", "a\uFFFD\uFFFDb", 2},
		{"truncated euro sign is one subpart", "\xe2\x82x", "\uFFFDx", 1},
		{"encoded surrogate is three", "\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD", 3},
		{"overlong is two", "\xc0\xaf", "\uFFFD\uFFFD", 2},
		{"cut at the end", "ok\xf0\x9f\x98", "ok\uFFFD", 1},
		{"a true U+FFFD is not counted", "\uFFFD", "\uFFFD", 0},
	} {
		got, bad := Normalize(c.in)
		if got != c.want || bad != c.bad {
			t.Errorf("%s: Normalize(%q) = %q, %d; want %q, %d", c.name, c.in, got, bad, c.want, c.bad)
		}
	}
}

func FuzzNormalize(f *testing.F) {
	f.Add("a\xffb")
	f.Add("Cafe\u0301 \xe2\x82")
	f.Fuzz(func(t *testing.T, s string) {
		got, bad := Normalize(s)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Fatalf("Normalize(%q) = %q is not valid NFC", s, got)
		}
		if (bad == 0) != utf8.ValidString(s) {
			t.Fatalf("Normalize(%q) counts %d", s, bad)
		}
		if again, n := Normalize(got); again != got || n != 0 {
			t.Fatalf("Normalize is not idempotent on %q: %q, %d", got, again, n)
		}
	})
}

func TestIndex(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "abc", "é", "naïve “quotes” 中文 😀", strings.Repeat("aé中😀", 100)} {
		checkIndex(t, s)
	}
	x := NewIndex("é中a")
	for _, c := range []struct{ byteAt, runeAt int }{{-1, 0}, {0, 0}, {2, 1}, {5, 2}, {6, 3}, {99, 3}} {
		if got := x.Rune(c.byteAt); got != c.runeAt {
			t.Errorf("Rune(%d) = %d, want %d", c.byteAt, got, c.runeAt)
		}
	}
}

func checkIndex(t *testing.T, s string) {
	t.Helper()
	x := NewIndex(s)
	n := 0
	for b := range s {
		if x.Rune(b) != n || x.Byte(n) != b {
			t.Fatalf("%q: byte %d is rune %d, index says %d and %d", s, b, n, x.Rune(b), x.Byte(n))
		}
		n++
	}
	if x.Len() != n || x.Rune(len(s)) != n || x.Byte(n) != len(s) {
		t.Fatalf("%q: length %d, want %d", s, x.Len(), n)
	}
}

func FuzzIndex(f *testing.F) {
	f.Add("naïve 中文")
	f.Fuzz(func(t *testing.T, s string) {
		s, _ = Valid(s)
		checkIndex(t, s)
	})
}

func TestFold(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                         "",
		"moscow":                   "moscow",
		"  Recep Tayyip\tErdoğan ": "recep tayyip erdogan",
		"Jens Stoltenberg’s":       "jens stoltenberg's",
		"Łódź":                     "lodz",
		"Søren":                    "soren",
		"Straße":                   "strasse",
		"US–China":                 "us-china",
		"Киев":                     "киев",
		"العربية":                  "العربية",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Erdoğan’s  Łódź")
	f.Fuzz(func(t *testing.T, s string) {
		s, _ = Valid(s)
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
	})
}
