package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	entente "github.com/entente-news/entente"
)

// create makes a file for output, what op says it is. A file that a run reads
// is not emptied by the same run: neither one of inputs, nor an archive.
func create(path, op string, inputs ...string) (*os.File, error) {
	if err := spared(path, inputs); err != nil {
		return nil, usagef("%s: %w", op, err)
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, &entente.Error{Code: entente.ErrUnavailable, Op: op, Err: err}
	}
	return f, nil
}

// writes returns what tells the files of that name, and standard output, from
// those that are to be read: a folder may hold both.
func (a *App) writes(names []string) func(fs.FileInfo) bool {
	var out fs.FileInfo
	if f, ok := a.Stdout.(*os.File); ok {
		out, _ = f.Stat() // what has no state is no file in a folder
	}
	return func(info fs.FileInfo) bool {
		if out != nil && out.Mode().IsRegular() && os.SameFile(out, info) {
			return true
		}
		return slices.ContainsFunc(names, func(name string) bool {
			file, err := os.Stat(name)
			return err == nil && os.SameFile(file, info)
		})
	}
}

// sqliteMagic begins every SQLite database (https://sqlite.org/fileformat.html).
const sqliteMagic = "SQLite format 3\x00"

// spared says why a file must not be written over, if so.
func spared(path string, inputs []string) error {
	there, err := os.Stat(path)
	if err != nil || !there.Mode().IsRegular() {
		return nil //nolint:nilerr // what is not there or is no file cannot be lost
	}
	for _, name := range inputs {
		if in, err := os.Stat(name); err == nil && os.SameFile(there, in) {
			return &entente.Error{Code: entente.ErrInvalid, Op: "write", Where: path, Err: errors.New("the file is read by the same run"), Hint: "name another one"}
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil //nolint:nilerr // whoever cannot read it will hardly write it, and is told then
	}
	defer f.Close() //nolint:errcheck // read only
	head := make([]byte, len(sqliteMagic))
	if _, err := io.ReadFull(f, head); err == nil && string(head) == sqliteMagic {
		return &entente.Error{Code: entente.ErrInvalid, Op: "write", Where: path, Err: errors.New("the file is an archive, or another database"), Hint: "name another one"}
	}
	return nil
}

// toFile calls f with the file of that name, or standard output for "-".
func (a *App) toFile(name string, f func(io.Writer) error) error {
	if name == "-" {
		return f(a.Stdout)
	}
	file, err := create(name, "create the output file")
	if err != nil {
		return err
	}
	if err := f(file); err != nil {
		_ = file.Close() // the first error is the one to tell
		return err
	}
	return file.Close()
}
