package actor

import (
	"strings"
	"testing"

	"github.com/entente-news/entente"
)

func TestCueNames(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for k, name := range cueNames {
		if name == "" || seen[name] {
			t.Errorf("kind %d of cue is called %q, as another or nothing is", k, name)
		}
		seen[name] = true
	}
}

func TestSectorErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ rows, want string }{
		{"smell\tsalt\tMIL:5\n", `sectors.tsv:2: read actor table: no such cue: "smell"`},
		{"noun\tman\tMIL:5|XYZ:3\n", `sectors.tsv:2: read actor table: not a sector with its weight`},
		{"noun\tman\tMIL:99999\n", `sectors.tsv:2: read actor table: not a sector with its weight`},
		{"noun\tman\t:5\n", `sectors.tsv:2: read actor table: not a sector with its weight`},
		{"noun\tman\tMIL:5\nnoun\tman\tCOP:5\n", `sectors.tsv:3: read actor table: the cue stands here twice`},
	} {
		if _, _, err := Load(tables(t, "sectors.tsv", header(sectorsHeader)+c.rows)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}

func TestWeighSector(t *testing.T) {
	t.Parallel()
	const plain = "The/DET dredgers/NNS:dredger left/VBD:leave ./."
	for _, c := range []struct {
		name, weights, line string
		want                entente.Sector
		why                 string
	}{
		{"nothing speaks", "verb behind\tsing\tMIL:90", plain, entente.LAB, ""},
		{"too little speaks", "verb behind\tleave\tMIL:20", plain, entente.LAB, ""},
		{"not enough ahead", "verb behind\tleave\tMIL:23", plain, entente.LAB, ""},
		{"enough", "verb behind\tleave\tMIL:24", plain, entente.MIL, "MIL rather than LAB: verb behind (leave)"},
		{"two together", "verb behind\tleave\tMIL:14; head\tdredger\tMIL:15", plain, entente.MIL, "MIL rather than LAB: head (dredger)"},
		{"one against another", "verb behind\tleave\tMIL:30; head\tdredger\tLAB:15", plain, entente.LAB, ""},
		{"none", "determiner\tthe\tnone:60", plain, entente.SectorNone, "none rather than LAB: determiner (the)"},
		{"whose is not told", "determiner\tthe\tUNK:60", plain, entente.LAB, ""},
		{"a modifier", "modifier\tarmed\tUAF:60", "The/DET armed/ADJ dredgers/NNS:dredger left/VBD ./.", entente.UAF, "UAF rather than LAB: modifier (armed)"},
		{"a modifier before an article", "modifier\tarmed\tUAF:60", "Armed/ADJ:armed the/DET dredgers/NNS:dredger left/VBD ./.", entente.LAB, ""},
		{"of what", "complement\tunion\tPTY:60", "Dredgers/NNS:dredger of/ADP the/DET union/NOUN left/VBD ./.", entente.PTY, "PTY rather than LAB: complement (union)"},
		{"who owns them", "owner\tstate\tMIL:60", "Kenyan/ADJ dredgers/NNS:dredger left/VBD ./.", entente.MIL, "MIL rather than LAB: owner (state)"},
		{"of no state", "owner\torganisation\tMIL:60; owner\tnone\tMIL:60", "U.N./PROPN dredgers/NNS:dredger left/VBD ./.", entente.LAB, ""},
	} {
		table, _, err := Load(tables(t, "sectors.tsv", header(sectorsHeader)+strings.ReplaceAll(c.weights, "; ", "\n")+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		d := settled(t, table, nil, c.line)
		found := false
		for i := range d.Mentions {
			m := &d.Mentions[i]
			if d.Tokens[m.Head].Lemma != "dredger" {
				continue
			}
			found = true
			if m.Actor.Sector != c.want || !strings.HasSuffix(m.Why, c.why) {
				t.Errorf("%s: %s (%s), want %s (…%s)", c.name, m.Actor.Sector, m.Why, c.want, c.why)
			}
		}
		if !found {
			t.Errorf("%s: no dredgers", c.name)
		}
	}
}
