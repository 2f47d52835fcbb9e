package neural

import "github.com/entente-news/entente/internal/kernel"

// LSTMParams are the weights of one direction: In × 4H, H × 4H and 1 × 4H, in
// the order input, forget, output, candidate.
type LSTMParams struct{ Input, Recurrent, Bias *Param }

// LSTM runs a long short-term memory (Hochreiter and Schmidhuber 1997, with the
// forget gate of Gers et al. 2000) over a batch, from the first words to the
// last or, if reverse is set, the other way.
func (t *Tape) LSTM(x *Tensor, p *kernel.Order, w LSTMParams, reverse bool) *Tensor {
	if reverse {
		x = t.Gather(x, p.Mirror)
	}
	pre := t.Linear(x, w.Input, w.Bias)
	l := &lstm{t: t, p: p, w: w, h: w.Recurrent.Rows, pre: pre}
	l.out = t.raw(x.Rows, l.h)
	l.cell, l.tanh = t.scratch(x.Rows*l.h), t.scratch(x.Rows*l.h)
	l.forward()
	t.back = append(t.back, l.backward)
	if reverse {
		return t.Gather(l.out, p.Mirror)
	}
	return l.out
}

type lstm struct {
	t          *Tape
	p          *kernel.Order
	w          LSTMParams
	h          int
	pre, out   *Tensor // pre.V holds the gates once they are known
	cell, tanh []float32
}

func (l *lstm) forward() {
	h := l.h
	l.t.panels.Pack(l.w.Recurrent.W, h, 4*h)
	for s := range l.p.Steps() {
		from, to := l.p.First[s], l.p.First[s+1]
		gates := l.pre.V[from*4*h : to*4*h]
		if s > 0 {
			before := l.out.V[l.p.First[s-1]*h:]
			l.t.f.MulPacked(gates, before, &l.t.panels, to-from)
		}
		for r := from; r < to; r++ {
			g := l.pre.V[r*4*h : (r+1)*4*h]
			in, forget, output, candidate := g[:h], g[h:2*h], g[2*h:3*h], g[3*h:4*h]
			cell, th, out := l.cell[r*h:(r+1)*h], l.tanh[r*h:(r+1)*h], l.out.V[r*h:(r+1)*h]
			var last []float32
			if s > 0 {
				b := l.p.First[s-1] + r - from
				last = l.cell[b*h : (b+1)*h]
			}
			for j := range h {
				in[j], forget[j], output[j], candidate[j] = sigmoid(in[j]), sigmoid(forget[j]), sigmoid(output[j]), tanh(candidate[j])
				c := in[j] * candidate[j]
				if last != nil {
					c += forget[j] * last[j]
				}
				cell[j] = c
				th[j] = tanh(c)
				out[j] = output[j] * th[j]
			}
		}
	}
}

func (l *lstm) backward() {
	t, h := l.t, l.h
	wt := t.scratch(len(l.w.Recurrent.W))
	kernel.Transpose(wt, l.w.Recurrent.W, h, 4*h)
	t.panels.Pack(wt, 4*h, h)
	dcell := t.buffer(l.out.Rows * h)
	for s := l.p.Steps() - 1; s >= 0; s-- {
		from, to := l.p.First[s], l.p.First[s+1]
		for r := from; r < to; r++ {
			b := -1
			if s > 0 {
				b = l.p.First[s-1] + r - from
			}
			l.backRow(r, b, dcell)
		}
		if s > 0 {
			before := l.p.First[s-1]
			t.f.MulPacked(l.out.G[before*h:], l.pre.G[from*4*h:], &t.panels, to-from)
		}
	}
	// All steps but the first have a step before; its outputs, in the order of
	// their rows, times the gates' derivatives.
	first := l.p.First[min(1, l.p.Steps())]
	n := l.out.Rows - first
	if n == 0 {
		return
	}
	before := t.scratch(n * h)
	for s := 1; s < l.p.Steps(); s++ {
		from, to := l.p.First[s], l.p.First[s+1]
		copy(before[(from-first)*h:(to-first)*h], l.out.V[l.p.First[s-1]*h:])
	}
	bt := t.scratch(n * h)
	kernel.Transpose(bt, before, n, h)
	t.f.Mul(t.grad(l.w.Recurrent).g, bt, l.pre.G[first*4*h:], h, 4*h, n, true)
}

// backRow sets the derivatives of the gates of row r and hands that of the cell
// on to row b of the step before, -1 for none.
func (l *lstm) backRow(r, b int, dcell []float32) {
	h := l.h
	g, d := l.pre.V[r*4*h:(r+1)*4*h], l.pre.G[r*4*h:(r+1)*4*h]
	in, forget, output, candidate := g[:h], g[h:2*h], g[2*h:3*h], g[3*h:4*h]
	din, dforget, doutput, dcandidate := d[:h], d[h:2*h], d[2*h:3*h], d[3*h:4*h]
	th, dout, dc := l.tanh[r*h:(r+1)*h], l.out.G[r*h:(r+1)*h], dcell[r*h:(r+1)*h]
	var last, dlast []float32
	if b >= 0 {
		last, dlast = l.cell[b*h:(b+1)*h], dcell[b*h:(b+1)*h]
	}
	for j := range h {
		c := dc[j] + dout[j]*output[j]*(1-th[j]*th[j])
		doutput[j] = dout[j] * th[j] * output[j] * (1 - output[j])
		din[j] = c * candidate[j] * in[j] * (1 - in[j])
		dcandidate[j] = c * in[j] * (1 - candidate[j]*candidate[j])
		if last != nil {
			dforget[j] = c * last[j] * forget[j] * (1 - forget[j])
			dlast[j] += c * forget[j]
		}
	}
}

// tanh is the hyperbolic tangent by a rational approximation, off by less than
// 1e-6 (its form is the one of Eigen's fast tanh).
func tanh(x float32) float32 {
	if x > 7.9 {
		x = 7.9
	} else if x < -7.9 {
		x = -7.9
	}
	s := x * x
	p := ((((((-2.76076847742355e-16*s+2.00018790482477e-13)*s-8.60467152213735e-11)*s+5.12229709037114e-08)*s+1.48572235717979e-05)*s+6.37261928875436e-04)*s + 4.89352455891786e-03) * x
	q := ((1.19825839466702e-06*s+1.18534705686654e-04)*s+2.26843463243900e-03)*s + 4.89352518554385e-03
	return p / q
}

func sigmoid(x float32) float32 { return 0.5 + 0.5*tanh(0.5*x) }
