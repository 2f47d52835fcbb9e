package place

import (
	"fmt"
	"io"
	"strings"
)

// Gazetteer holds the packed towns and divisions together with the tables of
// states and regions. It never changes once loaded and serves any number of
// goroutines.
type Gazetteer struct {
	p       *packed
	extra   []entry            // from the tables; reference -1-i
	keys    map[string][]int32 // keys of the tables
	behind  map[string][]int32 // keys that count only behind a comma: "TX"
	upper   map[string]bool    // keys that must stand in capitals: "us"
	iso3    map[string]string  // by ISO 3166-1 alpha-2
	country map[string]int32   // reference of a country by alpha-3

	disputes map[string][]dispute // by country, "" for none
	past     map[string][]past    // by country, in the order of time
	hosts    map[string]home      // outlets by host
	outlets  map[string]home      // and by the key of their name
	own      *own                 // the user's table, nil for none
}

// entry is one place as the resolver sees it.
type entry struct {
	name     string
	country  string // alpha-3, "" for features and areas of several countries
	admin1   uint32 // packed entry of the first-order division, noAdmin for none
	lat, lon float64
	point    bool
	id, pop  int
	kind     kind
	detail   string // kind in the table of regions: sea, river
	own      bool   // a row that the user wrote
}

// Load reads the packed gazetteer and the tables of regions
// (data/places/regions.tsv) and states (data/actors/states.tsv). Errors wrap
// [ErrFormat] or [ErrTable]. It takes some 50 ms.
func Load(pack, regions, states io.Reader, more ...Option) (*Gazetteer, error) {
	p, err := readPack(pack)
	if err != nil {
		return nil, err
	}
	p.prepare()
	g := &Gazetteer{p: p, keys: map[string][]int32{}, behind: map[string][]int32{}, upper: map[string]bool{}, iso3: map[string]string{}, country: map[string]int32{}}
	st, err := readStates(states)
	if err != nil {
		return nil, fmt.Errorf("read actors/states.tsv: %w", err)
	}
	for _, s := range st {
		g.addState(s)
	}
	rg, err := readRegions(regions)
	if err != nil {
		return nil, fmt.Errorf("read places/regions.tsv: %w", err)
	}
	for _, r := range rg {
		if err := g.addRegion(r); err != nil {
			return nil, fmt.Errorf("read places/regions.tsv: region %q: %w", r.name, err)
		}
	}
	for _, add := range more {
		if err := add(g); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// prepare builds the hash table of the keys and the table of key lengths.
func (p *packed) prepare() {
	size := uint32(1 << 10)
	for int(size) < len(p.key)*2 {
		size *= 2
	}
	p.slots, p.mask = make([]uint32, size), size-1
	p.wordLimits = make([]uint8, 1<<16)
	for i := range p.key {
		k := p.keyText(i)
		h := hash([]byte(k)) & p.mask
		for p.slots[h] != 0 {
			h = (h + 1) & p.mask
		}
		p.slots[h] = uint32(i) + 1 //nolint:gosec // bounded by maxEntries
		limit(p.wordLimits, k)
	}
}

// limit raises the number of words for the first word of a key.
func limit(limits []uint8, key string) {
	first, n := key, uint8(1)
	for i := range len(key) {
		if key[i] == ' ' {
			if n == 1 {
				first = key[:i]
			}
			n++
		}
	}
	h := hash([]byte(first)) & 0xffff
	limits[h] = max(limits[h], n)
}

func (p *packed) keyText(i int) string {
	from := uint32(0)
	if i > 0 {
		from = p.key[i-1]
	}
	return p.keys[from:p.key[i]]
}

// find returns the entries of a key, the most famous first.
func (p *packed) find(key []byte) []uint32 {
	h := hash(key) & p.mask
	for p.slots[h] != 0 {
		i := int(p.slots[h] - 1)
		if p.keyText(i) == string(key) {
			from := uint32(0)
			if i > 0 {
				from = p.post[i-1]
			}
			return p.posts[from:p.post[i]]
		}
		h = (h + 1) & p.mask
	}
	return nil
}

// entry returns the place of a reference: a packed entry, -1-i for the i-th of
// the tables, ownBase+i for the i-th of the user's.
func (g *Gazetteer) entry(ref int32) entry {
	if ref < 0 {
		return g.extra[-1-ref]
	}
	if ref >= ownBase {
		return g.ownEntry(int(ref - ownBase))
	}
	return g.column(g.p, int(ref))
}

// column returns the i-th entry of a packed table, its division as that table
// numbers it.
func (g *Gazetteer) column(p *packed, i int) entry {
	from := uint32(0)
	if i > 0 {
		from = p.name[i-1]
	}
	c := int(p.country[i]) * 2
	return entry{
		name: p.names[from:p.name[i]], country: g.iso3[p.countries[c:c+2]], admin1: p.admin1[i],
		lat: float64(int32(p.lat[i])) / 1e4, lon: float64(int32(p.lon[i])) / 1e4, point: true, //nolint:gosec // two's complement
		id: int(p.id[i]), pop: int(p.pop[i]), kind: kind(p.kind[i]),
	}
}

// adminName returns the name of a first-order division.
func (g *Gazetteer) adminName(a uint32) string {
	if a == noAdmin || int(a) >= len(g.p.name) && a < ownBase {
		return ""
	}
	n := g.entry(int32(a)).name //nolint:gosec // an index
	if s := bareDivision(n); s != "" {
		return s
	}
	return n
}

// add puts an entry under its names.
func (g *Gazetteer) add(e entry, names ...string) int32 {
	g.extra = append(g.extra, e)
	ref := int32(-len(g.extra)) //nolint:gosec // a few thousand
	for _, n := range names {
		to := g.keys
		if strings.HasPrefix(n, ",") {
			to, n = g.behind, n[1:]
		}
		k, ok := keyOf(n)
		if !ok {
			continue
		}
		if len(n) <= 4 && strings.ToUpper(n) == n {
			g.upper[k] = true
		}
		for _, k := range [...]string{k, withoutArticles(k)} {
			if k != "" && (len(to[k]) == 0 || to[k][len(to[k])-1] != ref) {
				to[k] = append(to[k], ref)
				limit(g.p.wordLimits, k)
			}
		}
	}
	return ref
}

// addState adds a country, its adjectives and its people.
func (g *Gazetteer) addState(s state) {
	if s.iso2 != "" && g.iso3[s.iso2] == "" {
		g.iso3[s.iso2] = s.code
	}
	e := entry{name: s.name, country: s.code, admin1: noAdmin, lat: s.lat, lon: s.lon, point: s.point, kind: kindCountry, pop: 10_000_000}
	ref := g.add(e, append([]string{s.name}, s.names...)...)
	if _, ok := g.country[s.code]; !ok {
		g.country[s.code] = ref
	}
	e.kind = kindDemonym
	g.add(e, s.demonyms...)
}

// addRegion adds a row of the table of regions.
func (g *Gazetteer) addRegion(r region) error {
	if r.kind == kindCountry {
		return g.amend(r)
	}
	e := entry{name: r.name, country: r.country, admin1: noAdmin, lat: r.lat, lon: r.lon, point: r.point, id: r.id, kind: r.kind, detail: r.detail, pop: 1_000_000}
	if r.admin1 != "" {
		a, ok := g.division(r.country, r.admin1)
		if !ok {
			return fmt.Errorf("no division %q in %s: %w", r.admin1, r.country, ErrTable)
		}
		e.admin1 = a
		if !e.point {
			d := g.entry(int32(a)) //nolint:gosec // an index
			e.lat, e.lon, e.point = d.lat, d.lon, true
		}
		e.pop = max(e.pop, int(g.p.pop[a]))
	}
	switch e.kind {
	case kindDemonym:
		g.add(e, r.names...)
		return nil
	case kindTown:
		g.adopt(&e, r)
	}
	g.takeOver(r)
	g.add(e, append([]string{r.name}, r.names...)...)
	return nil
}

// adopt gives a town of the table what the packed file knows of it: the entry
// of one of its names that lies within a third of a degree.
func (g *Gazetteer) adopt(e *entry, r region) {
	const near = 0.33
	for _, n := range append([]string{r.name}, r.names...) {
		k, _ := keyOf(n)
		for _, i := range g.p.find([]byte(k)) {
			p := g.entry(int32(i)) //nolint:gosec // an index
			if p.country != e.country || p.kind >= kindAdmin1 || p.lat > e.lat+near || p.lat < e.lat-near || p.lon > e.lon+near || p.lon < e.lon-near {
				continue
			}
			e.id, e.kind, e.pop = p.id, p.kind, max(p.pop, big)
			if e.admin1 == noAdmin {
				e.admin1 = p.admin1
			}
			return
		}
	}
}

// takeOver frees the names of a region that the table of states gives to the
// whole state, as another name of it: "England".
func (g *Gazetteer) takeOver(r region) {
	for _, n := range append([]string{r.name}, r.names...) {
		k, ok := keyOf(n)
		if !ok || len(g.keys[k]) == 0 {
			continue
		}
		kept := g.keys[k][:0:0]
		for _, ref := range g.keys[k] {
			e := g.entry(ref)
			if own, _ := keyOf(e.name); e.kind != kindCountry || own == k || e.country != r.country {
				kept = append(kept, ref)
			}
		}
		g.keys[k] = kept
	}
}

// amend gives a country its GeoNames id and, if the row has one, its point.
func (g *Gazetteer) amend(r region) error {
	if _, ok := g.country[r.country]; !ok {
		return fmt.Errorf("no state %q: %w", r.country, ErrTable)
	}
	for i := range g.extra {
		e := &g.extra[i]
		if e.country != r.country || e.kind != kindCountry && e.kind != kindDemonym {
			continue
		}
		e.id = r.id
		if r.point {
			e.lat, e.lon, e.point = r.lat, r.lon, true
		}
	}
	return nil
}

// division finds a first-order division by country and name.
func (g *Gazetteer) division(country, name string) (uint32, bool) {
	for _, n := range [...]string{name, bareDivision(name)} {
		k, _ := keyOf(n)
		for _, i := range g.p.find([]byte(k)) {
			if kind(g.p.kind[i]) == kindAdmin1 && g.entry(int32(i)).country == country { //nolint:gosec // an index
				return i, true
			}
		}
	}
	return 0, false
}

// inside reports whether e lies in the place c.
func (e entry) inside(c entry) bool {
	if e.country == "" || e.country != c.country {
		return false
	}
	switch c.kind {
	case kindCountry, kindDemonym:
		return e.kind != kindCountry && e.kind != kindDemonym
	case kindAdmin1, kindAdmin2:
		return e.admin1 == c.admin1 && c.admin1 != noAdmin && e.kind != kindAdmin1
	case kindRegion:
		return c.admin1 != noAdmin && e.admin1 == c.admin1 && e.kind != kindAdmin1 && e.kind != kindRegion
	}
	return false
}

// precision names how much ground a place covers.
func (e entry) precision() string {
	switch {
	case e.kind == kindDemonym && e.detail != "" && e.country == "":
		return "area"
	case e.kind == kindDemonym && e.detail != "":
		return "region"
	}
	switch e.kind {
	case kindCountry, kindDemonym:
		return "country"
	case kindAdmin1, kindAdmin2, kindRegion:
		return "region"
	case kindFeature, kindArea:
		return "area"
	}
	return "city"
}
