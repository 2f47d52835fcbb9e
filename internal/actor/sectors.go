package actor

import (
	"io/fs"
	"strconv"
	"strings"

	"github.com/entente-news/entente"
)

// The same noun is of many sectors: men, officers, crews, families. Tables and
// rules give the likeliest one; the words around it are weighed against that, by
// a softmax over the sectors that is learnt from the corpus (docs/adr/0033).

const sectorsHeader = "cue value weights"

// SectorUnit is what a cue that speaks with a weight of one has in sectors.tsv.
const SectorUnit = 10

// SectorLead is by how much another sector has to be likelier than the one of the
// tables, in tenths of a unit of log-odds; log 1.5.
const SectorLead = 4

// TablesLead is what speaks for the sector of the tables before any cue, in
// tenths.
const TablesLead = 20

// How a sector is named in sectors.tsv that is none.
const noSector = "none"

// numSectors counts them with none.
const numSectors = int(entente.SOC) + 1

// sectorWeight is what a cue weighs for one sector.
type sectorWeight struct {
	sector entente.Sector
	weight int16
}

// sectorWeights are those of all cues, by kind and words.
type sectorWeights struct {
	of  map[string][2]int32 // first and last of the weights of a cue
	all []sectorWeight
}

// cueKey appends the key of a cue to buf.
func cueKey(buf []byte, c cue) []byte {
	buf = append(buf, byte(c.kind))
	buf = append(buf, c.a...)
	if c.b != "" {
		buf = append(append(buf, ", "...), c.b...)
	}
	return buf
}

// sectorWeights reads sectors.tsv: what each cue weighs for each sector.
func (b *builder) sectorWeights(fsys fs.FS) {
	rows, _ := readRows(fsys, "sectors.tsv", sectorsHeader, &b.problems)
	if len(rows) == 0 {
		return
	}
	kinds := map[string]cueKind{}
	for k, name := range cueNames {
		kinds[name] = cueKind(k) //nolint:gosec // some dozens
	}
	s := &sectorWeights{of: make(map[string][2]int32, len(rows)), all: make([]sectorWeight, 0, 5*len(rows))}
	var buf []byte
	for _, r := range rows {
		kind, ok := kinds[r.cols[0]]
		if !ok {
			b.problems.add(r.where(), "no such cue: %q", r.cols[0])
			continue
		}
		from := len(s.all)
		for rest := r.cols[2]; rest != ""; {
			var one string
			one, rest, _ = strings.Cut(rest, "|")
			name, number, _ := strings.Cut(one, ":")
			n, err := strconv.ParseInt(number, 10, 16)
			code := name
			if name == noSector {
				code = ""
			}
			sector, unknown := entente.ParseSector(code)
			if err != nil || unknown != nil || name == "" {
				b.problems.add(r.where(), "not a sector with its weight, a number of up to %d: %q", 1<<15-1, one)
				break
			}
			s.all = append(s.all, sectorWeight{sector, int16(n)})
		}
		buf = append(append(buf[:0], byte(kind)), r.cols[1]...)
		if _, double := s.of[string(buf)]; double {
			b.problems.add(r.where(), "the cue stands here twice")
		}
		s.of[string(buf)] = [2]int32{int32(from), int32(len(s.all))} //nolint:gosec // a table of at most 64 MB
	}
	b.t.sectors = s
}

// Cue is a word that tells of the role of a noun, as sectors.tsv has it.
type Cue struct{ Kind, Value string }

// WatchSectors has see called for every noun whose sector is weighed, with the
// sector that the tables and rules give and what else tells of it; nothing is
// weighed then. All is good for the call alone.
func (w *Worker) WatchSectors(see func(m *entente.Mention, sector entente.Sector, cues []Cue)) {
	w.watchSectors = see
}

// weighSector gives m, the mention of p, another sector where the words around
// it speak for that.
func (w *Worker) weighSector(p *phrase, m *entente.Mention) {
	if w.watchSectors != nil {
		if w.weighable(p) {
			w.watchSectors(m, m.Actor.Sector, w.namedCues(p, m.Actor.Sector))
		}
		return
	}
	best, why := w.weighed(p, m.Actor.Sector)
	if best == m.Actor.Sector {
		return
	}
	m.Why = join(m.Why, sectorName(best)+" rather than "+sectorName(m.Actor.Sector)+": "+why)
	for i := range m.Members {
		if m.Members[i].Sector == m.Actor.Sector {
			m.Members[i].Sector = best
		}
	}
	m.Actor.Sector = best
	if m.Actor.Role != "" { // not that office, then
		m.Actor.Role = ""
		if p.person < 0 {
			m.Actor.Name, m.Actor.Wikidata = "", ""
		}
	}
}

// weighed returns the sector of p's noun, which the tables give as s, and the cue
// that speaks most for another one.
func (w *Worker) weighed(p *phrase, s entente.Sector) (best entente.Sector, why string) {
	if w.t.sectors == nil || !w.weighable(p) {
		return s, ""
	}
	cues := w.cuesOf(p, w.ownerOf(p), s)
	best = w.t.sectors.best(cues, s, &w.buf)
	if best == s || best == entente.UNK {
		return s, ""
	}
	return best, w.t.sectors.strongest(cues, best, s, &w.buf)
}

// weighable reports whether p has a noun that tells of its sector: not the name of
// somebody known, nor one of no state, which has a sector of its own.
func (w *Worker) weighable(p *phrase) bool {
	o := w.ownerOf(p)
	return p.noun >= 0 && p.known < 0 && p.same < 0 && (o == nil || o.state >= 0)
}

// namedCues returns what tells of the role of p's noun.
func (w *Worker) namedCues(p *phrase, s entente.Sector) []Cue {
	var list []Cue
	for _, c := range w.cuesOf(p, w.ownerOf(p), s) {
		list = append(list, Cue{cueNames[c.kind], c.value()})
	}
	return list
}

// ownerOf returns the party that owns p's noun or is inferred to, nil for none.
func (w *Worker) ownerOf(p *phrase) *party {
	switch {
	case p.nowners > 0:
		return &w.t.parties[p.owners[0].reading.party]
	case p.inferred >= 0:
		return &w.t.parties[p.inferred]
	}
	return nil
}

// best returns the sector for which most speaks; by is that of the tables.
func (s *sectorWeights) best(cues []cue, by entente.Sector, buf *[]byte) entente.Sector {
	var sum [numSectors]int32
	sum[by] = TablesLead
	for _, c := range cues {
		*buf = cueKey((*buf)[:0], c)
		at := s.of[string(*buf)]
		for _, x := range s.all[at[0]:at[1]] {
			sum[x.sector] += int32(x.weight)
		}
	}
	best := by
	for i, n := range sum {
		if n > sum[best] {
			best = entente.Sector(i) //nolint:gosec // some dozens
		}
	}
	if sum[best] < sum[by]+SectorLead {
		return by
	}
	return best
}

// strongest returns the cue that speaks most for one sector against another.
func (s *sectorWeights) strongest(cues []cue, yes, no entente.Sector, buf *[]byte) string {
	most, why := int32(-1<<15), ""
	for _, c := range cues {
		*buf = cueKey((*buf)[:0], c)
		at := s.of[string(*buf)]
		n := int32(0)
		for _, x := range s.all[at[0]:at[1]] {
			switch x.sector {
			case yes:
				n += int32(x.weight)
			case no:
				n -= int32(x.weight)
			}
		}
		if n > most {
			most, why = n, cueNames[c.kind]+" ("+c.value()+")"
		}
	}
	return why
}

func sectorName(s entente.Sector) string {
	if s == entente.SectorNone {
		return noSector
	}
	return s.String()
}

// telling reports whether the words around a noun that gives no sector do.
func (w *Worker) telling(p *phrase) bool {
	if w.watchSectors != nil {
		return true
	}
	s, _ := w.weighed(p, entente.SectorNone)
	return s != entente.SectorNone
}
