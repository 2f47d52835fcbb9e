// Package cli is the command: one file a subcommand, built by constructors on
// an [App] that holds what a process has. It puts the stages together with
// their tables, and maps errors to exit statuses in one place.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	entente "github.com/entente-news/entente"
)

// Exit statuses, as promised to scripts.
const (
	exitDone        = 0
	exitSomeFailed  = 1   // some inputs failed, the others are done
	exitUsage       = 2   // wrong usage
	exitCannotGoOn  = 3   // output, archive or models
	exitInterrupted = 130 // by the user
)

// App is one process: its streams, its environment, and the tables and models
// that are part of the program.
type App struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	// Terminal reports whether Stderr is one, so that progress may be shown.
	Terminal bool
	// Now tells the time; nil is the clock of the machine.
	Now    func() time.Time
	Models fs.FS // weights and packed tables
	Data   fs.FS // actors, patterns, places

	in     io.Reader // Stdin, whose waiting reads end with the run
	places string    // --places
	actors string    // the user's own table of actors, as given
}

// errUsage marks errors of usage.
var errUsage = errors.New("wrong usage")

// errSomeFailed ends a run in which some inputs failed and were reported.
var errSomeFailed = errors.New("some inputs failed")

func usagef(format string, args ...any) error {
	return fmt.Errorf("%w: %w", errUsage, fmt.Errorf(format, args...))
}

// wrongID makes an error of usage of one that says that nothing has the id
// that was given; hint says where ids are found.
func wrongID(err error, hint string) error {
	var e *entente.Error
	if !errors.As(err, &e) || e.Code != entente.ErrNotFound {
		return err
	}
	told := *e
	told.Hint = hint
	return fmt.Errorf("%w: %w", errUsage, &told)
}

// grace is how long an interrupted run may take to end by itself: an open of a
// named pipe that nobody writes to cannot be called off.
const grace = 2 * time.Second

// Run executes the command line args and returns the exit status. After an
// interrupt that nothing answers to it returns with work still under way: the
// process should end.
func (a *App) Run(ctx context.Context, args []string) int {
	a.in = waitingReader(ctx, a.Stdin)
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.in)
	out := &noted{w: a.Stdout}
	root.SetOut(out)
	root.SetErr(a.Stderr)
	helpers(root)
	done := make(chan error, 1)
	go func() {
		err := root.ExecuteContext(ctx)
		if err == nil {
			err = out.err
		}
		done <- err
	}()
	select {
	case err := <-done:
		return a.status(ctx, err)
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return a.status(ctx, err)
	case <-time.After(grace):
		return exitInterrupted
	}
}

func (a *App) now() time.Time {
	if a.Now != nil {
		return a.Now().UTC()
	}
	return time.Now().UTC()
}

// waitingReader returns a reader of in whose waiting reads end with ctx. Those
// of a pipe or a terminal do not end when it is closed.
func waitingReader(ctx context.Context, in io.Reader) io.Reader {
	var once sync.Once
	r, w := io.Pipe()
	return readerFunc(func(p []byte) (int, error) {
		once.Do(func() {
			context.AfterFunc(ctx, func() { _ = r.CloseWithError(ctx.Err()) }) // never fails
			go func() {
				_, err := io.Copy(w, in)
				_ = w.CloseWithError(err) // never fails; nil is the end of the input
			}()
		})
		return r.Read(p)
	})
}

type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// status says an error once and maps it to an exit status.
func (a *App) status(ctx context.Context, err error) int {
	var coded *entente.Error
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case ctx.Err() != nil:
		return exitInterrupted
	case errors.Is(err, errSomeFailed):
		return exitSomeFailed
	case errors.Is(err, errUsage):
		a.say("%s", printable(err.Error()))
		if !errors.As(err, &coded) || coded.Hint == "" {
			a.say("see: entente --help")
		}
		return exitUsage
	default:
		a.say("%s", printable(err.Error()))
		return exitCannotGoOn
	}
}

// say writes one message line to standard error.
func (a *App) say(format string, args ...any) {
	fmt.Fprintf(a.Stderr, "entente: "+format+"\n", args...) //nolint:errcheck // nowhere left to say it
}

func (a *App) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(a.Stderr, &slog.HandlerOptions{Level: slog.LevelInfo}))
}

func (a *App) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "entente",
		Short: "Read the world's news and keep the record of who did what to whom",
		Long: `Entente reads news and keeps the record of who did what to whom, when, where,
and on whose word; it groups reports into stories and writes briefs from them.
It runs offline and needs no language model.

Start here:
  entente demo                       look at it with sample news
  entente code report.txt            events of a text, one JSON object a line
  entente add news/ && entente serve keep an archive and look into it

Exit status: 0 done; 1 some inputs failed, the others are done; 2 wrong usage;
3 the run could not go on; 130 interrupted.`,
		Version:       entente.Version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },

		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return noEmptyFlags(c) },
	}
	root.PersistentFlags().StringVar(&a.actors, "actors", "",
		"your own table of actors, which wins over ours; none for none (default $ENTENTE_ACTORS, then actors.tsv in the user's data folder)")
	root.SetVersionTemplate("entente {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usagef("%w", err) })
	root.AddGroup(&cobra.Group{ID: "read", Title: "Read documents:"}, &cobra.Group{ID: "archive", Title: "Keep and ask an archive:"},
		&cobra.Group{ID: "measure", Title: "Measure:"})
	for _, c := range []*cobra.Command{a.codeCommand(), a.annotateCommand(), a.parseCommand(), a.extractCommand(), a.clusterCommand()} {
		c.GroupID = "read"
		root.AddCommand(c)
	}
	for _, c := range []*cobra.Command{a.addCommand(), a.storiesCommand(), a.eventsCommand(), a.searchCommand(), a.relationsCommand(), a.coverageCommand(),
		a.briefCommand(), a.exportCommand(), a.markCommand(), a.marksCommand(), a.recodeCommand(), a.watchCommand(), a.serveCommand(), a.demoCommand(), a.actorsCommand()} {
		c.GroupID = "archive"
		root.AddCommand(c)
	}
	for _, c := range []*cobra.Command{a.evalCommand(), a.auditCommand()} {
		c.GroupID = "measure"
		root.AddCommand(c)
	}
	places := a.placesCommand()
	places.GroupID = "measure"
	root.AddCommand(places)
	root.PersistentFlags().StringVar(&a.places, "places", "", "table of your own places, made by entente places import; none for none (default: the one in your data folder, if there is one)")
	wrapArgs(root)
	for _, c := range root.Commands() {
		wrapArgs(c)
	}
	return root
}

// noEmptyFlags refuses flags that are given and empty: a script whose variable
// is not set must not get an answer to another question.
func noEmptyFlags(c *cobra.Command) error {
	var err error
	c.Flags().Visit(func(f *pflag.Flag) {
		if v := f.Value.String(); err == nil && (v == "" || v == "[]") {
			err = usagef("--%s is given and empty", f.Name)
		}
	})
	return err
}

// wrapArgs makes cobra's complaints about arguments errors of usage.
func wrapArgs(c *cobra.Command) {
	check := c.Args
	if check == nil {
		return
	}
	c.Args = func(c *cobra.Command, args []string) error {
		if err := check(c, args); err != nil {
			return usagef("%w", err)
		}
		return nil
	}
}

// archivePath returns where the archive lies: the flag, the environment, or
// the user's data folder.
func (a *App) archivePath(flag string) (string, error) {
	if flag != "" {
		return flag, nil
	}
	if p := a.Getenv("ENTENTE_ARCHIVE"); p != "" {
		return p, nil
	}
	folder := a.dataFolder()
	if folder == "" {
		return "", usagef("no place for an archive is known: give --archive PATH or set ENTENTE_ARCHIVE")
	}
	return filepath.Join(folder, "entente.db"), nil
}

// dataFolder returns the program's folder among the user's data, "" when none
// is known.
func (a *App) dataFolder() string {
	var folder string
	switch runtime.GOOS {
	case "windows":
		folder = a.Getenv("LocalAppData")
	case "darwin":
		if home := a.Getenv("HOME"); home != "" {
			folder = filepath.Join(home, "Library", "Application Support")
		}
	default:
		folder = a.Getenv("XDG_DATA_HOME")
		if home := a.Getenv("HOME"); folder == "" && home != "" {
			folder = filepath.Join(home, ".local", "share")
		}
	}
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, "entente")
}
