package actor

import (
	"os"
	"strings"
	"testing"
)

// TestWhoseByTheTables asks the program's own tables whose a word of a line is: the
// codes of its mention, or of the members of that, joined by "+".
func TestWhoseByTheTables(t *testing.T) {
	t.Parallel()
	table, _, err := Load(os.DirFS("../../data/actors"))
	if err != nil {
		t.Fatal(err)
	}
	places := map[string]string{"Hague": "NLD", "Nantes": "FRA", "Free": "ZAF", "Roma": "ITA", "Texas": "USA", "Arusha": "TZA"}
	for _, c := range []struct{ name, line, word, want string }{
		{"from a body of no state", "Observers/NNS:observer from/ADP [ORG the/DET Council/PROPN of/ADP Europe/PROPN] left/VBD Armenia/PROPN ./.", "Observers", "IGO"},
		{"judges of several states", "The/DET judges/NNS:judge in/ADP [LOC The/DET Hague/PROPN] ruled/VBD ./.", "judges", "IGO"},
		{"a court of the town", "A/DET court/NOUN in/ADP [LOC The/DET Hague/PROPN] ruled/VBD ./.", "court", "NLD"},
		{"prosecutors at a place of the town", "Prosecutors/NNS:prosecutor at/ADP Arusha/PROPN airport/NOUN slept/VBD ./.", "Prosecutors", "TZA"},
		{"lives there", "A/DET cartoonist/NOUN in/ADP Nantes/PROPN slept/VBD ./.", "cartoonist", "FRA"},
		{"a matter of its own country", "Syria/PROPN said/VBD tax/NOUN inspectors/NNS:inspector slept/VBD in/ADP Nantes/PROPN ./.", "inspectors", "FRA"},
		{"of other countries", "Syria/PROPN said/VBD weapons/NNS:weapon inspectors/NNS:inspector slept/VBD in/ADP Nantes/PROPN ./.", "inspectors", "-"},
		{"no place", "Guerrillas/NNS:guerrilla of/ADP the/DET Free/ADJ movement/NOUN slept/VBD ./.", "Guerrillas", "-"},
		{"no town", "The/DET Roma/PROPN families/NNS:family slept/VBD ./.", "families", "-"},
		{"his captors", "The/DET French/ADJ driver/NOUN and/CCONJ his/PRON captors/NNS:captor slept/VBD in/ADP Mali/PROPN and/CCONJ Niger/PROPN ./.", "captors", "MLI"},
		{"the other country", "Honduras/PROPN met/VBD Nicaragua/PROPN and/CCONJ praised/VBD its/PRON neighbour/NOUN ./.", "neighbour", "NIC"},
		{"two states of a name", "The/DET two/NUM Congos/PROPN met/VBD ./.", "Congos", "COG+COD"},
		{"a verb that is tagged as a noun", "Cairo/PROPN bars/NOUN Libyan/ADJ onions/NNS:onion", "Cairo", "EGY"},
		{"a town in a headline", "Texas/PROPN bars/NOUN Mexican/ADJ onions/NNS:onion", "Texas", "USA"},
		{"behind that", "Kenya/PROPN said/VBD that/SCONJ Cairo/PROPN arms/NOUN the/DET rebels/NNS:rebel ./.", "Cairo", "EGY"},
		{"talks in a town", "Before/ADP Geneva/PROPN talks/NNS:talk on/ADP arms/NNS:arm Kenya/PROPN slept/VBD ./.", "Geneva", ""},
	} {
		d := settled(t, table, places, c.line)
		got := ""
		for i := range d.Mentions {
			m := &d.Mentions[i]
			if d.Tokens[m.Head].Span.In(d.Text) != c.word {
				continue
			}
			codes := []string{m.Actor.Country}
			if m.Actor.Country == "" {
				codes[0] = "-"
			}
			for k := range m.Members {
				codes = append(codes[:k], m.Members[k].Country)
			}
			got = strings.Join(codes, "+")
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
