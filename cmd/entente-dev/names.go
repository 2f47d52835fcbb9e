package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/nlp/train"
)

// runNames measures the name finder on folds of the list of names that the
// released model has learnt from.
func runNames(args []string, out io.Writer) error {
	set := train.Default()
	fs := flag.NewFlagSet("names", flag.ContinueOnError)
	gold := fs.String("gold", os.Getenv("ENTENTE_GOLD"), "folder with the treebanks and lists of names")
	own := fs.String("data", "data", "folder of the project's own data")
	file := fs.String("model", "models/en.bin", "weights")
	folds := fs.Int("folds", 10, "parts of the list, each held out once")
	fs.IntVar(&set.Names.Epochs, "epochs", set.Names.Epochs, "epochs of the name finder")
	only := fs.Int("only", 0, "number of folds that are measured, the first ones, 0 for all")
	vectors := fs.String("models", "models", "folder with the vectors of words")
	fs.IntVar(&set.Names.Outer, "outer", set.Names.Outer, "columns of vectors of words that the finder reads")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *gold == "" || *folds < 2 {
		return errors.New("--gold and two or more --folds are needed")
	}
	weights, err := os.ReadFile(*file)
	if err != nil {
		return err
	}
	start := time.Now()
	set.Log = func(format string, a ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs  "+format+"\n", append([]any{time.Since(start).Seconds()}, a...)...)
	}
	corpus, _, err := train.Load(*gold, os.DirFS(*own))
	if err != nil {
		return err
	}
	if corpus.Vectors, err = lexical.Load(os.DirFS(*vectors)); err != nil {
		return fmt.Errorf("reading the vectors of words: %w", err)
	}
	if corpus.Places, err = toponyms(*vectors); err != nil {
		return err
	}
	s, err := train.Folds(corpus, weights, set, *folds, *only)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "wikigold in %d folds, persons, organisations, places: %s\n", *folds, s)
	return nil
}
