package actor

import "strings"

// lastWord returns the last word of s.
func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// pluralOf returns the plural of a noun phrase by the spelling rules of
// English; "" when its last word has none.
func pluralOf(s string) string {
	head, tail := s, ""
	for _, p := range []string{" of ", " in ", " for ", " to ", "-in-", "-elect", "-designate"} {
		if i := strings.Index(s, p); i > 0 {
			head, tail = s[:i], s[i:]
			break
		}
	}
	w := lastWord(head)
	stem := head[:len(head)-len(w)]
	switch {
	case w == "" || isPluralOnly(w):
		return ""
	case strings.HasSuffix(w, "man") && !strings.HasSuffix(w, "human") && !strings.HasSuffix(w, "german"):
		w = w[:len(w)-2] + "en"
	case w == "person":
		w = "people"
	case w == "child":
		w = "children"
	case w == "chief":
		w = "chiefs"
	case strings.HasSuffix(w, "wife"):
		w = w[:len(w)-2] + "ves"
	case strings.HasSuffix(w, "thief"):
		w = w[:len(w)-1] + "ves"
	case strings.HasSuffix(w, "y") && len(w) > 1 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		w = w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"):
		w += "es"
	default:
		w += "s"
	}
	return stem + w + tail
}

// isPluralOnly reports whether the word is a plural or a collective as it
// stands: "troops", "police".
func isPluralOnly(w string) bool {
	switch w {
	case "police", "people", "media", "personnel", "staff", "press", "military", "clergy", "cavalry", "infantry", "artillery", "youth", "public",
		"intelligentsia", "opposition", "judiciary", "men", "women", "children", "gunmen", "dead", "wounded", "poor", "elite", "aircraft":
		return true
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && w != "boss" || strings.HasSuffix(w, "men")
}

// isWeakNoun reports whether a noun takes the sector of the noun before it:
// a police chief is police, an army spokesman army.
func isWeakNoun(w string) bool {
	switch w {
	case "leader", "chief", "head", "boss", "official", "officer", "commander", "member", "representative", "spokesman", "spokeswoman", "spokesperson",
		"source", "figure", "adviser", "advisor", "aide", "deputy", "director", "leadership", "group", "unit", "team", "delegation", "veteran",
		"supporter", "authority", "secretary", "chairman", "chairwoman", "chairperson", "chair", "founder", "personnel", "staff",
		"convoy", "vehicle", "force", "forces", "negotiator", "envoy":
		return true
	}
	return false
}

// usPlaces are the states of the United States, which take their towns and
// their own names away from the countries and capitals of the world.
type usPlaces map[string]bool

// newUSPlaces returns the names and the usual short forms of the states,
// Georgia and Washington left out, as they are what is to be decided.
func newUSPlaces() usPlaces {
	u := usPlaces{}
	for _, s := range strings.Split("Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas "+
		"Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania "+
		"Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Carolina Dakota Hampshire Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. "+
		"Mass. Md. Mich. Minn. Miss. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Va. Vt. Wash. Wis. Wyo. N.C. S.C. N.J. N.Y. N.H. N.M. N.D. S.D. "+
		"Atlanta Savannah York Jersey", " ") {
		u[s] = true
	}
	return u
}
