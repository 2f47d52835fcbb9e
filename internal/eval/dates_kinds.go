package eval

import (
	"slices"
	"strings"
)

// DateKind counts what became of the expressions whose gold value (of spurious
// ones the predicted value) is of one kind.
type DateKind struct {
	Kind                           string
	Right, Wrong, Missed, Spurious int
	// BesideGold counts the spurious ones in a line of text that holds a gold
	// expression as well.
	BesideGold int
}

// DateError is one difference between gold and prediction; Gold or Predicted
// is nil where there is none.
type DateError struct {
	Doc             string
	Kind            string
	Gold, Predicted *Timex
	Around          string // the text with the expression in [[ ]]
}

// DateKinds sorts the expressions of gold and prediction by the kind of their
// value, in order of names, and lists what differs in order of the text.
func DateKinds(gold, pred []TimexDoc) ([]DateKind, []DateError, error) {
	given, err := byID(pred, func(d *TimexDoc) string { return d.ID })
	if err != nil {
		return nil, nil, err
	}
	var c kindCounter
	for i := range gold {
		var p []Timex
		if x := given[gold[i].ID]; x != nil {
			p = x.Timexes
		}
		c.document(&gold[i], p)
	}
	slices.SortFunc(c.kinds, func(a, b DateKind) int { return strings.Compare(a.Kind, b.Kind) })
	return c.kinds, c.errors, nil
}

type kindCounter struct {
	kinds  []DateKind
	errors []DateError
}

// of returns the counts of a kind.
func (c *kindCounter) of(kind string) *DateKind {
	for i := range c.kinds {
		if c.kinds[i].Kind == kind {
			return &c.kinds[i]
		}
	}
	c.kinds = append(c.kinds, DateKind{Kind: kind})
	return &c.kinds[len(c.kinds)-1]
}

// document counts the expressions of one document.
func (c *kindCounter) document(d *TimexDoc, pred []Timex) {
	runes := []rune(d.Text)
	gold := d.Timexes
	pairs := pairSpans(len(gold), len(pred), func(i, j int) (int, bool) {
		return overlapOf(gold[i].Start, gold[i].End, pred[j].Start, pred[j].End)
	})
	foundGold, foundPred := make([]bool, len(gold)), make([]bool, len(pred))
	for _, p := range pairs {
		g, q := &gold[p.i], &pred[p.j]
		foundGold[p.i], foundPred[p.j] = true, true
		if squash(g.Value) == squash(q.Value) {
			c.of(kindOf(g.Value)).Right++
			continue
		}
		c.of(kindOf(g.Value)).Wrong++
		c.errors = append(c.errors, DateError{d.ID, kindOf(g.Value), g, q, around(runes, g)})
	}
	lines := map[int]bool{}
	for i := range gold {
		lines[lineOf(runes, gold[i].Start)] = true
		if !foundGold[i] {
			c.of(kindOf(gold[i].Value)).Missed++
			c.errors = append(c.errors, DateError{d.ID, kindOf(gold[i].Value), &gold[i], nil, around(runes, &gold[i])})
		}
	}
	for j := range pred {
		if foundPred[j] {
			continue
		}
		k := c.of(kindOf(pred[j].Value))
		k.Spurious++
		if lines[lineOf(runes, pred[j].Start)] {
			k.BesideGold++
		}
		c.errors = append(c.errors, DateError{d.ID, k.Kind, nil, &pred[j], around(runes, &pred[j])})
	}
}

// kindOf names the shape of a value.
func kindOf(v string) string {
	switch {
	case v == "":
		return "no value"
	case strings.HasSuffix(v, "_REF"):
		return "vague"
	case strings.ContainsAny(v, "/("):
		return "interval"
	case v[0] == 'P':
		return "length"
	case strings.Contains(v, "T"):
		if i := strings.IndexByte(v, 'T'); i+1 < len(v) && v[i+1] >= '0' && v[i+1] <= '9' {
			return "time of day"
		}
		return "part of the day"
	case strings.Contains(v, "W"):
		return "week or weekday"
	case len(v) == 10:
		return "day"
	case len(v) == 7 && v[5] >= '0' && v[5] <= '9':
		return "month"
	case len(v) == 4 && !strings.Contains(v, "X"):
		return "year"
	case len(v) == 4:
		return "decade or century"
	}
	return "other"
}

// lineOf returns the number of the line of code point i.
func lineOf(text []rune, i int) int {
	n := 0
	for _, r := range text[:min(max(i, 0), len(text))] {
		if r == '\n' {
			n++
		}
	}
	return n
}

// around returns the words around an expression.
func around(text []rune, t *Timex) string {
	clip := func(i int) int { return min(max(i, 0), len(text)) }
	s := string(text[clip(t.Start-40):clip(t.Start)]) + "[[" + string(text[clip(t.Start):clip(t.End)]) + "]]" + string(text[clip(t.End):clip(t.End+30)])
	return strings.ReplaceAll(s, "\n", " / ")
}
