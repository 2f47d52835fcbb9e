package coder

import (
	"math"
	"os"
	"slices"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

func TestRegisterKeys(t *testing.T) {
	t.Parallel()
	same := [][2]string{
		{"The army’s men", "the ARMY's men"},
		{"talks, talks and more talks", "and more talks"},
		{"co-operate -- 27 times.", "CO-OPERATE times"},
	}
	for _, s := range same {
		if a, b := RegisterKeys(s[0], nil), RegisterKeys(s[1], nil); !slices.Equal(a, b) || len(a) == 0 {
			t.Errorf("%q has other words than %q", s[0], s[1])
		}
	}
	for _, s := range []string{"", "1 2 3", "a b — c", "''", "-"} {
		if k := RegisterKeys(s, nil); len(k) != 0 {
			t.Errorf("%q has %d words, want none", s, len(k))
		}
	}
}

// texts makes a document of sentences.
func texts(sentences ...string) *entente.Document {
	d := &entente.Document{}
	for _, s := range sentences {
		d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: len(d.Text), End: len(d.Text) + len(s)}})
		d.Text += s + " "
	}
	return d
}

// TestRegisterShift checks that the register follows the words of all
// sentences, that a lone sentence counts little, and that it moves odds little
// upwards.
func TestRegisterShift(t *testing.T) {
	t.Parallel()
	b, err := WithRegister((&model.File{}).Encode(), map[uint32]float64{
		RegisterKeys("ministry", nil)[0]: 6, RegisterKeys("coach", nil)[0]: -6,
	}, -0.5)
	if err != nil {
		t.Fatal(err)
	}
	f, err := model.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	r, err := readRegister(f)
	if err != nil {
		t.Fatal(err)
	}
	shift := func(sentences ...string) float64 { s, _ := r.shift(texts(sentences...), nil); return s }
	sport, politics := slices.Repeat([]string{"The coach attacked."}, 12), slices.Repeat([]string{"The ministry attacked."}, 12)
	if s := shift(sport...); s > -2 {
		t.Errorf("a report on sport moves odds by %.2f, want far down", s)
	}
	if one, many := shift(sport[:1]...), shift(sport...); one > 0 || one < many/2 {
		t.Errorf("a lone sentence moves odds by %.2f, twelve by %.2f", one, many)
	}
	if s := shift(politics...); s != registerMost {
		t.Errorf("a report on politics moves odds by %.2f, want %.2f", s, registerMost)
	}
	if s := shift(); s != 0 {
		t.Errorf("no sentence moves odds by %.2f", s)
	}
	if p := inRegister(0.5, -1); math.Abs(p-1/(1+math.E)) > 1e-6 {
		t.Errorf("even odds moved by -1 are %.4f", p)
	}
}

func TestRegisterOfFile(t *testing.T) {
	t.Parallel()
	shipped, err := os.ReadFile("../../models/events.bin")
	if err != nil {
		t.Fatal(err)
	}
	bare := &model.File{}
	full, err := model.Decode(shipped)
	if err != nil {
		t.Fatal(err)
	}
	bare.Take(full, func(name string) bool { return name != registerTable && name != registerScale })
	if m, err := readMind(bare); err != nil || m.register.words != nil {
		t.Errorf("a file without register: %v", err)
	}
	half := &model.File{}
	half.Take(full, func(name string) bool { return name != registerScale })
	if _, err := readMind(half); err == nil {
		t.Error("a register without scale was read")
	}
}
