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
func (l *lstm) run(s *scratch, t *kernel.Curve, o *kernel.Order, x matrix, p place) {
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
func (l *lstm) steps(s *scratch, t *kernel.Curve, o *kernel.Order, gates []int32, p place) {
	h, rows, wide := l.hidden, o.Rows(), l.recurrent.Panels()
	s.cell, s.none = grow(s.cell, rows*h), zeros(s.none, h)
	s.mixed = s.mixed.resized(rows, h) // the outputs in the order of the steps
	for step := range o.Steps() {
		from, to := o.First[step], o.First[step+1]
		before := -1
		if step > 0 {
			before = o.First[step-1]
			l.recurrent.Mul(gates[from*wide:], wide, s.mixed.v[before*h:], h, to-from)
		}
		for r := from; r < to; r++ {
			last := s.none
			if before >= 0 {
				last = s.cell[(before+r-from)*h:][:h]
			}
			l.input.Step(t, gates[r*wide:], last, s.cell[r*h:][:h], s.mixed.row(r))
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

// Curve returns the table. It is kept in weight files, since the libraries of
// different machines need not agree on its last bits.
func Curve() []int16 {
	t := make([]int16, kernel.CurveSize)
	for i := range t {
		x := (float64(i-kernel.CurveSize/2) + 0.5) / 512
		t[i] = int16(math.RoundToEven(math.Tanh(x) * (1<<15 - 1)))
	}
	return t
}

// CurveName is the section of the table, which all networks of a file share.
const CurveName = "full.curve"

func loadCurve(f *model.File, name string) (*kernel.Curve, error) {
	b, err := f.Bytes(name)
	if err != nil {
		return nil, err
	}
	if len(b) != 2*kernel.CurveSize {
		return nil, model.ErrDamaged
	}
	t := make([]int16, kernel.CurveSize)
	for i := range t {
		t[i] = int16(uint16(b[2*i]) | uint16(b[2*i+1])<<8)
	}
	return kernel.NewCurve(t), nil
}
