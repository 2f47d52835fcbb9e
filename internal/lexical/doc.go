// Package lexical holds what is known about words from very much text: a small
// vector for each of the commonest forms. Words that are told of in like
// contexts have like vectors, so that a decision that is learnt from few
// sentences can go by words that it has never seen.
package lexical
