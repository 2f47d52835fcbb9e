package place

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
)

// ErrImport is wrapped by the errors of [Import] about its inputs, which are
// [entente.Error] with file and line.
var ErrImport = errors.New("not a table of places")

// ImportFile is an input of [Import]. What it holds is told by its first row.
type ImportFile struct {
	Name string // for messages
	Open func() (io.ReadCloser, error)
}

// ImportOptions bound what [Import] takes.
type ImportOptions struct {
	MinPopulation int  // of towns; seats, capitals and rows of the user's own always count
	Features      bool // rivers, mountains, valleys and the like too, of which there are millions
	MaxPlaces     int  // more are an error; 0: DefaultMaxPlaces
}

// DefaultMaxPlaces bounds the places of a table: 1.4 million took 1.3 GB while
// it was made, and 250 MB more when it is read.
const DefaultMaxPlaces = 1_500_000

// The limits of a row.
const (
	maxLine  = 1 << 20
	maxNames = 64 // alternate names of a place
	maxName  = 200
)

// ImportStats counts what [Import] read and packed.
type ImportStats struct {
	Rows, Places, Own, Names, Divisions int // rows of the dumps; places packed, those of the user's own among them; alternate names taken; divisions with a name
	Keys, Bytes                         int
}

// shape is what a file holds.
type shape int

const (
	shapeCodes      shape = iota // admin1CodesASCII.txt
	shapeDump                    // allCountries.txt, cities500.txt, US.txt
	shapeOwn                     // rows of the user's, in the columns of data/places/regions.tsv
	shapeAlternates              // alternateNamesV2.txt
)

// Import reads tables of GeoNames (geonames.org) and of the user's own, row by
// row, and writes one packed table for [WithOwn]. Codes of divisions are read
// first and alternate names last, whatever the order of files; the rest keeps
// its order. Countries and the names of divisions without a row are those of g.
// The same files in the same order give the same bytes.
func Import(ctx context.Context, w io.Writer, g *Gazetteer, files []ImportFile, o ImportOptions) (ImportStats, error) {
	if o.MaxPlaces <= 0 || o.MaxPlaces > maxEntries {
		o.MaxPlaces = DefaultMaxPlaces
	}
	im := newImporter(g, o)
	type input struct {
		ImportFile
		shape shape
	}
	inputs := make([]input, 0, len(files))
	for _, f := range files {
		s, err := shapeOf(f)
		if err != nil {
			return ImportStats{}, err
		}
		inputs = append(inputs, input{f, s})
	}
	sort.SliceStable(inputs, func(a, b int) bool { return inputs[a].shape < inputs[b].shape })
	for _, in := range inputs {
		if in.shape == shapeAlternates {
			im.indexIDs()
		}
		if err := im.read(ctx, in.ImportFile, in.shape); err != nil {
			return im.stats, err
		}
	}
	return im.write(w)
}

// wrong makes an error about a line of a file; 0 is the whole file.
func wrong(file string, line int, err error) error {
	where := file
	if line > 0 {
		where = fmt.Sprintf("%s:%d", file, line)
	}
	return &entente.Error{Code: entente.ErrInvalid, Op: "import places", Where: where, Err: err}
}

// shapeOf tells what a file holds by its first row.
func shapeOf(f ImportFile) (shape, error) {
	r, err := f.Open()
	if err != nil {
		return 0, fmt.Errorf("open %s: %w", f.Name, err)
	}
	defer r.Close() //nolint:errcheck // only read
	sc := scanner(r)
	for sc.Scan() {
		line := strings.TrimRight(sc.Text(), "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		switch {
		case strings.TrimPrefix(c[0], "\ufeff") == "name":
			return shapeOwn, nil
		case len(c) == 19:
			return shapeDump, nil
		case len(c) == 4 && strings.Contains(c[0], "."):
			return shapeCodes, nil
		case len(c) >= 4 && len(c) <= 10 && number(c[0]) && number(c[1]):
			return shapeAlternates, nil
		case strings.HasPrefix(line, "PK\x03\x04"):
			return 0, wrong(f.Name, 0, fmt.Errorf("%w: unzip it first", ErrImport))
		}
		return 0, wrong(f.Name, 1, fmt.Errorf("%w: %d columns are neither a dump of GeoNames (19), nor its alternate names (8 to 10), nor admin1CodesASCII (4), nor do they open with a head row \"name\"", ErrImport, len(c)))
	}
	if err := sc.Err(); err != nil {
		return 0, wrong(f.Name, 1, fmt.Errorf("%w: %w", ErrImport, err))
	}
	return 0, wrong(f.Name, 0, fmt.Errorf("%w: it is empty", ErrImport))
}

func number(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func scanner(r io.Reader) *bufio.Scanner {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<16), maxLine)
	return sc
}

// read reads a file row by row.
func (im *importer) read(ctx context.Context, f ImportFile, s shape) error {
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("open %s: %w", f.Name, err)
	}
	defer r.Close() //nolint:errcheck // only read
	if s == shapeOwn {
		return im.readOwn(r, f.Name)
	}
	row := map[shape]func([]string) error{shapeCodes: im.code, shapeDump: im.dump, shapeAlternates: im.alternate}[s]
	sc := scanner(r)
	n := 0
	for sc.Scan() {
		if n++; n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		line := strings.TrimRight(sc.Text(), "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		im.stats.Rows++
		if err := row(strings.Split(line, "\t")); err != nil {
			return wrong(f.Name, n, err)
		}
	}
	if err := sc.Err(); err != nil {
		return wrong(f.Name, n+1, fmt.Errorf("%w: %w", ErrImport, err))
	}
	return nil
}
