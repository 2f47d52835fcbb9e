package place

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
)

func TestClaims(t *testing.T) {
	t.Parallel()
	g := load(t)
	for _, c := range []struct {
		text string
		want []string // claimants of the first place
	}{
		{"Drones hit Izium in Ukraine.", []string{"RUS"}},
		{"Shells fell on Donbas.", []string{"RUS"}},
		{"He arrived in Goma.", []string{"M23"}},
		{"A ship sank in the Red Sea.", []string{"RUS", "CHN"}},
		{"He lives in Beijing.", []string{"FRA"}},
		{"The Chinese minister left.", nil},
		{"He lives in Austin.", nil},
	} {
		d := document(c.text)
		g.NewWorker().Annotate(d)
		if len(d.Places) == 0 {
			t.Errorf("%q: no place", c.text)
			continue
		}
		if diff := cmp.Diff(c.want, d.Places[0].ClaimedBy); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestOutlets(t *testing.T) {
	t.Parallel()
	g := load(t)
	for _, c := range []struct{ url, publisher, want string }{
		{"", "", "Washington"},
		{"https://www.lamar.example/2024/05/fire", "", "Texas"},
		{"", "Lamar Gazette", "Texas"},
		{"https://user:secret@news.wire.example:8080/x", "Lamar Gazette", "Washington"},
		{"https://gazette.fr/x", "", "Washington"},
	} {
		d := document("The fire chief spoke in Concord on Monday.")
		d.URL, d.Publisher = c.url, c.publisher
		g.NewWorker().Annotate(d)
		if len(d.Places) != 1 || d.Places[0].Admin1 != c.want {
			t.Errorf("%q, %q: %s, want Concord in %s", c.url, c.publisher, lines(d), c.want)
		}
	}
}

func TestCandidates(t *testing.T) {
	t.Parallel()
	d := document("The store in Concord burnt. Officials in Goma, North Kivu, spoke.")
	load(t).NewWorker().Annotate(d)
	p := d.Places[0]
	if p.Name != "Concord" || p.Confidence <= 0 || p.Confidence >= entente.Unsure {
		t.Fatalf("first place %+v, want an unsure Concord", p)
	}
	if len(p.Candidates) != 2 || p.Candidates[0].GeoNames != p.GeoNames || p.Candidates[0].Points < p.Candidates[1].Points {
		t.Errorf("candidates %+v, want the chosen one first of two", p.Candidates)
	}
	for _, want := range []string{"points (fame ", "; elsewhere Concord, ", "evidence for a place "} {
		if !strings.Contains(p.Why, want) {
			t.Errorf("reason %q does not hold %q", p.Why, want)
		}
	}
	for _, p := range d.Places {
		if p.Name == "Goma" && (p.Confidence < 0.9 || p.Candidates != nil) {
			t.Errorf("Goma, which the text settles: %+v", p)
		}
	}
}

// TestMoreTables checks what the tables of disputes and outlets refuse.
func TestMoreTables(t *testing.T) {
	t.Parallel()
	pack := packTest(t)
	for name, o := range map[string]Option{
		"dispute: state":       WithDisputes(strings.NewReader(disputeHead + "A\tQQQ\tRUS\t*\t\t\t\t\t1900\t1\tx\n")),
		"dispute: division":    WithDisputes(strings.NewReader(disputeHead + "A\tUKR\tRUS\tMars\t\t\t\t\t1900\t1\tx\n")),
		"dispute: rule":        WithDisputes(strings.NewReader(disputeHead + "A\tUKR\tRUS\t*\t\t\t\t\t1900\t9\tx\n")),
		"dispute: rule 4":      WithDisputes(strings.NewReader(disputeHead + "A\tUKR\tRUS\t*\t\t\t\t\t1900\t4\tx\n")),
		"dispute: claimants":   WithDisputes(strings.NewReader(disputeHead + "A\tUKR\t\t*\t\t\t\t\t1900\t1\tx\n")),
		"dispute: since":       WithDisputes(strings.NewReader(disputeHead + "A\tUKR\tRUS\t*\t\t\t\t\t\t1\tx\n")),
		"dispute: kilometres":  WithDisputes(strings.NewReader(disputeHead + "A\tUKR\tRUS\t\t\t1\t1\tfar\t1900\t1\tx\n")),
		"dispute: latitude":    WithDisputes(strings.NewReader(disputeHead + "A\tUKR\tRUS\t\t\t100\t1\t5\t1900\t1\tx\n")),
		"outlet: host":         WithOutlets(strings.NewReader(outletHead + "https://x.example/\t\tUSA\t\tx\n")),
		"outlet: state":        WithOutlets(strings.NewReader(outletHead + "x.example\t\tQQQ\t\tx\n")),
		"outlet: division":     WithOutlets(strings.NewReader(outletHead + "x.example\t\tUSA\tMars\tx\n")),
		"outlet: short of one": WithOutlets(strings.NewReader("host\tnames\nx.example\tX\n")),
	} {
		if _, err := Load(bytes.NewReader(pack), strings.NewReader(regionRows), strings.NewReader(stateRows), o); !errors.Is(err, ErrTable) {
			t.Errorf("%s: error %v, want ErrTable", name, err)
		}
	}
}

// TestDisputesOfRepository holds the tables to each other: a name in the table
// of disputed territory that some entry bears must have the country that the
// row says.
func TestDisputesOfRepository(t *testing.T) {
	t.Parallel()
	g := repository(t)
	b, err := os.ReadFile("../../data/places/disputed.tsv")
	if err != nil {
		t.Fatalf("read table: %v", err)
	}
	n := 0
	err = rows(bytes.NewReader(b), []string{"country", "names"}, func(get func(string) string) error {
		for _, name := range list(get("names")) {
			for i := range g.extra {
				e := &g.extra[i]
				if e.name != name || e.kind == kindDemonym || e.kind == kindCountry {
					continue
				}
				n++
				if e.country != get("country") {
					t.Errorf("%s has %q in the table of regions and %q in that of disputes", name, e.country, get("country"))
				}
			}
		}
		return nil
	})
	if err != nil || n < 30 {
		t.Errorf("checked %d places, error %v", n, err)
	}
}

func TestKilometres(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lat1, lon1, lat2, lon2, want float64 }{
		{48.8566, 2.3522, 51.5074, -0.1278, 344}, // Paris, London
		{-17.7, 178.0, -13.8, -171.8, 1190},      // Fiji, Samoa, over the date line
		{0, 0, 0, 1, 111},
	} {
		if got := kilometres(c.lat1, c.lon1, c.lat2, c.lon2); got < c.want*0.96 || got > c.want*1.04 {
			t.Errorf("kilometres(%v) = %.0f", c, got)
		}
	}
}

func FuzzDisputes(f *testing.F) {
	f.Add(disputeRows)
	f.Add(disputeHead + "A\t\tRUS\t*\t|\t0\t0\t1e-9\t1900\t4\tx\n")
	pack := packTest(f)
	f.Fuzz(func(t *testing.T, table string) {
		g, err := Load(bytes.NewReader(pack), strings.NewReader(regionRows), strings.NewReader(stateRows), WithDisputes(strings.NewReader(table)), WithOutlets(strings.NewReader(outletRows)))
		if err != nil {
			return
		}
		d := document(news)
		g.NewWorker().Annotate(d)
		check(t, d)
	})
}

func FuzzOutlets(f *testing.F) {
	f.Add(outletRows, "http://lamar.example/x")
	f.Add(outletHead+"a.b\t|\tUSA\t\t\n", "://@:#?")
	pack := packTest(f)
	f.Fuzz(func(t *testing.T, table, url string) {
		g, err := Load(bytes.NewReader(pack), strings.NewReader(regionRows), strings.NewReader(stateRows), WithOutlets(strings.NewReader(table)))
		if err != nil {
			return
		}
		d := document(news)
		d.URL = url
		g.NewWorker().Annotate(d)
		check(t, d)
	})
}
