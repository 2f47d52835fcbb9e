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

// Draft is a sentence to be held to those that it cites.
type Draft struct {
	Text    string
	On      entente.Day // on which it was written
	Sources []Cited
}

// Check holds drafts to the sentences that they cite, and returns for each what
// it says that they do not. It may be called by many goroutines.
type Check func(drafts []Draft) [][]string

var unquoted = strings.NewReplacer("“", "", "”", "")

// keeper keeps what the gate said of drafts, for all stories of a brief. A draft
// that it has not been asked about yet is taken to pass until [keeper.settle].
type keeper struct {
	check   Check // nil lets everything pass
	said    map[string]bool
	asked   map[string]Draft
	dropped int
}

func newKeeper(check Check) *keeper {
	return &keeper{check: check, said: map[string]bool{}, asked: map[string]Draft{}}
}

// passes says whether a draft says what its source says, as far as is known, and
// under which key the answer stands.
func (k *keeper) passes(draft string, r report) (key string, ok bool) {
	if k == nil || k.check == nil {
		return "", true
	}
	if rest, reported := strings.CutPrefix(strings.TrimSpace(draft), "As reported on "); reported {
		_, draft, _ = strings.Cut(rest, ",") // the day of the report is ours
	}
	// Quotation marks are set around words that stand there; a parser reads them
	// as another sentence.
	draft = capital(strings.TrimSpace(unquoted.Replace(draft)))
	key = r.doc.ID + "\x00" + draft
	ok, known := k.said[key]
	if !known {
		k.asked[key] = Draft{draft, r.doc.Day(), []Cited{{r.doc, r.ev.Sentence}}}
	}
	return key, ok || !known
}

// refused reports whether the draft of a key was judged and did not pass.
func (k *keeper) refused(key string) bool {
	if k == nil {
		return false
	}
	ok, known := k.said[key]
	return known && !ok
}

// settle asks the gate about the drafts of those keys that it has not judged, all
// at once, and reports whether all pass.
func (k *keeper) settle(keys ...string) bool {
	var open []string
	var drafts []Draft
	all := true
	for _, key := range keys {
		ok, known := k.said[key]
		switch d, asked := k.asked[key]; {
		case known:
			all = all && ok
		case asked:
			open, drafts = append(open, key), append(drafts, d)
			delete(k.asked, key)
		}
	}
	if len(drafts) == 0 {
		return all
	}
	for i, faults := range k.check(drafts) {
		ok := len(faults) == 0
		k.said[open[i]] = ok
		if !ok {
			k.dropped++
		}
		all = all && ok
	}
	return all
}
