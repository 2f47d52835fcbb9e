package net

import (
	"math"

	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/model"
)

// lstm is one direction of a recurrent layer. Both matrices have one factor for
// each output, so that their sums are added up before they are scaled. The gates
// are in the order input, forget, output, candidate.
type lstm struct {
	hidden    int
	input     dense
	recurrent *kernel.Matrix
}

func loadLSTM(f *model.File, name string, in, hidden int) (l lstm, err error) {
	l.hidden = hidden
	if l.input, err = loadDense(f, name+".input", 4*hidden, in); err != nil {
		return l, err
	}
	w, err := f.Bytes(name + ".recurrent")
	if err != nil {
		return l, err
	}
	if len(w) != 4*hidden*hidden {
		return l, model.ErrDamaged
	}
	signed := make([]int8, len(w))
	for i, b := range w {
		signed[i] = int8(b)
	}
	l.recurrent = kernel.Pack(signed, 4*hidden, hidden)
	return l, nil
}

// place says where a direction writes: columns from at on of the rows of out.
type place struct {
	out     matrix
	at      int
	reverse bool
}

// run reads the rows of x, in the order o, from first words to last or the other
// way, and writes its outputs.
func (l *lstm) run(s *scratch, t *curve, o *kernel.Order, x matrix, p place) {
	rows, wide := o.Rows(), l.recurrent.Panels()
	s.gates = zeros(s.gates, rows*wide)
	l.input.m.Mul(s.gates, wide, x.v, x.cols, rows)
	gates := s.gates
	if p.reverse {
		s.sums = grow(s.sums, rows*wide)
		for r, m := range o.Mirror {
			copy(s.sums[r*wide:(r+1)*wide], s.gates[int(m)*wide:])
		}
		gates = s.sums
	}
	l.steps(s, t, o, gates, p)
}

// steps does the steps of all sentences. gates are the sums of what the layer
// reads, a row each in the order of the steps; they are used up.
func (l *lstm) steps(s *scratch, t *curve, o *kernel.Order, gates []int32, p place) {
	h, rows, wide := l.hidden, o.Rows(), l.recurrent.Panels()
	s.cell = grow(s.cell, rows*h)
	s.mixed = s.mixed.resized(rows, h) // the outputs in the order of the steps
	for step := range o.Steps() {
		from, to := o.First[step], o.First[step+1]
		before := -1
		if step > 0 {
			before = o.First[step-1]
			l.recurrent.Mul(gates[from*wide:], wide, s.mixed.v[before*h:], h, to-from)
		}
		for r := from; r < to; r++ {
			var last []int32
			if before >= 0 {
				last = s.cell[(before+r-from)*h:][:h]
			}
			l.step(t, gates[r*wide:][:4*h], last, s.cell[r*h:][:h], s.mixed.row(r))
		}
	}
	for r := range rows {
		from := r
		if p.reverse {
			from = int(o.Mirror[r])
		}
		copy(p.out.row(r)[p.at:], s.mixed.row(from))
	}
}

// step computes a step of one sentence: from the sums of the gates and the cell
// before, nil at the first step, to the new cell and the output.
func (l *lstm) step(t *curve, sums, last, cell []int32, out []int16) {
	h := l.hidden
	in, forget, output, candidate := l.gate(sums, 0), l.gate(sums, 1), l.gate(sums, 2), l.gate(sums, 3)
	cell, out = cell[:h], out[:h]
	if last == nil {
		for j := range cell {
			c := (t.sigmoid(in.value(j))*t.tanh(candidate.value(j)) + 1<<17) >> 18
			cell[j] = c
			out[j] = int16((t.sigmoid(output.value(j))*t.tanh(c) + 1<<17) >> 18)
		}
		return
	}
	last = last[:h]
	for j := range cell {
		c := (t.sigmoid(in.value(j))*t.tanh(candidate.value(j)) + 1<<17) >> 18
		c += int32((int64(t.sigmoid(forget.value(j)))*int64(last[j]) + 1<<14) >> 15)
		cell[j] = c
		out[j] = int16((t.sigmoid(output.value(j))*t.tanh(c) + 1<<17) >> 18)
	}
}

// gate is a quarter of the sums of a step, with the factors and biases.
type gate struct{ sums, scale, bias []int32 }

func (l *lstm) gate(sums []int32, n int) gate {
	h := l.hidden
	return gate{sums[n*h:][:h:h], l.input.scale[n*h:][:h:h], l.input.bias[n*h:][:h:h]}
}

func (g *gate) value(j int) int32 {
	return int32((int64(g.sums[j])*int64(g.scale[j])+1<<(ScaleBits-1))>>ScaleBits) + g.bias[j]
}

// curve is the hyperbolic tangent as a table: its value times 1<<15 for every
// curveStep from -8 to 8.
type curve [curveSize]int16

const (
	curveSize  = 1 << 13
	curveShift = Point - 9 // 512 steps for one
)

// Curve returns the table. It is kept in weight files, since the libraries of
// different machines need not agree on its last bits.
func Curve() []int16 {
	t := make([]int16, curveSize)
	for i := range t {
		x := (float64(i-curveSize/2) + 0.5) / (1 << (Point - curveShift))
		t[i] = int16(math.RoundToEven(math.Tanh(x) * (1<<15 - 1)))
	}
	return t
}

// tanh returns the tangent of a fixed-point number, times 1<<15.
func (t *curve) tanh(v int32) int32 {
	return int32(t[uint32(max(0, min(curveSize-1, v>>curveShift+curveSize/2)))%curveSize])
}

// sigmoid returns 1/(1+exp(-v)), times 1<<15: (1+tanh(v/2))/2.
func (t *curve) sigmoid(v int32) int32 { return (1<<15 + t.tanh(v>>1)) >> 1 }

func loadCurve(f *model.File, name string) (*curve, error) {
	b, err := f.Bytes(name)
	if err != nil {
		return nil, err
	}
	t := &curve{}
	if len(b) != 2*len(t) {
		return nil, model.ErrDamaged
	}
	for i := range t {
		t[i] = int16(uint16(b[2*i]) | uint16(b[2*i+1])<<8)
	}
	return t, nil
}
