package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/story"
	"github.com/entente-news/entente/internal/wire"
)

func (a *App) clusterCommand() *cobra.Command {
	var in inputFlags
	var stream bool
	c := &cobra.Command{Use: "cluster [FILE…]", Short: "Group documents into stories",
		Long: `Group documents into stories and find near-copies. All input is read, worked on
in order of date, and printed in input order.

With --stream, input that is sorted by date is answered line by line, in bounded
memory. What a later document changes follows it: {"type": "merge", "from",
"into"} when one story turns out to be part of another, and the line of a
document again when it alone belongs elsewhere.`,
		Example: "  entente cluster news.jsonl > stories.jsonl\n  tail -f wire.jsonl | entente cluster --stream"}
	in.add(c)
	in.dropsExtra(c)
	c.Flags().BoolVar(&stream, "stream", false, "answer each document at once; the input is sorted by date")
	c.RunE = func(c *cobra.Command, args []string) error {
		if stream {
			return a.clusterStream(c.Context(), reading{in: &in, args: args, stages: []pipeline.Stage{pipeline.ExtractStage()}})
		}
		var fs []story.Features
		err := a.stream(c.Context(), reading{in: &in, args: args, stages: []pipeline.Stage{pipeline.ExtractStage()}}, func(d *entente.Document) error {
			fs = append(fs, story.Extract(d))
			return nil
		})
		if err != nil && !errors.Is(err, errSomeFailed) {
			return err
		}
		buf := bufio.NewWriterSize(a.Stdout, 1<<16)
		w := wire.NewWriter(buf)
		for _, p := range pipeline.Cluster(fs) {
			if werr := w.Write(wire.AssignmentOf(p)); werr != nil {
				return fmt.Errorf("write: %w", werr)
			}
		}
		if ferr := buf.Flush(); ferr != nil {
			return ferr
		}
		return err
	}
	return c
}

// clusterStream answers each document as soon as it is placed.
func (a *App) clusterStream(ctx context.Context, r reading) error {
	s, w := pipeline.NewStream(), wire.NewWriter(a.Stdout)
	return a.stream(ctx, r, func(d *entente.Document) error {
		place, changes := s.Add(story.Extract(d))
		if err := w.Write(wire.AssignmentOf(place)); err != nil {
			return err
		}
		for _, x := range changes {
			var line any = wire.StoryMerge{Type: "merge", From: x.From, Into: x.Into}
			if x.From == "" {
				line = wire.AssignmentOf(x.Place)
			}
			if err := w.Write(line); err != nil {
				return err
			}
		}
		return nil
	})
}
