package eval

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
)

// TestSupport holds that a sentence which two have read is supported where both
// say so, and that the causes of the others are counted.
func TestSupport(t *testing.T) {
	t.Parallel()
	read := func(lines ...string) (*Runner, error) {
		r := &Runner{Own: fstest.MapFS{"briefs/support.jsonl": {Data: []byte(strings.Join(lines, "\n") + "\n")}}}
		return r, r.support(context.Background())
	}
	r, err := read(
		`{"draw":"b","verdict":"supported"}`,
		`{"draw":"b","verdict":"not","cause":"name"}`,
		`{"draw":"a","kind":"part","verdict":"supported","second":"supported"}`,
		`{"draw":"a","kind":"part","verdict":"supported","second":"not","cause":"date"}`,
		`{"draw":"a","verdict":"unclear","second":"unclear","cause":"context"}`)
	if err != nil {
		t.Fatal(err)
	}
	want := [][3]string{
		{"a", "1 of 3 (33.3 %, 6.1 to 79.2)", "by both readers; by the first 2; one verdict on 2; context 1 date 1"},
		{"a, part", "1 of 2 (50.0 %, 9.5 to 90.5)", "by both readers; by the first 2; one verdict on 1; date 1"},
		{"b", "1 of 2 (50.0 %, 9.5 to 90.5)", "name 1"},
	}
	if len(r.rows) != len(want) {
		t.Fatalf("%d rows", len(r.rows))
	}
	for i, w := range want {
		if got := r.rows[i]; got.Data != w[0] || got.Value != w[1] || got.Note != w[2] {
			t.Errorf("row %d: %+v, want %v", i, got, w)
		}
	}
	for _, bad := range []string{`{"draw":"a"}`, `{"draw":"a","verdict":"yes"}`, `{"draw":"a","verdict":"not","second":"no"}`} {
		if _, err := read(bad); err == nil {
			t.Errorf("%s is taken", bad)
		}
	}
}
