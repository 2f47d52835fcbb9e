package train

import (
	"math"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/neural"
	"github.com/entente-news/entente/nlp/internal/net"
)

// Trained weights become integers: each output's weights are numbers of 8 bits
// times a factor of their own, chosen by the largest of them.

// config returns the sizes that a reader of the weights needs.
func (c *core) config() net.Config {
	s := c.shape
	return net.Config{Word: s.Word, Sub: s.Sub, Buckets: s.Buckets, Hidden: s.Hidden, Layers: s.Layers, TagLayer: s.TagLayer, Arc: s.Arc, Label: s.Label, Tags: c.tags, Labels: c.labs, Outer: s.Outer}
}

// export appends the sections of the network; hashes are its words.
func (c *core) export(f *model.File, name string, hashes []uint32) {
	f.AddUint32s(name+".config", c.config().Numbers())
	f.AddUint32s(name+".words", hashes)
	exportTable(f, name+".word", c.word)
	exportTable(f, name+".sub", c.sub)
	if name+".curve" == net.CurveName {
		exportCurve(f, net.CurveName)
	}
	for l := range c.lstm {
		for d := range c.lstm[l] {
			exportLSTM(f, name+net.LayerName(l, d), c.lstm[l][d])
		}
	}
	exportDense(f, name+".tag", c.tag, net.Point, net.Point)
	exportDense(f, name+".arc.dep", c.arcDep, net.Point, net.Point)
	exportDense(f, name+".arc.head", c.arcHead, net.Point, net.ScorePoint)
	exportDense(f, name+".arc", c.arc, net.Point, net.ScorePoint)
	exportDense(f, name+".label.dep", c.labDep, net.Point, net.LabelPoint)
	exportDense(f, name+".label.head", c.labHead, net.Point, net.LabelPoint)
	exportDense(f, name+".label", c.lab, net.LabelPoint, net.LabelPoint)
	f.AddUint32s(name+".arc.root", fixed(c.arcRoot.W, net.ScorePoint))
}

func fixed(list []float32, point int) []uint32 {
	out := make([]uint32, len(list))
	for i, v := range list {
		out[i] = uint32(int32(math.RoundToEven(float64(v) * float64(int(1)<<point))))
	}
	return out
}

// quantise returns numbers of 8 bits and the factor that they are to be
// multiplied with.
func quantise(list []float32) ([]byte, float64) {
	top := float32(0)
	for _, v := range list {
		top = max(top, v, -v)
	}
	out := make([]byte, len(list))
	if top == 0 {
		return out, 0
	}
	factor := float64(top) / 127
	for i, v := range list {
		out[i] = byte(int8(math.RoundToEven(float64(v) / factor)))
	}
	return out, factor
}

// column returns column o of matrices that lie below each other.
func column(o int, list ...*neural.Param) []float32 {
	var out []float32
	for _, p := range list {
		for i := range p.Rows {
			out = append(out, p.W[i*p.Cols+o])
		}
	}
	return out
}

func scaled(factor float64, bits int) uint32 {
	return uint32(math.RoundToEven(factor * math.Ldexp(1, bits)))
}

func exportTable(f *model.File, name string, p *neural.Param) {
	var data []byte
	scale := make([]uint32, p.Rows)
	for r := range p.Rows {
		q, factor := quantise(p.W[r*p.Cols : (r+1)*p.Cols])
		data = append(data, q...)
		scale[r] = scaled(factor, net.Point+8)
	}
	f.AddBytes(name, data)
	f.AddUint32s(name+".scale", scale)
}

func exportDense(f *model.File, name string, p [2]*neural.Param, in, out int) {
	var data []byte
	scale := make([]uint32, p[0].Cols)
	for o := range p[0].Cols {
		q, factor := quantise(column(o, p[0]))
		data = append(data, q...)
		scale[o] = scaled(factor, net.ScaleBits+out-in)
	}
	f.AddBytes(name+".weights", data)
	f.AddUint32s(name+".scale", scale)
	f.AddUint32s(name+".bias", fixed(p[1].W, out))
}

func exportLSTM(f *model.File, name string, p neural.LSTMParams) {
	var input, recurrent []byte
	scale := make([]uint32, p.Input.Cols)
	for o := range p.Input.Cols {
		q, factor := quantise(column(o, p.Input, p.Recurrent))
		input = append(input, q[:p.Input.Rows]...)
		recurrent = append(recurrent, q[p.Input.Rows:]...)
		scale[o] = scaled(factor, net.ScaleBits)
	}
	f.AddBytes(name+".input.weights", input)
	f.AddUint32s(name+".input.scale", scale)
	f.AddUint32s(name+".input.bias", fixed(p.Bias.W, net.Point))
	f.AddBytes(name+".recurrent", recurrent)
}

func exportCurve(f *model.File, name string) {
	values := net.Curve()
	data := make([]byte, 0, 2*len(values))
	for _, v := range values {
		data = append(data, byte(v), byte(uint16(v)>>8))
	}
	f.AddBytes(name, data)
}
