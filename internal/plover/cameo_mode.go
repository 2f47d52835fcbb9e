package plover

import "github.com/entente-news/entente"

// cameoModes are the codes of CAMEO (Gerner, Schrodt and Yilmaz, 2009) that say
// what a root and mode say, as deep as the two agree; a mode without a row has
// the class of its root. The investigation of ACCUSE is class 09.
var cameoModes = map[entente.Root]map[string]string{
	entente.RootConsult:  {"visit": "042", "third-party": "045", "phone": "041"},
	entente.RootAccuse:   {"disapprove": "111", "investigate": "09", "allege": "112"},
	entente.RootRequest:  {"assist": "102", "change": "103", "yield": "105"},
	entente.RootReject:   {"assist": "122", "change": "123", "yield": "124", "meet": "125"},
	entente.RootThreaten: {"restrict": "131", "relations": "131", "violence": "138"},
	entente.RootRetreat:  {"release": "084", "access": "085", "disarm": "0873", "ceasefire": "087", "withdraw": "087", "resign": "083"},
	entente.RootProtest: {"demo": "141", "hunger": "142", "strike": "143", "boycott": "143", "obstruct": "144", "riot": "145",
		"vandalize": "145"},
	entente.RootMobilize: {"police": "153", "troops": "154", "weapons": "15", "militia": "15"},
	entente.RootSanction: {"discontinue": "162", "expel": "166", "withdraw": "166", "convict": "16"},
	entente.RootCoerce: {"seize": "171", "restrict": "172", "censor": "172", "curfew": "1723", "martial-law": "1724", "arrest": "173",
		"deport": "174", "withhold": "17", "cyber": "176"},
	entente.RootAssault: {"abduct": "181", "beat": "182", "sexual": "1821", "torture": "1822", "suicide-attack": "1831",
		"explosives": "183", "targeted": "186", "firearms": "193", "heavy-weapons": "194", "aerial": "195", "drone": "195",
		"crowd-control": "175", "unconventional": "204"},
}

// CAMEO returns the CAMEO code of an event of root and mode, as deep as it is
// decided. known is what a pattern says, "" for nothing; it counts where it is
// of the same class and deeper. A code that ends in 0 is the rest of its class
// ("030"), and so no deeper than it.
func CAMEO(r entente.Root, m entente.Mode, known string) string {
	if len(known) == 3 && known[2] == '0' {
		known = known[:2]
	}
	code := CAMEOClass(r)
	if m != entente.ModeNone {
		if c := cameoModes[r][m.String()]; c != "" {
			code = c
		}
	}
	if known == "" {
		return code
	}
	if root, err := CAMEORoot(known); err != nil || root != r {
		return code
	}
	if len(known) < len(code) {
		return code
	}
	return known
}
