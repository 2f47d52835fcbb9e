package arch

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestLayers(t *testing.T) {
	t.Parallel()
	for _, p := range load(t) {
		for _, problem := range checkLayers(p) {
			t.Error(problem)
		}
	}
}

// checkLayers applies the rules on imports to one package.
func checkLayers(p pkg) []string {
	var problems []string
	if !known(p.path) {
		return []string{fmt.Sprintf("package %s stands in no layer: give it a row in internal/arch/rule_test.go", p.path)}
	}
	for _, f := range p.files {
		for _, path := range f.imported() {
			if why := forbidden(p.path, path, f.test); why != "" {
				problems = append(problems, fmt.Sprintf("%s imports %s: %s", f.name, relative(path), why))
			}
		}
	}
	return problems
}

// forbidden says why a package may not import a path, or "" where it may.
// Tests are free to import packages of ours, since a test of a stage needs
// documents that other stages have filled.
func forbidden(from, path string, test bool) string {
	for _, rule := range imports {
		if rule.path == path && (rule.tests || !test) && !within(from, rule.allowed) {
			return rule.because + allowedNote(rule.allowed)
		}
	}
	if test {
		return ""
	}
	if !ours(path) {
		if from == "." && strings.Contains(strings.Split(path, "/")[0], ".") {
			return "the vocabulary imports the standard library alone"
		}
		return ""
	}
	return forbiddenOurs(from, relative(path))
}

// forbiddenOurs applies the table of layers to an import inside the module.
func forbiddenOurs(from, to string) string {
	if users, ok := assets[to]; ok {
		if within(from, users) {
			return ""
		}
		return "embedded files are handed in as an fs.FS" + allowedNote(users)
	}
	if _, ok := assets[from]; ok || slices.Contains(bystanders, from) || slices.Contains(bystanders, to) {
		return "one of the two stands beside the layers"
	}
	if seen, ok := narrow[from]; ok && !slices.Contains(seen, to) {
		return fmt.Sprintf("%s sees only %s and declares the interfaces that it needs", from, strings.Join(seen, ", "))
	}
	a, b := family(from), family(to)
	rankA, rankB := rank(a), rank(b)
	switch {
	case rankB < 0:
		return "it stands in no layer of internal/arch/rule_test.go"
	case a == b, rankB < rankA:
		return ""
	case rankA == rankB:
		return fmt.Sprintf("both belong to the layer %q, whose packages do not know each other", layers[rankA].name)
	}
	return fmt.Sprintf("the layer %q may not import the layer %q", layers[rankA].name, layers[rankB].name)
}

// known reports whether the tables place a package.
func known(path string) bool {
	_, asset := assets[path]
	return asset || slices.Contains(bystanders, path) || rank(family(path)) >= 0
}

// family returns the path of the stage that a package is part of.
func family(path string) string {
	for _, f := range families {
		if path == f || strings.HasPrefix(path, f+"/") {
			return f
		}
	}
	return path
}

// rank returns the row of a package in the table of layers, -1 for none.
func rank(path string) int {
	for i, l := range layers {
		if slices.Contains(l.packages, path) {
			return i
		}
	}
	return -1
}

// allowedNote names the packages that a rule lets through.
func allowedNote(allowed []string) string {
	if len(allowed) == 0 {
		return ""
	}
	return " (allowed in " + strings.Join(allowed, ", ") + ")"
}

// TestForbidden shows that the rules bite: each row is an import that must,
// or must not, be let through.
func TestForbidden(t *testing.T) {
	t.Parallel()
	own := func(p string) string { return module + "/" + p }
	for _, c := range []struct {
		from, path string
		test, ok   bool
	}{
		{".", "strings", false, true},
		{".", "golang.org/x/text/unicode/norm", false, false},
		{"internal/text", module, false, true},
		{"internal/wire", own("internal/text"), false, true},
		{"internal/wire", own("internal/plover"), false, false},
		{"internal/coder", own("internal/plover"), false, true},
		{"internal/coder", own("internal/actor"), false, false},
		{"internal/coder", own("internal/actor"), true, true},
		{"internal/coder", own("nlp"), false, false},
		{"nlp/train", own("nlp/internal/tag"), false, true},
		{"nlp", own("internal/coder"), false, false},
		{"internal/pipeline", own("internal/store"), false, true},
		{"internal/store", own("internal/pipeline"), false, false},
		{"internal/web", own("internal/wire"), false, true},
		{"internal/web", own("internal/store"), false, false},
		{"internal/cli", own("internal/web"), false, true},
		{"internal/cli", own("models"), false, true},
		{"internal/eval", own("models"), false, false},
		{"internal/eval", own("internal/arch"), false, false},
		{"internal/brief", own("internal/nowhere"), false, false},
		{"internal/brief", "database/sql", true, false},
		{"internal/store", "database/sql", false, true},
		{"internal/extract", "net/http", false, false},
		{"internal/extract", "net/http", true, true},
		{"nlp", "embed", false, false},
		{"nlp", "C", false, false},
	} {
		if why := forbidden(c.from, c.path, c.test); (why == "") != c.ok {
			t.Errorf("%s importing %s (test %t): allowed %t, want %t (%s)", c.from, c.path, c.test, why == "", c.ok, why)
		}
	}
	if known("internal/nowhere") {
		t.Error("a package without a row counts as known")
	}
}
