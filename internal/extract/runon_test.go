package extract

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// runOnCase is a text with the headlines that must be found in it.
type runOnCase struct {
	name, text string
	want       []string
}

func readCases(t testing.TB) []runOnCase {
	t.Helper()
	data, err := os.ReadFile("testdata/runon.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []runOnCase
	for _, block := range strings.Split(string(data), "\n== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		c := runOnCase{name: name}
		var text []string
		for _, line := range strings.Split(rest, "\n") {
			if h, ok := strings.CutPrefix(line, "-- "); ok {
				c.want = append(c.want, h)
			} else {
				text = append(text, line)
			}
		}
		c.text = strings.TrimSpace(strings.Join(text, "\n"))
		cases = append(cases, c)
	}
	return cases
}

func TestRunOn(t *testing.T) {
	t.Parallel()
	cases := readCases(t)
	if len(cases) < 20 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, s := range RunOn(c.text) {
				got = append(got, s.In(c.text))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func FuzzRunOn(f *testing.F) {
	for _, c := range readCases(f) {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		end := 0
		for _, x := range RunOn(s) {
			if x.Start < end || x.IsEmpty() || x.End > len(s) {
				t.Fatalf("%q: span %v behind %d", s, x, end)
			}
			if !utf8.ValidString(x.In(s)) || strings.TrimSpace(x.In(s)) != x.In(s) {
				t.Fatalf("%q: span %v cuts %q", s, x, x.In(s))
			}
			end = x.End
		}
	})
}

func BenchmarkRunOn(b *testing.B) {
	s := strings.Repeat("The two sides met in Rome on Thursday and talked about grain, fuel and the war. ", 40) + "Rome Hails Grain Deal as Ships Sail Again Why the Talks Took So Long"
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		RunOn(s)
	}
}
