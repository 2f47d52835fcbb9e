package coder

import (
	"slices"
	"strings"
	"testing"

	"github.com/entente-news/entente"
)

func TestStandingOfSector(t *testing.T) {
	t.Parallel()
	tests := []struct {
		sector entente.Sector
		want   standing
		ok     bool
	}{
		{entente.COP, standsLaw, true}, {entente.JUD, standsLaw, true}, {entente.LEG, standsOrgan, true}, {entente.OPP, standsOrgan, true},
		{entente.UAF, standsArmed, true}, {entente.JRN, standsMovement, true}, {entente.MED, standsBusiness, true},
		{entente.CVL, standsPrivate, true}, {entente.CRM, standsPrivate, true}, {entente.SectorNone, standsNobody, false},
	}
	for _, tt := range tests {
		if got, ok := standingOfSector(tt.sector); got != tt.want || ok != tt.ok {
			t.Errorf("%v: %d, %v; want %d, %v", tt.sector, got, ok, tt.want, tt.ok)
		}
	}
	for s := standsNobody; s < nStandings; s++ {
		if c := s.coarse(); c < 0 || c >= nCoarse || s > standsNobody && c == 0 {
			t.Errorf("standing %d is %d among few", s, c)
		}
	}
}

// TestTellStanding checks that an arrest by police of a private person and one of a
// soldier abroad are told apart.
func TestTellStanding(t *testing.T) {
	t.Parallel()
	w := &work{}
	d := &entente.Document{Text: "police a b", Tokens: make([]entente.Token, 3)}
	w.x.load(d, &table{})
	side := func(token int, sector entente.Sector, country string) []party {
		return []party{{actor: entente.Actor{Sector: sector, Country: country}, token: token, mention: -1}}
	}
	tell := func(m *match) string {
		g := make([]float64, standingBlock)
		w.tellStanding(g, m, entente.RootCoerce)
		var at []string
		for i, v := range g {
			if v != 0 {
				at = append(at, string(rune('a'+i%26))+string(rune('a'+i/26)))
			}
		}
		return strings.Join(at, " ")
	}
	police := side(0, entente.COP, "USA")
	private, soldier := tell(&match{actors: police, recipients: side(1, entente.CVL, "USA")}), tell(&match{actors: police, recipients: side(2, entente.MIL, "MEX")})
	if n := len(strings.Fields(private)); n != 3 {
		t.Errorf("%d values of one country: %s", n, private)
	}
	if n := len(strings.Fields(soldier)); n != 4 || private == soldier {
		t.Errorf("%d values of two countries: %s", n, soldier)
	}
}

func TestIsAge(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words string
		tags  []entente.UPOS
		want  bool
	}{
		{"Jones , 32 , of", []entente.UPOS{entente.PROPN, entente.PUNCT, entente.NUM, entente.PUNCT, entente.ADP}, true},
		{"Jones , 32 .", []entente.UPOS{entente.PROPN, entente.PUNCT, entente.NUM, entente.PUNCT}, true},
		{"May , 12 people", []entente.UPOS{entente.PROPN, entente.PUNCT, entente.NUM, entente.NOUN}, false},
		{"dead , 32 ,", []entente.UPOS{entente.ADJ, entente.PUNCT, entente.NUM, entente.PUNCT}, false},
		{"Jones , 320 ,", []entente.UPOS{entente.PROPN, entente.PUNCT, entente.NUM, entente.PUNCT}, false},
		{"Jones , 32", []entente.UPOS{entente.PROPN, entente.PUNCT, entente.NUM}, false},
	}
	for _, tt := range tests {
		d := &entente.Document{Text: tt.words}
		at := 0
		for i, w := range strings.Fields(tt.words) {
			d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: at, End: at + len(w)}, UPOS: tt.tags[i]})
			at += len(w) + 1
		}
		if got := isAge(d, 2); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.words, got, tt.want)
		}
	}
	if isAge(&entente.Document{}, 0) {
		t.Error("an age in no text")
	}
}

// TestTellTelling reads questions and ages from the whole sentence, status from the
// clause of the trigger.
func TestTellTelling(t *testing.T) {
	t.Parallel()
	told := func(end string) []leaf {
		return []leaf{{"Jones", "Jones", "NNP", entente.PROPN, 4, entente.Nsubj, ""}, {",", ",", ",", entente.PUNCT, 0, entente.Punct, ""},
			{"32", "32", "CD", entente.NUM, 0, entente.Appos, ""}, {",", ",", ",", entente.PUNCT, 0, entente.Punct, ""},
			{"left", "leave", "VBD", entente.VERB, -1, entente.DeprelRoot, ""}, {end, end, ".", entente.PUNCT, 4, entente.Punct, ""}, {"”", "”", "''", entente.PUNCT, 4, entente.Punct, ""}}
	}
	for name, r := range map[string]struct {
		words []leaf
		want  []float64 // a question, an age
	}{
		"a question on a person of 32": {told("?"), []float64{1, 1}},
		"no question":                  {told("."), []float64{0, 1}},
		"nobody's age":                 {told("?")[4:5], []float64{0, 0}},
	} {
		w := &work{x: *treeOf(t, r.words)}
		w.l = w.look(0, &w.f)
		trigger := slices.IndexFunc(r.words, func(l leaf) bool { return l.pos == entente.VERB })
		g := make([]float64, tellingBlock)
		w.tellTelling(g, &match{trigger: trigger, support: -1, p: &pattern{}})
		if g[entente.Actual] != 1 || !slices.Equal(g[6:], r.want) {
			t.Errorf("%s: %v, want an actual act and %v", name, g, r.want)
		}
	}
}
