package cli_test

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente/internal/demo"
)

// streamLine is any line of cluster.
type streamLine struct {
	ID, Story, Type, From, Into string
	DuplicateOf                 string `json:"duplicate_of"`
}

// TestClusterStream takes the sample news in order of date, applies what the
// stream says later to what it said before, and comes to what all of it at once
// gives.
func TestClusterStream(t *testing.T) {
	t.Parallel()
	b, err := io.ReadAll(demo.Open())
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(strings.TrimSuffix(string(b), "\n"), "\n")
	dateOf := func(line string) string {
		var d struct{ Date string }
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		return d.Date
	}
	lines = slices.DeleteFunc(lines, func(l string) bool { return dateOf(l) == "" })
	slices.SortStableFunc(lines, func(a, b string) int { return cmp.Compare(dateOf(a), dateOf(b)) })
	places := func(args ...string) (map[string]streamLine, int) {
		status, out, errs := run(t.Context(), t, strings.NewReader(strings.Join(lines, "")), args...)
		if status != 0 {
			t.Fatalf("%v: status %d: %s", args, status, errs)
		}
		at, merges := map[string]streamLine{}, 0
		for s := bufio.NewScanner(strings.NewReader(out)); s.Scan(); {
			var x streamLine
			if err := json.Unmarshal(s.Bytes(), &x); err != nil {
				t.Fatal(err)
			}
			if x.Type != "merge" {
				at[x.ID] = x
				continue
			}
			merges++
			for id, y := range at {
				if y.Story == x.From {
					y.Story = x.Into
					at[id] = y
				}
			}
		}
		return at, merges
	}
	want, none := places("cluster")
	got, merges := places("cluster", "--stream")
	if diff := gocmp.Diff(want, got); diff != "" || merges == 0 || none != 0 || len(want) != len(lines) {
		t.Errorf("%d merges (-whole +stream):\n%s", merges, diff)
	}
}
