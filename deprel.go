package entente

import "fmt"

// Deprel is a dependency relation of Universal Dependencies version 2, with
// the subtypes that English treebanks use.
type Deprel uint8

// The relations. A subtype follows its universal part.
const (
	DeprelNone Deprel = iota
	DeprelRoot
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	AdvmodEmph
	Amod
	Appos
	Aux
	AuxPass
	Case
	Cc
	CcPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjPass
	CsubjOuter
	Dep
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	FlatForeign
	FlatName
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodPoss
	NmodUnmarked
	NmodDesc
	Nsubj
	NsubjPass
	NsubjOuter
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Vocative
	Xcomp
)

var deprelNames = []string{"_", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "advmod:emph", "amod", "appos",
	"aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass",
	"csubj:outer", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "flat:foreign", "flat:name",
	"goeswith", "iobj", "list", "mark", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "nsubj", "nsubj:pass", "nsubj:outer",
	"nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp"}

// String returns the relation's label in the spelling of the treebanks, "_"
// for none.
func (r Deprel) String() string { return nameOf(int(r), deprelNames) }

// ParseDeprel returns the relation with that label. A label with an unknown
// subtype is read as its universal part.
func ParseDeprel(s string) (Deprel, error) {
	for i, n := range deprelNames {
		if n == s {
			return Deprel(i), nil
		}
	}
	for i := range s {
		if s[i] == ':' {
			return ParseDeprel(s[:i])
		}
	}
	return DeprelNone, fmt.Errorf("unknown dependency relation %q", s)
}

// Universal returns r without its subtype: nsubj for nsubj:pass.
func (r Deprel) Universal() Deprel {
	switch r {
	case AclRelcl:
		return Acl
	case AdvclRelcl:
		return Advcl
	case AdvmodEmph:
		return Advmod
	case AuxPass:
		return Aux
	case CcPreconj:
		return Cc
	case CompoundPrt:
		return Compound
	case CsubjPass, CsubjOuter:
		return Csubj
	case DetPredet:
		return Det
	case FlatForeign, FlatName:
		return Flat
	case NmodPoss, NmodUnmarked, NmodDesc:
		return Nmod
	case NsubjPass, NsubjOuter:
		return Nsubj
	case OblAgent, OblUnmarked:
		return Obl
	default:
		return r
	}
}
