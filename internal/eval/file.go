package eval

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"

	entente "github.com/entente-news/entente"
)

// maxLine bounds a line of a gold or prediction file.
const maxLine = 64 << 20

// lines calls f with each line of a file, which may be gzipped, and its
// number from 1.
func lines(fsys fs.FS, name string, f func(n int, line []byte) error) error {
	file, err := fsys.Open(name)
	if err != nil {
		return &entente.Error{Code: entente.ErrNotFound, Op: "read gold data", Err: err}
	}
	defer file.Close() //nolint:errcheck // read only
	var r io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		gz, err := gzip.NewReader(file)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		r = gz
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), maxLine)
	n := 0
	for sc.Scan() {
		n++
		if err := f(n, bytes.TrimSuffix(sc.Bytes(), []byte("\r"))); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", name, n+1, err)
	}
	return nil
}

// ReadJSONL reads a JSON object a line.
func ReadJSONL[T any](fsys fs.FS, name string) ([]T, error) {
	var out []T
	err := lines(fsys, name, func(_ int, line []byte) error {
		if len(bytes.TrimSpace(line)) == 0 {
			return nil
		}
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return fmt.Errorf("not a record of the expected form: %w", err)
		}
		out = append(out, v)
		return nil
	})
	return out, err
}

// byID indexes predictions and refuses doubles.
func byID[T any](list []T, id func(*T) string) (map[string]*T, error) {
	out := make(map[string]*T, len(list))
	for i := range list {
		k := id(&list[i])
		if out[k] != nil {
			return nil, &entente.Error{Code: entente.ErrInvalid, Op: "read predictions", Err: fmt.Errorf("two predictions for %s", k)}
		}
		out[k] = &list[i]
	}
	return out, nil
}

// readTable reads rows of n columns parted by tabs, without the first line,
// which is the head, and lines that begin with #.
func readTable(fsys fs.FS, name string, n int) ([][]string, error) {
	var out [][]string
	err := lines(fsys, name, func(at int, line []byte) error {
		if at == 1 || len(line) == 0 || line[0] == '#' {
			return nil
		}
		row := strings.Split(string(line), "\t")
		if len(row) != n {
			return fmt.Errorf("%d columns instead of %d", len(row), n)
		}
		out = append(out, row)
		return nil
	})
	return out, err
}
