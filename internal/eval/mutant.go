package eval

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// edit is a change of the text of a sentence.
type edit struct {
	span entente.Span
	with string
}

// mutant is a true sentence with one thing made wrong, or, of kind "original",
// one that still says what it said, in fewer words.
type mutant struct {
	kind string
	text string
}

// original is the kind of what has to be kept.
const original = "original"

// tree is one parsed sentence to be mutated.
type tree struct {
	d    *entente.Document
	kids map[int][]int
}

func treeOf(d *entente.Document) *tree {
	t := &tree{d, map[int][]int{}}
	for i := range d.Tokens {
		if h := int(d.Tokens[i].Head); h >= 0 {
			t.kids[h] = append(t.kids[h], i)
		}
	}
	return t
}

func (t *tree) form(i int) string { return strings.ToLower(t.d.Tokens[i].Span.In(t.d.Text)) }

// subtree is the characters from the first to the last token below i.
func (t *tree) subtree(i int) entente.Span {
	s := t.d.Tokens[i].Span
	for _, k := range t.kids[i] {
		x := t.subtree(k)
		s.Start, s.End = min(s.Start, x.Start), max(s.End, x.End)
	}
	return s
}

// apply makes edits, which must not overlap, and mends spaces and marks.
func apply(text string, edits ...edit) string {
	slices.SortFunc(edits, func(a, b edit) int { return a.span.Start - b.span.Start })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		if e.span.Start < at {
			return text
		}
		b.WriteString(text[at:e.span.Start] + e.with)
		at = e.span.End
	}
	b.WriteString(text[at:])
	out := strings.Join(strings.Fields(b.String()), " ")
	for _, m := range []string{",", ".", ";", "?", "'s"} {
		out = strings.ReplaceAll(out, " "+m, m)
	}
	out = strings.ReplaceAll(strings.ReplaceAll(out, ",,", ","), ",.", ".")
	out = strings.ReplaceAll(strings.TrimLeft(out, ", "), "..", ".")
	if out == "" {
		return text
	}
	return strings.ToUpper(out[:1]) + out[1:]
}

// mutants makes all that can be made of a sentence.
func mutants(d *entente.Document) []mutant {
	t := treeOf(d)
	out := []mutant{{original, d.Text}}
	add := func(kind string, edits ...edit) {
		if text := apply(d.Text, edits...); text != d.Text && len(strings.Fields(text)) > 2 {
			out = append(out, mutant{kind, text})
		}
	}
	for i := range d.Tokens {
		t.ofToken(i, add)
		t.ofVerb(i, add)
	}
	t.bounds(add)
	for i := range d.Dates {
		t.date(&d.Dates[i], add)
	}
	return out
}

type adder func(kind string, edits ...edit)

var otherModal = map[string]string{"will": "may", "may": "will", "might": "will", "could": "will", "would": "will", "should": "may", "must": "may"}

// otherNumber exchanges numbers spelt as words.
var otherNumber = map[string]string{"two": "five", "three": "seven", "four": "nine", "five": "two", "six": "ten", "seven": "three", "eight": "four",
	"nine": "six", "ten": "twenty", "eleven": "fifteen", "twelve": "thirty", "twenty": "forty", "thirty": "sixty", "forty": "fifty",
	"dozens": "hundreds", "hundreds": "thousands", "thousands": "hundreds", "million": "billion", "billion": "million"}

// ofToken makes what hangs on single words: negation, modals, hedges, numbers.
func (t *tree) ofToken(i int, add adder) {
	x := &t.d.Tokens[i]
	cut := edit{x.Span, ""}
	f := t.form(i)
	inDate := slices.ContainsFunc(t.d.Dates, func(d entente.TimeExpr) bool { return d.Span.Overlaps(x.Span) })
	switch f {
	case "not", "n't", "never":
		add("negation dropped", cut)
	case "allegedly", "reportedly", "apparently", "possibly", "probably", "alleged", "suspected", "purported", "so-called":
		add("hedge dropped", cut)
	}
	if m, ok := otherModal[f]; ok && x.UPOS == entente.AUX {
		add("modal changed", edit{x.Span, m})
		if f != "will" {
			add("modal dropped", cut)
		}
	}
	if m, ok := otherNumber[f]; ok && !inDate {
		add("number changed", edit{x.Span, m})
	} else if !inDate && strings.Trim(f, "0123456789") == "" && f != "" {
		add("number changed", edit{x.Span, bump(f)})
	}
	switch r := x.Deprel; {
	case r == entente.AclRelcl && !t.has(i, "if"), r == entente.Appos:
		add(original, edit{t.subtree(i), ""})
	}
}

func (t *tree) has(i int, form string) bool {
	return t.form(i) == form || slices.ContainsFunc(t.kids[i], func(k int) bool { return t.has(k, form) })
}

// bump changes the last digit.
func bump(s string) string {
	last := s[len(s)-1]
	return s[:len(s)-1] + string('0'+(last-'0'+3)%10)
}

// ofVerb makes what hangs on a verb: roles, conditions, speakers, plans.
func (t *tree) ofVerb(i int, add adder) {
	x := &t.d.Tokens[i]
	if x.UPOS != entente.VERB {
		return
	}
	subj, obj, comp := -1, -1, -1
	finite := x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP"
	for _, k := range t.kids[i] {
		switch t.d.Tokens[k].Deprel {
		case entente.Nsubj:
			subj = k
		case entente.Obj:
			obj = k
		case entente.Ccomp:
			comp = k
		case entente.Xcomp:
			t.plan(i, k, add)
		case entente.Advcl:
			if slices.ContainsFunc(t.kids[k], func(j int) bool { return t.form(j) == "if" || t.form(j) == "unless" }) {
				add("condition dropped", edit{t.subtree(k), ""})
			}
		case entente.Parataxis:
			if says(t.d.Tokens[k].Lemma) && t.hasSubject(k) {
				add("speaker dropped", edit{t.subtree(k), ""})
			}
		}
	}
	if finite && subj >= 0 && x.Deprel == entente.DeprelRoot && !t.negatedAt(i) {
		add("negation added", edit{entente.Span{Start: x.Span.Start, End: x.Span.Start}, "never "})
	}
	if subj >= 0 && obj >= 0 && !t.pronoun(subj) && !t.pronoun(obj) {
		a, b := t.subtree(subj), t.subtree(obj)
		if wa, wb := a.In(t.d.Text), b.In(t.d.Text); !a.Overlaps(b) && !strings.EqualFold(wa, wb) {
			add("roles exchanged", edit{a, wb}, edit{b, wa})
		}
	}
	if comp >= 0 && subj >= 0 && says(x.Lemma) && x.Deprel == entente.DeprelRoot {
		c := t.subtree(comp)
		add("speaker dropped", edit{entente.Span{Start: 0, End: c.Start}, ""}, edit{entente.Span{Start: c.End, End: len(t.d.Text)}, "."})
	}
}

// negatedAt says whether a negation stands at verb i or at one of its parties.
func (t *tree) negatedAt(i int) bool {
	return slices.ContainsFunc(t.kids[i], func(k int) bool {
		switch t.form(k) {
		case "not", "n't", "never", "no", "nobody", "none", "neither", "nor", "hardly":
			return true
		}
		return t.d.Tokens[k].UPOS != entente.VERB && slices.ContainsFunc(t.kids[k], func(j int) bool { return t.form(j) == "no" || t.form(j) == "neither" })
	})
}

func (t *tree) pronoun(i int) bool { return t.d.Tokens[i].UPOS == entente.PRON }

func (t *tree) hasSubject(i int) bool {
	return slices.ContainsFunc(t.kids[i], func(k int) bool { return t.d.Tokens[k].Deprel == entente.Nsubj })
}

func says(lemma string) bool {
	switch lemma {
	case "say", "tell", "report", "announce", "claim", "state", "add", "warn", "allege", "insist", "confirm":
		return true
	}
	return false
}

// plan turns what is planned, tried or refused into what will be.
func (t *tree) plan(i, k int, add adder) {
	for _, j := range t.kids[k] {
		if t.form(j) == "to" && t.d.Tokens[j].Deprel == entente.Mark && t.hasSubject(i) {
			x := &t.d.Tokens[i]
			if x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP" {
				add("status changed", edit{entente.Span{Start: x.Span.Start, End: max(x.Span.Start, t.d.Tokens[j].Span.End)}, "will"})
			}
		}
	}
}

// bounds drops what bounds a number.
func (t *tree) bounds(add adder) {
	low := strings.ToLower(t.d.Text)
	for _, w := range []string{"at least ", "more than ", "up to ", "as many as ", "nearly ", "about ", "fewer than ", "almost ", "around "} {
		at := strings.Index(low, w)
		if at < 0 || at+len(w) >= len(low) {
			continue
		}
		next, _, _ := strings.Cut(low[at+len(w):], " ")
		if _, ok := otherNumber[next]; ok || next != "" && next[0] >= '0' && next[0] <= '9' {
			add("bound dropped", edit{entente.Span{Start: at, End: at + len(w)}, ""})
		}
	}
}

var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// date moves a date.
func (t *tree) date(d *entente.TimeExpr, add adder) {
	words := d.Span.In(t.d.Text)
	for _, list := range [][]string{weekdays, months} {
		for i, w := range list {
			if strings.Contains(words, w) {
				add("date changed", edit{d.Span, strings.Replace(words, w, list[(i+2)%len(list)], 1)})
				return
			}
		}
	}
	for a, b := range map[string]string{"last ": "next ", "next ": "last ", "yesterday": "tomorrow", "tomorrow": "yesterday"} { // at most one is there
		if strings.Contains(words, a) {
			add("date changed", edit{d.Span, strings.Replace(words, a, b, 1)})
			return
		}
	}
}
