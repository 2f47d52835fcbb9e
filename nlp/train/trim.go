package train

import (
	"strings"

	"github.com/entente-news/entente"
)

// Lists of names differ in what they count as part of a name. What is read from
// mentions is trimmed to what this project calls one.

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
