package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-news/entente"
)

// path reads what one argument names.
func (r *reader) path(p string) bool {
	if p == "-" {
		if r.opt.Stdin == nil {
			return r.fail(&entente.Error{Code: entente.ErrUnavailable, Op: "read standard input", Where: "-", Err: errors.New("there is none")})
		}
		return r.read(&file{name: "-", in: r.opt.Stdin})
	}
	info, err := os.Stat(p)
	if err != nil {
		return r.fail(unavailable(p, "open", err))
	}
	if info.IsDir() {
		return r.folder(strings.TrimSuffix(filepath.ToSlash(p), "/"))
	}
	if r.writes(info) {
		return r.fail(&entente.Error{Code: entente.ErrConflict, Op: "open", Where: filepath.ToSlash(p), Err: errors.New("the file is written by this run")})
	}
	return r.open(p, info)
}

// writes reports whether the run itself writes a file.
func (r *reader) writes(info fs.FileInfo) bool { return r.opt.Writes != nil && r.opt.Writes(info) }

// open reads one file.
func (r *reader) open(p string, info fs.FileInfo) bool {
	in, err := os.Open(p)
	if err != nil {
		return r.fail(unavailable(p, "open", err))
	}
	defer in.Close() //nolint:errcheck // only read from
	return r.read(&file{name: filepath.ToSlash(p), in: in, mtime: info.ModTime()})
}

// folder reads a folder. [os.ReadDir] sorts names bytewise.
func (r *reader) folder(dir string) bool {
	entries, err := os.ReadDir(dir + "/")
	if err != nil {
		return r.fail(unavailable(dir, "list folder", err))
	}
	pages := map[string]bool{}
	for _, e := range entries {
		if stem, ok := pageStem(e.Name()); ok {
			pages[stem] = true
		}
	}
	for _, e := range entries {
		name := e.Name()
		p := dir + "/" + name
		switch {
		case strings.HasPrefix(name, "."):
		case e.IsDir():
			if companion(name, pages) {
				continue
			}
			if !r.folder(p) {
				return false
			}
		case e.Type().IsRegular():
			info, err := e.Info()
			if err != nil {
				if !r.fail(unavailable(p, "open", err)) {
					return false
				}
				continue
			}
			if !r.writes(info) && !r.open(p, info) {
				return false
			}
		}
	}
	return true
}

// pageStem returns the name of a saved page without its ending.
func pageStem(name string) (string, bool) {
	name = strings.TrimSuffix(name, ".gz")
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".html", ".htm", ".xhtml":
		return name[:len(name)-len(ext)], true
	}
	return "", false
}

// companion reports whether a folder holds the images and scripts that a
// browser saved along with a page beside it.
func companion(name string, pages map[string]bool) bool {
	for _, suffix := range []string{"_files", "-Dateien", "_fichiers", "_archivos", "_bestanden", ".files"} {
		if stem, ok := strings.CutSuffix(name, suffix); ok && pages[stem] {
			return true
		}
	}
	return false
}

func unavailable(p, op string, err error) *entente.Error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &entente.Error{Code: entente.ErrUnavailable, Op: op, Where: filepath.ToSlash(p), Err: err}
}
