package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/place"
	"github.com/entente-news/entente/nlp/train"
)

// list is a flag that may be given several times.
type list []string

func (l *list) String() string     { return fmt.Sprint(*l) }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func runTrain(args []string) error {
	set := train.Default()
	var j trainJob
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	gold := fs.String("gold", os.Getenv("ENTENTE_GOLD"), "folder with the treebanks and lists of names")
	own := fs.String("data", "data", "folder of the project's own data")
	models := fs.String("models", "models", "folder with the vectors of words and the gazetteer")
	out := fs.String("out", "", "file to write")
	fs.Uint64Var(&set.Seed, "seed", set.Seed, "seed of all that is drawn")
	fs.StringVar(&set.Keep, "keep", "", "folder in which what is trained on the way is kept and found again")
	teachers := fs.Int("teachers", len(set.Teachers), "networks that the released ones learn from, of those of the settings")
	fs.IntVar(&set.Full.Epochs, "epochs", set.Full.Epochs, "epochs of the full network")
	fs.IntVar(&set.Fast.Epochs, "fast-epochs", set.Fast.Epochs, "epochs of the fast network")
	fs.IntVar(&set.Further.Epochs, "further-epochs", set.Further.Epochs, "epochs of the full network when it is trained further")
	fs.Var(&j.without, "without", "name of an input file to leave out")
	fs.StringVar(&j.networks, "networks", "", "weight file whose networks are taken, so that the name finders alone are trained")
	fs.StringVar(&j.linear, "linear", "", "weight file of which all is taken but the linear model of parts of speech, so that it alone is trained")
	fs.StringVar(&j.further, "further", "", "weight file whose full network and name finders are trained further")
	fs.IntVar(&set.NamesFurther, "names-further", set.NamesFurther, "epochs of that of the name finders, 0 to leave them")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if err := j.check(); err != nil {
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
	corpus, inputs, err := train.Load(*gold, os.DirFS(*own), j.without...)
	if err != nil {
		return err
	}
	if corpus.Vectors, err = lexical.Load(os.DirFS(*models)); err != nil {
		return fmt.Errorf("reading the vectors of words: %w", err)
	}
	if corpus.Places, err = toponyms(*models); err != nil {
		return err
	}
	data, err := j.run(corpus, set)
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

// People of the places whose names the name finder knows: of all, and of those
// that it knows by each of their names.
const (
	placePeople = 5_000
	cityPeople  = 200_000
)

// toponyms reads the names of the gazetteer in a folder.
func toponyms(models string) ([]string, error) {
	f, err := os.Open(filepath.Join(models, "places.bin"))
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	return place.Toponyms(f, placePeople, cityPeople)
}

// trainJob says what is trained: all of a model, or what stands on a trained one.
type trainJob struct {
	without                   list
	networks, linear, further string
}

func (j *trainJob) check() error {
	given := 0
	for _, file := range []string{j.networks, j.linear, j.further} {
		if file != "" {
			given++
		}
	}
	if given > 1 {
		return errors.New("train takes one of --networks, --linear and --further")
	}
	return nil
}

func (j *trainJob) run(c *train.Corpus, set train.Settings) ([]byte, error) {
	switch {
	case j.further != "":
		data, err := os.ReadFile(j.further)
		if err != nil {
			return nil, err
		}
		return train.Continue(c, data, set)
	case j.linear != "":
		data, err := os.ReadFile(j.linear)
		if err != nil {
			return nil, err
		}
		return train.Linear(c, data, set)
	case j.networks != "":
		data, err := os.ReadFile(j.networks)
		if err != nil {
			return nil, err
		}
		return train.Names(c, data, set)
	}
	return train.Train(c, set)
}
