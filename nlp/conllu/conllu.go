// Package conllu reads and writes CoNLL-U, the ten-column format of Universal
// Dependencies (https://universaldependencies.org/format.html). Multiword
// tokens are kept; empty nodes of enhanced graphs are read over.
package conllu

import (
	"errors"
	"strings"
)

// Limits of the reader. A file beyond them is refused with [ErrLimit].
const (
	MaxLineBytes     = 1 << 20 // of one line
	MaxSentenceWords = 10000   // of one sentence
)

// The errors of reading. They come wrapped with the number of the line.
var (
	ErrColumns = errors.New("not ten columns")                     // too few or too many tabs
	ErrID      = errors.New("word number out of order")            // the first column
	ErrHead    = errors.New("head is no word of the sentence")     // the seventh column
	ErrLimit   = errors.New("line or sentence too long")           // beyond the limits above
	ErrTree    = errors.New("heads do not make a tree")            // no root, several, or a cycle
	ErrText    = errors.New("words do not follow the text line")   // forms and # text differ
	errRange   = errors.New("multiword range covers no next word") // as ErrID
)

// Word is a syntactic word. Columns that hold "_" are kept as "_", except Head.
type Word struct {
	Form   string
	Lemma  string
	UPOS   string
	XPOS   string
	Feats  string
	Head   int // 0: the root; 1 to n: a word; -1: not given
	Deprel string
	Deps   string
	Misc   string
}

// Multi is a multiword token over the words First to Last, 1-based, inclusive.
type Multi struct {
	First, Last int
	Form        string
	Misc        string
}

// Sentence is one sentence of a file.
type Sentence struct {
	Comments []string // lines with their '#'
	Words    []Word
	Multis   []Multi // in order, not overlapping
	Line     int     // 1-based line of its first line in the file
}

// Comment returns the value of a comment "# key = value", and whether it is
// there.
func (s *Sentence) Comment(key string) (string, bool) {
	for _, c := range s.Comments {
		k, v, found := strings.Cut(strings.TrimSpace(strings.TrimPrefix(c, "#")), "=")
		if found && strings.TrimSpace(k) == key {
			return strings.TrimSpace(v), true
		}
		if !found && strings.TrimSpace(k) == key {
			return "", true
		}
	}
	return "", false
}

// SpaceAfter reports whether white space follows the surface token that ends
// with word i, 0-based.
func (s *Sentence) SpaceAfter(i int) bool {
	for _, m := range s.Multis {
		if m.First-1 <= i && i < m.Last-1 {
			return false
		}
		if m.Last-1 == i {
			return !noSpace(m.Misc)
		}
	}
	return !noSpace(s.Words[i].Misc)
}

func noSpace(misc string) bool {
	for f := range strings.SplitSeq(misc, "|") {
		if f == "SpaceAfter=No" {
			return true
		}
	}
	return false
}

// CheckTree returns ErrTree unless the heads make a tree with one root.
func (s *Sentence) CheckTree() error {
	roots := 0
	for i := range s.Words {
		if s.Words[i].Head == 0 {
			roots++
		}
		at, steps := i+1, 0
		for at > 0 && steps <= len(s.Words) {
			at = s.Words[at-1].Head
			steps++
		}
		if at != 0 {
			return ErrTree
		}
	}
	if roots != 1 {
		return ErrTree
	}
	return nil
}
