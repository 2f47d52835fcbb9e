package neural

// Times returns the product of x and y, component by component.
func (t *Tape) Times(x, y *Tensor) *Tensor {
	out := t.raw(x.Rows, x.Cols)
	for i := range out.V {
		out.V[i] = x.V[i] * y.V[i]
	}
	t.back = append(t.back, func() {
		for i, g := range out.G {
			x.G[i] += g * y.V[i]
			y.G[i] += g * x.V[i]
		}
	})
	return out
}

// Blocks returns rows of n blocks: each row of x in the block of its kind, below n,
// and zeros elsewhere.
func (t *Tape) Blocks(x *Tensor, kinds []uint8, n int) *Tensor {
	out := t.New(x.Rows, n*x.Cols)
	for i := range x.Rows {
		copy(out.Row(i)[int(kinds[i])*x.Cols:], x.Row(i))
	}
	t.back = append(t.back, func() {
		for i := range x.Rows {
			for j, g := range out.G[i*out.Cols+int(kinds[i])*x.Cols:][:x.Cols] {
				x.G[i*x.Cols+j] += g
			}
		}
	})
	return out
}
