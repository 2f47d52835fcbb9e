package merge

import "testing"

func TestOfficial(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"https://www.gov.uk/government/news/x": true, "http://dfat.gov.au/news": true, "https://www.state.gov/x": true,
		"https://www.mofa.go.jp/x": true, "https://www.diplomatie.gouv.fr/x": true, "https://www.nato.int/x": true,
		"https://mfa.gov.il": true, "https://www.mid.ru/": true, "https://international.gc.ca/x": true, "https://news.un.org/x": true,
		"https://go.com/x": false, "https://gov.example.com/x": false, "https://www.bbc.co.uk/news": false, "https://int.example.org": false,
		"https://www.mfa.gr/x": true, "https://www.mfa.org/exhibitions": false, "https://mofa.example.com/x": false,
		"": false, "::bad": false,
	} {
		if got := official(address); got != want {
			t.Errorf("%q: %v, want %v", address, got, want)
		}
	}
}
