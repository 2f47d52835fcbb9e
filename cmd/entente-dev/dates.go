package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"

	"github.com/entente-news/entente/internal/eval"
)

// runDates breaks the errors of a gold set of dates down by kind.
func runDates(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("dates", flag.ContinueOnError)
	gold := fs.String("gold", "", "gold expressions, JSON Lines")
	pred := fs.String("predicted", "", "what entente eval --predictions wrote for them")
	list := fs.Bool("list", false, "list every difference")
	kind := fs.String("kind", "", "list those of one kind")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *gold == "" || *pred == "" {
		return errors.New("dates: --gold and --predicted are needed")
	}
	g, err := readDates(*gold)
	if err != nil {
		return err
	}
	p, err := readDates(*pred)
	if err != nil {
		return err
	}
	kinds, differ, err := eval.DateKinds(g, p)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "KIND\tRIGHT\tWRONG\tMISSED\tSPURIOUS\tIN LINES WITH GOLD")
	var all eval.DateKind
	for _, k := range kinds {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\n", k.Kind, k.Right, k.Wrong, k.Missed, k.Spurious, k.BesideGold)
		all.Right, all.Wrong, all.Missed = all.Right+k.Right, all.Wrong+k.Wrong, all.Missed+k.Missed
		all.Spurious, all.BesideGold = all.Spurious+k.Spurious, all.BesideGold+k.BesideGold
	}
	fmt.Fprintf(w, "all\t%d\t%d\t%d\t%d\t%d\n", all.Right, all.Wrong, all.Missed, all.Spurious, all.BesideGold)
	if err := w.Flush(); err != nil {
		return err
	}
	for _, e := range differ {
		if !*list && e.Kind != *kind {
			continue
		}
		if _, err := fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", e.Doc, valueOf(e.Gold), valueOf(e.Predicted), e.Around); err != nil {
			return err
		}
	}
	return nil
}

// valueOf writes type and value, "-" for no expression.
func valueOf(t *eval.Timex) string {
	if t == nil {
		return "-"
	}
	return t.Type + " " + t.Value
}

// readDates reads a gold set, predictions for one, records of our own corpus or
// what entente annotate prints: the last two call their expressions "dates".
func readDates(path string) ([]eval.TimexDoc, error) {
	type either struct {
		eval.TimexDoc
		Dates []eval.Timex `json:"dates"`
	}
	list, err := eval.ReadJSONL[either](os.DirFS(filepath.Dir(path)), filepath.Base(path))
	if err != nil {
		return nil, err
	}
	out := make([]eval.TimexDoc, len(list))
	for i, d := range list {
		out[i] = d.TimexDoc
		out[i].Timexes = append(out[i].Timexes, d.Dates...)
	}
	return out, nil
}
