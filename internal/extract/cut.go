package extract

import (
	"sort"
	"strings"

	"github.com/entente-news/entente"
)

func sortSpans(s []entente.Span) {
	sort.Slice(s, func(i, j int) bool { return s[i].Start < s[j].Start })
}

// cut divides words into headlines.
func (f *finder) cut(ws []word) [][]word {
	var parts [][]word
	from := 0
	for i := 1; i < len(ws); i++ {
		if i == from {
			continue
		}
		switch f.border(ws, from, i) {
		case cutHere:
			parts = append(parts, ws[from:i])
			from = i
		case cutDrop: // the word is nothing but a separator
			parts = append(parts, ws[from:i])
			from = i + 1
		case noCut:
		}
	}
	if from < len(ws) {
		parts = append(parts, ws[from:])
	}
	return parts
}

// borderKind says what stands between two words.
type borderKind uint8

const (
	noCut borderKind = iota
	cutHere
	cutDrop
)

// border decides whether a headline begins at word i, the one before having
// begun at word from.
func (f *finder) border(ws []word, from, i int) borderKind {
	prev, w := ws[i-1], ws[i]
	if w.raw == "" {
		if i > from && i+1 < len(ws) && strings.ContainsAny(w.before, "|•·/»>") {
			return cutDrop
		}
		return noCut
	}
	if i-from < minHeadWords || len(ws)-i < minHeadWords {
		return noCut
	}
	if strings.ContainsAny(w.before, "•|·»") || strings.ContainsAny(prev.after, "?!") && w.capital() {
		return cutHere
	}
	if strings.Count(f.text[prev.end:w.start], " ") > 1 || strings.ContainsAny(f.text[prev.end:w.start], "\t\u00a0") {
		if w.capital() || w.digits() {
			return cutHere
		}
	}
	if !f.complete(ws[from:i]) || prev.after != "" && !strings.ContainsAny(prev.after, "'’”\")") || !w.capital() && !w.digits() {
		return noCut
	}
	if f.begins(ws, from, i) {
		return cutHere
	}
	return noCut
}

// complete reports whether words can stand as a headline and call for no more:
// the last is no function word, verb or title before a name.
func (f *finder) complete(ws []word) bool {
	last := ws[len(ws)-1]
	if last.raw == "" || last.possessive || f.lex.titles[last.low] && last.capital() || f.lex.function[last.low] {
		return false
	}
	if len(ws) > 1 && f.verb(ws, len(ws)-1) && !last.digits() {
		return f.participleEnd(ws)
	}
	return true
}

// participleEnd reports whether a last word that looks like a verb ends its
// headline: a verb stood before it ("Court Rules Ban Lifted", "Town Fears New
// Strikes").
func (f *finder) participleEnd(ws []word) bool {
	last := ws[len(ws)-1].low
	for i := 1; i < len(ws)-2; i++ { // "… as Offensive Looms", "… How Israel Reacted"
		if clauses[ws[i].low] {
			return true
		}
	}
	if strings.HasSuffix(last, "s") {
		return f.reports(ws[:len(ws)-1]) == noReport
	}
	if f.lex.base[last] || !strings.HasSuffix(last, "ed") {
		return f.lex.base[last] && f.reports(ws[:len(ws)-1]) == noReport
	}
	for i := 1; i < len(ws)-2; i++ {
		if f.verb(ws, i) {
			return true
		}
	}
	return false
}

// begins reports whether word i begins a headline, the one before having begun
// at word from.
func (f *finder) begins(ws []word, from, i int) bool {
	w, prev := ws[i], ws[i-1]
	joined := prev.capital() && (f.pairs[prev.low+" "+w.low] || f.lex.given[prev.low] || f.lex.firstParts[prev.low] && !f.lex.surnames[w.low])
	switch {
	case joined:
		return false
	case strings.HasPrefix(w.after, ":") && f.lex.starters[w.low]:
		return true
	case questions[w.low]:
		return i+2 < len(ws) && !f.verb(ws, i-1)
	case w.possessive && strings.HasSuffix(prev.low, "ing"):
		return false // "Demanding Pashinyan's Resignation"
	case f.counts(ws, i):
		return true
	case w.possessive && f.name(w), f.lex.given[w.low] && ws[i+1].possessive:
		return ws[i+1].raw != ""
	case f.lex.firstParts[w.low] && (f.lex.surnames[ws[i+1].low] || !f.lex.entities[ws[i+1].low] && !f.lex.starters[ws[i+1].low]):
		return false
	case f.lex.firstParts[w.low] && ws[i+1].possessive:
		return true
	case f.lex.firstParts[w.low]:
		return f.subject(ws, i)
	case f.stranger(ws, i):
		return f.reports(ws[from:i]) == noReport
	case !f.name(w) && !f.lex.starters[w.low] && !f.lex.titles[w.low]:
		return false
	}
	return f.subject(ws, i)
}

// numerals begin headlines of lists.
var numerals = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true}

// counts reports whether a list is announced at word i: "Five Charts That …".
func (f *finder) counts(ws []word, i int) bool {
	if !numerals[ws[i].low] && !ws[i].digits() || i+2 >= len(ws) || !ws[i+1].capital() || !strings.HasSuffix(ws[i+1].low, "s") {
		return false
	}
	switch ws[i+2].low {
	case "that", "to", "about", "you", "we", "why", "who":
		return true
	}
	return false
}

// stranger reports whether word i can be a surname that the text does not
// mention: not a word of the lists, not a plural, a verb in the third person
// or the past behind it, or behind what it governs ("the X administration").
func (f *finder) stranger(ws []word, i int) bool {
	w, next := ws[i], ws[i+1]
	if f.lex.organs[next.low] && next.capital() && i+2 < len(ws) {
		next = ws[i+2]
	}
	return !f.name(w) && !f.lex.starters[w.low] && !f.lex.titles[w.low] && !f.lex.function[w.low] && !f.lex.verbs[w.low] && !f.lex.base[w.low] && !f.lex.organs[w.low] &&
		w.after == "" && len(w.raw) > 3 && !strings.HasSuffix(w.low, "s") && !w.possessive &&
		f.lex.verbs[next.low] && (strings.HasSuffix(next.low, "s") || strings.HasSuffix(next.low, "ed"))
}

// report says whether a headline can go on with a clause of its own.
type report uint8

const (
	noReport  report = iota // it has its verb, which takes no clause
	canReport               // it has no verb yet, or one of saying
)

// reports looks for the verb of a headline.
func (f *finder) reports(ws []word) report {
	found := canReport
	for i := 1; i < len(ws); i++ {
		if saying[ws[i].low] && f.verb(ws, i) {
			return canReport
		}
		switch {
		case clauses[ws[i].low]:
			found = canReport
		case f.verb(ws, i):
			found = noReport
		}
	}
	return found
}

// clauses are words behind which another verb must come.
var clauses = map[string]bool{"as": true, "while": true, "after": true, "before": true, "when": true, "if": true, "because": true, "how": true, "why": true, "until": true}

// saying are the verbs of headlines that take a clause.
var saying = map[string]bool{"says": true, "said": true, "warns": true, "warned": true, "claims": true, "claimed": true, "fears": true, "thinks": true, "insists": true,
	"shows": true, "finds": true, "found": true, "reveals": true, "admits": true, "hopes": true, "believes": true, "vows": true, "denies": true, "confirms": true, "suggests": true}

// questions are the words that begin a question or an explanation.
var questions = map[string]bool{"what": true, "why": true, "how": true, "who": true, "when": true, "where": true, "here's": true}

// name reports whether a word is a name: the body uses it as one, or it is one
// of the commonest.
func (f *finder) name(w word) bool {
	if f.names[w.low] || f.lex.entities[w.low] || f.lex.given[w.low] {
		return true
	}
	for _, part := range strings.Split(w.low, "-") {
		if f.lex.entities[part] && part != w.low {
			return true
		}
	}
	return false
}

// subject reports whether a noun phrase begins at word i that a finite verb
// follows within a few words.
func (f *finder) subject(ws []word, i int) bool {
	several := false
	for j := i + 1; j < len(ws) && j <= i+5; j++ {
		several = several || ws[j].low == "and"
		plural := several && j > i+2 || ws[j-1].low == "police" || strings.HasSuffix(ws[j-1].low, "s") && !f.name(ws[j-1])
		if plural && f.lex.base[ws[j].low] {
			return true
		}
		if f.verb(ws, j) {
			return !(ws[j].capital() && f.name(ws[j]) && !f.lex.verbs[ws[j].low])
		}
		p := ws[j-1].after
		if p != "" && p != "," && p != "'" && p != "’" {
			return strings.Contains(p, ":") && j == i+1
		}
		if ws[j].low == "ahead" || ws[j].low == "again" || f.lex.function[ws[j].low] && ws[j].low != "and" && ws[j].low != "of" && ws[j].low != "&" {
			return false
		}
	}
	return false
}
