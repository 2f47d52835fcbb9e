package model

// Perceptron is an averaged multi-class perceptron (Freund and Schapire 1999;
// Collins 2002) over hashed features, for training. Averaging is lazy: a weight
// keeps the sum of its values over time and the time of its last change. It is
// not safe for concurrent use.
//
// Rows grow inside two flat arrays and move to their end when full, so that
// millions of rows cost the garbage collector nothing.
type Perceptron struct {
	classes int
	now     int64 // examples seen
	slots   []slot
	mask    uint32
	rows    []growRow
	hot     []hotCell
	cold    []coldCell
}

type growRow struct {
	off  uint32
	n    uint16
	full uint16
}

type hotCell struct {
	weight int32
	class  uint8
}

type coldCell struct {
	total int64
	since int64
}

// NewPerceptron returns a perceptron without weights for that many classes, at
// most MaxClasses.
func NewPerceptron(classes int) *Perceptron {
	const size = 1 << 16
	return &Perceptron{classes: classes, slots: make([]slot, size), mask: size - 1}
}

// Tick counts one example; the average runs over these.
func (p *Perceptron) Tick() { p.now++ }

// Score adds the current weights of the features to scores, without clearing
// them first.
func (p *Perceptron) Score(keys []uint32, scores *[MaxClasses]int32) {
	for _, k := range keys {
		for i := k & p.mask; ; i = (i + 1) & p.mask {
			s := p.slots[i]
			if s.key == k {
				r := p.rows[s.row]
				for _, c := range p.hot[r.off : r.off+uint32(r.n)] {
					scores[c.class] += c.weight
				}
				break
			}
			if s.key == 0 {
				break
			}
		}
	}
}

// Update adds delta to the weights of the features for a class.
func (p *Perceptron) Update(keys []uint32, class int, delta int32) {
	for _, k := range keys {
		p.bump(p.row(k), uint8(class), delta) //nolint:gosec // classes are at most 256
	}
}

// row returns the index of the row of key, made if missing.
func (p *Perceptron) row(key uint32) uint32 {
	i := key & p.mask
	for p.slots[i].key != 0 {
		if p.slots[i].key == key {
			return p.slots[i].row
		}
		i = (i + 1) & p.mask
	}
	if 2*len(p.rows) >= len(p.slots) {
		p.rehash()
		return p.row(key)
	}
	r := uint32(len(p.rows)) //nolint:gosec // far below 2^32
	p.slots[i] = slot{key, r}
	p.rows = append(p.rows, growRow{})
	return r
}

func (p *Perceptron) rehash() {
	old := p.slots
	p.slots = make([]slot, 2*len(old))
	p.mask = uint32(len(p.slots) - 1) //nolint:gosec // far below 2^32
	for _, s := range old {
		if s.key == 0 {
			continue
		}
		i := s.key & p.mask
		for p.slots[i].key != 0 {
			i = (i + 1) & p.mask
		}
		p.slots[i] = s
	}
}

func (p *Perceptron) bump(row uint32, class uint8, delta int32) {
	r := &p.rows[row]
	for i := r.off; i < r.off+uint32(r.n); i++ {
		if p.hot[i].class == class {
			c := &p.cold[i]
			c.total += int64(p.hot[i].weight) * (p.now - c.since)
			c.since = p.now
			p.hot[i].weight += delta
			return
		}
	}
	if r.n == r.full {
		p.move(r)
	}
	i := r.off + uint32(r.n)
	p.hot[i] = hotCell{delta, class}
	p.cold[i] = coldCell{0, p.now}
	r.n++
}

// move gives a full row twice the room at the end of the arrays.
func (p *Perceptron) move(r *growRow) {
	room := max(2, 2*int(r.full))
	off := len(p.hot)
	p.hot = append(p.hot, make([]hotCell, room)...)
	p.cold = append(p.cold, make([]coldCell, room)...)
	copy(p.hot[off:], p.hot[r.off:r.off+uint32(r.n)])
	copy(p.cold[off:], p.cold[r.off:r.off+uint32(r.n)])
	r.off, r.full = uint32(off), uint16(room) //nolint:gosec // far below the limits
}

// Averages calls yield for every feature with its averaged weights times
// factor, in the order in which the features were first seen. The slice is
// valid until yield returns.
func (p *Perceptron) Averages(factor int64, yield func(key uint32, cells []Average)) {
	keys := make([]uint32, len(p.rows))
	for _, s := range p.slots {
		if s.key != 0 {
			keys[s.row] = s.key
		}
	}
	var buf []Average
	for i, r := range p.rows {
		buf = buf[:0]
		for j := r.off; j < r.off+uint32(r.n); j++ {
			sum := p.cold[j].total + int64(p.hot[j].weight)*(p.now-p.cold[j].since)
			buf = append(buf, Average{p.hot[j].class, sum * factor / max(1, p.now)})
		}
		yield(keys[i], buf)
	}
}

// Average is an averaged weight of a feature for one class.
type Average struct {
	Class  uint8
	Weight int64
}
