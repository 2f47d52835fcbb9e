package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// What a page says to its reader is no news: where to click, what stands below, whom
// to call. It is never quoted, and nothing is told from it.

// pageWords are words with which a page speaks of itself or to its reader.
var pageWords = []string{"click here", "click on", "click the", "tap here", "read more", "full story", "find out more", "find out how", "find out why", "find out what",
	"subscribe to", "subscribe now", "newsletter", "follow us", "like us on", "stay tuned", "scroll down", "see below", "photo gallery",
	"on this page", "on this website", "on this web site", "this article", "this story", "our story", "our website", "our web site", "this podcast", "live blog",
	"has the story", "has this report", "has more on", "have the story", "has the details", "has the latest", "has our report",
	"what you need to know", "what we know", "everything you need", "more information is", "more information can", "more details are available",
	"for more information", "for further information", "for more details", "http://", "https://", "www.",
	"on-the-record from", "for immediate release", "media contact", "press contact", "notes to editors", "in lieu of flowers",
	"all rights reserved", "copyright 2", "copyright ©", "license agreement", "licence agreement", "terms of use", "privacy policy", "cookies"}

// contact reports whether a text has a telephone number: groups of three digits or
// more that strokes, full stops or brackets join, with seven digits or more; "2009-2011"
// and a date are none.
func contact(s string) bool {
	digits, groups, run := 0, 0, 0
	for i := 0; i <= len(s); i++ {
		switch {
		case i < len(s) && s[i] >= '0' && s[i] <= '9':
			run++
		case run > 0:
			digits, groups = digits+run, groups+1
			if run < 3 || run > 6 {
				digits, groups = 0, 0
			}
			run = 0
			if i < len(s) && (s[i] == '-' || s[i] == '.' || s[i] == ')') && i+1 < len(s) && (s[i+1] >= '0' && s[i+1] <= '9' || s[i+1] == ' ') {
				continue
			}
			fallthrough
		default:
			if groups > 1 && digits >= 7 && digits != 8 {
				return true
			}
			if i >= len(s) || s[i] != ' ' || i == 0 || s[i-1] != ')' {
				digits, groups = 0, 0
			}
		}
	}
	return false
}

// page reports whether sentence k of a report is of the page rather than of the report: it
// has an address or a number to call, or asks the reader for something. No event is told
// from it.
func page(d *entente.Document, k int) bool {
	if k < 0 || k >= len(d.Sentences) {
		return false
	}
	text := squeeze(d.Sentences[k].Span.In(d.Text))
	if at := strings.IndexByte(text, '@'); at > 0 && at+1 < len(text) && text[at-1] != ' ' && text[at+1] != ' ' {
		return true // an address of mail
	}
	low := strings.ToLower(text)
	return contact(text) || imperative(d, &d.Sentences[k]) || slices.ContainsFunc(pageWords, func(w string) bool { return strings.Contains(low, w) })
}

// teaser reports whether sentence k of a report speaks to its reader rather than of
// what happened: it asks for something, points at the page, gives an address, or
// says no more than who reports.
func teaser(d *entente.Document, k int) bool {
	if k < 0 || k >= len(d.Sentences) {
		return false
	}
	text := squeeze(d.Sentences[k].Span.In(d.Text))
	low := strings.ToLower(text)
	if page(d, k) || captioned(low) || serial(text) || runTogether(text) {
		return true
	}
	words := strings.Fields(strings.ReplaceAll(text, "’", "'"))
	if len(words) < 2 {
		return false
	}
	switch strings.ToLower(words[0]) {
	case "here's", "here":
		return true
	case "read", "click", "watch", "listen":
		return isUpper(words[1])
	}
	const byline = 8
	if last := strings.TrimRight(words[len(words)-1], ".:"); len(words) <= byline && (last == "reports" || last == "reporting") {
		return true
	}
	return false
}

// imperative reports whether the main verb of a sentence asks the reader for
// something: it has neither a tense nor a subject, nor anything before it but adverbs.
func imperative(d *entente.Document, s *entente.Sentence) bool {
	if !s.Parsed {
		return false
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if t.Head < 0 {
			return t.UPOS == entente.VERB && t.XPOS == "VB"
		}
		if t.UPOS != entente.ADV && t.UPOS != entente.PUNCT && t.UPOS != entente.INTJ {
			return false
		}
	}
	return false
}

// speaks reports whether words of a sentence say on whose word it is told, or in
// whose eyes it is so: "As Anna Berg reports for the Lantern", "In the view of the
// army", "For critics". A phrase that does may not be left out.
func speaks(d *entente.Document, from, to int) bool {
	for i := from; i < to; i++ {
		t := &d.Tokens[i]
		if t.UPOS == entente.VERB && (tells(t.Lemma) || reckons(t.Lemma)) {
			return true
		}
		switch w := strings.ToLower(t.Span.In(d.Text)); {
		case w == "according" || w == "per" || w == "citing":
			return true
		case t.UPOS == entente.NOUN && opinion(t.Lemma):
			return true
		}
	}
	if from < to && from+1 < len(d.Tokens) {
		switch strings.ToLower(d.Tokens[from].Span.In(d.Text)) {
		case "for", "to": // in whose eyes
			return !dated(d, from+1)
		case "under": // a plan, a rule
			return true
		}
	}
	return false
}

// reckons reports whether a verb gives what somebody thinks or has found.
func reckons(lemma string) bool {
	switch lemma {
	case "note", "suggest", "argue", "show", "see", "predict", "forecast", "expect", "estimate", "quote", "cite", "describe", "mention", "observe", "point", "put",
		"reveal", "confirm", "recall", "remark", "tweet", "post", "contend", "assert", "admit", "acknowledge", "fear", "hope", "hear", "learn", "know", "understand":
		return true
	}
	return false
}

// opinion reports whether a noun is what somebody says or holds, or a work in which
// something is made up.
func opinion(lemma string) bool {
	switch lemma {
	case "view", "opinion", "word", "account", "eye", "mind", "estimate", "estimation", "judgement", "judgment", "interview", "statement", "version", "belief", "claim",
		"rumour", "rumor", "reading", "complaint", "lawsuit", "suit", "indictment", "affidavit", "filing", "testimony", "report", "survey", "poll", "study", "scenario",
		"novel", "film", "movie", "story", "play", "episode", "plan", "proposal", "bill", "draft", "dream", "theory", "principle", "speech", "letter":
		return true
	}
	return false
}

// captioned reports whether a text has the words of a caption.
func captioned(low string) bool {
	for _, w := range []string{" l to r", "(l to r", "l-r)", "left to right", "pictured", "photos by"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	before := ""
	for w := range strings.FieldsSeq(low) {
		w = strings.Trim(w, ".,:;()[]")
		if w == "photo" || before == "from" && w == "left" {
			return true
		}
		before = w
	}
	return false
}

// runTogether reports whether a word of a text begins small and goes on with another
// one: "stateIndiana", where a heading has lost its line. Names such as iPhone and
// macOS have fewer small letters in front, or none behind.
func runTogether(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if before, after, ok := strings.Cut(strings.TrimRight(w, "."), "m."); ok && len(after) > 1 && strings.HasSuffix(before, ".") && isUpper(after) {
			return true // "11 p.m.The hearing"
		}
		small := 0
		for i, r := range w {
			switch {
			case unicode.IsLower(r):
				small++
				continue
			case unicode.IsUpper(r) && small > 2 && small == utf8.RuneCountInString(w[:i]):
				next, _ := utf8.DecodeRuneInString(w[i+utf8.RuneLen(r):])
				if unicode.IsLower(next) {
					return true
				}
			}
			break
		}
	}
	return false
}
