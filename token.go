package entente

import "fmt"

// Token is one syntactic word in the sense of Universal Dependencies. Its form
// is the text under Span; the parts of a contraction share it out.
type Token struct {
	Span   Span
	Lemma  string
	XPOS   string // Penn Treebank tag
	UPOS   UPOS
	Deprel Deprel
	Head   int32 // index of the head in Document.Tokens; -1 for a sentence's root and before parsing
}

// Sentence is a run of tokens [First, Last) of Document.Tokens.
type Sentence struct {
	Span        Span
	First, Last int
	Parsed      bool // Head and Deprel of its tokens are set
	Quiet       bool // its words alone say that it tells no event, and none is read from it
}

// UPOS is a universal part-of-speech tag.
type UPOS uint8

// The universal parts of speech (de Marneffe, Manning, Nivre and Zeman 2021).
const (
	UPOSNone UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = []string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String returns the tag's name, "_" for none.
func (u UPOS) String() string { return nameOf(int(u), uposNames) }

// ParseUPOS returns the tag of that name.
func ParseUPOS(s string) (UPOS, error) {
	for i, n := range uposNames {
		if n == s {
			return UPOS(i), nil
		}
	}
	return UPOSNone, fmt.Errorf("unknown part of speech %q", s)
}

// EntityType is the kind of a name.
type EntityType uint8

// The kinds of names.
const (
	EntityNone EntityType = iota
	PER                   // a person
	ORG                   // an organisation
	LOC                   // a place
	NORP                  // a nationality, faith or political group
)

// String returns the type's name.
func (t EntityType) String() string {
	return nameOf(int(t), []string{"", "PER", "ORG", "LOC", "NORP"})
}

// Entity is a name in the text.
type Entity struct {
	Span        Span
	Type        EntityType
	First, Last int // tokens [First, Last)
}
