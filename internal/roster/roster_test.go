package roster

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
)

// countries knows Kenya and Russia.
func countries(name string) string {
	switch strings.ToUpper(name) {
	case "KEN", "KENYA", "KE":
		return "KEN"
	case "RUS", "RUSSIA":
		return "RUS"
	}
	return ""
}

// read reads a list and returns its rows and warnings as lines.
func read(tb testing.TB, list string, f Format, c Context) (rows, warnings []string, err error) {
	tb.Helper()
	c.Country = countries
	err = Read(context.Background(), List{Reader: strings.NewReader(list), Name: "list", Format: f}, c, Sink{
		Row: func(r Row) error {
			if len(r.Cells) != len(header(r.Table)) {
				tb.Fatalf("%d cells in a row of %s", len(r.Cells), r.Table)
			}
			rows = append(rows, r.Table+": "+strings.TrimRight(strings.Join(r.Cells, "\t"), "\t"))
			return nil
		},
		Warn: func(where, message string) { warnings = append(warnings, where+": "+message) },
	})
	return rows, warnings, err
}

func header(table string) []string {
	switch table {
	case People:
		return strings.Fields("name names country sector role org from to wikidata source")
	case Bodies:
		return strings.Fields("id country sector name names from to wikidata source")
	case Organisations:
		return strings.Fields("id country sector org name names from to wikidata source")
	}
	return strings.Fields("noun sector kind role source")
}

func TestPetrarch(t *testing.T) {
	t.Parallel()
	list := `# a comment
!SIDE! = LEFT, RIGHT
!LOOP! = A!LOOP!
JANE_DOE_ ; a comment
	[KENELI 620101-920409]
	[KENGOV 970724-20020131]
	[KENGOV >050931]
+JANE_W._DOE_
THE_RIFT_VALLEY_ARMY_ [KENREB <991231]
+!SIDE!_ARMY
KENYA_ [KEN]
HARBOUR_WATCH [NGOENV]
BALTIC_CLUB [IGOBTC]
HARBOUR_POLICEMAN {HARBOUR_POLICEMEN} [~COP]
NOBODY_ [XYZGOV]
ODD_ [KENGOV >991301]
OPEN_ [KENGOV
NOTHING_
!LOOP!_MAN [~CVL]
+OF_NOTHING
`
	rows, warnings, err := read(t, list, "", Context{Source: "list"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"people: Jane Doe\tJane W. Doe\tKEN\tGOV\t\t\t1997-07-24\t2002-01-31\t\tlist",
		"people: Jane Doe\tJane W. Doe\tKEN\tGOV\t\t\t2005-09-30\t\t\tlist",
		"bodies: \tKEN\tREB\tRift Valley Army\tLeft Army|Right Army\t\t1999-12-31\t\tlist",
		"organisations: \tNGO\tSOC\t\tHarbour Watch\t\t\t\t\tlist",
		"organisations: \tIGO\t\tBTC\tBaltic Club\t\t\t\t\tlist",
		"agents: harbour policeman\tCOP\tperson\t\tlist",
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("rows (-want +got)\n%s", diff)
	}
	wantWarn := []string{
		"list:11: left out: Kenya is a name of a state or a place in it; states.tsv has those",
		"list:15: a code is left out: XYZ is no country",
		`list:16: a code is left out: "991301" is no date`,
		"list:17: left out: a bracket is never closed",
		"list:19: left out: the set stands for itself, or sets are nested too deep",
		"list:18: left out: no code",
	}
	if len(warnings) != len(wantWarn) {
		t.Errorf("warnings\n%s", strings.Join(warnings, "\n"))
	}
	for _, w := range wantWarn {
		if !strings.Contains(strings.Join(warnings, "\n"), w) {
			t.Errorf("no warning %q in\n%s", w, strings.Join(warnings, "\n"))
		}
	}
}

func TestCSV(t *testing.T) {
	t.Parallel()
	list := "\ufeffPerson;State;Office;Since;Until;Aliases\n" +
		"Jane Doe;Kenya;trade minister;2024-05-16;;J. Doe|Mama Doe\n" +
		"John Roe;Nowhere;minister;;;\n" +
		"Ann Poe;Kenya;minister;2025;2024;\n" +
		"Bad Day;Kenya;minister;2024-02-30;;\n" +
		"Bad\xff Bytes;Kenya;minister;;;\n" +
		";Kenya;minister;;;\n" +
		"\"Harbour; Watch\";IGO;;;;HW\n"
	rows, warnings, err := read(t, list, "", Context{Source: "s", Columns: map[string]string{"name": "Person", "country": "State", "from": "Since"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"people: Jane Doe\tJ. Doe|Mama Doe\tKEN\tGOV\ttrade minister\t\t2024-05-16\t\t\ts",
		"organisations: \tIGO\t\t\tHarbour; Watch\tHW\t\t\t\ts",
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("rows (-want +got)\n%s", diff)
	}
	wantWarn := []string{
		`list:3: left out: "Nowhere" is no country, or may be several`,
		"list:4: left out: from 2025 is after to 2024",
		`list:5: left out: "2024-02-30" is no date like 2024, 2024-05 or 2024-05-16`,
		"list:6: left out: not UTF-8",
		"list:7: left out: no name",
	}
	if diff := cmp.Diff(wantWarn, warnings); diff != "" {
		t.Errorf("warnings (-want +got)\n%s", diff)
	}
}

func TestCSVErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, list, want string }{
		{"no name", "a,b\n1,2\n", "list:1: read the header: no column for name among a, b"},
		{"no such column", "name,country\n", `there is no column "Who"`},
		{"UTF-16", "\xff\xfen\x00", "list:1: read the table: UTF-16 (save it as UTF-8)"},
	} {
		columns := map[string]string{}
		if c.name == "no such column" {
			columns["name"] = "Who"
		}
		if _, _, err := read(t, c.list, CSV, Context{Columns: columns}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %s", c.name, err, c.want)
		}
	}
}

// dumped is a dump of four items and some lines that are none.
func dumped() string {
	return "[\n" +
		`{"type":"item","id":"Q901","labels":{"en":{"value":"Jane Doe"}},"aliases":{"en":[{"value":"Jane W. Doe"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],` +
		`"P39":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q902"}}},"qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2024-05-16T00:00:00Z","precision":11}}}]}},` +
		`{"rank":"deprecated","mainsnak":{"datavalue":{"value":{"id":"Q902"}}}},` +
		`{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q999"}}}}]}},` + "\n" +
		`{"type":"item","id":"Q902","labels":{"en":{"value":"Minister of Foreign Affairs of Kenya"}},"claims":{"P1001":[{"mainsnak":{"datavalue":{"value":{"id":"Q903"}}}}]}},` + "\n" +
		`{"type":"item","id":"Q903","labels":{"en":{"value":"Kenya"}},"claims":{"P298":[{"mainsnak":{"datavalue":{"value":"KEN"}}}]}},` + "\n" +
		"not json,\n" +
		`{"a":` + strings.Repeat("[", 60) + strings.Repeat("]", 60) + "},\n" +
		`{"type":"item","id":"Q904","labels":{"en":{"value":"Rift Party"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q7278"}}}}],"P17":[{"mainsnak":{"datavalue":{"value":{"id":"Q903"}}}}],` +
		`"P571":[{"mainsnak":{"datavalue":{"value":{"time":"+1999-00-00T00:00:00Z","precision":9}}}}]}}` + "\n]\n"
}

func TestWikidata(t *testing.T) {
	t.Parallel()
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write([]byte(dumped())); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, list := range []string{dumped(), z.String()} {
		rows, warnings, err := read(t, list, "", Context{Source: "wikidata"})
		if err != nil {
			t.Fatal(err)
		}
		want := []string{
			"people: Jane Doe\tJane W. Doe\tKEN\tGOV\tforeign minister\t\t2024-05-16\t\tQ901\twikidata",
			"bodies: \tKEN\tPTY\tRift Party\t\t1999\t\tQ904\twikidata",
		}
		if diff := cmp.Diff(want, rows); diff != "" {
			t.Errorf("rows (-want +got)\n%s", diff)
		}
		if len(warnings) != 3 || !strings.HasPrefix(warnings[0], "list:5: left out: not an entity") || !strings.HasPrefix(warnings[1], "list:6: left out: brackets") ||
			!strings.Contains(warnings[2], "Q999") {
			t.Errorf("warnings\n%s", strings.Join(warnings, "\n"))
		}
	}
}

// TestNotWikidata reads JSON that is no dump.
func TestNotWikidata(t *testing.T) {
	t.Parallel()
	const own = `{"name":"Jane Doe","country":"Kenya"}`
	for name, tc := range map[string]struct{ list, want string }{
		"rows":          {own + "\n" + own + "\n", "list:1: read the dump: this is no dump"},
		"an array":      {"[\n" + own + "\n]\n", "list:2: read the dump: this is no dump"},
		"other ids":     {`{"id":"d1","text":"Q42"}` + "\n", "list:1: read the dump: this is no dump"},
		"many lines":    {"{\n  \"id\": \"Q1\"\n}\n", "list: read the dump: this is no dump"},
		"nothing":       {"[\n]\n", ""},
		"behind a dump": {dumped()[:len(dumped())-2] + own + "\n]\n", ""},
	} {
		rows, warnings, err := read(t, tc.list, "", Context{})
		if tc.want == "" {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		} else if entente.ErrorCode(err) != entente.ErrInvalid || !strings.Contains(err.Error(), tc.want) || len(rows) > 0 {
			t.Errorf("%s: %q, error %v", name, rows, err)
		}
		if told := slices.ContainsFunc(warnings, func(w string) bool { return strings.Contains(w, "it has no id such as Q42") }); told != (name == "behind a dump") {
			t.Errorf("%s: %q", name, warnings)
		}
	}
}

func TestLongLineIsLeftOut(t *testing.T) {
	t.Parallel()
	rows, warnings, err := read(t, "[\n"+strings.Repeat("x", maxLine+1)+"\n"+dumped()[2:], Wikidata, Context{})
	if err != nil || len(rows) != 2 || len(warnings) != 4 || warnings[0] != "list:2: left out: the line is too long" {
		t.Errorf("%d rows, %q, %v", len(rows), warnings, err)
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, f := range []Format{Petrarch, CSV, Wikidata} {
		if err := Read(ctx, List{Reader: strings.NewReader("name,country\n"), Name: "list", Format: f}, Context{Country: countries}, Sink{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", f, err)
		}
	}
}

func TestTableKeepsWhatIsThere(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "deep", "own.tsv")
	had := "# ours\nname\tnames\tcountry\tsector\trole\torg\tfrom\tto\twikidata\tsource\nJane Doe\t\tKEN\tGOV\tminister\t\t2024"
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(had), 0o600); err != nil {
		t.Fatal(err)
	}
	table, err := OpenTable(path, header)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		row Row
		new bool
	}{
		{personRow("l:1", "s", person{name: "Jane Doe", country: "KEN", sector: "CVL", role: "minister", from: "2024"}), false},
		{personRow("l:2", "s", person{name: "John\tRoe", country: "KEN", sector: "GOV", role: "minister"}), true},
		{bodyRow("l:3", "", body{name: "Rift Party", country: "KEN", sector: "PTY"}), true},
		{bodyRow("l:4", "", body{name: "Rift Party", country: "KEN", sector: "PTY"}), false},
	} {
		if added, err := table.Add(c.row); err != nil || added != c.new {
			t.Errorf("%s: added %v, %v", c.row.Where, added, err)
		}
	}
	if err := table.Write(path); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := had + "\nname\tnames\tcountry\tsector\trole\torg\tfrom\tto\twikidata\tsource\nJohn Roe\t\tKEN\tGOV\tminister\t\t\t\t\ts\n" +
		"id\tcountry\tsector\tname\tnames\tfrom\tto\twikidata\tsource\n\tKEN\tPTY\tRift Party\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTableIsBounded(t *testing.T) {
	t.Parallel()
	table := newTable(nil, header)
	table.n = MaxRows
	_, err := table.Add(bodyRow("l:3", "", body{name: "Rift Party", country: "KEN"}))
	if entente.ErrorCode(err) != entente.ErrLimit {
		t.Errorf("error %v", err)
	}
}

func TestRowFields(t *testing.T) {
	t.Parallel()
	for _, r := range []Row{
		personRow("", "", person{name: "Jane Doe", names: []string{"J. Doe", "Doe"}, country: "KEN"}),
		bodyRow("", "", body{name: "Jane Doe", names: []string{"J. Doe", "Doe"}, country: "KEN"}),
		bodyRow("", "", body{name: "Jane Doe", names: []string{"J. Doe", "Doe"}, country: "KEN", org: "JD"}),
	} {
		r.KeepNames(func(n string) bool { return n == "Doe" })
		if r.Name() != "Jane Doe" || r.Country() != "KEN" || r.Cells[r.column("names")] != "Doe" {
			t.Errorf("%s: %q", r.Table, r.Cells)
		}
	}
}

func FuzzPetrarch(f *testing.F) {
	f.Add("JANE_DOE_ [KENGOV >050931]\n+J_DOE\n!A! = B, !A!\nX!A! [~GOV]")
	f.Fuzz(func(t *testing.T, list string) { checkRows(t, list, Petrarch) })
}

func FuzzCSV(f *testing.F) {
	f.Add("name,country,role\nJane Doe,KEN,minister\n\"open")
	f.Fuzz(func(t *testing.T, list string) { checkRows(t, list, CSV) })
}

func FuzzWikidata(f *testing.F) {
	f.Add(dumped())
	f.Fuzz(func(t *testing.T, list string) { checkRows(t, list, Wikidata) })
}

// checkRows reads a list twice: rows have the cells of their table, one line
// each, and are the same again.
func checkRows(t *testing.T, list string, f Format) {
	t.Helper()
	rows, _, err := read(t, list, f, Context{Source: "s"})
	for _, r := range rows {
		if strings.ContainsAny(r, "\n\r") {
			t.Fatalf("row %q", r)
		}
	}
	again, _, err2 := read(t, list, f, Context{Source: "s"})
	if (err == nil) != (err2 == nil) || cmp.Diff(rows, again) != "" {
		t.Fatalf("%v, %v: %q and %q", err, err2, rows, again)
	}
}
