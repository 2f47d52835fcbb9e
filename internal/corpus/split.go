package corpus

import (
	"strings"
	"unicode"
)

// noEnd lists words after whose full stop a sentence goes on, in lower case
// and without the stop. Single letters and words with a stop inside ("U.S.",
// "a.m.") are treated likewise.
const noEnd = ` mr mrs ms dr prof gov sen rep reps sens gen lt col sgt capt cmdr maj adm rev hon pres sec det cpl pvt supt insp
 st mt ft jr sr vs no nos inc corp co ltd llc bros dept est univ assn ave blvd rd hwy fig vol pp approx ext
 jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
 ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo `

// splitText finds the sentences of a text by a rule that is meant never to
// change: a line break parts; so do full stop, question or exclamation mark,
// with the closing quotes and brackets behind, before blanks and a capital, a
// digit or an opening quote, unless the stop belongs to an abbreviation. The
// offsets count code points.
func splitText(text []rune) []Span {
	var out []Span
	start := 0
	put := func(end int) {
		from, to := start, end
		for from < to && unicode.IsSpace(text[from]) {
			from++
		}
		for to > from && unicode.IsSpace(text[to-1]) {
			to--
		}
		if from < to {
			out = append(out, Span{Start: from, End: to})
		}
		start = end
	}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			put(i)
			continue
		}
		if end := endsAt(text, start, i); end > 0 {
			put(end)
			i = end - 1
		}
	}
	put(len(text))
	return out
}

// endsAt says behind which rune a sentence ends whose mark stands at i, or 0.
func endsAt(text []rune, start, i int) int {
	if !strings.ContainsRune(".?!", text[i]) {
		return 0
	}
	end := i + 1
	for end < len(text) && strings.ContainsRune(".?!\"'”’)]", text[end]) {
		end++
	}
	next := end
	for next < len(text) && text[next] == ' ' {
		next++
	}
	if next == end || next == len(text) {
		return 0
	}
	if r := text[next]; !unicode.IsUpper(r) && !unicode.IsDigit(r) && !strings.ContainsRune("\"'“‘(", r) {
		return 0
	}
	if i > start && unicode.IsDigit(text[i-1]) && unicode.IsDigit(text[next]) {
		return 0 // a number that was torn apart
	}
	if text[i] == '.' && end == i+1 && goesOn(text[start:i]) {
		return 0
	}
	return end
}

// goesOn says whether the full stop behind the words is one of an
// abbreviation.
func goesOn(words []rune) bool {
	from := len(words)
	for from > 0 && !unicode.IsSpace(words[from-1]) && !strings.ContainsRune("(\"“‘—-", words[from-1]) {
		from--
	}
	w := strings.ToLower(string(words[from:]))
	if w == "" {
		return false
	}
	if r := []rune(w); len(r) == 1 && unicode.IsLetter(r[0]) || strings.Contains(w, ".") && unicode.IsLetter(r[0]) && len(r) < 6 {
		return true
	}
	return strings.Contains(noEnd, " "+w+" ") || strings.Contains(noEnd, "\n "+w+" ") || strings.Contains(noEnd, " "+w+"\n")
}
