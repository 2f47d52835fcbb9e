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
	own := fs.String("data", "data", "folder of the project's own data")
	out := fs.String("out", "", "file to write")
	fs.Uint64Var(&set.Seed, "seed", set.Seed, "seed of all that is drawn")
	fs.StringVar(&set.Keep, "keep", "", "folder in which trained teachers are kept and found again")
	teachers := fs.Int("teachers", len(set.Teachers), "networks that the released ones learn from, of those of the settings")
	fs.IntVar(&set.Full.Epochs, "epochs", set.Full.Epochs, "epochs of the full network")
	fs.IntVar(&set.Fast.Epochs, "fast-epochs", set.Fast.Epochs, "epochs of the fast network")
	fs.Var(&without, "without", "name of an input file to leave out")
	networks := fs.String("networks", "", "weight file whose networks are taken, so that the name finders alone are trained")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *gold == "" || *out == "" {
		return errors.New("--gold and --out are needed")
	}
	set.Teachers = set.Teachers[:min(*teachers, len(set.Teachers))]
	start := time.Now()
	set.Log = func(format string, a ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs  ", time.Since(start).Seconds())
		fmt.Fprintf(os.Stderr, format+"\n", a...)
	}
	corpus, inputs, err := train.Load(*gold, os.DirFS(*own), without...)
	if err != nil {
		return err
	}
	var data []byte
	if *networks == "" {
		data, err = train.Train(corpus, set)
	} else if data, err = os.ReadFile(*networks); err == nil {
		data, err = train.Names(corpus, data, set)
	}
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
