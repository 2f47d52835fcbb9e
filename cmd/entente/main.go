// Command entente reads news and keeps the record of who did what to whom.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/cli"
	"github.com/entente-news/entente/models"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)                            // a second interrupt ends the process at once
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) // a closed pipe is an error of a write, not the end
	info, err := os.Stderr.Stat()
	app := &cli.App{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Models: models.FS, Data: data.FS,
		Terminal: err == nil && info.Mode()&os.ModeCharDevice != 0}
	os.Exit(app.Run(ctx, os.Args[1:]))
}
