package train

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/conllu"
)

// Names of our own are written in two ways: within the text, "[PER Amina Yusuf]
// left [LOC Chad].", a sentence a line, and as labels of treebank sentences,
// "id TAB 0-1 PER; 4 LOC", whose texts stay with the treebanks.

// ParseMarked reads marked text, a sentence a line; lines that begin with '#' are
// comments.
func ParseMarked(data string) ([]Text, error) {
	var out []Text
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		t, err := parseMarks(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out = append(out, t)
	}
	return out, nil
}

func parseMarks(line string) (Text, error) {
	t := Text{Exact: true}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(line, "[")
		if strings.Contains(before, "]") {
			return t, fmt.Errorf("a bracket closes that none has opened, before %q", rest)
		}
		b.WriteString(before)
		if !found {
			t.Text = b.String()
			return t, nil
		}
		inner, after, closed := strings.Cut(rest, "]")
		kind, name, named := strings.Cut(inner, " ")
		if !closed || !named || name == "" || strings.Contains(name, "[") || entityType(kind) == entente.EntityNone {
			return t, fmt.Errorf("%q is no mark of a name", "["+inner)
		}
		t.Names = append(t.Names, TextName{b.Len(), b.Len() + len(name), entityType(kind)})
		b.WriteString(name)
		line = after
	}
}

// parseLabels reads the labels of treebank sentences and returns those of trees
// that are known as their names: all sentences whose documents have labels, also
// those without a name.
func parseLabels(data string, trees []*conllu.Sentence) ([]Named, error) {
	labels := map[string][]Span{}
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		id, marks, found := strings.Cut(line, "\t")
		if !found {
			return nil, fmt.Errorf("line %d: no tab", n)
		}
		for m := range strings.SplitSeq(marks, "; ") {
			s, err := parseLabel(m)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			labels[id] = append(labels[id], s)
		}
	}
	out := make([]Named, 0, len(trees))
	for _, s := range trees {
		id, _ := s.Comment("sent_id")
		named := Named{Words: forms(s)}
		for _, l := range labels[id] {
			if l.Last > len(named.Words) {
				return nil, fmt.Errorf("sentence %s: word %d of %d", id, l.Last, len(named.Words))
			}
			named.insert(l)
		}
		out = append(out, named)
	}
	return out, nil
}

func parseLabel(m string) (s Span, err error) {
	place, kind, _ := strings.Cut(m, " ")
	first, last, ranged := strings.Cut(place, "-")
	if !ranged {
		last = first
	}
	s.Type = entityType(kind)
	if s.First, err = strconv.Atoi(first); err == nil {
		s.Last, err = strconv.Atoi(last)
	}
	s.Last++
	if err != nil || s.Type == entente.EntityNone || s.First < 0 || s.Last <= s.First {
		return s, fmt.Errorf("%q is no label", m)
	}
	return s, nil
}

func forms(s *conllu.Sentence) []string {
	out := make([]string, len(s.Words))
	for i := range s.Words {
		out[i] = s.Words[i].Form
	}
	return out
}
