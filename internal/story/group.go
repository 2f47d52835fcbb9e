package story

import (
	entente "github.com/entente-news/entente"
)

// Bounds of what a story in memory holds.
const maxGroupTerms = 3000

// group is a story in memory: the sum of the vectors of its reports.
type group struct {
	id       string
	seq      int         // order of opening
	from, to entente.Day // of dated members; NoDay without one
	terms    map[uint32]float64
	members  []*placed // those in memory
	words    int       // terms of all members
	dead     bool      // merged into another, or forgotten

	square   float64 // of the length of the sum
	measured int     // documents in memory when square was measured
	stale    int     // documents that joined or left since

	mark  int     // the search that score belongs to
	score float64 // of the current search
}

// placed is a document in memory.
type placed struct {
	f      *Features
	day    entente.Day // its own, or that of the one before
	group  *group
	scale  float64 // of its vector when it joined; 0 for a near-copy, which adds nothing
	head   *placed // the document that this one copies; nil when it is none
	copies []*placed
	mark   int // the search that hits belongs to
	hits   int
}

// duplicateOf returns the id of the document that p copies, "" for none.
func (p *placed) duplicateOf() string {
	if p.head == nil {
		return ""
	}
	return p.head.f.Doc
}

// assignment says where p is.
func (p *placed) assignment() entente.Assignment {
	return entente.Assignment{Doc: p.f.Doc, Story: p.group.id, DuplicateOf: p.duplicateOf()}
}

func (g *group) stretch(d entente.Day) {
	if !d.Known() {
		return
	}
	if !g.from.Known() || d < g.from {
		g.from = d
	}
	g.to = max(g.to, d)
}

// add sums v, the vector of a document, into g, or takes it away.
func (g *group) add(v []entry, sign float64) {
	for i := range v {
		h, r := v[i].hash, v[i].rarity
		old := g.terms[h]
		sum := old + float64(sign*v[i].value)
		if sum < 1e-9 {
			delete(g.terms, h)
			sum = 0
		} else {
			g.terms[h] = sum
		}
		x, y := float64(sum*r), float64(old*r)
		g.square += float64(x*x) - float64(y*y)
	}
	g.stale++
}

// storyID names a story after its first document.
func storyID(doc string) string {
	const digits = "0123456789abcdef"
	h := hashString(doc)
	out := make([]byte, 13)
	out[0] = 's'
	for i := range 12 {
		out[i+1] = digits[h>>(60-4*i)&15]
	}
	return string(out)
}
