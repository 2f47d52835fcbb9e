package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/entente-news/entente/nlp/train"
)

// list is a flag that may be given several times.
type list []string

func (l *list) String() string     { return fmt.Sprint(*l) }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func runTrain(args []string) error {
	set := train.Default()
	var without list
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	gold := fs.String("gold", os.Getenv("ENTENTE_GOLD"), "folder with the treebanks and lists of names")
	out := fs.String("out", "", "file to write")
	fs.Uint64Var(&set.Seed, "seed", set.Seed, "seed of the order of examples")
	fs.IntVar(&set.ParseEpochs, "parse-epochs", set.ParseEpochs, "epochs of the parser")
	fs.IntVar(&set.ParseRuns, "parse-runs", set.ParseRuns, "parsers that are added up")
	fs.IntVar(&set.ParseWeights, "parse-weights", set.ParseWeights, "weights of the parser that are kept, 0: all")
	fs.IntVar(&set.TagEpochs, "tag-epochs", set.TagEpochs, "epochs of the tagger")
	fs.IntVar(&set.TagRuns, "tag-runs", set.TagRuns, "taggers that are added up")
	fs.IntVar(&set.NameRuns, "name-runs", set.NameRuns, "name finders that are added up")
	fs.IntVar(&set.NameEpochs, "name-epochs", set.NameEpochs, "epochs of the name finder")
	fs.IntVar(&set.Generated, "generated", set.Generated, "sentences of our own grammar that are added")
	fs.IntVar(&set.Folds, "folds", set.Folds, "folds of the tags that the parser learns from")
	fs.Var(&without, "without", "name of an input file to leave out")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *gold == "" || *out == "" {
		return errors.New("--gold and --out are needed")
	}
	start := time.Now()
	set.Log = func(format string, a ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs  ", time.Since(start).Seconds())
		fmt.Fprintf(os.Stderr, format+"\n", a...)
	}
	corpus, inputs, err := train.Load(*gold, without...)
	if err != nil {
		return err
	}
	data, err := train.Train(corpus, set)
	if err != nil {
		return err
	}
	if err := os.WriteFile(*out, data, 0o644); err != nil { //nolint:gosec // weights are public
		return fmt.Errorf("writing the weights: %w", err)
	}
	for _, in := range inputs {
		fmt.Printf("input %s %s\n", in.SHA256, in.Name)
	}
	fmt.Printf("model %x %d bytes\n", sha256.Sum256(data), len(data))
	return nil
}
