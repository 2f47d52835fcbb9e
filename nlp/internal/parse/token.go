package parse

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/internal/word"
)

// MakeToken returns what the parser looks at of a word with its lemma's hash,
// its tagger's class and its part of speech.
func MakeToken(w *word.Info, lemma uint64, class uint8, upos entente.UPOS) Token {
	return Token{Word: w.Norm, Lemma: lemma, Tag: class, UPOS: uint8(upos), Kind: kindOf(w.Lower, upos)}
}

func kindOf(lower string, upos entente.UPOS) Kind {
	switch upos {
	case entente.VERB, entente.AUX:
		return KindVerb
	case entente.CCONJ:
		return KindCconj
	case entente.NOUN, entente.PROPN:
		return KindNoun
	case entente.ADP:
		return KindAdp
	case entente.PUNCT:
		switch lower {
		case ",":
			return KindComma
		case "\"", "''", "'", "(", ")":
			return KindQuote
		}
		return KindColon
	}
	switch lower {
	case "that", "which", "who", "whom", "whose", "what", "when", "where", "why", "how", "if", "because", "while", "as", "since", "after", "before", "although":
		return KindWh
	}
	return 0
}
