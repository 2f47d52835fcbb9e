package corpus

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"
)

// The ways in which a sentence of the drawn part was chosen.
const (
	PickLikely = "likely" // among sentences in which an event is likely
	PickRandom = "random" // among all
)

// Choice is how sentences to learn from are chosen.
type Choice struct {
	Seed       uint64
	N          int
	PerArticle int               // most sentences of an article in each of the two
	Sources    []string          // sources, or parts of one by licence: "re3d:OGL"; at least one
	Exclude    map[string]bool   // documents that give none
	Known      []Record          // of earlier rounds: not drawn again, and ids go on behind theirs
	Share      int               // of the sentences, in per cent, drawn where an event is likely
	Likely     func(string) bool // says whether an event is likely in a sentence
}

// takes says whether an article is of a wanted source and licence, and not
// excluded.
func (c Choice) takes(a Article) bool {
	return !c.Exclude[a.ID] && slices.ContainsFunc(c.Sources, func(s string) bool {
		source, licence, parted := strings.Cut(s, ":")
		return source == a.Source && (!parted || licence == a.Licence)
	})
}

// Draw draws a share of the sentences among those in which an event is likely,
// the others among all that are left. Sources and articles take turns as
// in [Draw]; a sentence is drawn once.
func (c Choice) Draw(articles []Article) ([]Drawn, error) {
	var from []Article
	for _, a := range articles {
		if c.takes(a) {
			from = append(from, a)
		}
	}
	d := drawing{seed: c.Seed, perArticle: c.PerArticle, seen: map[string]bool{}, known: map[place]bool{}, fits: c.Likely}
	last := 0
	for _, rec := range c.Known {
		last = max(last, number(strings.TrimPrefix(rec.ID, drawnPrefix)))
		if rec.Drawn != nil {
			d.known[place{rec.Drawn.Doc, rec.Drawn.Start}] = true
		}
	}
	out := d.part(from, (c.N*c.Share+99)/100)
	for i := range out {
		out[i].Pick = PickLikely
	}
	d.fits = nil
	random := d.part(from, c.N-len(out))
	for i := range random {
		random[i].Pick = PickRandom
	}
	if out = append(out, random...); len(out) < c.N {
		return nil, fmt.Errorf("draw %d sentences: only %d fit", c.N, len(out))
	}
	inOrder(out, c.Seed, drawnPrefix, last)
	return out, nil
}

// ReadLikely makes the test of likely events out of the tables in a folder
// data: a sentence has to have a verb or noun of lexicon/triggers.txt, in any
// regular form, and a name of a state, of its people or capital, or of an
// organisation of actors/, written as there. With nouns a common noun of
// actors/agents.tsv, in any regular form, will do instead of a name.
func ReadLikely(fsys fs.FS, nouns bool) (func(string) bool, error) {
	triggers, err := triggerWords(fsys)
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for file, columns := range map[string][]int{"actors/states.tsv": {1, 2, 3, 4, 5}, "actors/organisations.tsv": {4, 5}} {
		if err := nameRuns(fsys, file, columns, names); err != nil {
			return nil, err
		}
	}
	agents := map[string]bool{}
	if nouns {
		if err := nameRuns(fsys, "actors/agents.tsv", []int{0}, agents); err != nil {
			return nil, err
		}
	}
	return func(sentence string) bool {
		words := caseWords(sentence)
		told := slices.ContainsFunc(words, func(w string) bool { return triggers[foldLemma(w)] })
		if told && slices.ContainsFunc(words, func(w string) bool { return agents[w] || agents[strings.TrimSuffix(w, "s")] }) {
			return true
		}
		for n := 1; told && n <= maxNameWords; n++ {
			for i := 0; i+n <= len(words); i++ {
				if names[strings.Join(words[i:i+n], " ")] {
					return true
				}
			}
		}
		return false
	}, nil
}

// maxNameWords is the length of the longest name that is looked for.
const maxNameWords = 6

// triggerWords reads the triggers of one word, folded.
func triggerWords(fsys fs.FS) (map[string]bool, error) {
	b, err := fs.ReadFile(fsys, "lexicon/triggers.txt")
	if err != nil {
		return nil, fmt.Errorf("read triggers: %w", err)
	}
	out := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		_, words, ok := strings.Cut(line, ":")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			if !strings.ContainsAny(w, "+-") {
				out[foldLemma(w)] = true
			}
		}
	}
	return out, nil
}

// nameRuns reads the names in some columns of a table.
func nameRuns(fsys fs.FS, file string, columns []int, into map[string]bool) error {
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return fmt.Errorf("read names: %w", err)
	}
	for i, line := range strings.Split(string(b), "\n") {
		if i == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		for _, c := range columns {
			if c >= len(cells) {
				continue
			}
			for name := range strings.SplitSeq(cells[c], "|") {
				if run := strings.Join(caseWords(name), " "); run != "" {
					into[run] = true
				}
			}
		}
	}
	return nil
}

// caseWords returns the words of a text as they are written.
func caseWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}
