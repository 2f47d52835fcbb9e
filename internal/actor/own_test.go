package actor

import (
	"os"
	"strings"
	"testing"

	"github.com/entente-news/entente"
)

// loadOwn loads the small table of testdata with one of the user's own.
func loadOwn(tb testing.TB, own string) (*Table, []entente.Warning, error) {
	tb.Helper()
	return Load(os.DirFS("testdata/table"), Own{Name: "own.tsv", Data: []byte(own)})
}

func TestOwnErrors(t *testing.T) {
	t.Parallel()
	people := header(peopleHeader)
	for _, c := range []struct{ name, own, want string }{
		{"no header", "Jane\tDoe\n", "own.tsv:1: read actor table: no header line before this row"},
		{"UTF-16", "\xff\xfej\x00", "own.tsv:1: read actor table: UTF-16; save it as UTF-8"},
		{"Latin-1", people + "Jos\xe9 Doe\t\tKEN\tGOV\tminister\n", "own.tsv:2: read actor table: not UTF-8"},
		{"a zero byte", people + "J\x00\t\tKEN\tGOV\n", "own.tsv:2: read actor table: not UTF-8"},
		{"ends before it begins", "# a\n" + people + "Jane Doe\t\tKEN\tGOV\tminister\t\t2024\t2023\n", "own.tsv:3: read actor table: from 2024 is after to 2023"},
		{"twice", people + "Jane Doe\t\tKEN\tGOV\tminister\t\t2024\nJane Doe\t\tKEN\tGOV\tminister\t\t2024\n", "own.tsv:3: read actor table: Jane Doe as minister stands here twice"},
		{"too wide", header(regionsHeader) + "a\tb\tc\td\te\n", "own.tsv:2: read actor table: 5 columns, want 4"},
		{"a long cell", header(regionsHeader) + strings.Repeat("x", maxOwnCell+1) + "\tb\n", "own.tsv:2: read actor table: column 1 has 65537 bytes"},
		{"too many rows", people + strings.Repeat("A B\t\tKEN\tGOV\n", maxOwnRows+1), "own.tsv:200002: read actor table: more than the 200000 rows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if _, _, err := loadOwn(t, c.own); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %.300v, want %s", err, c.want)
			}
		})
	}
}

func TestOwnRowsWin(t *testing.T) {
	t.Parallel()
	own := header(peopleHeader) +
		"Jane Doe\t\tKEN\tGOV\tforeign minister\t\t2024-01-01\t\t\tdesk\n" +
		"Vladimir Putin\tPutin\tKEN\tGOV\tminister\t\t\t\tQ1\tdesk\n" +
		header(bodiesHeader) + "\tKEN\tMIL\tNATO\t\t\t\t\tdesk\n" +
		header(agentsHeader) + "minister\tREL\tperson\n" +
		header(ambiguousHeader) + "Jane Doe\tnobody\twhen in politics\n"
	table, warnings, err := loadOwn(t, own)
	if err != nil || len(warnings) != 0 {
		t.Fatalf("%v, %v", warnings, err)
	}
	if n := table.Stats().Own; n != 5 {
		t.Errorf("%d rows of the user's own", n)
	}
	for name, want := range map[string]string{"NATO": "KEN:MIL", "Putin": "KEN:GOV", "Vladimir Putin": "KEN:GOV"} {
		exact, _ := table.entriesOf(name)
		if len(exact) != 1 || len(table.entries[exact[0]].readings) != 1 {
			t.Fatalf("%s has entries %v", name, exact)
		}
		if c := table.candidate(&table.entries[exact[0]], table.entries[exact[0]].readings[0], entente.NoDay); c.Code() != want || c.Credit != "desk" {
			t.Errorf("%s is %s by %q, want %s", name, c.Code(), c.Credit, want)
		}
	}
	ref, ok := table.holder("KEN", "foreign minister", entente.NewDay(2024, 5, 16))
	if !ok || table.persons[ref.person].name != "Jane Doe" {
		t.Errorf("the foreign minister is %v, %v", ref, ok)
	}
	for i := range table.agents {
		if a := &table.agents[i]; a.noun == "minister" && a.sector != entente.REL {
			t.Errorf("minister (plural %v) is %s", a.plural, a.sector)
		}
	}
	if table.needs["Jane Doe"] != needCare {
		t.Error("the user's own row of ambiguous.tsv is not heeded")
	}
}

func TestOwnOfficesOverlap(t *testing.T) {
	t.Parallel()
	own := header(peopleHeader) +
		"Jane Doe\t\tKEN\tGOV\tforeign minister\t\t2024-01-01\t\n" +
		"John Roe\t\tKEN\tGOV\tforeign minister\t\t2024-03-01\t\n"
	table, warnings, err := loadOwn(t, own)
	if err != nil {
		t.Fatal(err)
	}
	if len(warnings) != 1 || warnings[0].Code != "overlapping_offices" || !strings.Contains(warnings[0].Message, "own.tsv:2 and own.tsv:3: Jane Doe and John Roe are both foreign minister of KEN") {
		t.Errorf("warnings %v", warnings)
	}
	if _, ok := table.holder("KEN", "foreign minister", entente.NewDay(2024, 5, 16)); ok {
		t.Error("one of two holders was guessed")
	}
}

func FuzzOwn(f *testing.F) {
	f.Add(header(peopleHeader)+"Jane Doe\tDoe\tKEN\tGOV\tminister\t\t2024\n"+header(orgsHeader)+"\tIGO\t\tXY\tX Y\n", "Jane Doe met XY")
	f.Add(header(agentsHeader)+"elder\tSOC\tperson\n"+header(ambiguousHeader)+"Kenya\tboat\twhen at sea\n", "Kenyan elders")
	f.Fuzz(func(t *testing.T, own, query string) {
		table, _, err := loadOwn(t, own)
		if err != nil {
			return
		}
		table.Lookup(query, entente.NoDay)
		table.Parties(query)
		table.Country(query)
		annotateWords(t, table, query, []byte(own))
	})
}

func TestNamesakes(t *testing.T) {
	t.Parallel()
	table, _, err := Load(os.DirFS("../../data/actors"))
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{"Korea": "PRK KOR", "korea": "PRK KOR", "Congo": "COD COG", "Sudan": "SDN SSD", "Georgia": "GEO USA",
		"Kenya": "", "China": "", "Jordan": "", "Turkey": "", "Moscow": "", "Belgrade": "", "Prague": "", "Kinshasa": ""} {
		_, candidates := table.Parties(query)
		var got []string
		for _, c := range candidates {
			got = append(got, c.Code())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: candidates %q, want %q", query, s, want)
		}
	}
	for name, want := range map[string]string{"KE": "KEN", "ken": "KEN", "Kenya": "KEN", "Korea": "", "Nowhere": "", "NATO": ""} {
		if got := table.Country(name); got != want {
			t.Errorf("country %s: %q, want %q", name, got, want)
		}
	}
	if !table.HasName("vladimir putin") || table.HasName("Nobody Here") || !table.HasNoun("soldiers") || table.HasNoun("xylophones") {
		t.Error("what the tables have is not known")
	}
}
