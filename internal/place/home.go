package place

import (
	"fmt"
	"io"
	"strings"

	entente "github.com/entente-news/entente"
)

// home is where an outlet is: its readers know which Springfield is meant. It
// votes like places that the text names.
type home struct {
	country string // alpha-3
	admin1  uint32 // noAdmin for none
}

// The votes of an outlet's home.
const (
	homeVotes      = 5 // for its country
	homeAdminVotes = 4 // and its first-order division
)

// WithOutlets reads the table of outlets (data/places/outlets.tsv). Errors wrap
// [ErrTable].
func WithOutlets(r io.Reader) Option {
	return func(g *Gazetteer) error {
		if err := g.readOutlets(r); err != nil {
			return fmt.Errorf("read places/outlets.tsv: %w", err)
		}
		return nil
	}
}

func (g *Gazetteer) readOutlets(r io.Reader) error {
	g.hosts, g.outlets = map[string]home{}, map[string]home{}
	return rows(r, []string{"host", "names", "country", "admin1", "source"}, func(get func(string) string) error {
		h := home{country: get("country"), admin1: noAdmin}
		if _, ok := g.country[h.country]; !ok {
			return fmt.Errorf("no state %q: %w", h.country, ErrTable)
		}
		if n := get("admin1"); n != "" {
			a, ok := g.division(h.country, n)
			if !ok {
				return fmt.Errorf("no division %q in %s: %w", n, h.country, ErrTable)
			}
			h.admin1 = a
		}
		host := get("host")
		if host == "" || strings.ContainsAny(host, "/: ") || strings.ToLower(host) != host {
			return fmt.Errorf("%q is no host in lower case: %w", host, ErrTable)
		}
		g.hosts[host] = h
		for _, n := range list(get("names")) {
			if k, ok := keyOf(n); ok {
				g.outlets[k] = h
			}
		}
		return nil
	})
}

// homeOf returns where the outlet of d is: by its host, the host's country
// code, or its name.
func (g *Gazetteer) homeOf(d *entente.Document) (home, bool) {
	if host := hostOf(d.URL); host != "" {
		for h := host; strings.Contains(h, "."); {
			if x, ok := g.hosts[h]; ok {
				return x, true
			}
			_, h, _ = strings.Cut(h, ".")
		}
		if c := g.countryCode(host[strings.LastIndexByte(host, '.')+1:]); c != "" {
			return home{country: c, admin1: noAdmin}, true
		}
	}
	if d.Publisher == "" {
		return home{}, false
	}
	k, _ := keyOf(d.Publisher)
	x, ok := g.outlets[k]
	if !ok {
		x, ok = g.outlets[strings.TrimPrefix(k, "the ")]
	}
	return x, ok
}

// Home returns the country of an outlet, ISO 3166-1 alpha-3, by its name or, if
// the name is an address, its host; "" when it is not known.
func (g *Gazetteer) Home(outlet string) string {
	h, _ := g.homeOf(&entente.Document{Publisher: outlet, URL: "http://" + outlet})
	if h.country == "" {
		h, _ = g.homeOf(&entente.Document{Publisher: outlet})
	}
	return h.country
}

// hostOf returns the host of an address in lower case, "" for none.
func hostOf(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	if i := strings.IndexByte(rest, ':'); i >= 0 {
		rest = rest[:i]
	}
	return strings.ToLower(strings.TrimSuffix(rest, "."))
}

// countryCode returns the country of a top-level domain. Domains that are sold
// to the whole world say nothing.
func (g *Gazetteer) countryCode(domain string) string {
	if len(domain) != 2 || worldwide[domain] {
		return ""
	}
	if domain == "uk" {
		domain = "gb"
	}
	return g.iso3[strings.ToUpper(domain)]
}

// worldwide are country codes whose domains are bought for their sound.
var worldwide = set("tv io co me ai fm ws cc to ly la gg sh st ac im nu tk ml ga cf gq vc so ag bz sc mn pw us eu su cx")
