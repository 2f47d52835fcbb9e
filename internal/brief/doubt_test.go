package brief

import (
	"testing"
	"time"

	entente "github.com/entente-news/entente"
)

func TestDisputed(t *testing.T) {
	t.Parallel()
	day := time.Date(2009, 3, 15, 12, 0, 0, 0, time.UTC)
	for url, want := range map[string]bool{
		"https://a.example/news/stories/031309dnmetarlcrash.2ed5c533.html": true,
		"https://a.example/news/031509-crash":                              false,
		"https://a.example/news/130309/":                                   true,
		"https://a.example/news/090315x":                                   false,
		"https://a.example/pg/959240-51.stm":                               false,
		"https://a.example/ci_11986417":                                    false,
		"https://a.example/20090313/crash":                                 true,
		"https://a.example/20090315/crash":                                 false,
		"https://a.example/2009-03-13-crash":                               true,
		"https://a.example/2009/03/15/crash":                               false,
		"https://a.example/mar-13-2009":                                    true,
		"https://a.example/2009/mar/15/crash":                              false,
		"https://a.example/15-march-2009":                                  false,
		"https://a.example/news/crash":                                     false,
	} {
		d := &entente.Document{URL: url, Published: day}
		if got := disputed(d); got != want {
			t.Errorf("%s: %v", url, got)
		}
		if none := (&entente.Document{URL: url}); disputed(none) != addressDay(url).Known() {
			t.Errorf("%s: a report without a day, disputed %v", url, disputed(none))
		}
	}
}

func TestAddressDay(t *testing.T) {
	t.Parallel()
	for url, want := range map[string]string{
		"https://a.example/2013/09/09/x": "2013-09-09", "https://a.example/august_8_2008": "2008-08-08", "https://a.example/sep-09-2013": "2013-09-09",
		"https://a.example/20130909-x": "2013-09-09", "https://a.example/20131309-x": "", "https://a.example/2013/9/9": "", "https://a.example/99999999": "",
	} {
		got := ""
		if d := addressDay(url); d.Known() {
			got = d.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}
