package merge

import "strings"

// families are words for one thing, of the triggers that news uses in each
// other's place. A word stands in one of them only.
var families = familyTable(
	"kill killing shoot shooting murder slay slaying execute gun fire",
	"condemn condemnation denounce denunciation criticize criticism slam blast deplore decry disapprove",
	"meet meeting talk discuss discussion negotiate negotiation confer hold summit",
	"apologize apology",
	"reject rejection rebuff refuse refusal dismiss spurn",
	"resign resignation quit",
	"postpone delay",
	"urge encourage exhort appeal call ask demand request",
	"visit travel trip welcome receive host",
	"arrest detain detention",
	"protest demonstrate demonstration rally march",
)

func familyTable(rows ...string) map[string]string {
	out := map[string]string{}
	for _, r := range rows {
		words := strings.Fields(r)
		for _, w := range words {
			out[w] = words[0]
		}
	}
	return out
}

// family returns the first word of the family of a lemma, or the lemma itself
// in American spelling.
func family(lemma string) string {
	w := strings.ToLower(lemma)
	if strings.HasSuffix(w, "ise") {
		w = strings.TrimSuffix(w, "ise") + "ize"
	}
	if f, ok := families[w]; ok {
		return f
	}
	return w
}

// killing reports whether a trigger tells that somebody was killed, or shot at.
func killing(lemma string) bool { return family(lemma) == "kill" }
