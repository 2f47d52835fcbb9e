package entente_test

import (
	"math"
	"testing"

	"github.com/entente-news/entente"
)

func TestRelationPoint(t *testing.T) {
	t.Parallel()
	var p entente.RelationPoint
	if _, _, ok := p.Interval(); ok || p.Thin() {
		t.Error("an empty point has an interval")
	}
	if _, ok := p.Rate(); ok {
		t.Error("without documents there is a rate")
	}
	add := func(score, forward, back float64) {
		p.Add(&entente.RelationEvent{Score: score, Quad: entente.VerbalCooperation, Confidence: 0.5, Forward: forward, Back: back}, true)
	}
	add(4, 1, 0)
	if low, high, _ := p.Interval(); low != -10 || high != 10 || !p.Thin() {
		t.Errorf("one event says all: %v to %v", low, high)
	}
	add(2, 0, 1)
	add(3, 0.5, 0.5)
	mean, _ := p.Mean()
	low, high, _ := p.Interval()
	if mean != 3 || math.Abs(low-(3-4.30*math.Sqrt(1.0/3))) > 1e-9 || high <= mean {
		t.Errorf("mean %v, %v to %v", mean, low, high)
	}
	if p.Forward != 1.5 || p.Back != 1.5 || p.SteadyEvents != 3 {
		t.Errorf("%+v", p)
	}
	p.Documents, p.SteadyDocuments = 1000, 100
	if r, _ := p.Rate(); r != 3 {
		t.Errorf("rate %v", r)
	}
	if r, _ := p.SteadyRate(); r != 30 {
		t.Errorf("steady rate %v", r)
	}
	if m, _ := p.SureMean(); m != 3 {
		t.Errorf("sure mean %v", m)
	}
}
