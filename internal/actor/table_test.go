package actor

import (
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
)

// tables returns a file system of tables with one of them replaced.
func tables(tb testing.TB, file, content string) fstest.MapFS {
	tb.Helper()
	out := fstest.MapFS{}
	for _, name := range []string{"states", "bodies", "organisations", "groups", "people", "agents", "endings", "regions", "ambiguous"} {
		data, err := os.ReadFile("testdata/table/" + name + ".tsv")
		if err != nil {
			tb.Fatal(err)
		}
		out[name+".tsv"] = &fstest.MapFile{Data: data}
	}
	out[file] = &fstest.MapFile{Data: []byte(content)}
	return out
}

func header(s string) string { return strings.ReplaceAll(s, " ", "\t") + "\n" }

func TestLoadErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file, content, want string
	}{
		{"unknown country", "bodies.tsv", header(bodiesHeader) + "b\tXYZ\tGOV\tBody\n", `bodies.tsv:2: read actor table: unknown country "XYZ"`},
		{"unknown sector", "bodies.tsv", header(bodiesHeader) + "b\tKEN\tGVT\tBody\n", `bodies.tsv:2: read actor table: unknown sector "GVT"`},
		{"double id", "bodies.tsv", header(bodiesHeader) + "b\tKEN\tGOV\tBody\nb\tKEN\tGOV\tOther\n", `bodies.tsv:3: read actor table: id "b" is missing or stands here twice`},
		{"bad header", "bodies.tsv", "id\tname\n", `bodies.tsv:1: read actor table: the header is "id name"`},
		{"no header", "bodies.tsv", "# nothing\n", `bodies.tsv: read actor table: no header line`},
		{"bad date", "people.tsv", header(peopleHeader) + "A B\t\tKEN\tGOV\tminister\t\t2020-13\t\n", `people.tsv:2: read actor table: from: "2020-13" is not a month`},
		{"bad year", "people.tsv", header(peopleHeader) + "A B\t\tKEN\tGOV\tminister\t\t20x0\t\n", `people.tsv:2: read actor table: from: "20x0" is not a year`},
		{"bad day", "people.tsv", header(peopleHeader) + "A B\t\tKEN\tGOV\tminister\t\t\t2020-02-30\n", `people.tsv:2: read actor table: to: "2020-02-30"`},
		{"from after to", "people.tsv", header(peopleHeader) + "A B\t\tKEN\tGOV\tminister\t\t2021\t2020\n", `people.tsv:2: read actor table: from 2021 is after to 2020`},
		{"double office", "people.tsv", header(peopleHeader) + "A B\t\tKEN\tGOV\tminister\t\t2021\nA B\t\tKEN\tGOV\tminister\t\t2021\t2022\n", `people.tsv:3: read actor table: A B as minister stands here twice`},
		{"unknown kind", "agents.tsv", header(agentsHeader) + "troops\tMIL\tpersons\n", `agents.tsv:2: read actor table: unknown kind "persons"`},
		{"role without office", "agents.tsv", header(agentsHeader) + "troops\tMIL\tperson\tminister\n", `agents.tsv:2: read actor table: a role goes with the kind office only`},
		{"double noun", "agents.tsv", header(agentsHeader) + "soldier\tMIL\tperson\nsoldier\tMIL\tperson\n", `agents.tsv:3: read actor table: the noun "soldier" is empty or stands here twice`},
		{"double state", "states.tsv", header(statesHeader) + "KEN\tKenya\nKEN\tKenya\n", `states.tsv:3: read actor table: code KEN stands here twice`},
		{"bad code", "states.tsv", header(statesHeader) + "ken\tKenya\n", `states.tsv:2: read actor table: code "ken" is not three capital letters`},
		{"a code of no state", "states.tsv", header(statesHeader) + "IGO\tNowhere\n", `states.tsv:2: read actor table: code "IGO"`},
		{"too many columns", "regions.tsv", header(regionsHeader) + "A\tB\tC\tD\tE\n", `regions.tsv:2: read actor table: 5 columns, want 4`},
		{"region like an organisation", "regions.tsv", header(regionsHeader) + "NATO\tthe Alliance\n", `regions.tsv:2: read actor table: group "NATO" is missing or names something else already`},
		{"not UTF-8", "regions.tsv", header(regionsHeader) + "A\t\xff\n", `regions.tsv:2: read actor table: not UTF-8`},
		{"no letters", "regions.tsv", header(regionsHeader) + "A\t- .\n", `regions.tsv:2: read actor table: the name "- ." has no letter`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, _, err := Load(tables(t, c.file, c.content))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error %v, want %s", err, c.want)
			}
			if code := entente.ErrorCode(err); code != entente.ErrInvalid {
				t.Errorf("code %s", code)
			}
		})
	}
}

func TestLoadWithoutStates(t *testing.T) {
	t.Parallel()
	_, _, err := Load(fstest.MapFS{})
	var e *entente.Error
	if !errors.As(err, &e) || e.Code != entente.ErrNotFound || e.Where != "states.tsv" {
		t.Fatalf("error %v", err)
	}
}

func TestLoadMissingTablesWarn(t *testing.T) {
	t.Parallel()
	table, warnings, err := Load(fstest.MapFS{"states.tsv": {Data: []byte("\ufeff" + header(statesHeader) + "KEN\tKenya\t\tKenyan\r\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Stats(); got.States != 1 || got.Persons != 0 {
		t.Errorf("stats %+v", got)
	}
	if len(warnings) != 8 || warnings[0].Code != "missing_table" {
		t.Errorf("warnings %v", warnings)
	}
}

func TestLoadWarnsOfSharedNames(t *testing.T) {
	t.Parallel()
	_, warnings, err := Load(tables(t, "regions.tsv", header(regionsHeader)+"CENTRE\tKenya\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(warnings) != 1 || warnings[0].Code != "shared_name" || !strings.Contains(warnings[0].Message, `"Kenya"`) {
		t.Errorf("warnings %v", warnings)
	}
}

func TestLoadReportsManyProblemsAtOnce(t *testing.T) {
	t.Parallel()
	_, _, err := Load(tables(t, "states.tsv", header(statesHeader)+strings.Repeat("x\ty\n", 30)))
	if err == nil || !strings.Contains(err.Error(), "states.tsv:21:") || !strings.HasSuffix(err.Error(), "more") {
		t.Errorf("error %v", err)
	}
}

func TestParsePartial(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][2]string{
		"2020": {"2020-01-01", "2020-12-31"}, "2020-02": {"2020-02-01", "2020-02-29"}, "2020-12": {"2020-12-01", "2020-12-31"}, "2020-05-07": {"2020-05-07", "2020-05-07"},
	} {
		first, last, err := parsePartial(s)
		if err != nil || first.String() != want[0] || last.String() != want[1] {
			t.Errorf("%s: %s, %s, %v", s, first, last, err)
		}
	}
	for _, s := range []string{"20", "2020-1", "2020-00", "abcd", "2020-02-31", "99999"} {
		if _, _, err := parsePartial(s); err == nil {
			t.Errorf("%s is read", s)
		}
	}
}

func day(t *testing.T, s string) entente.Day {
	t.Helper()
	if s == "" {
		return entente.NoDay
	}
	d, err := entente.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLookup(t *testing.T) {
	t.Parallel()
	table := testTable(t)
	for _, c := range []struct {
		name, on string
		want     []string
	}{
		{"Vladimir Putin", "2024-05-16", []string{"RUS:GOV head of state"}},
		{"Putin", "2010-05-16", []string{"RUS:GOV head of government"}},
		{"putin", "", []string{"RUS:GOV head of state"}},
		{"Merkel", "2024-05-16", []string{"DEU:ELI  former"}},
		{"Merkel", "", []string{"DEU:GOV head of government"}},
		{"Zelensky", "2001-01-01", []string{"UKR "}},
		{"Russia", "", []string{"RUS "}},
		{"RUS", "", []string{"RUS "}},
		{"nato", "", []string{"NATO "}},
		{"the Kremlin", "", []string{"RUS:GOV "}},
		{"Moscow", "", []string{"RUS:GOV "}},
		{"RSF", "2024-05-16", []string{"SDN:REB ", "RSFNGO ", "SDN:PRM "}},
		{"Erdogan", "2024-05-16", []string{"TUR:GOV head of state"}},
		{"Nobody", "", nil},
		{"", "", nil},
		{"Russia!", "", nil},
	} {
		var got []string
		for _, c := range table.Lookup(c.name, day(t, c.on)) {
			s := c.Code() + " " + c.Actor.Role
			if c.Former {
				s += " former"
			}
			got = append(got, s)
			if c.Source == "" {
				t.Errorf("%s: no source", s)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s on %s (-want +got)\n%s", c.name, c.on, diff)
		}
	}
}

func TestParties(t *testing.T) {
	t.Parallel()
	table := testTable(t)
	for _, c := range []struct {
		query      string
		codes      []string
		candidates int
	}{
		{"RUS", []string{"RUS"}, 0},
		{"rus", []string{"RUS"}, 0},
		{"RUS:MIL", []string{"RUS:MIL"}, 0},
		{"rus:mil", []string{"RUS:MIL"}, 0},
		{"RUS:XXX", nil, 0},
		{"NATO", []string{"NATO"}, 0},
		{"WEST", []string{"WEST"}, 0},
		{"Russia", []string{"RUS"}, 0},
		{"russia", []string{"RUS"}, 0},
		{"United States", []string{"USA"}, 0},
		{"the United States", []string{"USA"}, 0},
		{"Putin", []string{"RUS:GOV"}, 0},
		{"the Kremlin", []string{"RUS:GOV"}, 0},
		{"Russian army", []string{"RUS:MIL"}, 0},
		{"RSF", nil, 2},
		{"Taliban", []string{"AFG:GOV"}, 0},
		{"hamas", []string{"PSE:REB"}, 0},
		{"Atlantis", nil, 0},
		{"", nil, 0},
	} {
		codes, candidates := table.Parties(c.query)
		if diff := cmp.Diff(c.codes, codes); diff != "" || len(candidates) != c.candidates {
			t.Errorf("%q: %d candidates %v (-want +got)\n%s", c.query, len(candidates), candidates, diff)
		}
	}
}

func TestHolder(t *testing.T) {
	t.Parallel()
	table := testTable(t)
	for _, c := range []struct{ home, role, on, want string }{
		{"FRA", "head of state", "2017-05-13", "François Hollande"},
		{"FRA", "head of state", "2017-05-14", "Emmanuel Macron"},
		{"RUS", "head of state", "2008-05-07", "Dmitry Medvedev"},
		{"RUS", "head of state", "2012-05-07", "Vladimir Putin"},
		{"NATO", "secretary-general", "2020-01-01", "Jens Stoltenberg"},
		{"FRA", "head of state", "1990-01-01", ""},
		{"FRA", "minister", "2020-01-01", ""},
		{"DEU", "head of government", "2021-12-08", "Olaf Scholz"},
	} {
		ref, ok := table.holder(c.home, c.role, day(t, c.on))
		got := ""
		if ok {
			got = table.persons[ref.person].name
		}
		if got != c.want {
			t.Errorf("%s of %s on %s: %q, want %q", c.role, c.home, c.on, got, c.want)
		}
	}
}

func TestPluralOf(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"soldier": "soldiers", "policeman": "policemen", "army": "armies", "secretary of state": "secretaries of state", "boss": "bosses", "coach": "coaches",
		"attorney": "attorneys", "police": "", "human": "humans", "commander-in-chief": "commanders-in-chief", "journalist": "journalists", "troops": "",
	} {
		if got := pluralOf(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestCaseFits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"US", "US", true}, {"US", "us", false}, {"US", "Us", false}, {"WHO", "Who", false}, {"Turkey", "turkey", false}, {"Turkey", "TURKEY", true},
		{"Western countries", "Western Countries", true}, {"al-Qaeda", "Al-Qaeda", true}, {"Al-Qaeda", "al-Qaeda", false}, {"Erdoğan", "Erdogan", true},
		{"Kenya", "KenYa", false},
	} {
		if got := caseFits(c.name, c.text); got != c.want {
			t.Errorf("%s, %s: %v", c.name, c.text, got)
		}
	}
}

func TestPersonsOrganisation(t *testing.T) {
	t.Parallel()
	people := header(peopleHeader) + "Ann Roe\t\tIGO\tGOV\tenvoy\tNATO Office\t2020\nBen Roe\t\tIGO\tGOV\tenvoy\tNowhere\t2020\nCay Roe\t\tIGO\tGOV\tenvoy\tUnited Nations\t2020\n"
	table, warnings, err := Load(tables(t, "people.tsv", people))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"Ann Roe": "NATO", "Ben Roe": "IGO", "Cay Roe": "UN"} {
		if got := table.Lookup(name, entente.NoDay); len(got) != 1 || got[0].Code() != want {
			t.Errorf("%s: %v, want %s", name, got, want)
		}
	}
	if len(warnings) != 1 || warnings[0].Code != "unknown_org" || !strings.Contains(warnings[0].Message, "people.tsv:3") {
		t.Errorf("warnings %v", warnings)
	}
}
