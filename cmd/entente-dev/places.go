package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-news/entente/internal/place"
)

// runPlaces packs the gazetteer and writes the checksums of its inputs, for
// the card of the packed file, to out.
func runPlaces(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("places", flag.ContinueOnError)
	cities := fs.String("cities", "", "table of towns, the 19 columns of GeoNames cities500")
	admin1 := fs.String("admin1", "", "first-order divisions, JSON")
	admin2 := fs.String("admin2", "", "second-order divisions, JSON")
	file := fs.String("out", "models/places.bin", "packed file to write")
	if err := fs.Parse(args); err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	var src place.Sources
	for _, in := range []struct {
		path string
		to   *io.Reader
	}{{*cities, &src.Cities}, {*admin1, &src.Admin1}, {*admin2, &src.Admin2}} {
		f, err := os.Open(in.path)
		if err != nil {
			return fmt.Errorf("open input: %w", err)
		}
		defer f.Close() //nolint:errcheck // only read
		sum := sha256.New()
		*in.to = io.TeeReader(f, sum)
		defer func() { fmt.Fprintf(out, "%x  %s\n", sum.Sum(nil), filepath.Base(in.path)) }()
	}
	w, err := os.Create(*file)
	if err != nil {
		return fmt.Errorf("create packed file: %w", err)
	}
	st, err := place.Pack(w, src)
	if err := errors.Join(err, w.Close()); err != nil {
		return fmt.Errorf("pack gazetteer: %w", err)
	}
	fmt.Fprintf(out, "%d entries, %d keys, %d postings, %d bytes, %d unpacked\n", st.Entries, st.Keys, st.Postings, st.Bytes, st.Payload)
	return nil
}
