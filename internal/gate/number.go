package gate

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// number is a quantity of a sentence: its value in one spelling, and how it is
// bounded.
type number struct {
	value string
	bound string
	of    string // lemma of what is counted, "" where no noun follows
	at    int
}

// units are words for numbers, in the digits that say the same.
var units = map[string]string{"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
	"eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80",
	"ninety": "90", "dozen": "dozen", "dozens": "dozens", "hundred": "hundred", "hundreds": "hundreds", "thousand": "thousand", "thousands": "thousands",
	"million": "million", "millions": "millions", "billion": "billion", "billions": "billions", "trillion": "trillion", "half": "half", "scores": "scores"}

// bounds are what may stand before a number, by what it does to it.
var bounds = map[string]string{"at least": "least", "no fewer than": "least", "no less than": "least", "a minimum of": "least", "more than": "more",
	"over": "more", "upwards of": "more", "in excess of": "more", "exceeding": "more", "above": "more", "about": "about", "around": "about",
	"some": "about", "approximately": "about", "roughly": "about", "an estimated": "about", "estimated": "about", "nearly": "almost", "almost": "almost",
	"close to": "almost", "up to": "most", "as many as": "most", "as much as": "most", "at most": "most", "no more than": "most", "not more than": "most",
	"fewer than": "less", "less than": "less", "under": "less", "below": "less", "only": "only", "just": "only"}

// maxBoundWords is how many words the longest of bounds has.
const maxBoundWords = 3

// quantities are the numbers of a sentence that are not part of a date.
func (x *side) quantities() []number {
	var out []number
	for i := 0; i < x.len(); i++ {
		value := digits(x.form(i))
		if value == "" || x.date[i] >= 0 || x.form(i) == "one" && x.tok(i).UPOS == entente.PRON {
			continue
		}
		at := i
		for i+1 < x.len() { // two million, 12 thousand, a dozen
			next := digits(x.form(i + 1))
			if next == "" || x.date[i+1] >= 0 {
				break
			}
			value += " " + next
			i++
		}
		out = append(out, number{value, x.bound(at), x.counted(at, i), at})
	}
	return out
}

// counted is the lemma of the noun that tokens [from, to] number.
func (x *side) counted(from, to int) string {
	for i := from; i <= to; i++ {
		if h := x.head(i); h >= 0 && (h < from || h > to) && x.base(i) == entente.Nummod {
			return x.lemma(h)
		}
	}
	return ""
}

// digits spells a number in one way, "" for another word.
func digits(w string) string {
	if u, ok := units[w]; ok {
		return u
	}
	if parts := strings.Split(w, "-"); len(parts) == 2 && units[parts[0]] != "" && units[parts[1]] != "" {
		return units[parts[0]] + " " + units[parts[1]]
	}
	if !strings.ContainsAny(w, "0123456789") {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.TrimRight(w, ".,"))
}

// bound is what the words before a number make of it, "" for the number itself.
func (x *side) bound(at int) string {
	for at > 0 && (x.form(at-1) == "$" || x.form(at-1) == "€" || x.form(at-1) == "£" || x.form(at-1) == "a") {
		at--
	}
	for n := maxBoundWords; n > 0; n-- {
		if at < n {
			continue
		}
		words := make([]string, n)
		for k := range words {
			words[k] = x.form(at - n + k)
		}
		if b := bounds[strings.Join(words, " ")]; b != "" {
			return b
		}
	}
	return ""
}

// numbers checks that each number of the draft stands in a source, bounded in
// the same way.
func (x *side) numbers(ss []*side) []Fault {
	var known []number
	for _, s := range ss {
		known = append(known, s.quantities()...)
	}
	var out []Fault
	for _, q := range x.quantities() {
		same := func(k number) bool { return k.value == q.value && (k.of == q.of || k.of == "" || q.of == "") }
		at := slices.IndexFunc(known, func(k number) bool { return same(k) && k.bound == q.bound })
		switch {
		case at >= 0:
			if len(ss) == 1 { // a number that stands once is said once
				known = slices.Delete(known, at, at+1)
			}
		case slices.ContainsFunc(known, same):
			out = append(out, Fault{Bound, x.form(q.at)})
		default:
			out = append(out, Fault{Number, x.form(q.at)})
		}
	}
	return out
}

// dates checks that each date of the draft means days that a source means, or
// is the day of a source's document. One that has no days must stand there in
// the same words.
func (x *side) dates(ss []*side) []Fault {
	var out []Fault
	seen := -1
	for i := range x.len() {
		k := x.date[i]
		if k < 0 || k == seen {
			continue
		}
		seen = k
		if d := &x.d.Dates[k]; !slices.ContainsFunc(ss, func(s *side) bool { return s.tells(d, x.d.Text) }) {
			out = append(out, Fault{Date, d.Span.In(x.d.Text)})
		}
	}
	return out
}

// tells says whether a source means the same time. The day of its document is
// meant where it names no day itself.
func (x *side) tells(d *entente.TimeExpr, text string) bool {
	words, dated := strings.ToLower(d.Span.In(text)), false
	for i := range x.d.Dates {
		o := &x.d.Dates[i]
		if !o.Span.Overlaps(x.span) {
			continue
		}
		dated = dated || o.From.Known() && o.From == o.To
		if d.From.Known() && d.From == o.From && d.To == o.To {
			return true
		}
		if !d.From.Known() && (d.Value != "" && d.Value == o.Value || words == strings.ToLower(o.Span.In(x.d.Text))) {
			return true
		}
	}
	return !dated && d.From.Known() && d.From == d.To && d.From == x.d.Day()
}
