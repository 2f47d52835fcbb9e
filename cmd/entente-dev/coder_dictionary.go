package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/plover"
)

// dictionaryRow says that verbs, with a word beside them or none, mean a root.
type dictionaryRow struct {
	verbs []string
	word  string
	root  string
}

var cameoCode = regexp.MustCompile(`\[([0-9:]+)\]`)

// fillers are words of the dictionary's patterns that are no content.
const fillers = " with to on in of the a for from at by into against over as ^ "

// readDictionary reads the blocks of verbs of a dictionary in PETRARCH's format
// (Schrodt, Beieler and Idris 2014): codes of verbs, and of verbs with one word
// beside them.
func readDictionary(in io.Reader) ([]dictionaryRow, error) {
	var out []dictionaryRow
	var verbs []string
	usual := ""
	flush := func() {
		if usual != "" && verbs != nil {
			out = append(out, dictionaryRow{verbs, "", usual})
		}
		verbs, usual = nil, ""
	}
	inside := false
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		l := strings.TrimSpace(sc.Text())
		switch {
		case strings.HasPrefix(l, "---"):
			flush()
			inside, usual = true, codeIn(l)
		case !inside || l == "" || strings.ContainsAny(l[:1], "#+&"):
		case l[0] == '-':
			if root, word := codeIn(l), wordBeside(l); root != "" && word != "" {
				out = append(out, dictionaryRow{verbs[:len(verbs):len(verbs)], word, root})
			}
		default:
			if v := strings.TrimSuffix(strings.ToLower(strings.Fields(l)[0]), "_"); !strings.ContainsAny(v, "_{}+") {
				verbs = append(verbs, v)
			}
		}
	}
	flush()
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read the dictionary: %w", err)
	}
	return out, nil
}

// codeIn returns the root of the CAMEO code of a line, "" for none.
func codeIn(line string) string {
	m := cameoCode.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	code, _, _ := strings.Cut(m[1], ":")
	if strings.HasPrefix(code, "01") || strings.HasPrefix(code, "02") {
		return "" // statements and appeals of CAMEO: dropped, or told by what follows
	}
	root, err := plover.CAMEORoot(code)
	if err != nil {
		return ""
	}
	return root.String()
}

// wordBeside returns the one content word of a pattern, "" when there are
// several or none.
func wordBeside(line string) string {
	line, _, _ = strings.Cut(line[1:], "[")
	word := ""
	for _, w := range strings.Fields(strings.NewReplacer("*", " ", "+", " ", "$", " ", "%", " ", "{", " ", "}", " ", "(", " ", ")", " ", "&", " ").Replace(line)) {
		w = strings.ToLower(strings.Trim(w, "_"))
		if strings.Contains(fillers, " "+w+" ") {
			continue
		}
		if word != "" {
			return ""
		}
		word = w
	}
	if len(word) > 4 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") {
		word = word[:len(word)-1]
	}
	return word
}

// dictionaryRows are the dictionary's rows as examples, none without it.
func (r *coderRun) dictionaryRows() (out []model.Example, err error) {
	if r.dictionary == "" {
		return nil, nil
	}
	f, err := os.Open(r.dictionary)
	if err != nil {
		return nil, fmt.Errorf("open the dictionary: %w", err)
	}
	rows, err := readDictionary(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	c, err := r.coder(nil)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		for _, v := range row.verbs {
			e, err := c.DictionaryPair(v, row.word, row.root)
			if err != nil {
				return nil, err
			}
			e.Weight = dictWeight
			out = append(out, e)
		}
	}
	return out, nil
}
