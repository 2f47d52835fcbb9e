package place

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ErrTable is wrapped by the errors of [Load] about the tables.
var ErrTable = errors.New("not a row of the expected form")

// state is a row of the table of states.
type state struct {
	code, iso2, name string
	names, demonyms  []string
	lat, lon         float64
	point            bool
}

// region is a row of the table of regions.
type region struct {
	name, country, admin1, detail string
	names                         []string
	lat, lon                      float64
	point                         bool
	id                            int
	kind                          kind
}

// regionKinds are the kinds of the table of regions.
var regionKinds = map[string]kind{
	"region": kindRegion, "state": kindRegion, "province": kindRegion, "district": kindRegion, "territory": kindRegion, "city": kindTown, "camp": kindTown, "base": kindTown, "airport": kindTown, "plant": kindTown, "prison": kindTown, "island": kindRegion, "quarter": kindQuarter,
	"sea": kindFeature, "river": kindFeature, "mountain": kindFeature, "strait": kindFeature, "lake": kindFeature, "desert": kindFeature, "canal": kindFeature, "crossing": kindFeature, "line": kindFeature, "dam": kindFeature, "plain": kindFeature,
	"continent": kindArea, "area": kindArea, "country": kindCountry, "demonym": kindDemonym,
}

// rowError is what is wrong with a line of a table.
type rowError struct {
	line int
	err  error
}

func (e *rowError) Error() string { return fmt.Sprintf("line %d: %v", e.line, e.err) }
func (e *rowError) Unwrap() error { return e.err }

// rows reads a tab-separated table by the names of its head row; lines that
// open with # and empty lines are skipped.
func rows(r io.Reader, columns []string, row func(get func(string) string) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	var head []string
	index := map[string]int{}
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if head == nil {
			f[0] = strings.TrimPrefix(f[0], "\ufeff")
			head = f
			for i, c := range f {
				index[c] = i
			}
			for _, c := range columns {
				if _, ok := index[c]; !ok {
					return &rowError{n, fmt.Errorf("no column %q: %w", c, ErrTable)}
				}
			}
			continue
		}
		if len(f) != len(head) {
			return &rowError{n, fmt.Errorf("%d columns, want %d: %w", len(f), len(head), ErrTable)}
		}
		if err := row(func(c string) string { return strings.TrimSpace(f[index[c]]) }); err != nil {
			return &rowError{n, err}
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("scan: %w", err)
	}
	return nil
}

// list splits a cell at its bars.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// degrees reads a pair of cells; two empty ones are no point.
func degrees(lat, lon string) (a, b float64, ok bool, err error) {
	if lat == "" && lon == "" {
		return 0, 0, false, nil
	}
	a, err1 := strconv.ParseFloat(lat, 64)
	b, err2 := strconv.ParseFloat(lon, 64)
	if err := errors.Join(err1, err2); err != nil {
		return 0, 0, false, fmt.Errorf("%w: %w", ErrTable, err)
	}
	if !(a >= -90 && a <= 90 && b >= -180 && b <= 180) {
		return 0, 0, false, fmt.Errorf("%s, %s is no point: %w", lat, lon, ErrTable)
	}
	return a, b, true, nil
}

// readStates reads data/actors/states.tsv.
func readStates(r io.Reader) ([]state, error) {
	var out []state
	err := rows(r, []string{"code", "name", "names", "adjectives", "people", "iso2", "lat", "lon"}, func(get func(string) string) error {
		s := state{code: get("code"), iso2: get("iso2"), name: get("name"), names: list(get("names"))}
		s.demonyms = append(list(get("adjectives")), list(get("people"))...)
		var err error
		s.lat, s.lon, s.point, err = degrees(get("lat"), get("lon"))
		if s.code == "" || s.name == "" {
			return fmt.Errorf("a state needs code and name: %w", ErrTable)
		}
		out = append(out, s)
		return err
	})
	return out, err
}

// readRegions reads data/places/regions.tsv.
func readRegions(r io.Reader) ([]region, error) {
	var out []region
	err := rows(r, []string{"name", "names", "country", "admin1", "lat", "lon", "geonames", "kind"}, func(get func(string) string) error {
		g := region{name: get("name"), names: list(get("names")), country: get("country"), admin1: get("admin1"), detail: get("kind")}
		var ok bool
		if g.kind, ok = regionKinds[g.detail]; !ok || g.name == "" {
			return fmt.Errorf("kind %q of %q: %w", g.detail, g.name, ErrTable)
		}
		var err error
		if g.lat, g.lon, g.point, err = degrees(get("lat"), get("lon")); err != nil {
			return err
		}
		if id := get("geonames"); id != "" {
			if g.id, err = strconv.Atoi(id); err != nil {
				return fmt.Errorf("%w: %w", ErrTable, err)
			}
		}
		if !g.point && g.admin1 == "" && g.kind != kindArea && g.kind != kindCountry {
			return fmt.Errorf("%q has neither point nor division: %w", g.name, ErrTable)
		}
		out = append(out, g)
		return nil
	})
	return out, err
}
