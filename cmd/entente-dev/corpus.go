package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-news/entente/internal/corpus"
)

const corpusUsage = `usage: entente-dev corpus build   IN… --out DIR [--data DIR] [--partial]
       entente-dev corpus check   DIR
       entente-dev corpus stats   DIR
       entente-dev corpus agree   A B
       entente-dev corpus plover  DIR
       entente-dev corpus conllu  DIR
       entente-dev corpus sample  --gold DIR [--seed N] [--n N] [--typed]
                                 [--sources LIST [--exclude FILE] [--known FILE] [--per-article N] [--likely PERCENT] [--nouns] [--data DIR]]
       entente-dev corpus strip   --sample LIST FILE
       entente-dev corpus rebuild --gold DIR FILE

build    makes records of typed files, or of the *.txt of folders; --partial leaves out blocks with problems
check    says whether the corpus is well-formed, holds what was planned, repeats nothing and leaks nothing
stats    writes the tables of the datasheet
agree    measures how far two annotations agree: files in JSON Lines or of the typed form
plover   writes one event a line with PLOVER's names
conllu   writes words with names and events as CoNLL-U plus
sample   draws sentences from news and lists where they stand; --typed writes them as blocks to annotate;
         --sources draws to learn from: a share where events are likely, the others at random
strip    takes the texts out of an annotated sample
rebuild  puts them back from the news, and checks that they are the same
`

// errFindings ends a command that has already said what is wrong.
var errFindings = errors.New("the corpus is not as it should be")

// runCorpus runs the tools of the annotated corpus.
func runCorpus(args []string, out io.Writer) error {
	commands := map[string]func([]string, io.Writer) error{
		"build": corpusBuild, "check": corpusCheck, "stats": corpusStats, "agree": corpusAgree, "plover": corpusPLOVER,
		"conllu": corpusCoNLLU, "sample": corpusSample, "strip": corpusStrip, "rebuild": corpusRebuild,
	}
	if len(args) > 0 && commands[args[0]] != nil {
		return commands[args[0]](args[1:], out)
	}
	return fmt.Errorf("no such command\n%s", corpusUsage)
}

// parseMixed reads flags that may stand before and behind the names, and
// returns the names. Fewer or more than wanted are an error; want below 0
// takes one or more.
func parseMixed(fs *flag.FlagSet, args []string, want int) ([]string, error) {
	var names []string
	for {
		if err := fs.Parse(args); err != nil {
			return nil, fmt.Errorf("read flags: %w", err)
		}
		if fs.NArg() == 0 {
			break
		}
		names = append(names, fs.Arg(0))
		args = fs.Args()[1:]
	}
	if want >= 0 && len(names) != want || want < 0 && len(names) == 0 {
		return nil, fmt.Errorf("corpus %s: %d names given\n%s", fs.Name(), len(names), corpusUsage)
	}
	return names, nil
}

// corpusBuild makes records of typed files.
func corpusBuild(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("build", flag.ContinueOnError)
	dir := fs.String("out", "", "folder to write to")
	data := fs.String("data", "data", "folder with actors/, for the codes of bodies")
	partial := fs.Bool("partial", false, "write the sound blocks although others have problems")
	names, err := parseMixed(fs, args, -1)
	if err != nil {
		return err
	}
	if *dir == "" {
		return errors.New("corpus build: --out is missing")
	}
	orgs, err := corpus.ReadOrgs(os.DirFS(filepath.Join(*data, "actors")))
	if err != nil {
		return err
	}
	records, problems, err := corpus.ReadTypedFiles(names, orgs)
	bad := 0
	for _, p := range problems {
		fmt.Fprintln(out, p.Error())
		if !p.Warning {
			bad++
		}
	}
	if err != nil {
		return err
	}
	c, err := corpus.Part(records)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d written, %d held-out records; %d problems, %d warnings\n", len(c.Written), len(c.HeldOut), bad, len(problems)-bad)
	if bad > 0 && !*partial {
		return fmt.Errorf("build corpus: %w; nothing was written", errFindings)
	}
	return c.WriteFolder(*dir)
}

// corpusCheck measures the corpus against its plan.
func corpusCheck(args []string, out io.Writer) error {
	names, err := parseMixed(flag.NewFlagSet("check", flag.ContinueOnError), args, 1)
	if err != nil {
		return err
	}
	c, err := corpus.ReadFolder(names[0])
	if err != nil {
		return err
	}
	f := c.Check()
	for _, s := range f.Figures {
		fmt.Fprintln(out, s)
	}
	for _, s := range f.Failures {
		fmt.Fprintln(out, "FAIL", s)
	}
	if len(f.Failures) > 0 {
		return fmt.Errorf("check corpus: %w: %d failures", errFindings, len(f.Failures))
	}
	return nil
}

// corpusStats writes the tables of the datasheet.
func corpusStats(args []string, out io.Writer) error {
	names, err := parseMixed(flag.NewFlagSet("stats", flag.ContinueOnError), args, 1)
	if err != nil {
		return err
	}
	c, err := corpus.ReadFolder(names[0])
	if err != nil {
		return err
	}
	return c.WriteStats(out)
}

// corpusAgree measures the agreement of two annotations.
func corpusAgree(args []string, out io.Writer) error {
	names, err := parseMixed(flag.NewFlagSet("agree", flag.ContinueOnError), args, 2)
	if err != nil {
		return err
	}
	var sides [2][]corpus.Record
	for i, name := range names {
		records, _, err := corpus.ReadAny(name)
		if err != nil {
			return err
		}
		sides[i] = records
	}
	a, err := corpus.Agree(sides[0], sides[1])
	if err != nil {
		return err
	}
	return a.WriteTable(out)
}
