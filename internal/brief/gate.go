package brief

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// Cited is a sentence that a draft rests on.
type Cited struct {
	Doc      *entente.Document
	Sentence int
}

// Check holds a draft, written on a day, to the sentences that it cites, and
// returns what it says that they do not. It may be called by many goroutines.
type Check func(draft string, on entente.Day, sources []Cited) []string

var unquoted = strings.NewReplacer("“", "", "”", "")

// passes says whether a draft says what the reports of f say. Without a gate
// everything passes.
func (f *fact) passes(draft string, r report) bool {
	p := f.plan
	if p == nil || p.check == nil {
		return true
	}
	if rest, reported := strings.CutPrefix(strings.TrimSpace(draft), "As reported on "); reported {
		_, draft, _ = strings.Cut(rest, ",") // the day of the report is ours
	}
	// Quotation marks are set around words that stand there; a parser reads them
	// as another sentence.
	draft = capital(strings.TrimSpace(unquoted.Replace(draft)))
	key := r.doc.ID + "\x00" + draft
	if ok, known := p.checked[key]; known {
		return ok
	}
	sources := []Cited{{r.doc, r.ev.Sentence}}
	ok := len(p.check(draft, r.doc.Day(), sources)) == 0
	p.checked[key] = ok
	if !ok {
		p.dropped++
	}
	return ok
}
