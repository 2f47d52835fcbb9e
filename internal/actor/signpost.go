package actor

import (
	"io/fs"
	"strings"
)

const signpostsHeader = "words country source"

// signpost is words that point to a state without naming it.
type signpost struct {
	words []string
	state int32
}

// maxSignpost bounds the words of a row.
const maxSignpost = 4

// signposts reads signposts.tsv.
func (b *builder) signposts(fsys fs.FS) {
	rows, _ := readRows(fsys, "signposts.tsv", signpostsHeader, &b.problems)
	b.t.signposts = make(map[string][]signpost, len(rows))
	for _, r := range rows {
		words := strings.Fields(r.cols[0])
		if len(words) == 0 || len(words) > maxSignpost {
			b.problems.add(r.where(), "want one to four words, not %q", r.cols[0])
			continue
		}
		at := b.country(r, r.cols[1])
		if at < 0 {
			continue
		}
		for _, key := range firstTokens(words[0]) {
			b.t.signposts[key] = append(b.t.signposts[key], signpost{words, at})
		}
	}
}

// firstTokens returns the tokens that a word may begin with: itself, and what
// stands before a hyphen or an apostrophe, since texts part most words there
// ("ZANU", "-", "PF") and leave some whole ("sub-inspector").
func firstTokens(word string) []string {
	at := strings.IndexAny(word, "-'")
	if at < 0 || len(word) == 1 {
		return []string{word}
	}
	return []string{word, word[:max(at, 1)]}
}

// pointed is a state that words of the document point to.
type pointed struct {
	state int32
	n     int
}

// maxPointed bounds the states that are kept.
const maxPointed = 4

// readSignposts notes the states that the words of the document point to, in
// the order in which they do.
func (w *Worker) readSignposts() {
	w.pointed = w.pointed[:0]
	for i := range w.d.Tokens {
		list := w.t.signposts[w.text(i)]
		for k := range list {
			if w.reads(i, list[k].words) {
				w.point(list[k].state)
			}
		}
	}
}

// reads reports whether the tokens from i on are words, each of one token or of
// several.
func (w *Worker) reads(i int, words []string) bool {
	for _, rest := range words {
		for rest != "" {
			s := w.textOr(i, len(w.d.Tokens))
			if s == "" || !strings.HasPrefix(rest, s) {
				return false
			}
			rest = rest[len(s):]
			i++
		}
	}
	return true
}

func (w *Worker) point(state int32) {
	for k := range w.pointed {
		if w.pointed[k].state == state {
			w.pointed[k].n++
			return
		}
	}
	if len(w.pointed) < maxPointed {
		w.pointed = append(w.pointed, pointed{state, 1})
	}
}

// ofSignposts adds the states that words of the report point to.
func (w *Worker) ofSignposts(named int) {
	for _, p := range w.pointed {
		code := w.t.parties[p.state].country
		who := 2
		switch code {
		case "USA":
			who = 0
		case "GBR":
			who = 1
		}
		o := w.choice.option(code)
		o.add(signPost, (who*2+min(p.n, 2)-1)*len(countNames)+named)
		if len(w.told) == 0 {
			o.add(signPostAlone, who*2+min(p.n, 2)-1)
		}
	}
}
