package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/demo"
	"github.com/entente-news/entente/internal/eval"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/models"
)

const judgeUsage = `entente-dev judge merged|copies --gold DIR --out SHEET --number N [--seed N]
entente-dev judge merged|copies --sheet SHEET --labels FILE READER1 READER2`

// runJudge draws what two readers are to judge by reading, or takes in what they
// found and writes it as labels without any text.
func runJudge(args []string, out io.Writer) (err error) {
	if len(args) == 0 || args[0] != "merged" && args[0] != "copies" {
		return errors.New(judgeUsage)
	}
	fs := flag.NewFlagSet("judge", flag.ContinueOnError)
	gold := fs.String("gold", os.Getenv("ENTENTE_GOLD"), "folder of gold data")
	file := fs.String("out", "", "sheet to write")
	sheet := fs.String("sheet", "", "sheet that was read")
	labels := fs.String("labels", "", "table of labels to write")
	seed := fs.Uint64("seed", 1, "seed of the draw")
	number := fs.Int("number", 0, "stories in all (merged), pairs beside those judged before (copies)")
	if err := fs.Parse(args[1:]); err != nil {
		return err
	}
	if *sheet != "" {
		if fs.NArg() != 2 || *labels == "" {
			return errors.New(judgeUsage)
		}
		return takeJudged(out, args[0], *sheet, *labels, fs.Args())
	}
	if *gold == "" || *file == "" || fs.NArg() > 0 || *number < 0 || *number == 0 && args[0] == "merged" {
		return errors.New(judgeUsage)
	}
	t, err := pipeline.Load(models.FS, data.FS)
	if err != nil {
		return err
	}
	f, err := os.Create(*file)
	if err != nil {
		return fmt.Errorf("write the sheet: %w", err)
	}
	w := bufio.NewWriter(f)
	defer func() { err = errors.Join(err, w.Flush(), f.Close()) }()
	r := &eval.Runner{Tools: t, Gold: os.DirFS(*gold), GoldDir: *gold, Own: data.FS, Sample: demo.Open, Workers: 1}
	var n int
	if args[0] == "merged" {
		n, err = r.DrawMerged(context.Background(), w, *number, *seed)
	} else {
		n, err = r.DrawCopies(context.Background(), w, *number, *seed)
	}
	if err == nil {
		fmt.Fprintf(out, "%d to choose from\n", n)
	}
	return err
}

// takeJudged joins the answers of two readers to a sheet.
func takeJudged(out io.Writer, kind, sheet, labels string, readers []string) error {
	var text [3]string
	for i, p := range append([]string{sheet}, readers...) {
		b, err := os.ReadFile(p)
		if err != nil {
			return fmt.Errorf("read what was judged: %w", err)
		}
		text[i] = string(b)
	}
	take := eval.TakeMerged
	if kind == "copies" {
		take = eval.TakeCopies
	}
	table, note, err := take(text[0], text[1], text[2])
	if err != nil {
		return err
	}
	fmt.Fprintln(out, strings.TrimSpace(note))
	return os.WriteFile(labels, []byte(table), 0o644) //nolint:gosec // labels are public
}
