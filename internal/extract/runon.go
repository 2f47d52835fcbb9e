package extract

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/entente-news/entente"
)

// Headlines of related stories that were run on behind a text.
//
// Whoever copies a page's text often carries along the links below it. They
// then stand as lines of their own, with or without a label ("Read more:"), or
// flow on behind the last sentence with nothing between them. Their marks are
// those of headlines in English: no full stop, words of content capitalised,
// small function words, no auxiliary where prose needs one.
//
// Method: (1) lines under a label, or behind one on its line; (2) lines at the
// end of the text that are set like headlines; (3) what follows the last
// sentence of the last paragraph, if its words of content are capitalised. The
// text that (3) finds is parted where headlines most likely begin; how that is
// learnt and decided stands in boundary.go.
//
// A line or tail that looks like a signature, a credit or an unfinished
// sentence is left alone: marking too little costs a wrong event, marking too
// much costs a true sentence.

const (
	minBodyWords  = 30   // a text shorter than this has no body to run on behind
	minHeadWords  = 4    // a headline has at least so many words
	maxHeadWords  = 26   // and at most so many
	maxTailWords  = 120  // of run-on headlines together
	strongCapital = 0.78 // share of capitalised words of content in title case
	weakCapital   = 0.55 // the same in a tail of several headlines of mixed style
)

var (
	labelLine = regexp.MustCompile(`(?i)^[^\p{L}]{0,4}(?:related(?: (?:articles?|stories|story|content|coverage|news|topics?|posts?|links?|reading))?|read (?:more|also|next|this next)|also read|more (?:stories|news|on this(?: story)?|coverage|from [\p{L} ]{2,30})|see also|recommended(?: (?:for you|stories|articles|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)|further reading|don['’]t miss|editors?['’]?s? picks?|what to read next|latest news|top stories|other (?:news|stories))\s*[:>»…|-]*\s*$`)
	labelHead = regexp.MustCompile(`(?i)^[^\p{L}]{0,4}(?:related(?: (?:article|story|news))?|read (?:more|also|next)|also read|more on this(?: story)?|see also|recommended|further reading|don['’]t miss)\s*[:|>»]\s*`)
	signature = regexp.MustCompile(`(?i)^[^\p{L}]{0,3}(?:by|reporting|editing|writing|additional|compiled|edited|written|reported|photos?|pictures?|images?|source|sources|copyright|©|follow|contact|e-?mail|tel|phone|translated|graphics?|credits?|with files|with reporting|published|updated|posted|tags?|filed under|topics?|keywords|share|subscribe|sign up|download|click|advertisement|comments?|all rights|note|correction|sincerely|regards|yours|the writer|the author|about the)\b`)
)

// RunOn returns the spans of headlines of related stories that were run on
// behind the body of an English text, in order. Spans do not overlap and begin
// and end at words.
func RunOn(text string) []entente.Span {
	f := &finder{text: text, lex: words()}
	f.lines()
	if len(f.ls) == 0 {
		return nil
	}
	f.learn(len(text))
	f.labelled()
	f.trailing()
	f.tail()
	return f.done()
}

// line is one line of the text that is not blank.
type line struct {
	start, end int
	marked     bool // a headline, a label, or holding headlines
}

// finder looks for headlines in one text.
type finder struct {
	text  string
	lex   *lexicon
	ls    []line
	names map[string]bool // words that the body always capitalises
	pairs map[string]bool // pairs of capitalised words that stand together in it
	total int             // words of the text that was learnt from
	found []entente.Span
}

// lines cuts the text.
func (f *finder) lines() {
	at := 0
	for raw := range strings.Lines(f.text) {
		s := strings.TrimSpace(raw)
		if s != "" {
			i := at + strings.Index(raw, s)
			f.ls = append(f.ls, line{start: i, end: i + len(s)})
		}
		at += len(raw)
	}
}

// learn gathers which words are names in the text before a byte offset.
func (f *finder) learn(limit int) {
	f.total = 0
	f.names, f.pairs = map[string]bool{}, map[string]bool{}
	small := map[string]bool{}
	for _, l := range f.ls {
		ws := split(f.text, min(l.start, limit), min(l.end, limit))
		f.total += len(ws)
		for i, w := range ws {
			switch {
			case !w.capital():
				small[w.low] = true
			case i == 0 || strings.ContainsAny(ws[i-1].after, ".!?"):
				if len(w.low) > 3 && !f.lex.function[w.low] && !f.lex.verbs[w.low] && !f.lex.starters[w.low] && !w.digits() {
					f.names[w.low] = true
				}
			case ws[i-1].after == "":
				f.names[w.low] = true
				if ws[i-1].capital() {
					f.pairs[ws[i-1].low+" "+w.low] = true
				}
			}
		}
	}
	for w := range small {
		delete(f.names, w)
	}
}

// labelled marks lines under a label up to a line that ends like a sentence,
// and what stands behind a label on its line.
func (f *finder) labelled() {
	for i := 0; i < len(f.ls); i++ {
		s := f.text[f.ls[i].start:f.ls[i].end]
		if labelLine.MatchString(s) {
			j := i + 1
			for j < len(f.ls) && f.listed(f.ls[j]) {
				f.add(f.ls[j].start, f.ls[j].end)
				f.ls[j].marked = true
				j++
			}
			f.ls[i].marked = j > i+1
			i = j - 1
			continue
		}
		if m := labelHead.FindString(s); m != "" && f.listed(line{start: f.ls[i].start + len(m), end: f.ls[i].end}) {
			f.add(f.ls[i].start+len(m), f.ls[i].end)
			f.ls[i].marked = true
		}
	}
}

// listed reports whether a line under a label can be a headline.
func (f *finder) listed(l line) bool {
	ws := unlisted(split(f.text, l.start, l.end))
	return len(ws) >= 3 && len(ws) <= maxHeadWords && !endsSentence(ws[len(ws)-1]) && !signature.MatchString(f.text[l.start:l.end])
}

// unlisted drops the marks of a list before the first word.
func unlisted(ws []word) []word {
	for len(ws) > 0 && ws[0].raw == "" {
		ws = ws[1:]
	}
	return ws
}

// trailing marks lines at the end that are set like headlines, if a body
// stands before them.
func (f *finder) trailing() {
	end := len(f.ls)
	for end > 0 && f.ls[end-1].marked {
		end--
	}
	first, clauses := end, 0
	for first > 0 {
		l := f.ls[first-1]
		ws := unlisted(split(f.text, l.start, l.end))
		if l.marked || len(ws) < minHeadWords || len(ws) > maxHeadWords || endsSentence(ws[len(ws)-1]) || !f.headline(ws, strongCapital) {
			break
		}
		if f.clause(ws) {
			clauses++
		}
		first--
	}
	n := end - first
	if n == 0 || clauses*2 < n || f.total < minBodyWords || f.count(f.ls[:first]) < minBodyWords {
		return
	}
	for i := first; i < end; i++ {
		f.ls[i].marked = true
		f.add(f.ls[i].start, f.ls[i].end)
	}
}

func (f *finder) count(ls []line) int {
	n := 0
	for _, l := range ls {
		n += len(strings.Fields(f.text[l.start:l.end]))
	}
	return n
}

// tail marks what follows the last sentence of the last paragraph.
func (f *finder) tail() {
	last := len(f.ls) - 1
	for last >= 0 && f.ls[last].marked {
		last--
	}
	if last < 0 {
		return
	}
	l := f.ls[last]
	ws := split(f.text, l.start, l.end)
	from := len(ws)
	for i := len(ws) - 1; i > 0 && len(ws)-i <= maxTailWords; i-- {
		if !f.sentenceEnd(ws, i-1) {
			continue
		}
		if !f.headline(ws[i:from], weakCapital) && from == len(ws) || from < len(ws) && !f.headline(ws[i:from], strongCapital) {
			break
		}
		from = i
	}
	ws2 := ws[from:]
	if len(ws2) < minHeadWords || endsSentence(ws2[len(ws2)-1]) {
		return
	}
	if f.learn(ws2[0].start); f.total < minBodyWords {
		return
	}
	parts := f.cut(ws2)
	if !f.accept(ws2, parts) {
		return
	}
	for _, p := range parts {
		f.add(p[0].start, p[len(p)-1].end)
	}
}

// accept decides whether a tail, cut into parts, is of headlines.
func (f *finder) accept(ws []word, parts [][]word) bool {
	strong, clauses := 0, 0
	for _, p := range parts {
		if len(p) > maxHeadWords {
			return false
		}
		if f.share(p) >= strongCapital {
			strong++
		}
		if f.clause(p) {
			clauses++
		}
	}
	if f.share(ws) >= strongCapital && clauses > 0 {
		return true
	}
	return len(parts) > 1 && strong > 0 && clauses > 0
}

// sentenceEnd reports whether word i ends a sentence and the next one may
// begin another or a headline.
func (f *finder) sentenceEnd(ws []word, i int) bool {
	w, next := ws[i], ws[i+1]
	if !strings.ContainsAny(w.after, ".!?") || !next.capital() && !next.digits() {
		return false
	}
	if !strings.Contains(w.after, ".") {
		return true
	}
	letters := []rune(strings.ReplaceAll(w.raw, ".", ""))
	initials := len(letters) == 1 || strings.Contains(w.raw, ".") && len(letters) <= 3
	return !initials && !f.lex.titles[w.low] && !abbreviations[w.low]
}

// abbreviations end with a full stop that ends no sentence.
var abbreviations = map[string]bool{"gen": true, "col": true, "lt": true, "sgt": true, "capt": true, "st": true, "rep": true, "sen": true, "gov": true, "vs": true, "no": true,
	"jan": true, "feb": true, "aug": true, "sept": true, "oct": true, "nov": true, "dec": true, "prof": true, "rev": true, "adm": true}

// endsSentence reports whether a word carries the full stop of a sentence.
func endsSentence(w word) bool {
	i := strings.IndexFunc(w.after, func(r rune) bool { return r == '.' || r == ';' || r == '…' || r == '。' })
	return i >= 0 || strings.Contains(w.after, ":") || w.raw == "" && strings.ContainsAny(w.before, ".…")
}

// share returns the part of the words of content that are capitalised. The
// first word and numbers do not count: they are the same in prose.
func (f *finder) share(ws []word) float64 {
	n, capital := 0, 0
	for i, w := range ws {
		if i == 0 || w.raw == "" || w.digits() || f.lex.function[w.low] && !w.capital() {
			continue
		}
		n++
		if w.capital() {
			capital++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(capital) / float64(n)
}

// headline reports whether words are set like one or several headlines.
func (f *finder) headline(ws []word, share float64) bool {
	if len(ws) < minHeadWords || !ws[0].capital() && !ws[0].digits() {
		return false
	}
	if signature.MatchString(f.text[ws[0].start:ws[len(ws)-1].end]) || strings.ContainsAny(ws[len(ws)-1].after, ")]") {
		return false // a credit, or a caption with one behind it
	}
	upper, numbers := 0, 0
	for _, w := range ws {
		if len(w.raw) > 4 && w.raw == strings.ToUpper(w.raw) && w.capital() {
			upper++
		}
		if w.digits() || w.raw == "" {
			numbers++
		}
	}
	return upper*2 < len(ws) && numbers*3 < len(ws) && f.share(ws) >= share
}

// clause reports whether words hold what a headline is made of and a list of
// names or a signature is not: a finite verb, a question word, or a genitive
// with a preposition.
func (f *finder) clause(ws []word) bool {
	genitive, preposition := false, false
	r := &reader{lex: f.lex, classes: boundaries().classes, names: f.names}
	for i, w := range ws {
		if i > 0 && (f.verb(ws, i) || r.agrees(ws, i)) || i == 0 && (f.lex.starters[w.low] && len(w.raw) <= 5) {
			return true
		}
		genitive = genitive || w.possessive
		preposition = preposition || i > 0 && f.lex.function[w.low]
	}
	return genitive && preposition
}

// verb reports whether word i can be a finite verb, or the infinitive with
// which headlines speak of the future.
func (f *finder) verb(ws []word, i int) bool {
	w := ws[i]
	switch {
	case w.possessive || w.raw == "" || i > 0 && f.lex.nounBefore[ws[i-1].low]:
		return false
	case f.lex.verbs[w.low]:
		return true
	case w.low == "to":
		return i+1 < len(ws) && f.lex.base[ws[i+1].low]
	case f.names[w.low]:
		return false
	}
	for _, suffix := range []string{"ates", "izes", "ises", "ifies"} {
		if len(w.low) > len(suffix)+2 && strings.HasSuffix(w.low, suffix) {
			return true
		}
	}
	return len(w.low) > 4 && strings.HasSuffix(w.low, "ed") && !strings.HasSuffix(w.low, "eed") && w.low != "united"
}

// done returns the spans in order.
func (f *finder) done() []entente.Span {
	sortSpans(f.found)
	return f.found
}

// add marks a headline without the marks of a list around it.
func (f *finder) add(start, end int) {
	s := f.text[start:end]
	trimmed := strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("-–—•·*>»|▶►→", r)
	})
	start += len(s) - len(trimmed)
	trimmed = strings.TrimRightFunc(trimmed, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("|•·-–—", r) })
	if trimmed != "" {
		f.found = append(f.found, entente.Span{Start: start, End: start + len(trimmed)})
	}
}
