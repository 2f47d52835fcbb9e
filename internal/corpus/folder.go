package corpus

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The files of a corpus folder.
const (
	writtenFile = "written.jsonl.gz" // the largest by far, and made of data/corpus/typed, where changes are read
	heldOutFile = "heldout.jsonl"
	naturalFile = "natural.jsonl"
	secondFile  = "natural2.jsonl"
	drawnFile   = "drawn.jsonl"
)

// Corpus is the records by part.
type Corpus struct {
	Written []Record // sentences and reports to learn from
	HeldOut []Record
	Natural []Record // drawn, to measure on; without texts, unless they were put back
	Second  []Record // a second draw of the same kind, to measure on; likewise
	Drawn   []Record // drawn, to learn from; likewise
}

// All returns the records of all parts.
func (c *Corpus) All() []Record {
	return slices.Concat(c.Written, c.HeldOut, c.Natural, c.Second, c.Drawn)
}

// fromNews says whether an id is that of a sentence that was drawn.
func fromNews(id string) bool {
	return strings.HasPrefix(id, naturalPrefix) || strings.HasPrefix(id, drawnPrefix)
}

// Part parts written records by their ids. Drawn ones are an error: they ship
// without text, see [Strip].
func Part(records []Record) (*Corpus, error) {
	var c Corpus
	for _, r := range records {
		switch {
		case fromNews(r.ID):
			return nil, fmt.Errorf("part the corpus: %s was drawn from news, and such records are stripped of their text", r.ID)
		case r.heldOut():
			c.HeldOut = append(c.HeldOut, r)
		default:
			c.Written = append(c.Written, r)
		}
	}
	return &c, nil
}

// ReadFolder reads the parts that a folder has. At least one has to be there.
func ReadFolder(dir string) (*Corpus, error) {
	var c Corpus
	found := false
	for _, p := range []struct {
		name string
		to   *[]Record
	}{{writtenFile, &c.Written}, {heldOutFile, &c.HeldOut}, {naturalFile, &c.Natural}, {secondFile, &c.Second}, {drawnFile, &c.Drawn}} {
		f, err := os.Open(filepath.Join(dir, p.name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("open part of the corpus: %w", err)
		}
		*p.to, err = ReadJSON(p.name, f)
		if err := errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
		found = true
	}
	if !found {
		return nil, fmt.Errorf("read corpus: no %s, %s, %s or %s in %s", writtenFile, heldOutFile, naturalFile, drawnFile, dir)
	}
	return &c, nil
}

// WriteFolder writes the parts that hold records.
func (c *Corpus) WriteFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make folder of the corpus: %w", err)
	}
	for _, p := range []struct {
		name    string
		records []Record
	}{{writtenFile, c.Written}, {heldOutFile, c.HeldOut}, {naturalFile, c.Natural}, {secondFile, c.Second}, {drawnFile, c.Drawn}} {
		if len(p.records) == 0 {
			continue
		}
		f, err := os.Create(filepath.Join(dir, p.name))
		if err != nil {
			return fmt.Errorf("make part of the corpus: %w", err)
		}
		if err := errors.Join(writePart(f, p.records), f.Close()); err != nil {
			return fmt.Errorf("write %s: %w", p.name, err)
		}
	}
	return nil
}

// writePart writes records to f, packed where its name ends in ".gz".
func writePart(f *os.File, records []Record) error {
	w := bufio.NewWriter(f)
	if !strings.HasSuffix(f.Name(), ".gz") {
		return errors.Join(WriteJSON(w, records), w.Flush())
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return fmt.Errorf("pack: %w", err)
	}
	return errors.Join(WriteJSON(z, records), z.Close(), w.Flush())
}

// ReadTypedFiles reads typed files, and the *.txt of folders, in the order of
// their names. An id that two files share is a problem.
func ReadTypedFiles(paths []string, orgs map[string]bool) ([]Record, []Problem, error) {
	files, err := typedFiles(paths)
	if err != nil {
		return nil, nil, err
	}
	var records []Record
	var problems []Problem
	where := map[string]string{}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, nil, fmt.Errorf("open typed file: %w", err)
		}
		recs, probs, err := ReadTyped(name, f, orgs)
		if err := errors.Join(err, f.Close()); err != nil {
			return nil, append(problems, probs...), err
		}
		problems = append(problems, probs...)
		for _, rec := range recs {
			if other := where[rec.ID]; other != "" {
				problems = append(problems, Problem{File: name, Cause: fmt.Sprintf("id %s stands in %s too", rec.ID, other)})
				continue
			}
			where[rec.ID] = name
			records = append(records, rec)
		}
	}
	return records, problems, nil
}

func typedFiles(paths []string) ([]string, error) {
	var files []string
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("find typed file: %w", err)
		}
		if !info.IsDir() {
			files = append(files, p)
			continue
		}
		in, err := filepath.Glob(filepath.Join(p, "*.txt"))
		if err != nil {
			return nil, fmt.Errorf("list folder: %w", err)
		}
		files = append(files, in...)
	}
	slices.SortFunc(files, func(a, b string) int {
		return strings.Compare(filepath.Base(a)+"\x00"+a, filepath.Base(b)+"\x00"+b)
	})
	return slices.Compact(files), nil
}

// ReadOrgs reads the codes of bodies and groups from the tables of actors.
func ReadOrgs(fsys fs.FS) (map[string]bool, error) {
	out := map[string]bool{}
	for _, name := range []string{"organisations.tsv", "groups.tsv"} {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read codes of bodies: %w", err)
		}
		column := -1
		for line := range strings.Lines(string(b)) {
			cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
			if column < 0 {
				column = slices.Index(cells, "org")
				continue
			}
			if !strings.HasPrefix(line, "#") && column < len(cells) && cells[column] != "" {
				out[cells[column]] = true
			}
		}
	}
	return out, nil
}

// ReadAny reads records in JSON Lines or, if it does not begin with a brace,
// blocks of the typed format. It returns the warnings; any other problem is an
// error.
func ReadAny(name string) ([]Record, []Problem, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, fmt.Errorf("open annotation: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	in := bufio.NewReader(f)
	if first, err := in.Peek(1); errors.Is(err, io.EOF) || err == nil && (first[0] == '{' || first[0] == gzipMagic[0]) {
		records, err := ReadJSON(name, in)
		return records, nil, err
	}
	records, problems, err := ReadTyped(name, in, nil)
	if err != nil {
		return nil, nil, err
	}
	var errs []error
	for _, p := range problems {
		if !p.Warning {
			errs = append(errs, p)
		}
	}
	if len(errs) > 0 {
		return nil, nil, fmt.Errorf("read annotation: %w", errors.Join(errs...))
	}
	return records, problems, nil
}
