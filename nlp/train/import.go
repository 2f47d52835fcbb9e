package train

import (
	"fmt"
	"math"
	"slices"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/neural"
	"github.com/entente-news/entente/nlp/internal/net"
)

// A network can be taken up again from its weight file alone: the integers times
// their factors are the weights.

// importer reads the sections of a network into params.
type importer struct {
	f    *model.File
	name string
	err  error
}

// load sets the weights of c to those of a file. Columns of vectors that the
// network of the file did not read get weights of zero.
func (c *core) load(f *model.File, name string) error {
	m := &importer{f: f, name: name}
	m.table(".word", c.word)
	m.table(".sub", c.sub)
	for l := range c.lstm {
		for d := range c.lstm[l] {
			m.lstm(net.LayerName(l, d), c.lstm[l][d])
		}
	}
	m.dense(".tag", c.tag, net.Point, net.Point)
	m.dense(".arc.dep", c.arcDep, net.Point, net.Point)
	m.dense(".arc.head", c.arcHead, net.Point, net.ScorePoint)
	m.dense(".arc", c.arc, net.Point, net.ScorePoint)
	m.dense(".label.dep", c.labDep, net.Point, net.LabelPoint)
	m.dense(".label.head", c.labHead, net.Point, net.LabelPoint)
	m.dense(".label", c.lab, net.LabelPoint, net.LabelPoint)
	m.numbers(".arc.root", c.arcRoot.W, net.ScorePoint)
	if m.err != nil {
		return fmt.Errorf("taking up the network %q: %w", name, m.err)
	}
	return nil
}

// load sets the weights of f to those of a file, as that of a core does.
func (f *finder) load(from *model.File, name string) error {
	m := &importer{f: from, name: name}
	m.table(".own", f.own)
	for d := range f.lstm {
		m.lstm(net.LayerName(0, d), f.lstm[d])
	}
	m.dense(".marks", f.marks, net.Point, net.Point)
	if slices.Contains(from.Names(), name+".moves") {
		m.numbers(".moves", f.moves.W, net.Point)
	}
	if m.err != nil {
		return fmt.Errorf("taking up the name finder %q: %w", name, m.err)
	}
	return nil
}

// section returns the bytes of weights, of which there must be n or, where fewer
// is set, fewer.
func (m *importer) section(name string, n int, fewer bool) []byte {
	data, err := m.f.Bytes(m.name + name)
	if err == nil && (len(data) > n || len(data) < n && !fewer) {
		err = model.ErrDamaged
	}
	if err != nil && m.err == nil {
		m.err = err
	}
	if m.err != nil {
		return nil
	}
	return data
}

func (m *importer) uint32s(name string, n int) []uint32 {
	list, err := m.f.Uint32s(m.name + name)
	if err == nil && len(list) != n {
		err = model.ErrDamaged
	}
	if err != nil && m.err == nil {
		m.err = err
	}
	if m.err != nil {
		return nil
	}
	return list
}

func (m *importer) numbers(name string, to []float32, point int) {
	for i, v := range m.uint32s(name, len(to)) {
		to[i] = float32(math.Ldexp(float64(int32(v)), -point)) //nolint:gosec // two's complement
	}
}

func (m *importer) table(name string, p *neural.Param) {
	data, scale := m.section(name, len(p.W), false), m.uint32s(name+".scale", p.Rows)
	if m.err != nil {
		return
	}
	for i, b := range data {
		p.W[i] = float32(math.Ldexp(float64(int8(b))*float64(scale[i/p.Cols]), -net.Point-8)) //nolint:gosec // two's complement
	}
}

// matrix sets p to the weights of a section, which stand output after output;
// rows that the section lacks become zero.
func (m *importer) matrix(name string, p *neural.Param, scale []uint32, point int, fewer bool) {
	data := m.section(name, len(p.W), fewer)
	if m.err != nil {
		return
	}
	clear(p.W)
	rows := len(data) / p.Cols
	for o := range p.Cols {
		for i, b := range data[o*rows : (o+1)*rows] {
			p.W[i*p.Cols+o] = float32(math.Ldexp(float64(int8(b))*float64(scale[o]), -point)) //nolint:gosec // two's complement
		}
	}
}

func (m *importer) dense(name string, p [2]*neural.Param, in, out int) {
	scale := m.uint32s(name+".scale", p[0].Cols)
	m.matrix(name+".weights", p[0], scale, net.ScaleBits+out-in, false)
	m.numbers(name+".bias", p[1].W, out)
}

func (m *importer) lstm(name string, p neural.LSTMParams) {
	scale := m.uint32s(name+".input.scale", p.Input.Cols)
	m.matrix(name+".input.weights", p.Input, scale, net.ScaleBits, true)
	m.matrix(name+".recurrent", p.Recurrent, scale, net.ScaleBits, false)
	m.numbers(name+".input.bias", p.Bias.W, net.Point)
}
