package merge

import (
	"os"
	"regexp"
	"testing"
)

// TestTermNames holds the names of terms against their constants: learnt weights
// are written by name.
func TestTermNames(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("term.go")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^\tTerm([A-Z]\w*)( Term = iota)?( +//.*)?$`).FindAllSubmatch(source, -1)
	if len(found) != int(Terms) {
		t.Fatalf("%d constants in the source, want %d", len(found), Terms)
	}
	for i, m := range found {
		if got := Term(i).String(); got != string(m[1]) {
			t.Errorf("Term%s is called %s", m[1], got)
		}
	}
}
