package arch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// pkg is a package of the module with all its files parsed, whatever their
// build constraints.
type pkg struct {
	path  string // relative to the module, "." is its root
	files []*file
}

// file is one parsed Go file.
type file struct {
	name   string // relative to the module
	test   bool
	syntax *ast.File
	fset   *token.FileSet
}

// listed is what we ask `go list` for.
type listed struct {
	ImportPath, Dir                                              string
	GoFiles, CgoFiles, IgnoredGoFiles, TestGoFiles, XTestGoFiles []string
}

// load lists and parses the packages of the module around the test.
func load(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-e",
		"-json=ImportPath,Dir,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles", "./...")
	cmd.Dir = filepath.Join("..", "..")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("list packages: %v\n%s", err, stderr.String())
	}
	var pkgs []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var l listed
		if err := dec.Decode(&l); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("read the output of go list: %v", err)
		}
		p, err := parse(l)
		if err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
	if len(pkgs) == 0 {
		t.Fatal("go list found no package")
	}
	return pkgs
}

// parse reads the files of one listed package.
func parse(l listed) (pkg, error) {
	p := pkg{path: relative(l.ImportPath)}
	fset := token.NewFileSet()
	groups := [][]string{l.GoFiles, l.CgoFiles, l.IgnoredGoFiles, l.TestGoFiles, l.XTestGoFiles}
	for _, names := range groups {
		for _, name := range names {
			syntax, err := parser.ParseFile(fset, filepath.Join(l.Dir, name), nil, parser.ParseComments)
			if err != nil {
				return p, fmt.Errorf("parse a file of %s: %w", l.ImportPath, err)
			}
			p.files = append(p.files, &file{
				name: strings.TrimPrefix(p.path+"/"+name, "./"), test: strings.HasSuffix(name, "_test.go"), syntax: syntax, fset: fset,
			})
		}
	}
	return p, nil
}

// relative shortens an import path of the module; others come back as they are.
func relative(path string) string {
	if path == module {
		return "."
	}
	return strings.TrimPrefix(path, module+"/")
}

// ours reports whether an import path lies in the module.
func ours(path string) bool { return path == module || strings.HasPrefix(path, module+"/") }

// imported returns the import paths of a file in order.
func (f *file) imported() []string {
	var paths []string
	for _, spec := range f.syntax.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue // the parser has checked it
		}
		paths = append(paths, path)
	}
	return paths
}

// where gives the file and line of a node for a message.
func (f *file) where(n ast.Node) string {
	return fmt.Sprintf("%s:%d", f.name, f.fset.Position(n.Pos()).Line)
}

// lines counts the lines from the start of a node to its end.
func (f *file) lines(n ast.Node) int {
	return f.fset.Position(n.End()).Line - f.fset.Position(n.Pos()).Line + 1
}

// within reports whether a package is one of the allowed ones; an allowed
// path that ends in a slash stands for everything below it.
func within(path string, allowed []string) bool {
	for _, a := range allowed {
		if path == a || strings.HasSuffix(a, "/") && strings.HasPrefix(path, a) {
			return true
		}
	}
	return false
}
