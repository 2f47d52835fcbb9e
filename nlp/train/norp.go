package train

import (
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/conllu"
)

// Nationalities, faiths and the like are no class of their own in the lists of
// names. They are marked by what the treebanks say: adjectives that keep their
// capital in the lemma (Iraqi, Sunni), and the nouns made of them (Iraqis).

// nationality reports whether a word has the ending of one that names a people.
func nationality(w string) bool {
	if !capital(w) {
		return false
	}
	for _, e := range []string{"ian", "can", "ese", "ish", "aeli", "aqi", "eni", "audi", "stani", "yrian", "rean", "gan", "uban", "French", "Dutch", "German", "Greek", "Thai", "Czech", "Swiss", "Afghan", "Arab", "Kurdish", "Turkish"} {
		if strings.HasSuffix(w, e) && len(w) > 4 {
			return true
		}
	}
	return false
}

// peoples returns the words of the treebanks that name peoples and faiths.
func peoples(trees []*conllu.Sentence) map[string]bool {
	yes, no := map[string]int{}, map[string]int{}
	for _, s := range trees {
		for i := range s.Words {
			w := &s.Words[i]
			if !capital(w.Form) || len(w.Form) < 4 || strings.ContainsAny(w.Form, "-.'0123456789") || strings.ToUpper(w.Form) == w.Form {
				continue
			}
			if w.UPOS == "ADJ" && w.Lemma == w.Form {
				yes[w.Form]++
			} else {
				no[w.Form]++
			}
		}
	}
	out := map[string]bool{}
	for w, n := range yes {
		if n > no[w] && nationality(w) {
			out[w] = true
		}
	}
	for _, w := range demonyms() {
		out[w] = true
	}
	return out
}

// markPeoples adds names of peoples where no other name stands.
func (n *Named) markPeoples(peoples map[string]bool) {
	for i, w := range n.Words {
		if !peoples[w] && !(strings.HasSuffix(w, "s") && peoples[w[:len(w)-1]]) {
			continue
		}
		n.insert(Span{First: i, Last: i + 1, Type: entente.NORP})
	}
}

// insert adds a name where no other stands.
func (n *Named) insert(m Span) {
	at := 0
	for i, o := range n.Spans {
		if m.First < o.Last && o.First < m.Last {
			return
		}
		if o.First < m.First {
			at = i + 1
		}
	}
	n.Spans = append(n.Spans, Span{})
	copy(n.Spans[at+1:], n.Spans[at:])
	n.Spans[at] = m
}
