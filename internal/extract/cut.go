package extract

import (
	"sort"
	"strings"

	"github.com/entente-news/entente"
)

func sortSpans(s []entente.Span) {
	sort.Slice(s, func(i, j int) bool { return s[i].Start < s[j].Start })
}

// cut divides words into headlines: at separators, and between them where the
// learnt borders are best.
func (f *finder) cut(ws []word) [][]word {
	var parts [][]word
	from := 0
	for i := 0; i <= len(ws); i++ {
		if i < len(ws) && !separator(ws[i]) {
			continue
		}
		if i > from {
			parts = append(parts, f.divide(ws[from:i])...)
		}
		from = i + 1
	}
	return parts
}

// separator reports whether a word is nothing but a mark between headlines.
func separator(w word) bool { return w.raw == "" && strings.ContainsAny(w.before, "|•·/»>") }

// divide divides words that no separator stands between.
func (f *finder) divide(ws []word) [][]word {
	t := boundaries()
	r := &reader{lex: f.lex, classes: t.classes, names: f.names}
	as, limits := r.cues(ws), borders(f.text, ws, f)
	f.holdClauses(ws, as, limits)
	starts := divide(as, limits, func(k uint32) int32 { return t.weights[k] }, nil)
	var parts [][]word
	for i, s := range starts {
		end := len(ws)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		parts = append(parts, ws[s:end])
	}
	return parts
}

// holdClauses lets no headline begin between "as" or "while" and the verb of
// its clause. Before a title "as" is a preposition and has no verb.
func (f *finder) holdClauses(ws []word, as []cue, limits []limit) {
	for i, w := range ws {
		if w.low != "as" && w.low != "while" && w.low != "because" || i+1 >= len(ws) || f.lex.titles[ws[i+1].low] {
			continue
		}
		for j := i + 2; j < len(ws) && j <= i+4 && ws[j-1].after == "" && !ws[j-1].possessive; j++ {
			phrasal := strings.HasSuffix(ws[j].low, "s") && j+1 < len(ws) && particles[ws[j+1].low] // "Heats Up"
			if as[j].verb == 'V' || phrasal {
				for k := i + 1; k <= j; k++ {
					limits[k] = cannotBegin
				}
				break
			}
		}
	}
}

// borders says where in ws a headline can begin. f may be nil: then no body is
// known that shows which words are one name.
func borders(text string, ws []word, f *finder) []limit {
	out := make([]limit, len(ws))
	small := articlesSmall(ws)
	for i := 1; i < len(ws); i++ {
		prev, w := ws[i-1], ws[i]
		gap := text[prev.end:w.start]
		switch {
		case !w.capital() && !w.digits(), w.raw == "", prev.raw == "":
			out[i] = cannotBegin
		case strings.ContainsAny(w.before, "•|·»"), strings.Count(gap, " ") > 1, strings.ContainsAny(gap, "\t\u00a0"):
			out[i] = mustBegin
		case small && (w.raw == "A" || w.raw == "An") && prev.after == "" && len(ws)-i >= minHeadWords && i >= minHeadWords:
			out[i] = mustBegin
		case strings.ContainsAny(prev.after, ",;:&–—-/"):
			out[i] = cannotBegin
		case prev.possessive || calling[prev.low]:
			out[i] = cannotBegin
		case i > 1 && ws[i-2].capital() && !prev.capital() && kinds()[prev.low] == 'p': // particles are written large in title case
			out[i] = cannotBegin
		case i+1 < len(ws) && strings.HasSuffix(w.low, "s") && particles[ws[i+1].low] && kinds()[w.low] == 0: // "Heats Up" calls for a subject
			out[i] = cannotBegin
		case particles[w.low] && (strings.HasSuffix(prev.low, "s") || strings.HasSuffix(prev.low, "ed") || words().base[prev.low]):
			out[i] = cannotBegin
		case f != nil && f.joined(prev, w):
			out[i] = cannotBegin
		}
	}
	return out
}

// articlesSmall reports whether the small words of headlines are written small,
// so that an article with a capital is the first word of one.
func articlesSmall(ws []word) bool {
	n := 0
	for _, w := range ws {
		switch w.raw {
		case "a", "an", "of", "in", "on", "to", "and", "for":
			n++
		case "Of", "In", "On", "To", "And", "For":
			n -= 2
		}
	}
	return n > 0
}

// calling are words that call for another behind them: no headline ends in one.
var calling = set("a an the of at for with from into onto amid amidst among between per than via vs versus upon toward towards and or nor but as while because although though its his her their our my your these those every no whose how why who what which if")

// particles make verbs of the words in -s before them, and belong to these.
var particles = set("up off out down away back")

// joined reports whether two words are parts of one name.
func (f *finder) joined(prev, w word) bool {
	if prev.possessive || prev.after != "" || !prev.capital() || !w.capital() {
		return false
	}
	return f.pairs[prev.low+" "+w.low] || f.lex.given[prev.low] || f.lex.firstParts[prev.low] && !f.lex.surnames[w.low]
}

// clauses are words behind which another verb must come.
var clauses = map[string]bool{"as": true, "while": true, "after": true, "before": true, "when": true, "if": true, "because": true, "how": true, "why": true, "until": true}
