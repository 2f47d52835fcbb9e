package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/models"
)

const coderUsage = `usage: entente-dev coder train --out DIR [--gold DIR] [--data DIR] [--dictionary FILE]
       entente-dev coder score [--gold DIR] [--why] [--data DIR]
       entente-dev coder sieve --out DIR [--gold DIR] [--data DIR]
       entente-dev coder folds --gold DIR [--data DIR]

train  learns the decision on events from the written part of the corpus, and where
       gold data is given from the drawn part too, and writes events.bin; the
       dictionary is PETRARCH's CAMEO.2.0.txt
sieve  learns anew which sentences of DIR/events.bin are worth a parse, as the last
       step of train does, and leaves the rest as it is
score  cross-validates the decision on the same, in three folds by id; --why counts
       where events are lost and what is wrong with their sides
folds  measures pairs on the marked pairs of the gold data, as shipped and in ten nested
       folds; what is learnt there is thrown away
`

// coderRun is what the commands of the learnt decision share.
type coderRun struct {
	out        io.Writer
	data       string // folder with actors, patterns, lexicon, corpus
	gold       string
	dictionary string
	tools      *pipeline.Tools
	why        tally
}

// runCoder trains and measures the learnt decision.
func runCoder(args []string, out io.Writer) error {
	if len(args) == 0 {
		return fmt.Errorf("no such command\n%s", coderUsage)
	}
	r := coderRun{out: out}
	flags := flag.NewFlagSet("coder", flag.ContinueOnError)
	to := flags.String("out", "", "folder to write events.bin to")
	flags.StringVar(&r.data, "data", "data", "folder with actors/, patterns/, lexicon/ and corpus/")
	flags.StringVar(&r.gold, "gold", os.Getenv("ENTENTE_GOLD"), "folder with gold data")
	why := flags.Bool("why", false, "count where events are lost, too")
	flags.StringVar(&r.dictionary, "dictionary", "", "PETRARCH's dictionary of verbs, read as examples")
	if err := flags.Parse(args[1:]); err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	var err error
	if r.tools, err = pipeline.Load(without{models.FS, coder.ModelName}, os.DirFS(r.data)); err != nil {
		return err
	}
	switch args[0] {
	case "train":
		if *to == "" {
			return errors.New("coder train: --out is missing")
		}
		return r.train(*to)
	case "sieve":
		if *to == "" {
			return errors.New("coder sieve: --out is missing")
		}
		return r.sieve(*to)
	case "score":
		list, err := r.read()
		if err != nil {
			return err
		}
		if *why {
			r.why = tally{}
		}
		if _, err = r.score(list); err != nil {
			return err
		}
		return r.why.print(out)
	case "folds":
		return r.folds()
	}
	return fmt.Errorf("no such command\n%s", coderUsage)
}

// without is a file system that lacks a file: what is trained must not depend
// on what was trained before.
type without struct {
	fs.FS
	name string
}

// Open is fs.FS.
func (w without) Open(name string) (fs.File, error) {
	if name == w.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return w.FS.Open(name)
}

// ReadDir is fs.ReadDirFS.
func (w without) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(w.FS, name)
	return slices.DeleteFunc(list, func(e fs.DirEntry) bool { return e.Name() == w.name }), err
}

// coder returns a coder of the tables that learns from b; nil: none.
func (r *coderRun) coder(b []byte) (*coder.Coder, error) {
	c, err := coder.Open(os.DirFS(r.data), nil)
	if err != nil {
		return nil, err
	}
	words, err := lexical.Load(models.FS)
	if err != nil {
		return nil, err
	}
	if c.SetWords(words); b == nil {
		return c, nil
	}
	return c, c.Learn(b)
}
