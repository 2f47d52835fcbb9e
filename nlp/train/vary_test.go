package train

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
)

func TestParseWellKnown(t *testing.T) {
	t.Parallel()
	got, err := ParseWellKnown("# a comment\ngiven: Amina Joe\nplaces: Cape Town, Oslo,\ngiven: Wei\n")
	if err != nil {
		t.Fatal(err)
	}
	want := WellKnown{"given": {"Amina", "Joe", "Wei"}, "places": {"Cape Town", "Oslo"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	for _, bad := range []string{"towns: Oslo", "Oslo"} {
		if _, err := ParseWellKnown("given: Joe\n" + bad); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error = %v, want one of line 2", bad, err)
		}
	}
}

// TestVaried checks that sentences taken again keep the types of their names and
// the words around them, and that the same seed gives the same.
func TestVaried(t *testing.T) {
	t.Parallel()
	sentence := Named{
		Words: []string{"Yesterday", "Amina", "Yusuf", "left", "Chad", "."},
		Spans: []Span{{1, 3, entente.PER}, {4, 5, entente.LOC}},
	}
	plain := Named{Words: []string{"It", "rained", "."}}
	lists := WellKnown{"given": {"Joe"}, "family": {"Ban-Moon"}, "places": {"Cape Town"}}
	var list []Named
	for range 100 {
		list = append(list, sentence, plain)
	}
	got := varied(list, lists, 1)
	if diff := cmp.Diff(varied(list, lists, 1), got); diff != "" {
		t.Errorf("the second time (-want +got):\n%s", diff)
	}
	seen := map[string]int{}
	for _, n := range got {
		seen[strings.Join(n.Words, " ")+" | "+show(n)]++
		var types []entente.EntityType
		for _, s := range n.Spans {
			types = append(types, s.Type)
		}
		if len(types) > 0 && !slices.Equal(types, []entente.EntityType{entente.PER, entente.LOC}) {
			t.Errorf("%q has names of types %v", n.Words, types)
		}
	}
	for want, least := range map[string]int{
		"Yesterday Amina Yusuf left Chad . | PER Amina Yusuf; LOC Chad": 100,
		"It rained . | ": 100,
		"Yesterday Joe Ban - Moon left Cape Town . | PER Joe Ban - Moon; LOC Cape Town": 5,
		"yesterday amina yusuf left chad . | PER amina yusuf; LOC chad":                 1,
		"YESTERDAY AMINA YUSUF LEFT CHAD . | PER AMINA YUSUF; LOC CHAD":                 1,
	} {
		if seen[want] < least {
			t.Errorf("%q: %d times, want %d at least, of %v", want, seen[want], least, seen)
		}
	}
}

func TestParseNames(t *testing.T) {
	t.Parallel()
	got, err := parseNames("id\tname\tnames\n# a comment\n\nx\tWorld Bank\tthe World Bank|IBRD\ny\tRed Cross\t\n")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"World Bank", "the World Bank", "IBRD", "Red Cross"}, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	for _, bad := range []string{"id\tname\n", "name\tnames\nx\n"} {
		if _, err := parseNames(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
