package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/entente-news/entente/internal/actor"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/models"
)

// runCheck reads the tables and patterns that people edit, and says what is
// wrong with them by file and line.
func runCheck(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("check", flag.ContinueOnError)
	dir := fs.String("data", "data", "folder with actors/, lexicon/, patterns/ and places/")
	if err := fs.Parse(args); err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	table, warnings, err := actor.Load(os.DirFS(*dir + "/actors"))
	if err != nil {
		return err
	}
	for _, w := range warnings {
		if _, err := fmt.Fprintf(out, "warning: %s\n", w.Message); err != nil {
			return fmt.Errorf("write: %w", err)
		}
	}
	st := table.Stats()
	if _, err := coder.Open(os.DirFS(*dir), nil); err != nil {
		return err
	}
	if _, err := pipeline.LoadPlaces(models.FS, os.DirFS(*dir)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%d states, %d bodies, %d organisations, %d groups, %d persons in %d offices, %d agent nouns; patterns, lexicon and places hold together\n",
		st.States, st.Bodies, st.Organisations, st.Groups, st.Persons, st.Offices, st.AgentNouns)
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}
