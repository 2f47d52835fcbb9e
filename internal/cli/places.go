package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/place"
)

// placesTable is the name of the user's table in the data folder.
const placesTable = "places.bin"

// ownPlaces returns the user's table of places: the one that --places names, or
// the one in the data folder. It is nil when there is none.
func (a *App) ownPlaces() ([]byte, error) {
	path, given := a.places, a.places != ""
	if path == "none" {
		return nil, nil
	}
	if !given {
		folder := a.dataFolder()
		if folder == "" {
			return nil, nil
		}
		path = filepath.Join(folder, placesTable)
	}
	b, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !given:
		return nil, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, usagef("--places: there is no file %s", path)
	case err != nil:
		return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "read the table of places", Where: path, Err: err}
	case !place.IsOwn(b):
		return nil, &entente.Error{Code: entente.ErrInvalid, Op: "read the table of places", Where: path, Err: place.ErrFormat,
			Hint: "make it with: entente places import FILE"}
	}
	return b, nil
}

func (a *App) placesCommand() *cobra.Command {
	c := &cobra.Command{Use: "places", Short: "Look a place name up, or add places of your own",
		Args: cobra.NoArgs, RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(a.placesLookupCommand(), a.placesImportCommand())
	for _, s := range c.Commands() {
		wrapArgs(s)
	}
	return c
}

// gazetteer loads the places alone.
func (a *App) gazetteer(own []byte) (*place.Gazetteer, error) {
	var more []place.Option
	if own != nil {
		more = append(more, place.WithOwn(strings.NewReader(string(own))))
	}
	g, err := pipeline.LoadPlaces(a.Models, a.Data, more...)
	if err != nil {
		return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "load the gazetteer", Err: err}
	}
	return g, nil
}

func (a *App) placesImportCommand() *cobra.Command {
	var o place.ImportOptions
	var table string
	c := &cobra.Command{Use: "import FILE…", Short: "Make a table of places that all commands read beside the built-in one",
		Long: `Make a table of places that all commands read beside the built-in one. FILEs are
dumps of GeoNames (allCountries.txt, cities500.txt, a country's), its
alternateNamesV2.txt and admin1CodesASCII.txt, or tables of your own in the columns
of data/places/regions.tsv; gzipped or not, in any order, told apart by content.
The table is made anew each time: name all files in one call.

A place with the GeoNames id of a built-in one stands for it. A row of your own wins
over every other reading of its names, unless the text settles it ("Paris, Texas").
All others are weighed like the built-in ones. The run of every record tells the
table. Data of GeoNames are under CC BY 4.0: name the source where you pass it on.`,
		Example: `  entente places import newsroom.tsv
  entente places import allCountries.txt admin1CodesASCII.txt newsroom.tsv --min-population 1000
  entente places import newsroom.tsv --table ours.bin && entente code --places ours.bin news.jsonl`,
		Args: cobra.MinimumNArgs(1)}
	c.Flags().StringVar(&table, "table", "", "table to write (default: "+placesTable+" in your data folder)")
	c.Flags().IntVar(&o.MinPopulation, "min-population", 0, "least population of a town in dumps")
	c.Flags().BoolVar(&o.Features, "features", false, "rivers, mountains, lakes and buildings of dumps too")
	c.Flags().IntVar(&o.MaxPlaces, "max-places", place.DefaultMaxPlaces, "stop with an error at more places than this")
	c.RunE = func(c *cobra.Command, args []string) error {
		if o.MinPopulation < 0 || o.MaxPlaces <= 0 {
			return usagef("--min-population and --max-places must not be negative")
		}
		if table == "" {
			folder := a.dataFolder()
			if folder == "" {
				return usagef("no data folder is known: give --table FILE")
			}
			table = filepath.Join(folder, placesTable)
		}
		g, err := a.gazetteer(nil)
		if err != nil {
			return err
		}
		files := make([]place.ImportFile, len(args))
		for i, name := range args {
			if name == "-" {
				return usagef("files are read twice, and standard input cannot be: give a file")
			}
			files[i] = place.ImportFile{Name: filepath.ToSlash(name), Open: func() (io.ReadCloser, error) { return a.openInput(name) }}
		}
		var st place.ImportStats
		err = replaceFile(table, func(w io.Writer) error {
			var err error
			st, err = place.Import(c.Context(), w, g, files, o)
			return err
		})
		if err != nil {
			return err
		}
		a.say("%d places of %d rows, %d of your own; %d alternate names; %d names in %d bytes", st.Places, st.Rows, st.Own, st.Names, st.Keys, st.Bytes)
		a.say("wrote %s", printable(table))
		return nil
	}
	return c
}

// replaceFile writes a file beside path and puts it in its place once it is
// whole.
func replaceFile(path string, write func(io.Writer) error) error {
	fail := func(err error) error {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "write the table of places", Where: path, Err: err}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fail(err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".places-*")
	if err != nil {
		return fail(err)
	}
	defer os.Remove(f.Name()) //nolint:errcheck // gone once it was renamed
	w := bufio.NewWriter(f)
	if err := write(w); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(w.Flush(), f.Chmod(0o644), f.Close()); err != nil {
		return fail(err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fail(err)
	}
	return nil
}

// readingRecord is a line of entente places lookup --json.
type readingRecord struct {
	Name       string   `json:"name"`
	Country    *string  `json:"country"`
	Admin1     *string  `json:"admin1"`
	Lat        float64  `json:"lat"`
	Lon        float64  `json:"lon"`
	GeoNames   *int     `json:"geonames"`
	Precision  string   `json:"precision"`
	Kind       string   `json:"kind"`
	Population *int     `json:"population"`
	ClaimedBy  []string `json:"claimed_by"`
	Table      string   `json:"table"`
	Points     int      `json:"points"`
	Chosen     bool     `json:"chosen"`
}

func (a *App) placesLookupCommand() *cobra.Command {
	var country string
	var asJSON bool
	c := &cobra.Command{Use: "lookup NAME…", Short: "Show how a place name is read without a text around it, and why",
		Long: `Show how a place name is read without a text around it, and why: its readings with
the points that population, kind and form of the name give them. In a text, the other
places and the outlet's home add to these. --country is such a home.`,
		Example: "  entente places lookup Springfield\n  entente places lookup Tripoli --country LBN",
		Args:    cobra.MinimumNArgs(1)}
	c.Flags().StringVar(&country, "country", "", "read it as an outlet of this country would, ISO 3166-1 alpha-3")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	c.RunE = func(_ *cobra.Command, args []string) error {
		own, err := a.ownPlaces()
		if err != nil {
			return err
		}
		g, err := a.gazetteer(own)
		if err != nil {
			return err
		}
		if country = strings.ToUpper(country); country != "" && !g.HasCountry(country) {
			return usagef("--country: there is no state %q; codes are ISO 3166-1 alpha-3", country)
		}
		name := strings.Join(args, " ")
		list, sure := g.Lookup(name, country)
		if asJSON {
			return a.readingLines(list)
		}
		if len(list) == 0 {
			fmt.Fprintf(a.Stdout, "%s is the name of no place here.\n", printable(name)) //nolint:errcheck // the exit tells
			return nil
		}
		return a.readingTable(name, list, sure)
	}
	return c
}

func (a *App) readingLines(list []place.Reading) error {
	enc := json.NewEncoder(a.Stdout)
	enc.SetEscapeHTML(false)
	for i := range list {
		r := &list[i]
		rec := readingRecord{Name: r.Name, Country: orNull(r.Country), Admin1: orNull(r.Admin1), Lat: r.Lat, Lon: r.Lon, Precision: r.Precision, Kind: r.Kind,
			ClaimedBy: append([]string{}, r.ClaimedBy...), Table: r.Table, Points: r.Points, Chosen: r.Chosen}
		if r.GeoNames != 0 {
			rec.GeoNames = &r.GeoNames
		}
		if r.Population != 0 {
			rec.Population = &r.Population
		}
		if err := enc.Encode(rec); err != nil {
			return err
		}
	}
	return nil
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (a *App) readingTable(name string, list []place.Reading, sure float64) error {
	fmt.Fprintf(a.Stdout, "%s, alone, is read as the first of these (confidence %.2f).\n\n", printable(name), sure) //nolint:errcheck // the table reports it
	t := newTable(a.Stdout, "POINTS", "NAME", "DIVISION", "COUNTRY", "CLAIMED BY", "KIND", "PEOPLE", "POINT", "GEONAMES", "TABLE")
	dash := func(s string) string {
		if s == "" || s == "0" {
			return "-"
		}
		return s
	}
	for i := range list {
		r := &list[i]
		t.row(strconv.Itoa(r.Points), r.Name, dash(r.Admin1), dash(r.Country), dash(strings.Join(r.ClaimedBy, "+")), r.Kind, dash(strconv.Itoa(r.Population)),
			fmt.Sprintf("%.2f %.2f", r.Lat, r.Lon), dash(strconv.Itoa(r.GeoNames)), r.Table)
	}
	return t.flush()
}
