package place

import (
	"errors"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// importer gathers the rows of the inputs.
type importer struct {
	g      *Gazetteer
	opt    ImportOptions
	pack   packer
	stats  ImportStats
	alpha2 map[string]string // by alpha-3
	names  map[string]string // of divisions, by code "US.TX"
	ours   map[int]int32     // our packed entries by GeoNames id
	votes  map[string]map[uint32]int
	byID   map[int]int // records by GeoNames id, for the alternate names
}

func newImporter(g *Gazetteer, o ImportOptions) *importer {
	im := &importer{g: g, opt: o, pack: packer{flagged: true}, alpha2: map[string]string{"": nowhere}, names: map[string]string{}, ours: map[int]int32{}, votes: map[string]map[uint32]int{}}
	two := make([]string, 0, len(g.iso3))
	for a2 := range g.iso3 {
		two = append(two, a2)
	}
	sort.Strings(two)
	for _, a2 := range two {
		if a3 := g.iso3[a2]; im.alpha2[a3] == "" {
			im.alpha2[a3] = a2
		}
	}
	for i, id := range g.p.id {
		if id != 0 {
			im.ours[int(id)] = int32(i) //nolint:gosec // bounded by maxEntries
		}
	}
	return im
}

// nowhere is the country of what lies in several or in none.
const nowhere = "ZZ"

// code reads a row of admin1CodesASCII.txt: code, name, name in ASCII, id.
func (im *importer) code(f []string) error {
	if len(f) != 4 || len(f[0]) < 4 || f[0][2] != '.' {
		return fmt.Errorf("%w: %d columns with code %.20q, want 4 with a code like US.TX", ErrImport, len(f), f[0])
	}
	if len(f[1]) == 0 || len(f[1]) > maxName {
		return fmt.Errorf("%w: a name of %d bytes", ErrImport, len(f[1]))
	}
	im.names[f[0]] = f[1]
	return nil
}

// newsworthy are the feature codes of GeoNames that news names, beside towns
// and divisions; those of the second kind only when asked for.
var newsworthy = map[string]kind{
	"AIRP": kindTown, "AIRB": kindTown, "AIRF": kindTown, "MILB": kindTown, "INSM": kindTown, "NVB": kindTown, "CMPRF": kindTown, "PSN": kindTown, "DAM": kindTown, "PRN": kindTown, "PRT": kindTown, "BDG": kindTown, "OILR": kindTown,
	"ISL": kindRegion, "ISLS": kindRegion, "RGN": kindRegion, "PEN": kindRegion,
	"SEA": kindFeature, "GULF": kindFeature, "STRT": kindFeature, "CNL": kindFeature, "DSRT": kindFeature, "MTS": kindFeature, "VLC": kindFeature, "OCN": kindFeature, "PASS": kindFeature,
}

var plentiful = map[string]kind{
	"STM": kindFeature, "MT": kindFeature, "PK": kindFeature, "VAL": kindFeature, "LK": kindFeature, "BAY": kindFeature, "CAPE": kindFeature, "HLL": kindFeature, "RSV": kindFeature, "PLN": kindFeature, "FRST": kindFeature, "PRK": kindFeature, "RVN": kindFeature, "WAD": kindFeature, "HTL": kindTown, "CH": kindTown, "SCH": kindTown, "HSP": kindTown,
}

// kindOf tells what a row of a dump is, and whether it is wanted.
func (im *importer) kindOf(class, code string, pop int) (kind, bool) {
	switch class {
	case "P":
		switch code {
		case "PPLH", "PPLQ", "PPLW", "PPLCH":
			return 0, false // no longer there
		case "PPLC":
			return kindCapital, true
		case "PPLA":
			return kindSeat1, true
		case "PPLA2", "PPLA3", "PPLA4", "PPLG":
			return kindSeat, pop > 0 || im.opt.MinPopulation == 0
		case "PPLX":
			return kindQuarter, pop >= im.opt.MinPopulation
		}
		return kindTown, pop >= im.opt.MinPopulation
	case "A":
		switch code {
		case "ADM1":
			return kindAdmin1, true
		case "ADM2":
			return kindAdmin2, true
		}
		return 0, false
	}
	if k, ok := newsworthy[code]; ok {
		return k, true
	}
	k, ok := plentiful[code]
	return k, ok && im.opt.Features
}

// dump reads a row of the 19 columns.
func (im *importer) dump(f []string) error {
	if len(f) != 19 {
		return fmt.Errorf("%w: %d columns, want 19", ErrImport, len(f))
	}
	pop, err := strconv.Atoi(f[14])
	if f[14] == "" {
		pop, err = 0, nil
	}
	id, err1 := strconv.Atoi(f[0])
	if err := errors.Join(err, err1); err != nil || pop < 0 || id <= 0 {
		return fmt.Errorf("%w: id %.20q or population %.20q is no number", ErrImport, f[0], f[14])
	}
	k, ok := im.kindOf(f[6], f[7], pop)
	if !ok {
		return nil
	}
	r := record{name: f[1], country: f[8], id: id, pop: min(pop, 1<<31-1), kind: k}
	if r.country == "" {
		r.country = nowhere
	}
	if _, known := im.g.iso3[r.country]; !known && r.country != nowhere {
		return fmt.Errorf("%w: there is no country %.10q", ErrImport, r.country)
	}
	var point bool
	if r.lat, r.lon, point, err = degrees(f[4], f[5]); err != nil || !point {
		return fmt.Errorf("%w: %.20q, %.20q is no point", ErrImport, f[4], f[5])
	}
	if f[10] != "" {
		r.admin1 = r.country + "." + f[10]
	}
	if k == kindAdmin1 {
		r.own = r.admin1
	}
	r.alt = plausible(r, f[2], strings.Split(f[3], ","))
	r.alt = r.alt[:min(len(r.alt), maxNames)]
	if romanised[r.country] && f[2] != "" {
		r.name = strings.Trim(f[2], "`'‘’")
	}
	if s := bareDivision(f[1]); s != "" && (k == kindAdmin1 || k == kindAdmin2) {
		r.alt = append(r.alt, s)
	}
	im.vote(&r)
	return im.add(r)
}

// add keeps a record.
func (im *importer) add(r record) error {
	if r.name == "" || len(r.name) > maxName || !utf8.ValidString(r.name) || strings.ContainsFunc(r.name, unicode.IsControl) {
		return fmt.Errorf("%w: a name of %d bytes, empty, not UTF-8 or with control characters", ErrImport, len(r.name))
	}
	if len(im.pack.records) >= im.opt.MaxPlaces {
		return fmt.Errorf("%w: more than %d places; a higher least population leaves fewer", ErrImport, im.opt.MaxPlaces)
	}
	im.pack.records = append(im.pack.records, r)
	return nil
}

// vote notes which of our divisions a code of the dump is, by places that both
// have.
func (im *importer) vote(r *record) {
	i, ok := im.ours[r.id]
	if !ok || r.admin1 == "" {
		return
	}
	if a := im.g.p.admin1[i]; a != noAdmin {
		if im.votes[r.admin1] == nil {
			im.votes[r.admin1] = map[uint32]int{}
		}
		im.votes[r.admin1][a]++
	}
}

// indexIDs makes the index of records for the alternate names.
func (im *importer) indexIDs() {
	if im.byID != nil {
		return
	}
	im.byID = make(map[int]int, len(im.pack.records))
	for i := range im.pack.records {
		if id := im.pack.records[i].id; id != 0 {
			im.byID[id] = i
		}
	}
}

// alternate reads a row of alternateNamesV2.txt: id, place, language, name,
// and four flags, of which the last marks names of former times.
func (im *importer) alternate(f []string) error {
	if len(f) < 4 || len(f) > 10 {
		return fmt.Errorf("%w: %d columns, want 8 to 10", ErrImport, len(f))
	}
	id, err := strconv.Atoi(f[1])
	if err != nil {
		return fmt.Errorf("%w: place %.20q is no number", ErrImport, f[1])
	}
	i, ok := im.byID[id]
	if !ok || f[2] != "en" && f[2] != "" && f[2] != "abbr" || len(f[3]) > maxName || f[2] == "abbr" && len(f[3]) < 3 {
		return nil
	}
	r := &im.pack.records[i]
	k, ok := keyOf(f[3])
	if first, _ := utf8.DecodeRuneInString(f[3]); !ok || len(k) < 3 || !unicode.IsUpper(first) || len(r.alt) >= maxNames {
		return nil
	}
	if main, _ := keyOf(r.name); f[2] != "en" && r.pop < 500_000 && !alike(main, k) {
		return nil
	}
	r.alt = append(r.alt, f[3])
	im.stats.Names++
	return nil
}

// readOwn reads rows of the user's, in the columns of data/places/regions.tsv.
func (im *importer) readOwn(r io.Reader, file string) error {
	n := 0
	err := rows(io.LimitReader(r, maxPayload), []string{"name", "names", "country", "admin1", "lat", "lon", "kind"}, func(get func(string) string) error {
		n++
		k, ok := regionKinds[get("kind")]
		if !ok || k == kindCountry || k == kindDemonym {
			return fmt.Errorf("%w: there is no kind %.30q", ErrImport, get("kind"))
		}
		a2 := im.alpha2[get("country")]
		if a2 == "" {
			return fmt.Errorf("%w: there is no state %.10q", ErrImport, get("country"))
		}
		x := record{name: get("name"), alt: list(get("names")), country: a2, kind: k, pop: ownPopulation, flags: flagOwn}
		if len(x.alt) > maxNames {
			return fmt.Errorf("%w: %d names, at most %d", ErrImport, len(x.alt), maxNames)
		}
		var point bool
		var err error
		if x.lat, x.lon, point, err = degrees(get("lat"), get("lon")); err != nil {
			return fmt.Errorf("%w: %w", ErrImport, err)
		}
		if name := get("admin1"); name != "" {
			a, ok := im.g.division(get("country"), name)
			if !ok {
				return fmt.Errorf("%w: no division %.40q in %s", ErrImport, name, get("country"))
			}
			d := im.g.entry(int32(a)) //nolint:gosec // an index
			x.admin1 = a2 + ":" + d.name
			im.names[x.admin1] = d.name
			if !point {
				x.lat, x.lon, point = d.lat, d.lon, true
			}
		}
		if !point {
			return fmt.Errorf("%w: %.40q needs lat and lon, or admin1", ErrImport, x.name)
		}
		if err := im.add(x); err != nil {
			return err
		}
		im.stats.Own++
		return nil
	})
	im.stats.Rows += n
	var at *rowError
	if errors.As(err, &at) {
		return wrong(file, at.line, at.err)
	}
	if err != nil {
		return wrong(file, 0, err)
	}
	return nil
}

// ownPopulation stands for the unknown one of a row of the user's.
const ownPopulation = 100_000

// write adds the divisions that records lie in and packs all.
func (im *importer) write(w io.Writer) (ImportStats, error) {
	im.stats.Places = len(im.pack.records)
	have, want := map[string]bool{}, map[string]bool{}
	for i := range im.pack.records {
		r := &im.pack.records[i]
		if r.kind == kindAdmin1 {
			have[r.own] = true
		}
		if r.admin1 != "" {
			want[r.admin1] = true
		}
	}
	codes := make([]string, 0, len(want))
	for c := range want {
		if !have[c] {
			codes = append(codes, c)
		}
	}
	sort.Strings(codes)
	for _, c := range codes {
		name := im.names[c]
		if name == "" {
			name = im.elected(c)
		}
		if name == "" {
			continue
		}
		im.stats.Divisions++
		im.pack.records = append(im.pack.records, record{name: name, country: c[:2], kind: kindAdmin1, own: c, admin1: c, flags: flagBridge})
	}
	im.pack.sort()
	st, err := im.pack.write(w)
	im.stats.Keys, im.stats.Bytes = st.Keys, st.Bytes
	if err != nil {
		return im.stats, fmt.Errorf("pack places: %w", err)
	}
	return im.stats, nil
}

// elected returns the name of our division that most places of a code lie in.
func (im *importer) elected(code string) string {
	best, n := uint32(noAdmin), 0
	for a, k := range im.votes[code] { // the smallest of equal ones: no order decides
		if k > n || k == n && a < best {
			best, n = a, k
		}
	}
	if n == 0 {
		return ""
	}
	return im.g.entry(int32(best)).name //nolint:gosec // an index
}
