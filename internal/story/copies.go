package story

import "slices"

// Bounds of the search for copies.
const (
	maxCopyList  = 64 // latest documents kept under one shingle
	maxCopyTests = 16 // documents compared in full
	minCopyHits  = 2  // shingles that two documents must share among those of the index
)

// copyIndex finds documents in memory that share the wording of one, by the
// smallest hashes of their shingles: two sets that overlap by a half share a
// quarter of these and more.
type copyIndex struct {
	lists map[uint64][]*placed
	mark  int
}

func indexed(k *Sketch) []uint64 { return k.Hashes[:min(len(k.Hashes), sketchIndex)] }

// find returns the document that f copies most closely, nil for none; the
// earliest of several like ones.
func (x *copyIndex) find(f *Features) *placed {
	x.mark++
	var seen []*placed
	for _, h := range indexed(&f.Sketch) {
		for _, p := range x.lists[h] {
			if p.mark != x.mark {
				p.mark, p.hits = x.mark, 0
				seen = append(seen, p)
			}
			p.hits++
		}
	}
	seen = slices.DeleteFunc(seen, func(p *placed) bool { return p.hits < minCopyHits })
	slices.SortStableFunc(seen, func(a, b *placed) int { return b.hits - a.hits })
	var best *placed
	most := 0
	for _, p := range seen[:min(len(seen), maxCopyTests)] {
		if share, ok := nearCopy(&f.Sketch, &p.f.Sketch); ok && share > most {
			best, most = p, share
		}
	}
	return best
}

func (x *copyIndex) add(p *placed) {
	for _, h := range indexed(&p.f.Sketch) {
		list := append(x.lists[h], p)
		if len(list) > maxCopyList {
			list = slices.Delete(list, 0, 1)
		}
		x.lists[h] = list
	}
}

func (x *copyIndex) remove(p *placed) {
	for _, h := range indexed(&p.f.Sketch) {
		list := x.lists[h]
		if i := slices.Index(list, p); i >= 0 {
			list = slices.Delete(list, i, i+1)
		}
		if len(list) == 0 {
			delete(x.lists, h)
		} else {
			x.lists[h] = list
		}
	}
}
