package lemma

import (
	"slices"
	"sort"
	"strings"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Example is a word with its tag's class and its lemma.
type Example struct {
	Word  *word.Info
	Class uint8
	Lemma string
}

// A rule is learnt from ruleSeen different forms or more, of which ruleShare per
// cent follow it.
const (
	ruleSeen  = 2
	ruleShare = 70
)

// Train makes a lemmatiser and puts it in f. proper says for each class whether
// its lemmas keep their capitals when a form is in capitals at its start.
func Train(f *model.File, examples []Example, proper func(class uint8) bool) {
	votes := map[string]map[string]int{} // tag and form: lemma
	forms := map[string]map[string]bool{}
	words := map[string]Example{}
	for _, e := range examples {
		key := letter(e.Class) + e.Word.Lower
		if strings.ContainsAny(e.Lemma, "\t\n@") || e.Lemma == "" {
			continue
		}
		add(votes, key, e.Lemma)
		s, ok := makeScript(e, proper(e.Class))
		if ok {
			if forms[key] == nil {
				forms[key] = map[string]bool{}
			}
			forms[key][s.encode()] = true
		}
		words[key] = e
	}
	rules := learnRules(forms)
	m := &Model{exceptions: map[string]string{}, rules: map[string]script{}, known: map[uint32]struct{}{}}
	for _, e := range examples {
		m.known[uint32(model.HashString(e.Lemma))] = struct{}{} //nolint:gosec // a part of the hash
	}
	for k, v := range rules {
		m.rules[k] = decodeScript(v)
	}
	for key, row := range votes {
		best := top(row)
		e := words[key]
		if m.find(word.New(e.Word.Form), e.Class) != best && !proper(e.Class) {
			m.exceptions[key] = best
		}
	}
	f.AddStrings("lemma.exceptions", sorted(m.exceptions))
	f.AddStrings("lemma.rules", sorted(rules))
	known := make([]uint32, 0, len(m.known))
	for k := range m.known {
		known = append(known, k)
	}
	slices.Sort(known)
	f.AddUint32s("lemma.known", known)
}

func add(m map[string]map[string]int, key, value string) {
	if m[key] == nil {
		m[key] = map[string]int{}
	}
	m[key][value]++
}

// top returns the most frequent value, the first in order on a tie.
func top(row map[string]int) string {
	best := ""
	for v, n := range row {
		if best == "" || n > row[best] || n == row[best] && v < best {
			best = v
		}
	}
	return best
}

func sorted(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k, v := range m {
		out = append(out, k+"\t"+v)
	}
	sort.Strings(out)
	return out
}

// makeScript returns the script from form to lemma, if it is one of a suffix.
func makeScript(e Example, proper bool) (script, bool) {
	lower := common(e.Word.Lower, e.Lemma)
	upper := common(e.Word.Form, e.Lemma)
	s := script{keepCase: upper > lower || upper == lower && proper}
	from, n := e.Word.Lower, lower
	if s.keepCase {
		from, n = e.Word.Form, upper
	}
	s.strip, s.add = from[n:], e.Lemma[n:]
	return s, n > 0 && len(s.strip) <= longest && len(s.add) <= longest
}

func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && a[n]&0xc0 == 0x80 || n < len(b) && b[n]&0xc0 == 0x80) {
		n--
	}
	return n
}

// learnRules returns for each tag and ending the script that most forms follow,
// without the rules that say what a shorter ending says already.
func learnRules(forms map[string]map[string]bool) map[string]string {
	counts := map[string]map[string]int{}
	for key, scripts := range forms {
		class, form := key[:2], key[2:]
		for s := range scripts {
			for n := 0; n <= min(longest, len(form)); n++ {
				add(counts, class+form[len(form)-n:], s)
			}
		}
	}
	best := map[string]string{}
	for k, row := range counts {
		s := top(row)
		total := 0
		for _, n := range row {
			total += n
		}
		if len(k) == 2 || row[s] >= ruleSeen && row[s]*100 >= total*ruleShare {
			best[k] = s
		}
	}
	out := map[string]string{}
	for k, s := range best {
		shorter, found := "", false
		for n := len(k) - 3; n >= 0 && !found; n-- {
			shorter, found = best[k[:2]+k[len(k)-n:]]
		}
		if !found || shorter != s {
			out[k] = s
		}
	}
	return out
}
