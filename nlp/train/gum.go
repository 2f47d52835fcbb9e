package train

import (
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/conllu"
)

// The Georgetown University Multilayer corpus marks every mention of an entity,
// nested, in the last column (Zeldes 2017). A name is a mention whose trimmed
// words are all in capitals; of nested ones the outermost that is a name counts.

// namedTrees returns the sentences of a treebank that has entities, with their
// names. Documents without any are left out.
func namedTrees(trees []*conllu.Sentence) []Named {
	var out, doc []Named
	some := false
	flush := func() {
		if some {
			out = append(out, doc...)
		}
		doc, some = nil, false
	}
	for _, s := range trees {
		if _, ok := s.Comment("newdoc id"); ok {
			flush()
		}
		n := Named{Words: forms(s)}
		for _, m := range mentions(s) {
			some = true
			n.keep(m)
		}
		doc = append(doc, n)
	}
	flush()
	return out
}

func forms(s *conllu.Sentence) []string {
	out := make([]string, len(s.Words))
	for i := range s.Words {
		out[i] = s.Words[i].Form
	}
	return out
}

// mentions returns the typed mentions of a sentence, outer before inner.
func mentions(s *conllu.Sentence) []Span {
	var out []Span
	type open struct {
		id string
		at int
	}
	var stack []open
	for i := range s.Words {
		v := miscValue(s.Words[i].Misc, "Entity")
		for v != "" {
			if v[0] == '(' {
				end := strings.IndexAny(v[1:], "()") + 1
				if end == 0 {
					end = len(v)
				}
				id, rest, _ := strings.Cut(v[1:end], "-")
				kind, _, _ := strings.Cut(rest, "-")
				out = append(out, Span{First: i, Last: i + 1, Type: gumType(kind)})
				if end < len(v) && v[end] == ')' {
					end++
				} else {
					stack = append(stack, open{id, len(out) - 1})
				}
				v = v[end:]
				continue
			}
			id, rest, found := strings.Cut(v, ")")
			for k := len(stack) - 1; k >= 0; k-- {
				if stack[k].id == id {
					out[stack[k].at].Last = i + 1
					stack = append(stack[:k], stack[k+1:]...)
					break
				}
			}
			if !found {
				break
			}
			v = rest
		}
	}
	return out
}

func miscValue(misc, key string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if v, ok := strings.CutPrefix(f, key+"="); ok {
			return v
		}
	}
	return ""
}

func gumType(kind string) entente.EntityType {
	switch kind {
	case "person":
		return entente.PER
	case "organization":
		return entente.ORG
	case "place":
		return entente.LOC
	}
	return entente.EntityNone
}

// keep adds a mention as a name if its trimmed words are one and it overlaps no
// name that is there.
func (n *Named) keep(m Span) {
	if m.Type == entente.EntityNone {
		return
	}
	m, ok := n.trim(m)
	if !ok {
		return
	}
	at := len(n.Spans)
	for i, o := range n.Spans {
		if m.First < o.Last && o.First < m.Last {
			return
		}
		if m.First < o.First {
			at = min(at, i)
		}
	}
	n.Spans = append(n.Spans, Span{})
	copy(n.Spans[at+1:], n.Spans[at:])
	n.Spans[at] = m
}

// trim cuts what is no part of the name off a mention: articles, titles and
// what follows a comma. It reports false if what is left is no name.
func (n *Named) trim(m Span) (Span, bool) {
	for m.First < m.Last && n.leads(m) {
		m.First++
	}
	for i := m.First; i < m.Last; i++ {
		if w := n.Words[i]; w == "," || w == "(" || w == ":" || w == "–" || w == "—" {
			m.Last = i
		}
	}
	if m.First < m.Last && (n.Words[m.Last-1] == "'s" || n.Words[m.Last-1] == "’s" || n.Words[m.Last-1] == "'") {
		m.Last--
	}
	if m.First >= m.Last || !capital(n.Words[m.Last-1]) {
		return m, false
	}
	for i := m.First; i < m.Last; i++ {
		if !capital(n.Words[i]) && !linking[n.Words[i]] {
			return m, false
		}
	}
	first := n.Words[m.First]
	if m.Type == entente.PER && m.Last-m.First == 1 && nationality(strings.TrimSuffix(first, "s")) {
		return m, false // the French, Iraqis
	}
	return m, !(m.Last-m.First == 1 && (pronouns[strings.ToLower(first)] || titleWords[first]))
}

// leads reports whether the first word of a mention is no part of the name.
func (n *Named) leads(m Span) bool {
	w := n.Words[m.First]
	if !capital(w) || strings.EqualFold(w, "the") || strings.EqualFold(w, "a") || strings.EqualFold(w, "an") {
		return true
	}
	return m.Type == entente.PER && m.Last-m.First > 1 && (titleWords[w] || nationality(w))
}

func capital(w string) bool {
	return w != "" && w[0] >= 'A' && w[0] <= 'Z' || len(w) > 1 && w[0] == 0xc3 && w[1] < 0x9f
}

var linking = wordSet("of the for and de al el von van del da bin ibn on in - & . ' of's")

var pronouns = wordSet("i he she it we you they my his her our your their this that who its me us him them there here one everyone somebody")

var titleWords = wordSet("President Minister Prime Foreign Defense Defence Secretary Mr. Mrs. Ms. Dr. Prof. Sir Lord Lady King Queen Prince Princess Emperor Pope " +
	"Senator Sen. Rep. Gov. Governor Mayor General Gen. Colonel Col. Major Captain Capt. Lt. Lieutenant Sergeant Admiral Chancellor Premier Judge Justice Chairman Chief " +
	"Ambassador Professor Saint Sheikh Ayatollah Imam Rabbi Bishop Cardinal Father Brother Sister Uncle Aunt Mom Dad Mother Vice Deputy Former Ex-President Leader Commander Spokesman Spokeswoman Representative")

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
