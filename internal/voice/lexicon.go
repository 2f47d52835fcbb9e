// Package voice reads who says what: quotations, direct and indirect, with
// their speakers; the positions that actors hold; claims that one actor repeats,
// disputes or denies of another; and words that judge, with whose they are.
//
// A direct quotation is found by its marks alone, in one pass over the text, so
// that it needs no tree and nesting or a mark that is never closed costs
// nothing: what is not closed ends with its paragraph, unless the next begins
// with the same mark, as the press does with long quotations. Who speaks is read
// off the words around: a verb of saying with its subject, before, behind or
// between, or the speaker of the quotation right before. Indirect speech and
// positions need trees. The rules are of the kind of Pouliquen, Steinberger and
// Best (2007) and of Pareti (2015), whose terms are used: source, cue, content.
//
// The words are lists in data/voice that people edit. Not here: whether what is
// said is an event (package coder), and who a name is (package actor).
package voice

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/entente-news/entente"
)

// ErrSyntax is wrapped by the errors of reading word lists; they come in an
// [entente.Error] that names file and line.
var ErrSyntax = errors.New("not a line NAME CLASS: words")

// Reader reads quotations and positions. It is read-only after [New] and may be
// shared by goroutines.
type Reader struct {
	lists  map[string]map[string]bool // by "name class"
	stance [3]map[string]string       // by class: verb, noun, adj
	loaded map[string]string          // word, two joined by a blank, to its class
	cues   map[string]bool            // lemmas that make a sentence worth a tree
}

// Classes of words of stance.
const (
	stanceVerb = iota
	stanceNoun
	stanceAdj
)

// New reads cues.txt, stances.txt and loaded.txt of fsys.
func New(fsys fs.FS) (*Reader, error) {
	r := &Reader{lists: map[string]map[string]bool{}, loaded: map[string]string{}, cues: map[string]bool{"accord": true, "according": true}}
	for i := range r.stance {
		r.stance[i] = map[string]string{}
	}
	for _, name := range [...]string{"cues.txt", "stances.txt", "loaded.txt"} {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read words of speech: %w", err)
		}
		if err := r.read(name, string(b)); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// maxLineBytes bounds one line of a list.
const maxLineBytes = 16 << 10

// read reads the lines of one file.
func (r *Reader) read(name, text string) error {
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		head, words, ok := strings.Cut(line, ":")
		f := strings.Fields(head)
		if !ok || len(line) > maxLineBytes || len(f) == 0 || len(f) > 2 || (len(f) == 1) != (name == "loaded.txt") {
			return &entente.Error{Code: entente.ErrInvalid, Op: "read words of speech", Where: fmt.Sprintf("%s:%d", name, n), Err: ErrSyntax}
		}
		for _, w := range strings.Fields(words) {
			r.add(name, f, w)
		}
	}
	return nil
}

// add puts one word where its line says.
func (r *Reader) add(file string, head []string, word string) {
	word = strings.ToLower(word)
	if file == "loaded.txt" {
		r.loaded[strings.ReplaceAll(word, "+", " ")] = head[0]
		return
	}
	key := head[0] + " " + head[1]
	if r.lists[key] == nil {
		r.lists[key] = map[string]bool{}
	}
	r.lists[key][word] = true
	r.cues[word] = r.cues[word] || key != "hold verb" && key != "say noun" && key != "claim noun"
	if file != "stances.txt" || head[0] == "carry" || head[0] == "hold" || head[0] == "line" {
		return
	}
	switch head[1] {
	case "verb":
		r.stance[stanceVerb][word] = head[0]
	case "noun":
		r.stance[stanceNoun][word] = head[0]
	case "adj":
		r.stance[stanceAdj][word] = head[0]
	}
}

// is reports whether lemma stands in the list of that name and class.
func (r *Reader) is(list, lemma string) bool { return r.lists[list][lemma] }
