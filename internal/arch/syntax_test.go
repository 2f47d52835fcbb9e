package arch

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"strconv"
	"strings"
	"testing"
)

func TestSyntax(t *testing.T) {
	t.Parallel()
	for _, p := range load(t) {
		for _, problem := range checkSyntax(p) {
			t.Error(problem)
		}
	}
}

// checkSyntax applies the rules that need the syntax tree to one package.
func checkSyntax(p pkg) []string {
	var problems []string
	shared := packageVars(p)
	for _, f := range p.files {
		problems = append(problems, checkSizes(f)...)
		problems = append(problems, checkCalls(p.path, f)...)
		problems = append(problems, checkFuncs(f, shared)...)
	}
	return problems
}

// isTable reports whether a file is generated or declares data alone.
func isTable(f *file) bool {
	if ast.IsGenerated(f.syntax) || strings.HasSuffix(f.name, "_gen.go") {
		return true
	}
	for _, d := range f.syntax.Decls {
		if g, ok := d.(*ast.GenDecl); !ok || g.Tok == token.TYPE {
			return false
		}
	}
	return true
}

// checkSizes holds files, functions, parameter lists and interfaces to their
// limits. Tests may have long functions, since a table of cases counts.
func checkSizes(f *file) []string {
	var problems []string
	end := f.fset.File(f.syntax.FileStart).LineCount()
	if end > maxFileLines && !isTable(f) {
		problems = append(problems, fmt.Sprintf("%s has %d lines, more than %d", f.name, end, maxFileLines))
	}
	if f.test {
		return problems
	}
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if k := f.lines(n); k > maxFuncLines && !excused(n) {
				problems = append(problems, fmt.Sprintf("%s: %s has %d lines, more than %d (a plain list may say why in a %s comment)",
					f.where(n), n.Name.Name, k, maxFuncLines, longFunctionNote))
			}
			problems = append(problems, checkParameters(f, n)...)
		case *ast.InterfaceType:
			if k := n.Methods.NumFields(); k > maxMethods {
				problems = append(problems, fmt.Sprintf("%s: an interface of %d methods, more than %d: ask for less", f.where(n), k, maxMethods))
			}
		}
		return true
	})
	return problems
}

// excused reports whether the comment of a function lets it be long and says why.
func excused(d *ast.FuncDecl) bool {
	if d.Doc == nil {
		return false
	}
	for _, c := range d.Doc.List {
		if reason, ok := strings.CutPrefix(c.Text, longFunctionNote); ok && strings.TrimSpace(strings.Trim(reason, " /")) != "" {
			return true
		}
	}
	return false
}

// checkParameters counts the parameters of a function and finds neighbours
// that are both booleans, which callers mix up.
func checkParameters(f *file, d *ast.FuncDecl) []string {
	var problems []string
	count, before := 0, false
	for _, field := range d.Type.Params.List {
		id, ok := field.Type.(*ast.Ident)
		boolean := ok && id.Name == "bool"
		n := max(1, len(field.Names))
		if boolean && (before || n > 1) {
			problems = append(problems, fmt.Sprintf("%s: %s takes two booleans in a row: name the choices", f.where(d), d.Name.Name))
		}
		count, before = count+n, boolean
	}
	if count > maxParameters && !strings.HasPrefix(f.name, kernels) {
		problems = append(problems, fmt.Sprintf("%s: %s takes %d parameters, more than %d", f.where(d), d.Name.Name, count, maxParameters))
	}
	return problems
}

// checkCalls finds functions of the standard library used where they may not be,
// and tests that skip.
func checkCalls(from string, f *file) []string {
	var problems []string
	names := importNames(f)
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		id, ok := sel.X.(*ast.Ident)
		if !ok || id.Obj != nil {
			if ok && f.test && isTestValue(id.Name) && strings.HasPrefix(sel.Sel.Name, "Skip") {
				problems = append(problems, fmt.Sprintf("%s: a test skips; put it behind a build tag that CI sets", f.where(n)))
			}
			return true
		}
		if why := misplaced(from, names[id.Name], sel.Sel.Name); why != "" && !f.test {
			problems = append(problems, fmt.Sprintf("%s uses %s.%s: %s", f.where(n), id.Name, sel.Sel.Name, why))
		}
		return true
	})
	return problems
}

// isTestValue reports whether a name is what tests call their testing.TB.
func isTestValue(name string) bool { return name == "t" || name == "b" || name == "f" || name == "tb" }

// misplaced says why a package may not use a function, or "" where it may.
func misplaced(from, pkgPath, name string) string {
	for _, rule := range calls {
		if rule.pkg != pkgPath || within(from, rule.allowed) {
			continue
		}
		for _, n := range rule.names {
			if n == name {
				return rule.because + allowedNote(rule.allowed)
			}
		}
	}
	return ""
}

// importNames maps the names by which a file knows its imports to their paths.
func importNames(f *file) map[string]string {
	names := map[string]string{}
	for _, spec := range f.syntax.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue // the parser has checked it
		}
		name := path.Base(p)
		if name == "v2" {
			name = path.Base(path.Dir(p))
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
	}
	return names
}

// packageVars collects the names of the package-level variables that are not
// of test files.
func packageVars(p pkg) map[string]bool {
	vars := map[string]bool{}
	for _, f := range p.files {
		if f.test {
			continue
		}
		for _, d := range f.syntax.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				for _, name := range s.(*ast.ValueSpec).Names {
					vars[name.Name] = true
				}
			}
		}
	}
	return vars
}

// checkFuncs finds init functions and assignments to package-level variables:
// state that two callers would share.
func checkFuncs(f *file, shared map[string]bool) []string {
	var problems []string
	unresolved := map[*ast.Ident]bool{}
	for _, id := range f.syntax.Unresolved {
		unresolved[id] = true
	}
	assigned := func(e ast.Expr) {
		id := baseIdent(e)
		if id == nil || !shared[id.Name] {
			return
		}
		_, top := declaredAt(id).(*ast.ValueSpec)
		if unresolved[id] || top && f.syntax.Scope.Lookup(id.Name) == id.Obj {
			problems = append(problems, fmt.Sprintf("%s assigns to the package-level variable %s: make it a field or a parameter", f.where(e), id.Name))
		}
	}
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Name.Name == "init" && n.Recv == nil {
				problems = append(problems, fmt.Sprintf("%s declares init: let a constructor do it", f.where(n)))
			}
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				assigned(e)
			}
		case *ast.IncDecStmt:
			assigned(n.X)
		}
		return true
	})
	return problems
}

// declaredAt returns the declaration of an identifier, nil if not in its file.
func declaredAt(id *ast.Ident) any {
	if id.Obj == nil {
		return nil
	}
	return id.Obj.Decl
}

// baseIdent returns the variable that an assignment to an expression changes:
// x for x, x.f, x[i], *x and so on.
func baseIdent(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// TestCheckSyntax shows that the rules bite, on small sources with one fault
// each.
func TestCheckSyntax(t *testing.T) {
	t.Parallel()
	long := "func f() {\n" + strings.Repeat("_ = 1\n", maxFuncLines) + "}"
	for _, c := range []struct{ name, path, file, source, want string }{
		{"clean", "internal/coder", "a.go", "func f(a, b int, c bool) int { return a + b }", ""},
		{"exit", "internal/coder", "a.go", "import \"os\"\nfunc f() { os.Exit(1) }", "uses os.Exit"},
		{"exit in a command", "cmd/entente", "a.go", "import \"os\"\nfunc f() { os.Exit(1) }", ""},
		{"renamed import", "nlp", "a.go", "import c \"context\"\nfunc f() { c.Background() }", "uses c.Background"},
		{"shadowed import", "nlp", "a.go", "import \"time\"\nvar _ time.Time\nfunc f(time struct{ Now int }) int { return time.Now }", ""},
		{"clock", "internal/brief", "a.go", "import \"time\"\nfunc f() { time.Now() }", "uses time.Now"},
		{"clock in a test", "internal/brief", "a_test.go", "import \"time\"\nfunc f() { time.Now() }", ""},
		{"init", "nlp", "a.go", "func init() {}", "declares init"},
		{"assignment", "nlp", "a.go", "var n int\nfunc f() { n++ }", "assigns to the package-level variable n"},
		{"map entry", "nlp", "a.go", "var m = map[int]int{}\nfunc f() { m[1] = 2 }", "assigns to the package-level variable m"},
		{"local variable", "nlp", "a.go", "var n int\nfunc f() int { n := 1; n++; return n }", ""},
		{"long function", "nlp", "a.go", long, "has 62 lines"},
		{"excused function", "nlp", "a.go", "// f is a list.\n//\n//nolint:funlen // one template a line\n" + long, ""},
		{"no reason", "nlp", "a.go", "//nolint:funlen\n" + long, "has 62 lines"},
		{"long file", "nlp", "a.go", "func f() {}" + strings.Repeat("\n", maxFileLines), "lines, more than 500"},
		{"long table", "nlp", "a.go", "var x = 1" + strings.Repeat("\n", maxFileLines), ""},
		{"parameters", "nlp", "a.go", "func f(a, b, c int, d, e string, g bool) {}", "takes 6 parameters"},
		{"booleans", "nlp", "a.go", "func f(a, b bool) {}", "two booleans in a row"},
		{"interface", "nlp", "a.go", "type i interface{ a(); b(); c(); d(); e(); f() }", "interface of 6 methods"},
		{"skip", "nlp", "a_test.go", "import \"testing\"\nfunc TestX(t *testing.T) { t.Skip() }", "a test skips"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			fset := token.NewFileSet()
			syntax, err := parser.ParseFile(fset, c.file, "package p\n"+c.source, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			f := &file{name: c.file, test: strings.HasSuffix(c.file, "_test.go"), syntax: syntax, fset: fset}
			got := strings.Join(checkSyntax(pkg{path: c.path, files: []*file{f}}), "\n")
			if c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
