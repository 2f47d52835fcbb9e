package train

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/internal/segment"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Text is running text with names by their byte offsets, nested or not.
type Text struct {
	Text  string
	Names []TextName
	Exact bool // the names are all there, peoples too, and need no trimming
}

// TextName is a name over bytes [Start, End) of a text.
type TextName struct {
	Start, End int
	Type       entente.EntityType
}

// parseRe3d reads the records of re3d, whose offsets count code points.
func parseRe3d(data string) ([]Text, error) {
	var out []Text
	n := 0
	for line := range strings.Lines(data) {
		n++
		var r struct {
			Text     string
			Entities []struct {
				Start, End int
				Type       string
			}
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		offsets := byteOffsets(r.Text)
		t := Text{Text: r.Text}
		for _, e := range r.Entities {
			kind := re3dType(e.Type)
			if kind == entente.EntityNone || e.Start < 0 || e.End <= e.Start || e.End >= len(offsets) {
				continue
			}
			t.Names = append(t.Names, TextName{offsets[e.Start], offsets[e.End], kind})
		}
		out = append(out, t)
	}
	return out, nil
}

// byteOffsets returns the byte at which each code point of text begins, and its
// length.
func byteOffsets(text string) []int {
	out := make([]int, 0, len(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}

func re3dType(kind string) entente.EntityType {
	switch kind {
	case "Person":
		return entente.PER
	case "Organisation":
		return entente.ORG
	case "Location":
		return entente.LOC
	case "Nationality":
		return entente.NORP
	}
	return entente.EntityNone
}

// named cuts texts into sentences and keeps, of nested names, the longest that
// is one once trimmed.
func named(m *segment.Model, texts []Text, peoples map[string]bool) []Named {
	var out []Named
	s := segment.NewSplitter(m, word.NewCache())
	for _, t := range texts {
		sort.SliceStable(t.Names, func(i, j int) bool {
			return t.Names[i].End-t.Names[i].Start > t.Names[j].End-t.Names[j].Start
		})
		tokens, ends := s.Split(t.Text)
		first := 0
		for _, end := range ends {
			n := Named{}
			for _, k := range tokens[first:end] {
				n.Words = append(n.Words, t.Text[k.Start:k.End])
			}
			for _, e := range t.Names {
				if span, ok := cover(tokens[first:end], e); ok && t.Exact {
					n.insert(span)
				} else if ok {
					n.keep(span)
				}
			}
			if !t.Exact {
				n.markPeoples(peoples)
			}
			out = append(out, n)
			first = end
		}
	}
	return out
}

// cover returns the tokens that a name spans, if it ends where tokens end.
func cover(tokens []segment.Token, e TextName) (Span, bool) {
	span := Span{First: -1, Type: e.Type}
	for i, t := range tokens {
		if t.Start == e.Start {
			span.First = i
		}
		if t.End == e.End {
			span.Last = i + 1
		}
	}
	return span, span.First >= 0 && span.Last > span.First
}
