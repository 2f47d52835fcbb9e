package net

// statePlaces is how many binary digits an activation loses in a state: what a
// recurrent layer gives is within one, with Point digits behind the point.
const statePlaces = Point - 7

// stateLayers is how many layers a state is of: the last ones, of which the memory of
// a batch holds two.
const stateLayers = 2

// StateWidth returns how many numbers a state has.
func (n *Network) StateWidth() int { return min(n.Layers, stateLayers) * 2 * n.Hidden }

// State sets to to what the last layers gave for word k of sentence i, the lowest
// first, in steps of 1/128. The trees of the batch must have been read.
func (b *Batch) State(to []int8, i, k int) {
	r := b.order.Row(b.place[i], k)
	for l := b.n.Layers - min(b.n.Layers, stateLayers); l < b.n.Layers; l++ {
		row := b.layer[l%2].row(r)
		for j, v := range row {
			to[j] = int8(v >> statePlaces) // within one
		}
		to = to[len(row):]
	}
}
