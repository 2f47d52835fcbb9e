package net

import (
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Tagset numbers the pairs of a part of speech and a Penn tag.
type Tagset struct {
	upos   []entente.UPOS
	xpos   []string
	byPair map[pair]uint8
}

type pair struct {
	upos entente.UPOS
	xpos string
}

// NewTagset returns the set of pairs written "UPOS XPOS", at most 256.
func NewTagset(classes []string) (*Tagset, error) {
	if len(classes) == 0 || len(classes) > 256 {
		return nil, model.ErrDamaged
	}
	t := &Tagset{byPair: map[pair]uint8{}}
	for i, c := range classes {
		u, x, _ := strings.Cut(c, " ")
		upos, err := entente.ParseUPOS(u)
		if err != nil {
			return nil, err
		}
		t.upos = append(t.upos, upos)
		t.xpos = append(t.xpos, x)
		t.byPair[pair{upos, x}] = uint8(i)
	}
	return t, nil
}

// LoadTagset returns the set in a weight file.
func LoadTagset(f *model.File) (*Tagset, error) {
	classes, err := f.Strings("tags")
	if err != nil {
		return nil, err
	}
	return NewTagset(classes)
}

// Len returns the number of pairs.
func (t *Tagset) Len() int { return len(t.upos) }

// UPOS returns the part of speech of a class.
func (t *Tagset) UPOS(class uint8) entente.UPOS { return t.upos[class] }

// XPOS returns the Penn Treebank tag of a class.
func (t *Tagset) XPOS(class uint8) string { return t.xpos[class] }

// Class returns the class of a pair. A pair that is not in the set gets the
// first class with the same part of speech, or class 0.
func (t *Tagset) Class(u entente.UPOS, xpos string) uint8 {
	if c, ok := t.byPair[pair{u, xpos}]; ok {
		return c
	}
	for c := range t.upos {
		if t.upos[c] == u {
			return uint8(c)
		}
	}
	return 0
}
