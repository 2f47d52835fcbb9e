package place

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
)

// dumpTable writes rows in the 19 columns of a dump: id, name, other names,
// latitude, longitude, class, code, country, division, population.
func dumpTable(rows ...string) string {
	var b strings.Builder
	for _, r := range rows {
		f := strings.Split(r, "|")
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\t%s\t\t\t\t%s\t\t0\tZone\t2023-01-01\n", f[0], f[1], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9])
	}
	return b.String()
}

const ownHead = "name\tnames\tcountry\tadmin1\tlat\tlon\tgeonames\tkind\tsource\n"

func inputs(texts ...string) []ImportFile {
	out := make([]ImportFile, len(texts))
	for i, t := range texts {
		out[i] = ImportFile{Name: fmt.Sprintf("f%d", i+1), Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(t)), nil }}
	}
	return out
}

func imported(t testing.TB, o ImportOptions, texts ...string) ([]byte, ImportStats) {
	t.Helper()
	var b bytes.Buffer
	st, err := Import(context.Background(), &b, load(t), inputs(texts...), o)
	if err != nil {
		t.Fatalf("import: %v", err)
	}
	return b.Bytes(), st
}

func loadOwn(t testing.TB, table []byte) *Gazetteer {
	t.Helper()
	g, err := Load(bytes.NewReader(packTest(t)), strings.NewReader(regionRows), strings.NewReader(stateRows),
		WithDisputes(strings.NewReader(disputeRows)), WithOutlets(strings.NewReader(outletRows)), WithOwn(bytes.NewReader(table)))
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return g
}

var someDump = dumpTable(
	"501|Zabolottia|Zabolotya|50.1|24.3|P|PPL|UA|07|800",
	"502|Paris|Parigi|36.3|-88.3|P|PPL|US|TN|10156",
	"2|Paris|Pariss|33.66|-95.56|P|PPLA2|US|TX|26000",
	"503|Camp Zeta||33.0|-97.0|L|MILB|US|TX|0",
	"504|Ghost||33.0|-97.0|P|PPLQ|US|TX|0",
	"505|Muddy Creek||33.0|-97.0|H|STM|US|TX|0",
	"506|Tennessee|TN|35.8|-86.6|A|ADM1|US|TN|6000000",
)

const (
	someCodes      = "US.TX\tTexas\tTexas\t4736286\nUA.07\tKharkiv Oblast\tKharkiv Oblast\t706482\n"
	someAlternates = "1\t501\ten\tZabolotje\t1\t\t\t\n2\t501\tru\tЗаболотье\t\t\t\t\n3\t999\ten\tNobody\t\t\t\t\n4\t501\tlink\thttps://example.org\t\t\t\t\n"
	someOwn        = ownHead + "Lincoln\tLinc City\tUKR\tKharkiv Oblast\t49.5\t36.6\t\tcity\tour map\nRed Post crossing\t\tFRA\t\t45\t6\t\tcrossing\tx\nDelta Sea\t\t\t\t10\t20\t\tsea\tx\n"
)

func TestImport(t *testing.T) {
	t.Parallel()
	table, st := imported(t, ImportOptions{}, someAlternates, someDump, someOwn, someCodes)
	want := ImportStats{Rows: 16, Places: 8, Own: 3, Names: 1, Divisions: 3, Keys: st.Keys, Bytes: len(table)}
	if diff := cmp.Diff(want, st); diff != "" {
		t.Errorf("stats (-want +got):\n%s", diff)
	}
	again, _ := imported(t, ImportOptions{}, someAlternates, someDump, someOwn, someCodes)
	if !bytes.Equal(table, again) {
		t.Error("two imports of one input differ")
	}
	g := loadOwn(t, table)
	for _, c := range []struct{ text, want string }{
		{"He lives in Zabolottia, Kharkiv Oblast.", "Zabolottia = Zabolottia, Kharkiv [UKR] literal city; Kharkiv Oblast = Kharkiv Oblast, Kharkiv [UKR] literal region"},
		{"He lives in Zabolotje in Ukraine.", "Zabolotje = Zabolottia, Kharkiv [UKR] literal city; Ukraine = Ukraine [UKR] literal country"},
		{"He lives in Paris.", "Paris = Paris, Île-de-France [FRA] literal city"},                                                                // ours is larger
		{"He lives in Paris, Tennessee.", "Paris = Paris, Tennessee [USA] literal city; Tennessee = Tennessee, Tennessee [USA] literal region"},  // theirs
		{"He lives in Pariss, Texas.", "Pariss = Paris, Texas [USA] literal city; Texas = Texas, Texas [USA] literal region"},                    // stands for ours
		{"He lives in Lincoln.", "Lincoln = Lincoln, Kharkiv [UKR] literal city"},                                                                // the user's row wins
		{"He lives in Lincoln, Nebraska.", "Lincoln = Lincoln, Nebraska [USA] literal city; Nebraska = Nebraska, Nebraska [USA] literal region"}, // unless the text settles it
		{"They closed the Red Post crossing.", "Red Post crossing = Red Post crossing [FRA] literal area"},
		{"They sailed the Delta Sea.", "Delta Sea = Delta Sea [] literal area"},
	} {
		d := document(c.text)
		g.NewWorker().Annotate(d)
		if diff := cmp.Diff(c.want, lines(d)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestImportBad(t *testing.T) {
	t.Parallel()
	row := "501\tX\tX\t\t50\t24\tP\tPPL\tUA\t\t07\t\t\t\t800\t\t0\tZ\t2023"
	for name, c := range map[string]struct {
		text, where string
	}{
		"empty":        {"", "f1"},
		"columns":      {"a\tb\n", "f1:1"},
		"zip":          {"PK\x03\x04\x00", "f1"},
		"ragged":       {row + "\n" + "1\t2\n", "f1:2"},
		"latitude":     {strings.Replace(row, "\t50\t", "\t95\t", 1), "f1:1"},
		"number":       {strings.Replace(row, "\t800\t", "\tmany\t", 1), "f1:1"},
		"country":      {strings.Replace(row, "\tUA\t", "\tQQ\t", 1), "f1:1"},
		"name":         {strings.ReplaceAll(row, "X", "X\x01"), "f1:1"},
		"long":         {row + "\n" + strings.Repeat("x", maxLine+1), "f1:2"},
		"too many":     {row + "\n" + row + "\n" + row + "\n", "f1:3"},
		"own: kind":    {ownHead + "X\t\tUKR\t\t1\t1\t\tplanet\tx\n", "f1:2"},
		"own: country": {ownHead + "\nX\t\tUSSR\t\t1\t1\t\tcity\tx\n", "f1:3"},
		"own: point":   {ownHead + "X\t\tUKR\t\t\t\t\tcity\tx\n", "f1:2"},
		"own: state":   {ownHead + "X\t\tUKR\tMars\t\t\t\tcity\tx\n", "f1:2"},
		"own: column":  {"name\tkind\nX\tcity\n", "f1:1"},
		"codes":        {"US.TX\tTexas\tTexas\t1\nUS\tx\tx\t1\n", "f1:2"},
	} {
		_, err := Import(context.Background(), io.Discard, load(t), inputs(c.text), ImportOptions{MaxPlaces: 2})
		var e *entente.Error
		if !errors.As(err, &e) || e.Where != c.where || e.Code != entente.ErrInvalid {
			t.Errorf("%s: error %v, want one at %s", name, err, c.where)
		}
	}
}

func TestImportEnds(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Import(ctx, io.Discard, load(t), inputs(strings.Repeat(dumpTable("501|X||50|24|P|PPL|UA|07|8"), 5000)), ImportOptions{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that the context ended it", err)
	}
}

func TestLookup(t *testing.T) {
	t.Parallel()
	table, _ := imported(t, ImportOptions{}, someDump, someOwn, someCodes)
	g := loadOwn(t, table)
	for _, c := range []struct{ name, country, want string }{
		{"Paris", "", "Île-de-France/capital/packed Île-de-France/county/packed Texas/seat/imported Tennessee/town/imported"},
		{"lincoln", "", "Kharkiv/town/own Nebraska/seat of a division/packed"},
		{"Kharkiv region", "", "Kharkiv/division/packed Kharkiv/seat of a division/packed"},
		{"Concord", "USA", "Washington/seat/packed Texas/seat/packed"},
		{"Chinese", "", "/people/states"},
		{"Atlantis", "", ""},
		{"", "", ""},
	} {
		got := []string{}
		readings, sure := g.Lookup(c.name, c.country)
		for i, r := range readings {
			got = append(got, r.Admin1+"/"+r.Kind+"/"+r.Table)
			if r.Chosen != (i == 0) {
				t.Errorf("%s: reading %d chosen: %v", c.name, i, r.Chosen)
			}
		}
		if s := strings.Join(got, " "); s != c.want || (sure > 0) != (c.want != "") {
			t.Errorf("%s: %q with %v, want %q", c.name, s, sure, c.want)
		}
	}
}

func FuzzImport(f *testing.F) {
	f.Add(someDump, someOwn)
	f.Add(someCodes, someAlternates)
	f.Add(ownHead+"A\t|\t\t\t0\t0\t\tsea\t\n", "1\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t")
	g := load(f)
	pack := packTest(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		var out bytes.Buffer
		if _, err := Import(context.Background(), &out, g, inputs(a, b), ImportOptions{Features: true}); err != nil {
			return
		}
		g, err := Load(bytes.NewReader(pack), strings.NewReader(regionRows), strings.NewReader(stateRows), WithOwn(&out))
		if err != nil {
			t.Fatalf("what was imported cannot be loaded: %v", err)
		}
		d := document(news)
		g.NewWorker().Annotate(d)
		check(t, d)
	})
}

func FuzzOwn(f *testing.F) {
	table, _ := imported(f, ImportOptions{}, someDump, someOwn)
	f.Add(table)
	pack := packTest(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Load(bytes.NewReader(pack), strings.NewReader(regionRows), strings.NewReader(stateRows), WithOwn(bytes.NewReader(data)))
		if err != nil {
			if !errors.Is(err, ErrFormat) {
				t.Fatalf("error %v is no ErrFormat", err)
			}
			return
		}
		d := document(news)
		g.NewWorker().Annotate(d)
		check(t, d)
	})
}
