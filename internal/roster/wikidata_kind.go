package roster

import (
	"slices"
	"strings"
)

// isItem reports whether id is that of an item: Q and a number.
func isItem(id string) bool { return isEntity(id) && id[0] == 'Q' }

// isEntity reports whether id is that of an item, a property or a lexeme: Q, P or
// L and a number.
func isEntity(id string) bool {
	if len(id) < 2 || !strings.ContainsRune("QPL", rune(id[0])) {
		return false
	}
	for i := 1; i < len(id); i++ {
		if id[i] < '0' || id[i] > '9' {
			return false
		}
	}
	return true
}

func isHuman(kinds []string) bool { return slices.Contains(kinds, wdHuman) }

func isPosition(kinds []string) bool {
	return slices.Contains(kinds, wdPosition) || slices.Contains(kinds, wdOffice)
}

// bodyKind returns what an item is by its class: a country that is none ("" for
// the item's own) and a sector.
func bodyKind(kinds []string) (country, sector string, ok bool) {
	for _, k := range kinds {
		switch k {
		case "Q245065", "Q484652", "Q15925165": // intergovernmental, international, organisation of states
			return "IGO", "", true
		case "Q79913", "Q163740", "Q708676": // non-governmental, nonprofit, charitable
			return "NGO", "", true
		case "Q17149090", "Q17127659", "Q1484397": // armed, terrorist organisation, insurgent group
			return "", "REB", true
		case "Q7278": // political party
			return "", "PTY", true
		case "Q192350", "Q327333", "Q2659904", "Q35798", "Q640506": // ministry, agency, government organisation, executive, cabinet
			return "", "GOV", true
		case "Q11204", "Q35749", "Q10553309", "Q375928": // parliament, chambers
			return "", "LEG", true
		case "Q41487", "Q190752": // court, supreme court
			return "", "JUD", true
		case "Q772547", "Q781132", "Q176799", "Q37726": // armed forces, branch, unit, army
			return "", "MIL", true
		case "Q732717", "Q35535": // law enforcement agency, police
			return "", "COP", true
		case "Q47913": // intelligence agency
			return "", "SPY", true
		case "Q178790": // union
			return "", "LAB", true
		}
	}
	return "", "", false
}

// officeOf returns our word for an office and its sector by what it is called
// in English, two empty strings for what is no office.
func officeOf(label string) (role, sector string) {
	l := strings.ToLower(label)
	has := func(parts ...string) bool {
		return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(l, p) })
	}
	begins := func(parts ...string) bool {
		return slices.ContainsFunc(parts, func(p string) bool { return strings.HasPrefix(l, p) })
	}
	switch {
	case begins("deputy ", "vice ", "vice-", "acting ", "assistant ", "junior "):
		switch {
		case begins("vice president", "vice-president"):
			return "vice president", "GOV"
		case has("prime minister"):
			return "deputy head of government", "GOV"
		case has("minister"):
			return "minister", "GOV"
		}
		return "", ""
	case begins("president of the senate", "president of the national assembly", "president of the parliament", "president of the chamber", "speaker of"):
		return "speaker of parliament", "LEG"
	case begins("president of the european", "president of the supreme court", "president of the constitutional"):
		return "", ""
	case begins("prime minister", "chancellor of germany", "federal chancellor", "taoiseach", "head of government"):
		return "head of government", "GOV"
	case begins("president of", "king of", "queen of", "emir of", "sultan of", "emperor of", "monarch of", "head of state"):
		return "head of state", "GOV"
	case has("minister", "secretary of state for", "secretary of state of the united states"):
		return ministerOf(l), "GOV"
	case begins("ambassador"):
		return "ambassador", "GOV"
	case begins("member of", "senator", "deputy of"):
		if has("parliament", "assembly", "congress", "senate", "chamber", "bundestag", "knesset", "duma", "house of", "dáil", "rajya", "lok sabha", "senator", "deputy of", "seimas", "riksdag") {
			return "member of parliament", "LEG"
		}
	case begins("governor of", "mayor of"):
		return strings.Fields(l)[0], "GOV"
	case begins("chief of the general staff", "chief of staff of the armed forces", "chief of defence", "commander-in-chief"):
		return "chief of staff of the armed forces", "MIL"
	case begins("chief justice", "judge", "justice of"):
		return "judge", "JUD"
	}
	return "", ""
}

// ministerOf returns our word for a minister's office.
func ministerOf(l string) string {
	for _, x := range []struct {
		role  string
		parts []string
	}{
		{"foreign minister", []string{"foreign", "external affairs", "secretary of state of the united states"}},
		{"defence minister", []string{"defence", "defense", "of war"}},
		{"finance minister", []string{"finance", "treasury"}},
		{"interior minister", []string{"interior", "home affairs", "internal affairs", "home department"}},
	} {
		for _, p := range x.parts {
			if strings.Contains(l, p) {
				return x.role
			}
		}
	}
	return "minister"
}

// claimTime returns the time of the first statement.
func claimTime(list []wdClaim) string {
	if len(list) == 0 {
		return ""
	}
	return timeOf(list[0].Main.value())
}

// snakTime returns the time of the first qualifier.
func snakTime(list []wdSnak) string {
	if len(list) == 0 {
		return ""
	}
	return timeOf(list[0].value())
}

// timeOf writes a time of Wikidata as precisely as it is known; "" for none,
// for what is less precise than a year and for what was before the first one.
func timeOf(v wdValue) string {
	if len(v.Time) < 11 || v.Time[0] != '+' || v.Time[5] != '-' || v.Time[8] != '-' {
		return ""
	}
	out := ""
	switch v.Precision {
	case 9:
		out = v.Time[1:5]
	case 10:
		out = v.Time[1:8]
	case 11:
		out = v.Time[1:11]
	}
	if !isPartialDate(out) || strings.HasPrefix(out, "0000") {
		return ""
	}
	return out
}
