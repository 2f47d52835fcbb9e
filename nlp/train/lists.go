package train

import (
	"fmt"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/word"
)

// WellKnown holds well-known names by kind, in the order of the file.
type WellKnown map[string][]string

// kindsOfNames are the kinds of a file of well-known names, with the type of
// their names and the bit of their words. The first two hold words, the others
// names of any length with commas between.
var kindsOfNames = []struct {
	kind string
	of   entente.EntityType
	bit  int
}{
	{"given", entente.PER, 3}, {"family", entente.PER, 4}, {"places", entente.LOC, 2},
	{"peoples", entente.NORP, 6}, {"firms", entente.ORG, 7}, {"bodies", entente.ORG, 5},
}

// ParseWellKnown reads "kind: names" lines; those that begin with '#' are
// comments.
func ParseWellKnown(data string) (WellKnown, error) {
	out := WellKnown{}
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		kind, names, found := strings.Cut(line, ":")
		known := false
		for _, k := range kindsOfNames {
			known = known || k.kind == kind
		}
		if !found || !known {
			return nil, fmt.Errorf("line %d: %q is no kind of names", n, kind)
		}
		out[kind] = append(out[kind], splitNames(kind, names)...)
	}
	return out, nil
}

func splitNames(kind, names string) []string {
	if kind == "given" || kind == "family" || kind == "peoples" {
		return strings.Fields(names)
	}
	var out []string
	for name := range strings.SplitSeq(names, ",") {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// words returns for each word the lists that it is in, as bits: those of the
// grammar, and w.
func (w WellKnown) words() *net.Lists {
	out := net.NewLists()
	add := func(list string, bit int) {
		for f := range strings.FieldsSeq(strings.ReplaceAll(list, ",", " ")) {
			if len(f) > 1 && capital(f) && !plainWords[f] {
				out.Add(word.New(f), bit)
			}
		}
	}
	for i, l := range []string{countries, cities, regions, givenNames, surnames, acronyms, demonymList} {
		add(l, i)
	}
	for _, k := range kindsOfNames {
		for _, name := range w[k.kind] {
			add(name, k.bit)
		}
	}
	return out
}

// plainWords say nothing by themselves.
var plainWords = wordSet("New North South East West Central Eastern Western Black Red Sea City Strait Gulf Horn Islands United States Republic Kingdom " +
	"May Rice Mark Will Brown Park Wen Hu Ban Sen Ma Li Addis Costa Latin Peninsula Heights Bank Strip Democratic Republican Orthodox Island")

// lists returns the lists that name finders read.
func (c *Corpus) lists() *net.Lists {
	out := c.Lists.words()
	names := make([][]*word.Info, 0, len(c.Places))
	seen := map[string]bool{}
	for _, p := range c.Places {
		if p = strings.ToLower(p); len(p) < 3 || seen[p] {
			continue
		}
		seen[p] = true
		var words []*word.Info
		for _, f := range cutName(p) {
			words = append(words, word.New(f))
		}
		names = append(names, words)
	}
	out.Places = net.NewToponyms(names)
	return out
}
