package main

import (
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-news/entente/internal/corpus"
)

// corpusPLOVER writes the events with PLOVER's names.
func corpusPLOVER(args []string, out io.Writer) error {
	c, err := corpusAt("plover", args)
	if err != nil {
		return err
	}
	return corpus.WritePLOVER(out, c.All())
}

// corpusCoNLLU writes words with names and events.
func corpusCoNLLU(args []string, out io.Writer) error {
	c, err := corpusAt("conllu", args)
	if err != nil {
		return err
	}
	skipped, err := corpus.WriteCoNLLU(out, c.All())
	if skipped > 0 {
		fmt.Fprintf(os.Stderr, "%d records without text were left out\n", skipped)
	}
	return err
}

func corpusAt(command string, args []string) (*corpus.Corpus, error) {
	names, err := parseMixed(flag.NewFlagSet(command, flag.ContinueOnError), args, 1)
	if err != nil {
		return nil, err
	}
	return corpus.ReadFolder(names[0])
}

// corpusSample draws a sample: the natural one, or, where sources are named,
// one to learn from.
func corpusSample(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("sample", flag.ContinueOnError)
	gold := fs.String("gold", "", "folder of gold data, with corpus/news.jsonl.gz")
	c := corpus.Choice{Exclude: map[string]bool{}}
	fs.Uint64Var(&c.Seed, "seed", 1, "seed of the drawing")
	fs.IntVar(&c.N, "n", 600, "number of sentences")
	typed := fs.Bool("typed", false, "write blocks to annotate, not the list")
	sources := fs.String("sources", "", "sources to learn from, parted by commas; source:licence takes that licence alone")
	exclude := fs.String("exclude", "", "records in JSON Lines whose documents give none; with --sources")
	known := fs.String("known", "", "records in JSON Lines of earlier rounds, whose sentences are not drawn again; with --sources")
	fs.IntVar(&c.PerArticle, "per-article", 2, "most sentences of an article, of those likely and of those at random; with --sources")
	fs.IntVar(&c.Share, "likely", 50, "per cent of the sentences drawn where an event is likely; with --sources")
	data := fs.String("data", "data", "folder with lexicon/ and actors/, for likely events; with --sources")
	nouns := fs.Bool("nouns", false, "a common noun for an actor makes an event likely too; with --sources")
	if _, err := parseMixed(fs, args, 0); err != nil {
		return err
	}
	articles, err := readNews(*gold)
	if err != nil {
		return err
	}
	var drawn []corpus.Drawn
	if *sources == "" {
		drawn, err = corpus.Draw(articles, c.Seed, c.N)
	} else {
		c.Sources = strings.Split(*sources, ",")
		if c.Likely, err = corpus.ReadLikely(os.DirFS(*data), *nouns); err != nil {
			return err
		}
		drawn, err = drawToLearn(c, articles, *exclude, *known)
	}
	if err != nil {
		return err
	}
	if *typed {
		return corpus.WriteDrawnTyped(out, drawn)
	}
	return corpus.WriteDrawn(out, drawn)
}

// drawToLearn draws by a choice. The files hold records whose documents give
// no sentence, and records of earlier rounds; empty where there are none.
func drawToLearn(c corpus.Choice, articles []corpus.Article, exclude, known string) ([]corpus.Drawn, error) {
	measured, err := optional(exclude)
	if err != nil {
		return nil, err
	}
	for _, rec := range measured {
		if rec.Drawn != nil {
			c.Exclude[rec.Drawn.Doc] = true
		}
	}
	if c.Known, err = optional(known); err != nil {
		return nil, err
	}
	return c.Draw(articles)
}

// optional reads the records of a file; no name has none.
func optional(name string) ([]corpus.Record, error) {
	if name == "" {
		return nil, nil
	}
	records, _, err := corpus.ReadAny(name)
	return records, err
}

// readNews reads the articles of the gold folder.
func readNews(gold string) ([]corpus.Article, error) {
	if gold == "" {
		return nil, errors.New("--gold is missing")
	}
	f, err := os.Open(filepath.Join(gold, "corpus", "news.jsonl.gz"))
	if err != nil {
		return nil, fmt.Errorf("open news: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("unpack news: %w", err)
	}
	out, err := corpus.ReadArticles(z)
	if err != nil {
		return nil, fmt.Errorf("read news: %w", err)
	}
	for _, kind := range [...]string{"weblog", "newsgroup"} {
		more, err := treebankTexts(filepath.Join(gold, "parse", "en_ewt-ud-train.conllu.gz"), kind)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// treebankTexts reads the texts of a kind from the English Web Treebank, which
// anybody may use; a folder without it gives none.
func treebankTexts(path, kind string) ([]corpus.Article, error) {
	f, err := os.Open(path) //nolint:gosec // a folder that the user names
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("open treebank: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("unpack %s: %w", path, err)
	}
	out, err := corpus.ReadTreebank(z, kind, "ewt-"+kind)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}

// corpusStrip takes the texts out of an annotated sample.
func corpusStrip(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("strip", flag.ContinueOnError)
	list := fs.String("sample", "", "list of the sample, as drawn")
	names, err := parseMixed(fs, args, 1)
	if err != nil {
		return err
	}
	f, err := os.Open(*list)
	if err != nil {
		return fmt.Errorf("open sample: %w", err)
	}
	drawn, err := corpus.ReadDrawn(*list, f)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	records, warnings, err := corpus.ReadAny(names[0])
	if err != nil {
		return err
	}
	for _, w := range warnings {
		fmt.Fprintln(os.Stderr, w.Error())
	}
	if records, err = corpus.Strip(records, drawn); err != nil {
		return err
	}
	return corpus.WriteJSON(out, records)
}

// corpusRebuild puts the texts of the sample back.
func corpusRebuild(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("rebuild", flag.ContinueOnError)
	gold := fs.String("gold", "", "folder of gold data, with corpus/news.jsonl.gz")
	names, err := parseMixed(fs, args, 1)
	if err != nil {
		return err
	}
	articles, err := readNews(*gold)
	if err != nil {
		return err
	}
	records, _, err := corpus.ReadAny(names[0])
	if err != nil {
		return err
	}
	if records, err = corpus.Rebuild(records, articles); err != nil {
		return err
	}
	return corpus.WriteJSON(out, records)
}
