package story

import (
	"slices"

	entente "github.com/entente-news/entente"
)

// group is a story in memory.
type group struct {
	id    string
	cells []*cell // in order of opening
}

func (g *group) remove(x *cell) {
	if i := slices.Index(g.cells, x); i >= 0 {
		g.cells = slices.Delete(g.cells, i, i+1)
	}
}

// placed is a document in memory.
type placed struct {
	doc    string
	time   int64       // Unix seconds of publication; 0 when unknown
	day    entente.Day // its own, or that of the one before
	terms  []Term
	sketch Sketch
	serial uint32 // order of coming
	cell   *cell
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
	return p.head.doc
}

// assignment says where p is.
func (p *placed) assignment() entente.Assignment {
	return entente.Assignment{Doc: p.doc, Story: p.cell.group.id, DuplicateOf: p.duplicateOf()}
}

// rename gives each part its story: that of its first cell. Documents whose
// story changes are told.
func (c *Clusterer) rename(parts []*part) {
	type move struct {
		x  *cell
		id string
	}
	var moves []move
	for _, p := range parts {
		if p.gone {
			continue
		}
		slices.SortFunc(p.cells, func(a, b *cell) int { return a.seq - b.seq })
		id := p.cells[0].name
		for _, x := range p.cells {
			if x.group.id != id {
				moves = append(moves, move{x, id})
			}
		}
	}
	for _, m := range moves {
		m.x.group.remove(m.x)
		if len(m.x.group.cells) == 0 {
			delete(c.byStory, m.x.group.id)
		}
	}
	for _, m := range moves {
		c.touch(m.x.group)
		c.enter(m.x, m.id)
		c.touch(m.x.group)
		for _, p := range m.x.members {
			if p != c.current {
				c.changes = append(c.changes, p.assignment())
			}
		}
	}
}

// enter puts x into the story of that id.
func (c *Clusterer) enter(x *cell, id string) {
	g := c.byStory[id]
	if g == nil {
		g = &group{id: id}
		c.byStory[id] = g
	}
	i, _ := slices.BinarySearchFunc(g.cells, x, func(a, b *cell) int { return a.seq - b.seq })
	g.cells = slices.Insert(g.cells, i, x)
	x.group = g
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
