package merge_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

func outlets(t testing.TB) *merge.Outlets {
	t.Helper()
	f, err := os.Open("../../data/outlets/outlets.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // read only
	own := strings.NewReader("name\tkind\tnames\thosts\towner\tsource\nBlue Wire\tagency\tBlue\tblue.example\t\tours\n")
	table, err := merge.ReadOutlets(f, own)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestCredits(t *testing.T) {
	t.Parallel()
	table := outlets(t)
	long := strings.Repeat("The talks went on behind closed doors for a second day. ", 12)
	tests := []struct {
		name, outlet, byline, text string
		want                       []string // a name, and "*" behind one on which the report as a whole rests
	}{
		{"dateline", "Norther Post", "", "MOSCOW, May 3 (Reuters) - Russia said on Friday that it was ready.", []string{"Reuters*"}},
		{"dateline by an alias", "Norther Post", "", "BEIJING (Blue) — China said that it was ready.", []string{"Blue Wire*"}},
		{"dateline of an agency without a row", "Norther Post", "", "OSLO, May 3 (Fjord Press) -- Norway said that it was ready.", []string{"Fjord Press*"}},
		{"own dateline", "Blue Wire", "", "BEIJING (Blue) - China said that it was ready.", nil},
		{"parentheses of prose", "Norther Post", "", "The president (72) - who was ill - said nothing.", nil},
		{"an abbreviation of prose", "Norther Post", "", "The court of the European Union (ECJ) - which sits in Luxembourg - ruled.", nil},
		{"byline", "Norther Post", "By A. Writer, Associated Press", "The talks went on.", []string{"Associated Press*"}},
		{"told", "Norther Post", "", "The minister told Reuters that the talks went on.", []string{"Reuters"}},
		{"reports", "Norther Post", "", "Two people were hurt, AFP reports from the scene.", []string{"Agence France-Presse"}},
		{"news agency", "Norther Post", "", "Two people were hurt, the Interfax news agency reported.", []string{"Interfax"}},
		{"according to", "Norther Post", "", "According to the Associated Press, two were hurt.", nil},
		{"according to, within", "Norther Post", "", "Two were hurt, according to the Associated Press.", []string{"Associated Press"}},
		{"an agency as a subject of news", "Norther Post", "", "A photographer of Reuters was hurt on the road.", nil},
		{"another word", "Norther Post", "", "The APEC said in Lima that it would meet. TASSO reports.", nil},
		{"with agencies", "Norther Post", "", long + "\nBy our staff, with agencies", []string{"agencies*"}},
		{"last line", "Norther Post", "", long + "\n(Reporting by A. Writer of Reuters)", []string{"Reuters*"}},
		{"copyright", "Norther Post", "", long + "\nCopyright 2012 The Associated Press. All rights reserved.", []string{"Associated Press*"}},
		{"contributed", "Norther Post", "", long + "\nThe Associated Press contributed to this report.", []string{"Associated Press*"}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, c := range table.Provenance(&entente.Document{Publisher: tc.outlet, Byline: tc.byline, Text: tc.text}).Credits {
				mark := ""
				if c.Whole {
					mark = "*"
				}
				got = append(got, c.Agency+mark)
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("credits (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOwner(t *testing.T) {
	t.Parallel()
	table := outlets(t)
	for _, tc := range []struct{ name, url, want string }{
		{"The Sun", "", "News Corp"},
		{"", "https://www.wsj.com/a", "News Corp"},
		{"", "https://edition.cnn.com/2012/a", "Warner Bros. Discovery"},
		{"cnn.com", "", "Warner Bros. Discovery"},
		{"AFP", "", "Agence France-Presse"},
		{"Blue", "", "Blue Wire"},
		{"Nowhere Times", "https://nowhere.example", ""},
		{"", "", ""},
	} {
		if got := table.Owner(tc.name, tc.url); got != tc.want {
			t.Errorf("Owner(%q, %q) = %q, want %q", tc.name, tc.url, got, tc.want)
		}
	}
	var none *merge.Outlets
	if got := none.Owner("The Sun", ""); got != "" {
		t.Errorf("no table says that %q owns it", got)
	}
}

func TestReadOutletsRefuses(t *testing.T) {
	t.Parallel()
	const head = "name\tkind\tnames\thosts\towner\tsource\n"
	for _, s := range []string{"name,kind\n", head + "a\toutlet\n", head + "\toutlet\t\t\t\t\n", head + "a\tpaper\t\t\t\t\n"} {
		if _, err := merge.ReadOutlets(strings.NewReader(s)); !errors.Is(err, merge.ErrOutlets) || !strings.Contains(err.Error(), "line") {
			t.Errorf("%q: %v, want an error that names the line", s, err)
		}
	}
}

func FuzzProvenance(f *testing.F) {
	f.Add("MOSCOW, May 3 (Reuters) - Russia said", "By AP")
	f.Add("(\xff) – x told AFP", "")
	table := outlets(f)
	f.Fuzz(func(t *testing.T, text, byline string) {
		for _, c := range table.Provenance(&entente.Document{Text: text, Byline: byline}).Credits {
			if c.Span.Start < 0 || c.Span.End > len(text) || c.Span.Start > c.Span.End || c.Agency == "" {
				t.Errorf("credit %+v lies outside a text of %d bytes", c, len(text))
			}
		}
	})
}

func FuzzReadOutlets(f *testing.F) {
	f.Add("name\tkind\tnames\thosts\towner\tsource\na\tagency\tb|c\tx.example\to\ts\n")
	f.Fuzz(func(t *testing.T, s string) {
		table, err := merge.ReadOutlets(strings.NewReader(s))
		if err == nil {
			table.Owner(s, "https://"+s)
		}
	})
}
