package net

import (
	"errors"

	"github.com/entente-news/entente/nlp/internal/word"
)

// ErrNoVectors is returned for a network that needs vectors of words when there
// are none.
var ErrNoVectors = errors.New("vectors of words are missing")

// Vectors are vectors of word forms that were learnt from other text. They are
// read-only and may be shared.
type Vectors interface {
	// Find returns the components of a form in lower case, nil where there are
	// none.
	Find(form string) []int8
}

// vectorShift makes a component an activation: steps of an eighth.
const vectorShift = Point - 3

// Read sets out to the activations that stand for the vector of a form: as many
// components as out has room for, zeros where the form has none.
func Read(v Vectors, w *word.Info, out []int16) {
	clear(out)
	if v == nil || len(out) == 0 {
		return
	}
	list := v.Find(w.Lower)
	for i, c := range list[:min(len(list), len(out))] {
		out[i] = int16(c) << vectorShift
	}
}
