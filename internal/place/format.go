package place

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sort"

	"github.com/klauspost/compress/zstd"
)

// magic opens a packed gazetteer; its last byte is the version. Version 2 has a
// section more, secFlags, and is what [Import] writes.
const (
	magic    = "ENTPLAC\x01"
	magicOwn = "ENTPLAC\x02"
)

// The sizes and bounds of the format.
const (
	headSize   = 8 + 32 + 4 // magic, SHA-256 of the payload, its length unpacked
	maxPayload = 64 << 20
	maxOwn     = 512 << 20 // payload of a table of the user's
	noAdmin    = 0xffff
	maxEntries = 1 << 22
)

// ErrFormat is wrapped by the errors of [Load] about the packed file.
var ErrFormat = errors.New("not a packed gazetteer of a known version")

// Stats counts what a packed gazetteer holds.
type Stats struct {
	Entries, Keys, Postings int
	Bytes, Payload          int
}

// The sections of the payload, each preceded by its length.
const (
	secCountries = iota // 2 letters each
	secCountry          // u8: index of a country; one per entry, as the next seven
	secKind             // u8
	secAdmin1           // u16: entry of the first-order division, noAdmin for none
	secPop              // u32
	secLat              // i32, 1e-4 degrees
	secLon              // i32
	secID               // u32: GeoNames id, 0 for none
	secName             // u32: end of the name in secNames
	secNames            // UTF-8
	secKey              // u32: end of the key in secKeys; one per key
	secKeys             // ASCII, sorted
	secPost             // u32: end of the key's run in secPosts
	secPosts            // u32: entries, the most famous first
	secCount
	secFlags = secCount // u8: one per entry, version 2 alone
)

// The flags of an entry.
const (
	flagOwn    = 1 << iota // a row that the user wrote
	flagBridge             // a division that only says where others lie; no name finds it
)

// write packs the sorted records.
func (p *packer) write(w io.Writer) (Stats, error) {
	sec := make([][]byte, secCount, secCount+1)
	if p.flagged {
		sec = append(sec, make([]byte, 0, len(p.records)))
	}
	countries, country := p.countryTable()
	sec[secCountries] = []byte(countries)
	admin := map[string]int{}
	for i := range p.records {
		if p.records[i].kind == kindAdmin1 {
			admin[p.records[i].own] = i
		}
	}
	for i := range p.records {
		r := &p.records[i]
		a, ok := admin[r.admin1]
		if !ok || a >= noAdmin {
			a = noAdmin
		}
		sec[secCountry] = append(sec[secCountry], country[r.country])
		sec[secKind] = append(sec[secKind], byte(r.kind))
		sec[secAdmin1] = binary.LittleEndian.AppendUint16(sec[secAdmin1], uint16(a)) //nolint:gosec // bounded above
		sec[secPop] = appendInt(sec[secPop], r.pop)
		sec[secLat] = appendInt(sec[secLat], int(math.Round(r.lat*1e4)))
		sec[secLon] = appendInt(sec[secLon], int(math.Round(r.lon*1e4)))
		sec[secID] = appendInt(sec[secID], r.id)
		sec[secNames] = append(sec[secNames], r.name...)
		sec[secName] = appendInt(sec[secName], len(sec[secNames]))
		if p.flagged {
			sec[secFlags] = append(sec[secFlags], r.flags)
		}
	}
	keys, posts := p.index()
	st := Stats{Entries: len(p.records), Keys: len(keys)}
	n := 0
	for _, k := range keys {
		sec[secKeys] = append(sec[secKeys], k...)
		sec[secKey] = appendInt(sec[secKey], len(sec[secKeys]))
		for _, e := range posts[k] {
			sec[secPosts] = appendInt(sec[secPosts], e)
			n++
		}
		sec[secPost] = appendInt(sec[secPost], n)
	}
	st.Postings = n
	return seal(w, sec, st)
}

func appendInt(b []byte, v int) []byte {
	return binary.LittleEndian.AppendUint32(b, uint32(int32(v))) //nolint:gosec // populations, ids and offsets fit
}

// seal joins, compresses and writes the sections.
func seal(w io.Writer, sec [][]byte, st Stats) (Stats, error) {
	var payload []byte
	for i := range sec {
		s := shuffle(i, sec[i])
		payload = binary.LittleEndian.AppendUint32(payload, uint32(len(s))) //nolint:gosec // far below 4 GiB
		payload = append(payload, s...)
	}
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return st, fmt.Errorf("open compressor: %w", err)
	}
	sum := sha256.Sum256(payload)
	head := magic
	if len(sec) > secCount {
		head = magicOwn
	}
	out := append([]byte(head), sum[:]...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(payload))) //nolint:gosec // far below 4 GiB
	out = enc.EncodeAll(payload, out)
	st.Bytes, st.Payload = len(out), len(payload)
	if _, err := w.Write(out); err != nil {
		return st, fmt.Errorf("write packed gazetteer: %w", err)
	}
	return st, nil
}

// width returns the size of the numbers of a section; 1 for bytes and text.
func width(section int) int {
	switch section {
	case secAdmin1:
		return 2
	case secPop, secLat, secLon, secID, secName, secKey, secPost, secPosts:
		return 4
	}
	return 1
}

// delta reports whether the numbers of a section are written as differences.
func delta(section int) bool {
	return section == secName || section == secKey || section == secPost || section == secLat || section == secLon
}

// shuffle writes a section of numbers byte plane by byte plane, rising ones as
// differences: equal high bytes lie together and compress.
func shuffle(section int, b []byte) []byte {
	n := width(section)
	if n == 1 {
		return b
	}
	src := b
	if delta(section) {
		src = make([]byte, 0, len(b))
		last := uint32(0)
		for i := 0; i < len(b); i += 4 {
			v := binary.LittleEndian.Uint32(b[i:])
			src = binary.LittleEndian.AppendUint32(src, v-last)
			last = v
		}
	}
	out := make([]byte, len(b))
	m := len(b) / n
	for i := range m {
		for k := range n {
			out[k*m+i] = src[i*n+k]
		}
	}
	return out
}

// numbers undoes shuffle.
func numbers(section int, b []byte) []uint32 {
	n := width(section)
	m := len(b) / n
	out := make([]uint32, m)
	for k := range n {
		plane := b[k*m : (k+1)*m]
		for i, c := range plane {
			out[i] |= uint32(c) << (8 * k)
		}
	}
	if delta(section) {
		last := uint32(0)
		for i, v := range out {
			last += v
			out[i] = last
		}
	}
	return out
}

// countryTable lists the countries in the order of their letters.
func (p *packer) countryTable() (string, map[string]byte) {
	seen := map[string]bool{}
	var list []string
	for i := range p.records {
		if c := p.records[i].country; len(c) == 2 && !seen[c] {
			seen[c] = true
			list = append(list, c)
		}
	}
	sort.Strings(list)
	index := make(map[string]byte, len(list))
	out := ""
	for i, c := range list {
		index[c] = byte(i) //nolint:gosec // fewer than 256 countries
		out += c
	}
	return out, index
}

// index lists the keys with the entries that bear them.
func (p *packer) index() ([]string, map[string][]int) {
	posts := map[string][]int{}
	add := func(k string, i int) {
		if l := posts[k]; len(k) < 3 || len(l) > 0 && l[len(l)-1] == i {
			return
		}
		posts[k] = append(posts[k], i)
	}
	for i := range p.records {
		r := &p.records[i]
		if r.flags&flagBridge != 0 {
			continue
		}
		for _, n := range append([]string{r.name}, r.alt...) {
			k, ok := keyOf(n)
			if !ok {
				continue
			}
			add(k, i)
			if arabic[r.country] {
				if s := withoutArticles(k); s != "" {
					add(s, i)
				}
			}
		}
	}
	keys := make([]string, 0, len(posts))
	for k := range posts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		l := posts[k]
		sort.SliceStable(l, func(a, b int) bool { return p.records[l[a]].pop > p.records[l[b]].pop })
		posts[k] = unique(l)
	}
	return keys, posts
}

// unique drops repeated entries and all after the 48th: what stands there has
// no chance.
func unique(l []int) []int {
	out := l[:0]
	for _, e := range l {
		dup := false
		for _, o := range out {
			dup = dup || o == e
		}
		if !dup && len(out) < 48 {
			out = append(out, e)
		}
	}
	return out
}

// arabic are the countries whose names carry the Arabic article.
var arabic = map[string]bool{
	"SY": true, "IQ": true, "PS": true, "LB": true, "JO": true, "EG": true, "LY": true, "TN": true, "DZ": true, "MA": true, "SD": true,
	"YE": true, "SA": true, "OM": true, "AE": true, "QA": true, "BH": true, "KW": true, "MR": true, "SO": true, "TD": true, "EH": true, "IL": true, "IR": true, "DJ": true,
}

// readPack reads the packed gazetteer that ships.
func readPack(pack io.Reader) (*packed, error) {
	data, err := io.ReadAll(io.LimitReader(pack, maxPayload))
	if err != nil {
		return nil, fmt.Errorf("read packed gazetteer: %w", err)
	}
	p, err := unpack(data, magic, maxPayload)
	if err != nil {
		return nil, fmt.Errorf("unpack gazetteer: %w", err)
	}
	return p, nil
}

// unpack checks and reads a packed gazetteer of the version that head opens,
// of at most limit bytes.
func unpack(data []byte, head string, limit uint32) (*packed, error) {
	if len(data) < headSize || string(data[:8]) != head {
		return nil, fmt.Errorf("read head: %w", ErrFormat)
	}
	size := binary.LittleEndian.Uint32(data[40:])
	if size > limit {
		return nil, fmt.Errorf("payload of %d bytes: %w", size, ErrFormat)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(uint64(limit)))
	if err != nil {
		return nil, fmt.Errorf("open decompressor: %w", err)
	}
	defer dec.Close()
	payload, err := dec.DecodeAll(data[headSize:], make([]byte, 0, min(size, maxPayload)))
	if err != nil {
		return nil, fmt.Errorf("decompress: %w: %w", ErrFormat, err)
	}
	if sum := sha256.Sum256(payload); len(payload) != int(size) || !bytes.Equal(sum[:], data[8:40]) {
		return nil, fmt.Errorf("checksum does not match: %w", ErrFormat)
	}
	sec := make([][]byte, secCount, secCount+1)
	if head == magicOwn {
		sec = append(sec, nil)
	}
	for i := range sec {
		if len(payload) < 4 {
			return nil, fmt.Errorf("section %d: %w", i, ErrFormat)
		}
		n := int(binary.LittleEndian.Uint32(payload))
		if payload = payload[4:]; n > len(payload) || n%width(i) != 0 {
			return nil, fmt.Errorf("section %d of %d bytes: %w", i, n, ErrFormat)
		}
		sec[i], payload = payload[:n], payload[n:]
	}
	p := assemble(sec)
	if err := p.check(); err != nil {
		return nil, err
	}
	return p, nil
}

// packed is the gazetteer as unpacked: columns and a sorted key table.
type packed struct {
	countries  string
	country    []byte
	kind       []byte
	admin1     []uint32
	pop        []uint32
	lat, lon   []uint32 // two's complement, 1e-4 degrees
	id         []uint32
	name       []uint32
	names      string
	key        []uint32
	keys       string
	post       []uint32
	posts      []uint32
	slots      []uint32 // hash table: key + 1, 0 is empty
	mask       uint32
	wordLimits []uint8 // by hash of the first word: most words of a key
	flags      []byte  // version 2 alone
}

func assemble(sec [][]byte) *packed {
	p := &packed{
		countries: string(sec[secCountries]), country: bytes.Clone(sec[secCountry]), kind: bytes.Clone(sec[secKind]),
		admin1: numbers(secAdmin1, sec[secAdmin1]), pop: numbers(secPop, sec[secPop]),
		lat: numbers(secLat, sec[secLat]), lon: numbers(secLon, sec[secLon]), id: numbers(secID, sec[secID]),
		name: numbers(secName, sec[secName]), names: string(sec[secNames]),
		key: numbers(secKey, sec[secKey]), keys: string(sec[secKeys]),
		post: numbers(secPost, sec[secPost]), posts: numbers(secPosts, sec[secPosts]),
	}
	if len(sec) > secFlags {
		p.flags = bytes.Clone(sec[secFlags])
	}
	return p
}

// check refuses columns that do not fit each other, so that no later look-up
// can leave them.
func (p *packed) check() error {
	n := len(p.country)
	switch {
	case n > maxEntries || len(p.key) > maxEntries || len(p.countries)%2 != 0:
		return fmt.Errorf("too large: %w", ErrFormat)
	case len(p.kind) != n || len(p.admin1) != n || len(p.pop) != n || len(p.lat) != n || len(p.lon) != n || len(p.id) != n || len(p.name) != n:
		return fmt.Errorf("columns of unequal length: %w", ErrFormat)
	case p.flags != nil && len(p.flags) != n:
		return fmt.Errorf("flags of unequal length: %w", ErrFormat)
	case len(p.key) != len(p.post):
		return fmt.Errorf("keys without entries: %w", ErrFormat)
	case !rising(p.name, len(p.names)) || !rising(p.key, len(p.keys)) || !rising(p.post, len(p.posts)):
		return fmt.Errorf("offsets out of order: %w", ErrFormat)
	}
	for i := range n {
		if int(p.country[i])*2 >= len(p.countries) || p.kind[i] >= byte(kindCount) || p.admin1[i] != noAdmin && int(p.admin1[i]) >= n {
			return fmt.Errorf("entry %d: %w", i, ErrFormat)
		}
	}
	for i := range n {
		if lat, lon := int32(p.lat[i]), int32(p.lon[i]); lat < -90e4 || lat > 90e4 || lon < -180e4 || lon > 180e4 { //nolint:gosec // two's complement
			return fmt.Errorf("entry %d lies nowhere: %w", i, ErrFormat)
		}
	}
	for _, e := range p.posts {
		if int(e) >= n {
			return fmt.Errorf("posting %d: %w", e, ErrFormat)
		}
	}
	return nil
}

// rising reports whether offsets never fall and end at most at end.
func rising(offsets []uint32, end int) bool {
	last := uint32(0)
	for _, o := range offsets {
		if o < last {
			return false
		}
		last = o
	}
	return int(last) <= end
}
