package corpus

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// token is a word or mark, in code points of the text.
type token struct {
	Span
	glued bool // no blank behind it
}

// tokenize parts a text at white space and around every mark of punctuation or
// symbol; letters, digits and marks that stand together are one word.
func tokenize(text []rune, from, to int) []token {
	var out []token
	for i := from; i < to; {
		if unicode.IsSpace(text[i]) {
			i++
			continue
		}
		end := i + 1
		if wordRune(text[i]) {
			for end < to && wordRune(text[end]) {
				end++
			}
		}
		out = append(out, token{Span{i, end}, end < to && !unicode.IsSpace(text[end])})
		i = end
	}
	return out
}

// WriteCoNLLU writes CoNLL-U Plus of three columns: number, form, and a last
// one with Entity (B- and I- of type and use) and Event (number, part and for
// triggers the code). There are no trees: the corpus has none. Records without
// text are left out; it returns their number.
func WriteCoNLLU(w io.Writer, records []Record) (int, error) {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "# global.columns = ID FORM MISC")
	skipped := 0
	for i := range records {
		rec := &records[i]
		text := rec.runes()
		if text == nil {
			skipped++
			continue
		}
		fmt.Fprintf(out, "# newdoc id = %s\n", rec.ID)
		for k, s := range rec.Sentences {
			fmt.Fprintf(out, "# sent_id = %s-%d\n# text = %s\n", rec.ID, k+1, string(text[s.Start:s.End]))
			for n, t := range tokenize(text, s.Start, s.End) {
				fmt.Fprintf(out, "%d\t%s\t%s\n", n+1, string(text[t.Start:t.End]), rec.misc(k, t))
			}
			fmt.Fprintln(out)
		}
	}
	if err := out.Flush(); err != nil {
		return skipped, fmt.Errorf("write CoNLL-U plus: %w", err)
	}
	return skipped, nil
}

// misc is the last column of a token.
func (r *Record) misc(sentence int, t token) string {
	var parts []string
	for _, e := range r.Entities {
		if name, ok := covered(t, e.Start, e.End, e.Type+optionalPart(e.Use)+optionalPart(e.Country)); ok {
			parts = append(parts, "Entity="+name)
		}
	}
	var events []string
	for i := range r.Events {
		e := &r.Events[i]
		if e.Sentence != sentence {
			continue
		}
		add := func(start, end int, role string) {
			if name, ok := covered(t, start, end, fmt.Sprintf("%d:%s", e.N, role)); ok {
				events = append(events, name)
			}
		}
		code := e.Event
		if e.Mode != nil {
			code += "/" + *e.Mode
		}
		add(e.Trigger.Start, e.Trigger.End, "trigger:"+code)
		for _, m := range e.Actor {
			add(m.Start, m.End, "actor:"+codeOf(m))
		}
		for _, m := range e.Recipient {
			add(m.Start, m.End, "recipient:"+codeOf(m))
		}
		if e.When != nil && e.When.Start != nil {
			add(*e.When.Start, *e.When.End, "when:"+Days(e.When))
		}
		if e.Where != nil {
			add(e.Where.Start, e.Where.End, "where")
		}
	}
	if len(events) > 0 {
		parts = append(parts, "Event="+strings.Join(events, ","))
	}
	if t.glued {
		parts = append(parts, "SpaceAfter=No")
	}
	if len(parts) == 0 {
		return "_"
	}
	return strings.Join(parts, "|")
}

// covered names a token of a span, B- at its begin and I- behind it.
func covered(t token, start, end int, name string) (string, bool) {
	if t.Start >= end || t.End <= start {
		return "", false
	}
	if t.Start <= start {
		return "B-" + name, true
	}
	return "I-" + name, true
}

func optionalPart(s *string) string {
	if s == nil {
		return ""
	}
	return ":" + *s
}
