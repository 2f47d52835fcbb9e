package corpus

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sample returns the records of the blocks in testdata.
func sample(t *testing.T) []Record {
	t.Helper()
	records, problems, err := ReadTypedFiles([]string{"testdata"}, nil)
	if err != nil || len(problems) > 0 {
		t.Fatalf("read blocks: %v %v", problems, err)
	}
	return records
}

// golden compares bytes with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs, run with -update and read the difference; got\n%s", name, got)
	}
}

func TestReadTypedGolden(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	records := sample(t)
	if err := WriteJSON(&out, records); err != nil {
		t.Fatal(err)
	}
	golden(t, "blocks.jsonl", out.Bytes())
	back, err := ReadJSON("blocks.jsonl", bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := WriteJSON(&again, back); err != nil || !bytes.Equal(again.Bytes(), out.Bytes()) {
		t.Errorf("records do not come back as they were written: %v", err)
	}
	for i := range back {
		if causes := Validate(&back[i]); len(causes) > 0 {
			t.Errorf("%s: %v", back[i].ID, causes)
		}
	}
}

// block makes a block of a sentence and an event line.
func typedBlock(sentence, event string) string {
	return "= w-X-1 | 2014-07-03 | active | AFR\n" + sentence + "\n" + event + "\n"
}

func TestReadTypedProblems(t *testing.T) {
	t.Parallel()
	const s = "[LOC Kenya|KEN met] met [LOC Togo|TGO met] in [LOC Lomé|TGO] on {Monday|2014-06-30} over Kenya's tea-trade ban."
	event := func(rest string) string { return typedBlock(s, "> CONSULT | @ met | A: Kenya=KEN; Togo=TGO"+rest) }
	for _, c := range []struct{ name, in, want string }{
		{"sound", event(" | W: Monday | L: Lomé | about: tea-trade ban"), ""},
		{"second occurrence and possessive", event(" | about: Kenya ... ban#2"), ""},
		{"token boundary at a hyphen", event(" | about: trade ban"), ""},
		{"part of a word", event(" | about: rade ban"), `:3: span not found: "rade ban"`},
		{"third occurrence", event(" | about: Kenya#3"), `:3: span not found: "Kenya" #3`},
		{"article", typedBlock("The army met the king.", "> CONSULT/visit | @ met | A: The army=KEN:MIL"), `:3: span begins with an article: "The army"`},
		{"root", typedBlock(s, "> MEET | @ met | A: Kenya=KEN"), `:3: unknown root "MEET"`},
		{"mode", typedBlock(s, "> CONSULT/riot | @ met | A: Kenya=KEN"), `:3: CONSULT has no mode "riot"`},
		{"no trigger", typedBlock(s, "> CONSULT | A: Kenya=KEN"), ":3: no trigger"},
		{"no actor", typedBlock(s, "> CONSULT | @ met"), "event 1: no actor"},
		{"one side", typedBlock(s, "> AID | @ met | A: Kenya=KEN"), "event 1: AID needs a recipient or two actors"},
		{"country", typedBlock(s, "> CONSULT | @ met | A: Kenya=KEX"), `:3: unknown country "KEX"`},
		{"sector", typedBlock(s, "> CONSULT | @ met | A: Kenya=KEN:ARMY"), `:3: unknown sector "ARMY"`},
		{"coalition", typedBlock(s, "> CONSULT | @ met | A: Kenya=*OCCIDENT"), `:3: unknown coalition "OCCIDENT"`},
		{"member without code", typedBlock(s, "> CONSULT | @ met | A: Kenya"), `:3: member "Kenya" without a code`},
		{"order of keys", event(" | L: Lomé | W: Monday"), ":3: key W out of order"},
		{"key twice", event(" | L: Lomé | L: Lomé"), ":3: key L twice"},
		{"unknown key", event(" | X: Lomé"), `:3: bad field "X: Lomé"`},
		{"place as a party", event(" | L: Togo"), `:3: L: "Togo" is no place of literal use`},
		{"no time mark", event(" | W: Lomé"), `:3: W: "Lomé" is no time mark`},
		{"bad days", event(" | W: Monday=2014-13-40"), ":3: bad day"},
		{"days that end first", event(" | W: Monday=2014-07-02..2014-07-01"), ":3: days"},
		{"number", event(" | mag: killed=two (Lomé)"), ":3: bad number"},
		{"currency", event(" | mag: amount=5 (tea)"), ":3: an amount has a currency"},
		{"context", event(" | ctx: tea"), `:3: unknown or double context "tea"`},
		{"link", event(" | link: reason>2 (over)"), "event 1: link to event 2, which is itself or none of the 1"},
		{"repeat", event(" | same: 1"), ":3: same: 1 is no earlier event"},
		{"attribution", event(" | by: Kenya"), ":3: bad attribution"},
		{"kind of none", typedBlock(s, "> none tea"), `:3: unknown kind of no event "tea"`},
		{"none and event", event("\n> none other"), "sentence 1 has to have either events or one kind of none"},
		{"two events of one word", event("\n> SUPPORT | @ met | A: Kenya=KEN"), "event 2: its trigger is that of event 1"},
		{"stray bracket", typedBlock("Kenya] met.", "> none other"), ":2: bad mark"},
		{"country of a mark", typedBlock("[LOC Kenya|KEX] met.", "> none other"), "unknown country KEX"},
		{"code of a person", typedBlock("[PER Ann|KEN] met.", "> none other"), "PER takes no code"},
		{"value", typedBlock("They met {soon|later}.", "> none other"), ":2: bad value"},
		{"week", typedBlock("They met {soon|2014-W53}.", "> none other"), "the year 2014 has no week 53"},
		{"curly quote", typedBlock("Kenya’s king.", "> none other"), ":2: curly quotes"},
		{"blanks", typedBlock("Two  blanks.", "> none other"), ":2: two blanks"},
		{"header", "= w-1 | 2014-07-03 | active\nText.\n> none other\n", ":1: a header has four parts"},
		{"date", "= w-1 | 2014-07-33 | active | AFR\nText.\n> none other\n", `:1: bad date "2014-07-33"`},
		{"tag", "= w-1 | - | loud | AFR\nText.\n> none other\n", `:1: unknown tag "loud"`},
		{"region", "= w-1 | - | active | MOON\nText.\n> none other\n", `:1: unknown region "MOON"`},
		{"id twice", typedBlock("One.", "> none other") + typedBlock("Two.", "> none other"), ":4: id w-X-1 stands in line 1 too"},
		{"no line below", typedBlock("One.", "Two.\n> none other"), "no event line"},
		{"no line below the last", "= w-1 | - | active | AFR\nText.\n", "below the last sentence"},
		{"no sentence", "= w-1 | - | active | AFR\n", "without a sentence"},
		{"before the header", "Text.\n", ":1: text before the first header"},
		{"not UTF-8", typedBlock("Te\xffxt.", "> none other"), ":2: not UTF-8"},
		{"decomposed", typedBlock("Lome\u0301.", "> none other"), ":2: not in Unicode normal form C"},
		{"doc without a day", "= w-1 | - | active | AFR\nThey met.\n> CONSULT | @ met | A: They=? | W: doc\n", "W: doc, and the block has no date"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			records, problems, err := ReadTyped("f.txt", strings.NewReader(c.in), nil)
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, p := range problems {
				all = append(all, p.Error())
			}
			got := strings.Join(all, "\n")
			if c.want == "" && (got != "" || len(records) != 1) {
				t.Errorf("%d records, problems %q", len(records), got)
			}
			if !strings.Contains(got, c.want) || !strings.HasPrefix(got, "f.txt") && c.want != "" {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestReadTypedWarnings(t *testing.T) {
	t.Parallel()
	in := "= r-1 | 2014-07-03 | report | AFR\nGuards met.\n> none other\nThe king was told.\n" +
		"> CONSULT | @ told | A: s1/Guards=KEN:REB:NOBODY | R: king=KEN:GOV\n"
	records, problems, err := ReadTyped("f.txt", strings.NewReader(in), map[string]bool{"SOMEBODY": true})
	if err != nil || len(records) != 1 || len(problems) != 2 || !problems[0].Warning || !problems[1].Warning {
		t.Fatalf("%d records, %v, %v", len(records), problems, err)
	}
	if !records[0].Events[0].Actor[0].Inferred {
		t.Error("a member of another sentence is not inferred")
	}
}

func TestReadTypedLimits(t *testing.T) {
	t.Parallel()
	long := typedBlock(strings.Repeat("a", maxTypedLine), "> none other")
	if _, _, err := ReadTyped("f.txt", strings.NewReader(long), nil); err == nil {
		t.Error("a line beyond the limit is no error")
	}
	many := strings.Repeat("text\n", 2*maxProblems)
	if _, problems, err := ReadTyped("f.txt", strings.NewReader(many), nil); err == nil || len(problems) > maxProblems {
		t.Error("problems beyond the limit are no error")
	}
	sentences := "= w-1 | - | active | AFR\n" + strings.Repeat("One.\n> none other\n", maxBlockSentences+1)
	if _, problems, _ := ReadTyped("f.txt", strings.NewReader(sentences), nil); len(problems) == 0 {
		t.Error("sentences beyond the limit are no problem")
	}
}

func TestInterested(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		speaker, member string
		want            bool
	}{
		{"KEN:GOV", "KEN:MIL", true}, {"KEN", "KEN:LEG", true}, {"KEN:LAB", "KEN:LAB", true}, {"KEN:GOV", "KEN:REB", true},
		{"GEO:PRE:X", "GEO", true}, {"KEN:GOV", "KEN:LAB", false}, {"KEN:GOV", "TGO:GOV", false}, {"IGO::UN", "IGO::EU", false},
		{"IGO::UN", "IGO:MIL:UN", true}, {"*WEST", "*WEST:GOV", true}, {"-:UAF", "-:UAF", false}, {"KEN:REB", "KEN:CVL", false},
	} {
		x := &eventReader{r: &reader{}, b: &block{}}
		var speaker, member Member
		x.actorCode(&speaker, c.speaker)
		x.actorCode(&member, c.member)
		if got := interested(speaker, []Member{member}); got != c.want || len(x.r.problems) > 0 {
			t.Errorf("%s of %s: %v, want %v; %v", c.speaker, c.member, got, c.want, x.r.problems)
		}
	}
}
