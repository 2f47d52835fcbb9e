package cli_test

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/cli"
	"github.com/entente-news/entente/models"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"entente": func() {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
		app := &cli.App{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Models: models.FS, Data: data.FS}
		os.Exit(app.Run(ctx, os.Args[1:]))
	}})
}

// TestScript runs the command as a user does: every command, its exit status
// and its messages.
func TestScript(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: false,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"repeat": repeat, "overwrite": overwrite,
		},
	})
}

// overwrite spoils all of a file but its first page: overwrite FILE.
func overwrite(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: overwrite FILE")
	}
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	for i := 4096; i < len(b); i++ {
		b[i] = 0xAA
	}
	ts.Check(os.WriteFile(path, b, 0o600))
}

// repeat appends a text n times to a file: repeat FILE N TEXT.
func repeat(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: repeat FILE N TEXT")
	}
	n := 0
	for _, c := range args[1] {
		n = 10*n + int(c-'0')
	}
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	ts.Check(err)
	chunk := []byte{}
	for len(chunk) < 1<<20 && n > 0 {
		chunk = append(chunk, args[2]...)
		n--
		if len(chunk) >= 1<<20 {
			_, err = f.Write(chunk)
			ts.Check(err)
			chunk = chunk[:0]
		}
	}
	_, err = f.Write(chunk)
	ts.Check(err)
	ts.Check(f.Close())
}
