package export

import (
	"bufio"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// Codes holds what other data sets call states, and the Goldstein scale.
type Codes struct {
	states    map[string]stateCodes
	goldstein map[string]float64
}

type stateCodes struct{ cow, gw, fips string }

// maxCodes bounds a table of codes.
const maxCodes = 10_000

// LoadCodes reads states.tsv and goldstein.tsv. Errors name file and line.
func LoadCodes(fsys fs.FS) (*Codes, error) {
	c := &Codes{states: map[string]stateCodes{}, goldstein: map[string]float64{}}
	err := table(fsys, "states.tsv", 4, func(f []string) error {
		if _, ok := c.states[f[0]]; ok {
			return fmt.Errorf("%s stands here twice", f[0])
		}
		for _, n := range f[1:3] {
			if _, err := strconv.ParseUint(n, 10, 16); n != "" && err != nil {
				return fmt.Errorf("%q is no state number", n)
			}
		}
		c.states[f[0]] = stateCodes{f[1], f[2], f[3]}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return c, table(fsys, "goldstein.tsv", 2, func(f []string) error {
		v, err := strconv.ParseFloat(f[1], 64)
		if err != nil || !(v >= -10 && v <= 10) {
			return fmt.Errorf("%q is not between -10 and 10", f[1])
		}
		c.goldstein[f[0]] = v
		return nil
	})
}

// table calls f with the fields of each row of a file behind its head.
func table(fsys fs.FS, name string, fields int, f func([]string) error) error {
	file, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("read codes: %w", err)
	}
	defer file.Close() //nolint:errcheck // read only
	sc := bufio.NewScanner(file)
	head := false
	for line := 1; sc.Scan(); line++ {
		text := sc.Text()
		if strings.HasPrefix(text, "#") || text == "" {
			continue
		}
		if !head {
			head = true
			continue
		}
		parts := strings.Split(text, "\t")
		if len(parts) != fields {
			return fmt.Errorf("read codes: %s:%d: %d fields are needed", name, line, fields)
		}
		if line > maxCodes {
			return fmt.Errorf("read codes: %s has more than %d lines", name, maxCodes)
		}
		if err := f(parts); err != nil {
			return fmt.Errorf("read codes: %s:%d: %w", name, line, err)
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("read codes: %s: %w", name, err)
	}
	return nil
}

// COW returns the number of a country in Correlates of War, "" where it has none.
func (c *Codes) COW(country string) string { return c.states[country].cow }

// GW returns the number of Gleditsch and Ward.
func (c *Codes) GW(country string) string { return c.states[country].gw }

// FIPS returns the code of FIPS 10-4.
func (c *Codes) FIPS(country string) string { return c.states[country].fips }

// Goldstein returns the value of the longest listed code that code begins
// with; false when none is.
func (c *Codes) Goldstein(code string) (float64, bool) {
	for n := len(code); n > 0; n-- {
		if v, ok := c.goldstein[code[:n]]; ok {
			return v, true
		}
	}
	return 0, false
}
