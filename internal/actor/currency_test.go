package actor

import (
	"os"
	"strings"
	"testing"

	"github.com/entente-news/entente"
)

// currencyRow is one line of testdata/currency.tsv: who held an office on a day.
type currencyRow struct {
	country, role, person string
	shared                bool // one of several who hold the office together
	on                    entente.Day
	where                 string
}

// readCurrency reads testdata/currency.tsv.
func readCurrency(t *testing.T) []currencyRow {
	t.Helper()
	var out []currencyRow
	var p problems
	rows, ok := readRows(os.DirFS("testdata"), "currency.tsv", "country office person day source", &p)
	if err := p.err(); err != nil || !ok {
		t.Fatalf("read currency.tsv: %v", err)
	}
	for _, r := range rows {
		on, err := entente.ParseDay(r.cols[3])
		if err != nil {
			t.Fatalf("%s: %v", r.where(), err)
		}
		role, shared := strings.CutPrefix(r.cols[1], "member of ")
		out = append(out, currencyRow{country: r.cols[0], role: role, person: r.cols[2], shared: shared, on: on, where: r.where()})
	}
	return out
}

// TestCurrency asks the tables that are shipped who heads 195 states and their
// governments on the day of testdata/currency.tsv, both ways: the name gives
// the office, and the office, where one person holds it, gives the name.
func TestCurrency(t *testing.T) {
	t.Parallel()
	table, _, err := Load(os.DirFS("../../data/actors"))
	if err != nil {
		t.Fatal(err)
	}
	states := map[string]bool{}
	for _, r := range readCurrency(t) {
		states[r.country] = true
		name := holds(table, r)
		if name == "" {
			t.Errorf("%s: %s is not the %s of %s on %s", r.where, r.person, r.role, r.country, r.on)
			continue
		}
		ref, ok := table.holder(r.country, r.role, r.on)
		switch {
		case r.shared && ok:
			t.Errorf("%s: %s alone is found as %s of %s", r.where, table.persons[ref.person].name, r.role, r.country)
		case r.shared:
		case !ok:
			t.Errorf("%s: nobody, or more than one, is found as %s of %s on %s, want %s", r.where, r.role, r.country, r.on, name)
		case table.persons[ref.person].name != name:
			t.Errorf("%s: %s is found as %s of %s on %s, want %s", r.where, table.persons[ref.person].name, r.role, r.country, r.on, name)
		}
	}
	if len(states) < 195 {
		t.Errorf("%d states, want 195 at least", len(states))
	}
}

// holds returns the name in the tables of r's person, "" where the tables do
// not have the person in that office on that day.
func holds(table *Table, r currencyRow) string {
	for _, c := range table.Lookup(r.person, r.on) {
		at, ok := table.people[c.Actor.Name]
		if !ok {
			continue
		}
		for i := range table.persons[at].offices {
			if o := &table.persons[at].offices[i]; o.country == r.country && o.role == r.role && o.from <= r.on && r.on <= o.to {
				return c.Actor.Name
			}
		}
	}
	return ""
}
