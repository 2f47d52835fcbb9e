package decision

import (
	"math"

	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/model"
)

// Weights are those of a network as training gives them. Networks that were
// learnt from different seeds are joined by [Mean] to one that scores as they do
// on average.
type Weights struct {
	Keys       []uint32  // features, ascending
	Rank       int       // columns of an embedding
	Places     int       // places whose words are seen
	Dims       int       // components of the vector of a word
	Hidden     int       // numbers of the hidden layer
	Classes    int       // classes
	Embeddings []float32 // Rank for each key
	In         []float32 // Hidden for each of the Rank columns, then of the Places×Dims components
	InBias     []float32 // Hidden
	Out        []float32 // Classes for each hidden number
	OutBias    []float32 // Classes
}

// Mean returns the network whose scores are the means of those of list, which
// have the same features, places and sizes.
func Mean(list []*Weights) *Weights {
	n := len(list)
	a := list[0]
	m := &Weights{Keys: a.Keys, Rank: n * a.Rank, Places: a.Places, Dims: a.Dims, Hidden: n * a.Hidden, Classes: a.Classes,
		Embeddings: make([]float32, n*len(a.Embeddings)), InBias: make([]float32, n*a.Hidden),
		Out: make([]float32, n*len(a.Out)), OutBias: make([]float32, a.Classes)}
	m.In = make([]float32, (m.Rank+m.Places*m.Dims)*m.Hidden)
	for k, w := range list {
		for r := range w.Keys {
			copy(m.Embeddings[r*m.Rank+k*w.Rank:], w.Embeddings[r*w.Rank:(r+1)*w.Rank])
		}
		for i := range w.Rank {
			copy(m.In[(k*w.Rank+i)*m.Hidden+k*w.Hidden:], w.In[i*w.Hidden:(i+1)*w.Hidden])
		}
		for i := range w.Places * w.Dims {
			copy(m.In[(m.Rank+i)*m.Hidden+k*w.Hidden:], w.In[(w.Rank+i)*w.Hidden:(w.Rank+i+1)*w.Hidden])
		}
		copy(m.InBias[k*w.Hidden:], w.InBias)
		for i, v := range w.Out {
			m.Out[k*len(w.Out)+i] = v / float32(n)
		}
		for c, v := range w.OutBias {
			m.OutBias[c] += v / float32(n)
		}
	}
	return m
}

// largest is the largest weight of a network of integers.
const largest = 127

// Add appends the sections of the network, as integers, to f; unit is what a
// logarithm of odds is worth in its scores.
func (w *Weights) Add(f *model.File, name string, unit float64) {
	step := span(w.Embeddings) / largest // of an embedding
	words := 0.0                         // the largest weight of a word's component
	rows := w.Rank
	for _, v := range w.In[rows*w.Hidden:] {
		words = max(words, math.Abs(float64(v)))
	}
	factor := max(1, min(maxFactor, math.Round(words/max(1e-9, step*span(w.In[:rows*w.Hidden])))))
	config := []uint32{uint32(w.Rank), uint32(w.Places), uint32(w.Dims), uint32(factor), uint32(w.Hidden), uint32(w.Classes)} //nolint:gosec // small
	f.AddUint32s(name+".config", config)
	f.AddUint32s(name+".keys", w.Keys)
	f.AddBytes(name+".embeddings", rounded(w.Embeddings, step))
	in := make([]float64, len(w.In))
	for i, v := range w.In {
		if i < rows*w.Hidden {
			in[i] = float64(v) * step
		} else {
			in[i] = float64(v) / factor
		}
	}
	addLayer(f, name+".hidden", in, w.InBias, 1<<hiddenPoint)
	out := make([]float64, len(w.Out))
	for i, v := range w.Out {
		out[i] = float64(v) / (1 << hiddenPoint)
	}
	addLayer(f, name+".last", out, w.OutBias, unit)
}

// span returns a size that few numbers of list exceed: six times their mean
// square root, or the largest if that is less. 0 is taken for 1.
func span(list []float32) float64 {
	most, sum := 0.0, 0.0
	for _, v := range list {
		most = max(most, math.Abs(float64(v)))
		sum += float64(v) * float64(v)
	}
	if most == 0 {
		return 1
	}
	return min(most, 6*math.Sqrt(sum/float64(len(list))))
}

// rounded returns the numbers in steps, as signed bytes.
func rounded(list []float32, step float64) []byte {
	out := make([]byte, len(list))
	for i, v := range list {
		out[i] = byte(int8(max(-largest, min(largest, math.Round(float64(v)/step))))) //nolint:gosec // two's complement
	}
	return out
}

// addLayer appends a layer; in holds the weights input after input, and one of
// what it gives is worth unit.
func addLayer(f *model.File, name string, in []float64, bias []float32, unit float64) {
	outs := len(bias)
	ins := len(in) / outs
	weights := make([]byte, len(in))
	scale, shift := make([]uint32, outs), make([]uint32, outs)
	for o := range outs {
		most := 0.0
		for i := range ins {
			most = max(most, math.Abs(in[i*outs+o]))
		}
		step := max(most/largest, 1e-12)
		for i := range ins {
			weights[o*ins+i] = byte(int8(math.Round(in[i*outs+o] / step))) //nolint:gosec // as above
		}
		scale[o] = uint32(int32(min(1<<30, math.Round(step*unit*(1<<kernel.ScaleBits))))) //nolint:gosec // two's complement
		shift[o] = uint32(int32(math.Round(float64(bias[o]) * unit)))                     //nolint:gosec // as above
	}
	f.AddBytes(name+".weights", weights)
	f.AddUint32s(name+".scale", scale)
	f.AddUint32s(name+".bias", shift)
}
