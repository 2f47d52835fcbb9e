package place

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// ErrPack is wrapped by the errors of [Pack] about its inputs.
var ErrPack = errors.New("not a table of the expected form")

// Sources are the tables that [Pack] reads, all derived from GeoNames
// (geonames.org, CC BY 4.0).
type Sources struct {
	Cities io.Reader // the 19 tab-separated columns of cities500
	Admin1 io.Reader // JSON: [{"code": "US.TX", "name": "Texas"}]
	Admin2 io.Reader // JSON: [{"code": "US.TX.201", "name": "Harris County"}]
}

// kind is what a packed entry is.
type kind uint8

// The kinds of packed entries; the order is part of the format.
const (
	kindTown    kind = iota // a populated place
	kindSeat                // seat of a lower division
	kindSeat1               // seat of a first-order division
	kindCapital             // capital of a country
	kindQuarter             // part of a town
	kindAdmin1              // first-order division
	kindAdmin2              // second-order division
	kindCountry             // from the table of states
	kindRegion              // from the table of regions: has land and people
	kindFeature             // sea, river, mountain
	kindArea                // continent or region of several countries
	kindDemonym             // adjective or people of a country
	kindCount               // not a kind
)

// record is an entry while packing.
type record struct {
	name     string
	alt      []string
	country  string // ISO 3166-1 alpha-2
	admin1   string // code "US.TX"
	lat, lon float64
	id, pop  int
	kind     kind
	own      string // code of a division itself
	flags    byte
}

// smallFrom are the countries whose small towns are packed, from this
// population on, which is below minPopulation: those where news in English is local, where wars are reported
// village by village, and where the map has few towns.
var smallFrom = map[string]int{
	"US": 500, "GB": 500, "IE": 500, "CA": 500, "AU": 500, "NZ": 500, "ZA": 1000,
	"UA": 500, "SY": 0, "IQ": 0, "PS": 0, "LB": 0, "IL": 0, "YE": 0, "LY": 0, "SD": 0, "SS": 0, "ML": 0, "BF": 0, "NE": 0,
	"NG": 0, "CD": 0, "SO": 0, "ET": 0, "ER": 0, "MM": 0, "AF": 0, "AM": 500, "AZ": 500, "GE": 500, "MD": 1000, "RS": 1000,
	"XK": 500, "BA": 1000, "HT": 0, "CF": 0,
	"KE": 1000, "TD": 0, "CM": 0, "MZ": 0, "PH": 3000, "GR": 1000, "CY": 1000,
	"UG": 0, "TZ": 0, "RW": 0, "BI": 0, "ZM": 0, "ZW": 0, "MW": 0, "AO": 0, "NA": 0, "BW": 0, "LS": 0, "MG": 1000, "CI": 500, "GN": 0, "SL": 0, "LR": 0, "SN": 500, "GM": 0, "GW": 0, "GH": 500, "TG": 0,
	"BJ": 0, "GA": 0, "CG": 0, "GQ": 0, "DJ": 0, "MR": 0, "EH": 0, "MA": 1000, "DZ": 1000, "TN": 1000, "EG": 1000, "JO": 0, "KW": 0, "SA": 1000, "OM": 0, "KZ": 500, "KG": 0, "TJ": 0,
	"TM": 0, "UZ": 500, "MN": 0, "NP": 0, "BT": 0, "BD": 500, "LK": 500, "KH": 0, "LA": 0, "VN": 3000, "TH": 3000, "PG": 0, "SB": 0, "VU": 0, "FJ": 0, "KI": 0, "TO": 0, "WS": 0, "NC": 0, "TL": 0,
	"GT": 1000, "HN": 1000, "NI": 500, "SV": 1000, "PA": 1000, "BZ": 0, "GY": 0, "SR": 0, "BO": 500, "PE": 1000, "EC": 1000, "PY": 1000, "CU": 1000, "JM": 500, "GL": 0,
	"HR": 500, "SI": 1000, "MK": 500, "ME": 500, "AL": 500, "BG": 1000, "BY": 1000, "LT": 1000, "LV": 1000, "EE": 1000,
}

// minPopulation is the population from which towns of every country are
// packed.
const minPopulation = 5000

// counties are the countries whose second-order divisions are packed: those
// that news in English names.
var counties = map[string]bool{
	"US": true, "GB": true, "IE": true, "CA": true, "AU": true, "NZ": true, "IN": true, "PK": true, "BD": true, "UG": true, "KE": true,
	"UA": true, "SY": true, "IQ": true, "AF": true, "IL": true, "SD": true, "SS": true, "ET": true, "CD": true, "MM": true, "FR": true,
	"ES": true, "IT": true, "CN": true, "LB": true, "NG": true, "PH": true, "ML": true, "BF": true, "SO": true, "LK": true, "NP": true,
}

// Pack writes the packed gazetteer and returns what it holds. The same input
// gives the same bytes.
func Pack(w io.Writer, s Sources) (Stats, error) {
	admin1, err := readDivisions(s.Admin1)
	if err != nil {
		return Stats{}, fmt.Errorf("read first-order divisions: %w", err)
	}
	admin2, err := readDivisions(s.Admin2)
	if err != nil {
		return Stats{}, fmt.Errorf("read second-order divisions: %w", err)
	}
	p := packer{centres: map[string]*centre{}}
	if err := p.readCities(s.Cities); err != nil {
		return Stats{}, fmt.Errorf("read towns: %w", err)
	}
	p.divisions(admin1, kindAdmin1)
	p.divisions(admin2, kindAdmin2)
	p.sort()
	return p.write(w)
}

// division is a row of a table of divisions.
type division struct{ Code, Name string }

func readDivisions(r io.Reader) ([]division, error) {
	var rows []division
	if err := json.NewDecoder(r).Decode(&rows); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPack, err)
	}
	return rows, nil
}

// centre gathers the towns of a division, which stands in the middle of the
// box around them.
type centre struct {
	south, north, west, east float64
	n, pop                   int
}

type packer struct {
	records []record
	centres map[string]*centre
	flagged bool // write version 2
}

// readCities reads the towns and keeps those worth packing.
func (p *packer) readCities(r io.Reader) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		c, admin2, err := parseCity(sc.Text())
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		p.gather(c.admin1, c)
		if admin2 != "" {
			p.gather(c.admin1+"."+admin2, c)
		}
		from, small := smallFrom[c.country]
		if c.pop >= minPopulation || c.kind == kindCapital || c.kind == kindSeat1 || c.kind == kindSeat && c.pop > 0 || small && c.pop >= from && c.kind != kindQuarter {
			p.records = append(p.records, c)
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("scan: %w", err)
	}
	return nil
}

func (p *packer) gather(code string, c record) {
	e := p.centres[code]
	if e == nil {
		e = &centre{south: c.lat, north: c.lat, west: c.lon, east: c.lon}
		p.centres[code] = e
	}
	e.south, e.north = min(e.south, c.lat), max(e.north, c.lat)
	e.west, e.east = min(e.west, c.lon), max(e.east, c.lon)
	e.n, e.pop = e.n+1, e.pop+c.pop
}

// parseCity reads a row of the cities table.
func parseCity(line string) (record, string, error) {
	f := strings.Split(line, "\t")
	if len(f) != 19 {
		return record{}, "", fmt.Errorf("%w: %d columns, want 19", ErrPack, len(f))
	}
	id, err1 := strconv.Atoi(f[0])
	lat, err2 := strconv.ParseFloat(f[4], 64)
	lon, err3 := strconv.ParseFloat(f[5], 64)
	pop, err4 := strconv.Atoi(f[14])
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		return record{}, "", fmt.Errorf("%w: %w", ErrPack, err)
	}
	c := record{name: f[1], country: f[8], admin1: f[8] + "." + f[10], lat: lat, lon: lon, id: id, pop: pop}
	switch f[7] {
	case "PPLC":
		c.kind = kindCapital
	case "PPLA":
		c.kind = kindSeat1
	case "PPLA2", "PPLA3", "PPLA4", "PPLG":
		c.kind = kindSeat
	case "PPLX":
		c.kind = kindQuarter
	}
	c.alt = plausible(c, f[2], strings.Split(f[3], ","))
	if romanised[c.country] && f[2] != "" {
		c.name = strings.Trim(f[2], "`'‘’")
	}
	return c, f[11], nil
}

// romanised are the countries whose main names carry the signs of scholarly
// romanisation, which English news leaves out.
var romanised = map[string]bool{
	"SY": true, "IQ": true, "PS": true, "LB": true, "JO": true, "EG": true, "LY": true, "TN": true, "DZ": true, "MA": true, "SD": true, "YE": true, "SA": true, "OM": true,
	"AE": true, "QA": true, "BH": true, "KW": true, "MR": true, "IL": true, "IR": true, "AF": true, "PK": true, "IN": true, "BD": true, "NP": true, "LK": true, "MV": true, "BT": true,
	"JP": true, "KR": true, "KP": true, "CN": true, "TW": true, "MN": true, "MM": true, "KH": true, "LA": true, "TH": true, "ET": true, "ER": true, "UA": true, "RU": true, "BY": true,
	"BG": true, "GR": true, "AM": true, "GE": true, "KZ": true, "KG": true, "UZ": true, "TJ": true, "TM": true,
}

// plausible keeps the alternate names that news in English may use: Latin
// letters, a capital first, no codes, no syllable-by-syllable romanisations,
// and for all but the largest towns and capitals a likeness to the main name.
func plausible(c record, ascii string, alts []string) []string {
	main, _ := keyOf(c.name)
	out := []string{ascii}
	famous := c.pop >= renamed || c.kind == kindCapital
	for _, a := range alts {
		k, ok := keyOf(a)
		if !ok || len(k) < 3 || len(k) > 40 || k == main {
			continue
		}
		if r := []rune(a)[0]; !unicode.IsUpper(r) && r != '\'' && r != '‘' && r != 'ʻ' {
			continue
		}
		if strings.ToUpper(a) == a && len(a) <= 4 {
			continue
		}
		if translit(k) && !translit(main) {
			continue
		}
		if famous || alike(main, k) {
			out = append(out, a)
		}
	}
	return out
}

// translit reports marks of a machine's romanisation from Cyrillic.
func translit(k string) bool {
	return strings.HasPrefix(k, "eh") || strings.Contains(k, "jj") || strings.Contains(k, "ehj") || strings.Contains(k, "shh") || strings.HasPrefix(k, "gorad ")
}

// alike reports whether two keys differ by at most a third of their letters, or
// one is a part of the other: not many letters longer, or not short, or the words
// that a begins with.
func alike(a, b string) bool {
	if a == "" || strings.HasPrefix(a, b+" ") || strings.Contains(b, a) && len(b) <= len(a)+8 || strings.Contains(a, b) && len(b) >= 5 {
		return true
	}
	longest := max(len(a), len(b))
	return distance(a, b)*3 <= longest
}

// distance is Levenshtein's.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

// renamed is the population from which every other name of a town is kept, since
// it may be the one that it goes by: Adama, Nazret on the map.
const renamed = 100_000

// divisions adds the divisions that hold a town.
func (p *packer) divisions(rows []division, k kind) {
	for _, d := range rows {
		e := p.centres[d.Code]
		if e == nil || e.n == 0 || len(d.Code) < 3 {
			continue
		}
		country := d.Code[:2]
		if k == kindAdmin2 && !counties[country] {
			continue
		}
		r := record{name: d.Name, country: country, kind: k, pop: e.pop, own: d.Code}
		r.lat, r.lon = (e.south+e.north)/2, (e.west+e.east)/2
		r.admin1 = d.Code
		if k == kindAdmin2 {
			if i := strings.LastIndexByte(d.Code, '.'); i > 3 {
				r.admin1 = d.Code[:i]
			}
		}
		if s := bareDivision(d.Name); s != "" {
			r.alt = []string{s}
		}
		p.records = append(p.records, r)
	}
}

// generic are the words that tell what kind of division a name is, in lower
// case.
var generic = map[string]bool{
	"province": true, "region": true, "oblast": true, "governorate": true, "state": true, "county": true, "district": true, "prefecture": true,
	"republic": true, "krai": true, "kray": true, "department": true, "territory": true, "division": true, "parish": true, "city": true, "raion": true, "voivodeship": true, "canton": true, "municipality": true, "borough": true,
}

// bareDivision cuts the generic word off a name: "Kharkiv Oblast" gives
// "Kharkiv". Counties keep theirs: alone their names are those of towns and
// persons.
func bareDivision(name string) string {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return strings.TrimPrefix(name, "Muhafazat ")
	}
	last := strings.ToLower(name[i+1:])
	if last == "county" || last == "city" || last == "parish" || last == "municipality" || last == "borough" || last == "territory" || !generic[last] {
		return strings.TrimPrefix(name, "State of ")
	}
	return name[:i]
}

// sort puts the records into the order of the file: first-order divisions by
// code, then the rest by country, division, fame and id.
func (p *packer) sort() {
	rank := func(r *record) int {
		if r.kind == kindAdmin1 {
			return 0
		}
		return 1
	}
	sort.SliceStable(p.records, func(i, j int) bool {
		a, b := &p.records[i], &p.records[j]
		switch {
		case rank(a) != rank(b):
			return rank(a) < rank(b)
		case a.admin1 != b.admin1:
			return a.admin1 < b.admin1
		case a.pop != b.pop:
			return a.pop > b.pop
		case a.id != b.id:
			return a.id < b.id
		}
		return a.own < b.own
	})
}
