package train

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/word"
)

// WellKnown holds well-known names by kind, in the order of the file.
type WellKnown map[string][]string

// kindsOfNames are the kinds of a file of well-known names, with the type of
// their names and the bit of their words. Given and family names,
// peoples and heads hold words, the others names of any length with commas between.
// Heads are the words that names of organisations are made with: they are no names.
var kindsOfNames = []struct {
	kind string
	of   entente.EntityType
	bit  int
}{
	{"given", entente.PER, 3}, {"family", entente.PER, 4}, {"places", entente.LOC, 2},
	{"peoples", entente.NORP, 6}, {"firms", entente.ORG, 7}, {"bodies", entente.ORG, 5}, {"heads", entente.EntityNone, 1},
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
	if kind == "given" || kind == "family" || kind == "peoples" || kind == "heads" {
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
	for _, l := range []struct {
		words string
		bit   int
	}{{countries, 0}, {cities, 2}, {regions, 2}, {givenNames, 3}, {surnames, 4}, {acronyms, 5}, {demonymList, 6}} {
		add(l.words, l.bit)
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

// lists returns the lists that name finders read. Single words are known by
// themselves; of the names of bodies those of several words are a set.
func (c *Corpus) lists() *net.Lists {
	out := c.Lists.words()
	out.Names[net.Places] = phrases(c.Places, 1)
	out.Names[net.Bodies] = phrases(slices.Concat(c.Lists["firms"], c.Lists["bodies"], c.Bodies), 2)
	return out
}

// phrases returns the set of names of at least that many words.
func phrases(list []string, least int) net.Phrases {
	names := make([][]*word.Info, 0, len(list))
	seen := map[string]bool{}
	for _, p := range list {
		p = strings.ToLower(p)
		forms := cutName(strings.TrimPrefix(p, "the "))
		if len(p) < 3 || seen[p] || len(forms) < least {
			continue
		}
		seen[p] = true
		words := make([]*word.Info, len(forms))
		for i, f := range forms {
			words[i] = word.New(f)
		}
		names = append(names, words)
	}
	return net.NewPhrases(names)
}

// parseNames returns the names in a table with a head and the columns "name" and
// "names", in which a stroke stands between names; lines that begin with '#' are
// comments.
func parseNames(data string) ([]string, error) {
	var out []string
	var columns []int
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == nil {
			columns = []int{slices.Index(cells, "name"), slices.Index(cells, "names")}
			if slices.Contains(columns, -1) {
				return nil, fmt.Errorf("line %d: no columns \"name\" and \"names\"", n)
			}
			continue
		}
		for _, c := range columns {
			if c >= len(cells) {
				return nil, fmt.Errorf("line %d: %d cells", n, len(cells))
			}
			for name := range strings.SplitSeq(cells[c], "|") {
				if name != "" {
					out = append(out, name)
				}
			}
		}
	}
	return out, nil
}
