package lemma

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Example is a word with its tag's class and its lemma.
type Example struct {
	Word  *word.Info
	Class uint8
	Lemma string
}

// An ending's rule is clear when ruleSeen different forms or more have it, of
// which ruleShare per cent follow the same script. Other scripts of it are kept
// when they are among the first maxScripts and otherSeen forms and otherShare
// per cent follow them.
const (
	ruleSeen   = 2
	ruleShare  = 70
	otherSeen  = 2
	otherShare = 4
	maxScripts = 4
)

// The share of forms in per cent from which on the case of a lemma is clear.
const (
	clearCase = 92
	clearSeen = 6 // forms that an ending must have to be so
)

// Train makes a lemmatiser and puts it in f. groups has the number of the part
// of speech of each class, below 18.
func Train(f *model.File, examples []Example, groups []byte) {
	t := trainer{model: newModel(), words: map[string]votes{}, folded: map[string]votes{}, byGroup: map[string]votes{}, written: map[string]votes{}, infos: map[string]*word.Info{}}
	t.model.groups = groups
	for _, e := range examples {
		t.count(e)
	}
	for key, row := range t.written {
		t.model.known[writtenKey(unletter(key), row.top())] = struct{}{}
	}
	rules, cases := t.rules(), t.cases()
	for k, v := range rules {
		t.model.rules[k], _ = decodeRule(v)
	}
	for k, v := range cases {
		t.model.cases[k], _ = decodeCase(v)
	}
	t.exceptions()
	f.AddBytes("lemma.groups", groups)
	f.AddStrings("lemma.exceptions", sorted(t.model.exceptions))
	f.AddStrings("lemma.rules", sorted(rules))
	f.AddStrings("lemma.cases", sorted(cases))
	known := make([]uint32, 0, len(t.model.known))
	for k := range t.model.known {
		known = append(known, k)
	}
	slices.Sort(known)
	f.AddUint32s("lemma.known", known)
}

// votes counts the lemmas of a form.
type votes map[string]int

type trainer struct {
	model   *Model
	words   map[string]votes // letters of the class + form
	folded  map[string]votes // letters of the class + form in lower case
	byGroup map[string]votes // group + form in lower case
	written map[string]votes // letters of the class + lemma in lower case
	infos   map[string]*word.Info
}

func (t *trainer) count(e Example) {
	if strings.ContainsAny(e.Lemma, "\t\n"+arrow+comma+fold) || e.Lemma == "" {
		return
	}
	own := letter(e.Class)
	add(t.words, own+e.Word.Form, e.Lemma)
	add(t.folded, own+e.Word.Lower, e.Lemma)
	group := t.model.group(e.Class)
	add(t.byGroup, groupKey(group)+e.Word.Lower, e.Lemma)
	t.infos[e.Word.Form] = e.Word
	lower := strings.ToLower(e.Lemma)
	t.model.known[lettersKey(group, lower)] = struct{}{}
	if lower == e.Lemma {
		t.model.known[lettersKey(anyGroup, lower)] = struct{}{}
	}
	add(t.written, own+lower, e.Lemma)
}

func add(m map[string]votes, key, value string) {
	if m[key] == nil {
		m[key] = votes{}
	}
	m[key][value]++
}

// top returns the most frequent value, the first in order on a tie.
func (row votes) top() string {
	best := ""
	for v, n := range row {
		if best == "" || n > row[best] || n == row[best] && v < best {
			best = v
		}
	}
	return best
}

func (row votes) total() int {
	n := 0
	for _, k := range row {
		n += k
	}
	return n
}

// order returns the values, the most frequent first.
func (row votes) order() []string {
	list := make([]string, 0, len(row))
	for v := range row {
		list = append(list, v)
	}
	sort.Slice(list, func(i, j int) bool {
		if row[list[i]] != row[list[j]] {
			return row[list[i]] > row[list[j]]
		}
		return list[i] < list[j]
	})
	return list
}

func sorted(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k, v := range m {
		out = append(out, k+"\t"+v)
	}
	sort.Strings(out)
	return out
}

// rules returns for each class and ending what its forms do, without the rules
// that say what a shorter ending says already.
func (t *trainer) rules() map[string]string {
	counts := map[string]votes{}
	for key, row := range t.folded {
		class, form := key[:2], key[2:]
		s, ok := makeScript(form, strings.ToLower(row.top()))
		if !ok || !strings.ContainsFunc(form, unicode.IsLetter) {
			continue
		}
		for n := 0; n <= min(longest, len(form)); n++ {
			add(counts, class+form[len(form)-n:], s.encode())
		}
	}
	all := map[string]string{}
	for k, row := range counts {
		var r rule
		total := row.total()
		for i, v := range row.order() {
			strip, add, _ := strings.Cut(v, arrow)
			n := row[v]
			if i == 0 && (len(k) == 2 || n >= ruleSeen && n*100 >= total*ruleShare) {
				r.clear = true
			}
			if i == 0 && r.clear || n >= otherSeen && n*100 >= total*otherShare && len(r.scripts) < maxScripts {
				r.scripts = append(r.scripts, script{strip, add})
			}
		}
		if len(r.scripts) > 0 {
			all[k] = r.encode()
		}
	}
	return withoutRepeats(all, 2, 0)
}

// withoutRepeats leaves out the entries that equal that of the next shorter
// ending, in their first length bytes if that is not 0; keys have a head of that
// many bytes.
func withoutRepeats(all map[string]string, head, length int) map[string]string {
	out := map[string]string{}
	for k, v := range all {
		shorter, found := "", false
		for n := len(k) - head - 1; n >= 0 && !found; n-- {
			shorter, found = all[k[:head]+k[len(k)-n:]]
		}
		same := shorter == v || length > 0 && found && shorter[:length] == v[:length]
		if !found || !same {
			out[k] = v
		}
	}
	return out
}

// makeScript returns the script from form to lemma, if it is one of a suffix.
func makeScript(form, lemma string) (script, bool) {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	for n > 0 && (n < len(form) && !utf8.RuneStart(form[n]) || n < len(lemma) && !utf8.RuneStart(lemma[n])) {
		n--
	}
	s := script{form[n:], lemma[n:]}
	return s, n > 0 && len(s.strip) <= longest && len(s.add) <= longest
}

// cases returns for each class, shape and ending how the lemmas are written.
func (t *trainer) cases() map[string]string {
	const head = 3
	counts := map[string]votes{}
	for key, row := range t.words {
		class, form := key[:2], key[2:]
		lemma := row.top()
		lower := strings.ToLower(lemma)
		for _, c := range caseRules {
			if c.write(form, lower) != lemma {
				continue
			}
			ending := t.infos[form].Lower
			for n := 0; n <= min(longestCase, len(ending)); n++ {
				add(counts, class+shape(form)+ending[len(ending)-n:], string([]byte{byte(c)}))
			}
			break
		}
	}
	all := map[string]string{}
	for k, row := range counts {
		best := row.top()
		share := row[best] * 100 / row.total()
		if len(k) == head || row[best] >= ruleSeen && share >= ruleShare {
			all[k] = caseEntry{caseRule(best[0]), share >= clearCase && row[best] >= clearSeen}.encode()
		}
	}
	return withoutRepeats(all, head, 1)
}

// exceptions notes what the rules get wrong, by the part of speech first; then
// what is still wrong under a tag, and at last the forms that differ from their
// kind in the way they are written.
func (t *trainer) exceptions() {
	wrong := map[string]bool{}
	for key, row := range t.words {
		if t.find(key) != row.top() {
			wrong[groupKey(t.model.group(unletter(key)))+t.infos[key[2:]].Lower] = true
		}
	}
	for key := range wrong {
		t.model.exceptions[key] = t.byGroup[key].top()
	}
	more := map[string]string{}
	for key, row := range t.words {
		if best := row.top(); t.find(key) != best {
			lower := t.infos[key[2:]].Lower
			more[key[:2]+fold+lower] = t.folded[key[:2]+lower].top()
		}
	}
	for key, v := range more {
		t.model.exceptions[key] = v
	}
	for key, row := range t.words {
		best := row.top()
		if got := t.find(key); got != best && strings.EqualFold(got, best) {
			more[key] = best
		}
	}
	for key, v := range more {
		t.model.exceptions[key] = v
	}
}

func (t *trainer) find(key string) string {
	return t.model.find(t.infos[key[2:]], unletter(key))
}

// unletter returns the class that letter has named.
func unletter(key string) uint8 { return (key[0]-'A')*16 + key[1] - 'A' }
