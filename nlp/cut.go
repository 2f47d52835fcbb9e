package nlp

import (
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Names that stand side by side without a comma are found as one. Three kinds
// are cut apart by rule: a town and its state ("Salem Oregon"), names around a
// stroke ("Enron / Azurix"), and a person from the job behind a dash ("Jane
// Doe - Analyst").

// states are those of the United States, which follow their towns in addresses,
// but for Georgia and Washington, which other places are named after.
var states = wordSet(`alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky
	louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
	tennessee texas utah vermont virginia wisconsin wyoming`)

// postal are the short forms of states that are no words.
var postal = wordSet("al ak az ca ct fl ga ia il ks ky mi mn mo ms mt nc nd ne nh nj nm nv ny oh pa ri sc sd tn tx ut va vt wa wi wv wy")

// parts stand before a name and make a part of it or another place.
var parts = wordSet(`north south east west northern southern eastern western northeast northwest southeast southwest central upper lower inner outer
	new old greater upstate downstate mid coastal rural baja lake mount mt mt. fort ft ft. port camp cape point the of`)

// jobs follow a dash behind a name.
var jobs = wordSet("analyst associate manager director president secretary chairman chief counsel officer editor attorney engineer coordinator specialist assistant vice senior")

// wordSet makes a set of words separated by white space.
func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// cut looks for the first word within a name at which it ends, and for that at
// which another of its type begins; both are the number of words where it is one.
func cut(words []*word.Info, kind entente.EntityType) (end, next int) {
	n := len(words)
	for i := 1; i < n; i++ {
		switch form := words[i].Lower; {
		case form == "/" && i+1 < n:
			return i, i + 1
		case kind == entente.PER && (form == "-" || form == "–" || form == "—") && i+1 < n && jobs[words[i+1].Lower]:
			return i, n
		}
	}
	if kind != entente.LOC || n < 2 {
		return n, n
	}
	last, before := words[n-1], words[n-2]
	if (states[last.Lower] || len(last.Form) == 2 && postal[last.Lower] && last.Flags&word.Capital != 0) && !parts[words[0].Lower] && !parts[before.Lower] {
		return n - 1, n - 1
	}
	return n, n
}
