package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/entente-news/entente/internal/lexical"
)

// plainWord is a form that gets a vector: letters, with hyphens, apostrophes
// or stops within.
var plainWord = regexp.MustCompile(`^\p{Ll}(?:[\p{Ll}.'-]*[\p{Ll}.])?$`)

var errWordFile = errors.New("not a file of word vectors")

// runWords packs the vectors of the commonest words and of those of our
// tables, and writes the checksum of its input, for the card, to out.
func runWords(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("words", flag.ContinueOnError)
	from := fs.String("from", "", "JSON with words, most frequent first, and their vectors")
	lexicon := fs.String("lexicon", "data/lexicon", "folder whose words get vectors at any frequency")
	most := fs.Int("most", 30000, "number of forms")
	file := fs.String("out", "models/words.bin", "packed file to write")
	if err := fs.Parse(args); err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	own, err := folderWords(*lexicon)
	if err != nil {
		return err
	}
	in, err := os.Open(*from)
	if err != nil {
		return fmt.Errorf("open vectors: %w", err)
	}
	defer in.Close() //nolint:errcheck // only read
	sum := sha256.New()
	words, err := readVectors(json.NewDecoder(bufio.NewReaderSize(io.TeeReader(in, sum), 1<<20)), own, *most)
	if err != nil {
		return fmt.Errorf("%s: %w", *from, err)
	}
	if _, err := io.Copy(sum, in); err != nil {
		return fmt.Errorf("read vectors: %w", err)
	}
	packed, kept, err := lexical.Pack(words)
	if err != nil {
		return fmt.Errorf("pack words: %w", err)
	}
	if err := os.WriteFile(*file, packed, 0o644); err != nil { //nolint:gosec // a public file
		return fmt.Errorf("write words: %w", err)
	}
	_, err = fmt.Fprintf(out, "%x  %s\n%d forms, %.1f %% of the variance, %d bytes\n", sum.Sum(nil), filepath.Base(*from), len(words), 100*kept, len(packed))
	return err //nolint:wrapcheck // of the terminal
}

// folderWords returns the words of the tables in a folder.
func folderWords(folder string) (map[string]bool, error) {
	out := map[string]bool{}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("list tables: %w", err)
	}
	for _, f := range files {
		text, err := os.ReadFile(f) //nolint:gosec // a folder of ours
		if err != nil {
			return nil, fmt.Errorf("read table: %w", err)
		}
		for _, line := range strings.Split(string(text), "\n") {
			if _, list, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "#") {
				for _, w := range strings.FieldsFunc(list, func(r rune) bool { return r == ' ' || r == '+' }) {
					out[w] = true
				}
			}
		}
	}
	return out, nil
}

// readVectors reads a file {…, "words": […], "vectors": {word: […]}} and keeps
// the words of our tables, then the most frequent ones, in the file's order.
func readVectors(dec *json.Decoder, own map[string]bool, most int) ([]lexical.Word, error) {
	var rank map[string]int
	for {
		tok, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errWordFile, err)
		}
		switch tok {
		case "words":
			var all []string
			if err := dec.Decode(&all); err != nil {
				return nil, fmt.Errorf("%w: words: %w", errWordFile, err)
			}
			rank = choose(all, own, most)
		case "vectors":
			return decodeVectors(dec, rank)
		}
	}
}

// choose numbers the wanted words in the order of the list.
func choose(all []string, own map[string]bool, most int) map[string]int {
	left := most
	for _, w := range all {
		if own[w] {
			left--
		}
	}
	rank := map[string]int{}
	for _, w := range all {
		switch {
		case own[w]:
			rank[w] = len(rank)
		case left > 0 && plainWord.MatchString(w):
			rank[w] = len(rank)
			left--
		}
	}
	return rank
}

func decodeVectors(dec *json.Decoder, rank map[string]int) ([]lexical.Word, error) {
	words := make([]lexical.Word, len(rank))
	if _, err := dec.Token(); err != nil {
		return nil, fmt.Errorf("%w: vectors: %w", errWordFile, err)
	}
	for dec.More() {
		tok, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("%w: vectors: %w", errWordFile, err)
		}
		form, _ := tok.(string)
		i, ok := rank[form]
		if !ok {
			var skip json.RawMessage
			if err := dec.Decode(&skip); err != nil {
				return nil, fmt.Errorf("%w: vector of %q: %w", errWordFile, form, err)
			}
			continue
		}
		var v []float64
		if err := dec.Decode(&v); err != nil || len(v) < sourceDims {
			return nil, fmt.Errorf("%w: vector of %q: %d numbers, %v", errWordFile, form, len(v), err) //nolint:errorlint // may be nil
		}
		words[i] = lexical.Word{Form: form, Vector: v[:sourceDims]}
	}
	for _, w := range words {
		if w.Form == "" {
			return nil, fmt.Errorf("%w: a word has no vector", errWordFile)
		}
	}
	return words, nil
}

// sourceDims are the numbers of a vector of the source; a norm and an index
// follow.
const sourceDims = 100
