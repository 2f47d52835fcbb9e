package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/demo"
	"github.com/entente-news/entente/internal/source"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/web"
)

func (a *App) serveCommand() *cobra.Command {
	var archive, listen string
	c := &cobra.Command{Use: "serve", Short: "Show the archive as a page, and answer programs", Args: cobra.NoArgs,
		Long: `Show the archive as a page: stories with their briefs, events with their
sentences and why they were coded, and the record between two actors. Under
/api it answers programs with the records that commands print with --json.
The page is for this machine alone unless --listen says otherwise.`,
		Example: `  entente serve
  entente serve --archive may.db --listen 127.0.0.1:9000`}
	c.Flags().StringVar(&archive, "archive", "", "archive file (default $ENTENTE_ARCHIVE, then the user's data folder)")
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "address to listen on; port 0 takes a free one")
	c.RunE = func(c *cobra.Command, _ []string) error {
		return a.withArchive(c.Context(), archive, func(arc *store.Archive) error {
			return a.serve(c.Context(), arc, listen, func(addr string) {
				a.say("serving %s at %s", arc.Path(), addr)
			})
		})
	}
	return c
}

// serve answers pages on an archive until ctx ends; ready is called with the
// address once it listens.
func (a *App) serve(ctx context.Context, arc *store.Archive, listen string, ready func(url string)) error {
	config, err := a.pageConfig(ctx, arc)
	if err != nil {
		return err
	}
	h, err := web.New(config)
	if err != nil {
		return err
	}
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", listen)
	if err != nil {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "listen", Err: err, Hint: "choose another address with --listen"}
	}
	if at, ok := l.Addr().(*net.TCPAddr); ok && at.IP.IsLoopback() {
		h = forHere(h)
	}
	srv := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	ready("http://" + l.Addr().String() + "/")
	select {
	case err := <-done:
		return &entente.Error{Code: entente.ErrUnavailable, Op: "serve", Err: err}
	case <-ctx.Done():
	}
	// The run's context is over; what is being answered gets a little more.
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	err = srv.Shutdown(last)
	if serr := <-done; !errors.Is(serr, http.ErrServerClosed) {
		err = errors.Join(err, serr)
	}
	if err != nil {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "stop serving", Err: err}
	}
	return ctx.Err()
}

// forHere answers requests to this machine alone. A page of somebody else could
// point its own name at this machine and read the archive by way of the
// reader's browser ("DNS rebinding", Jackson and others 2007); only numbers and
// localhost cannot be pointed elsewhere.
func forHere(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := (&url.URL{Host: r.Host}).Hostname()
		if net.ParseIP(host) == nil && host != "localhost" && !strings.HasSuffix(host, ".localhost") {
			http.Error(w, "This page is for this machine alone. Ask for it by 127.0.0.1 or localhost, or let it listen elsewhere with --listen.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *App) demoCommand() *cobra.Command {
	var listen string
	var once bool
	var in inputFlags
	c := &cobra.Command{Use: "demo", Short: "Look at it with sample news, in an archive of its own", Args: cobra.NoArgs,
		Long: `Load the sample news, short reports that we wrote about public events of May
2024, into an archive of its own, and show it as a page on a free port.
--once prints the brief of the largest story instead and ends.`,
		Example: `  entente demo
  entente demo --once`}
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:0", "address to listen on; port 0 takes a free one")
	c.Flags().BoolVar(&once, "once", false, "print the brief and end")
	c.RunE = func(c *cobra.Command, _ []string) error {
		dir, err := os.MkdirTemp("", "entente-demo-")
		if err != nil {
			return &entente.Error{Code: entente.ErrUnavailable, Op: "make a folder for the demo", Err: err}
		}
		defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
		arc, err := store.Open(c.Context(), filepath.Join(dir, "demo.db"))
		if err != nil {
			return err
		}
		err = a.demo(c.Context(), arc, &in, listen, once)
		if cerr := arc.Close(); err == nil && cerr != nil {
			err = &entente.Error{Code: entente.ErrUnavailable, Op: "close the demo's archive", Err: cerr}
		}
		return err
	}
	in.workers, in.moreOutlets = 4, demo.Outlets()
	return c
}

func (a *App) demo(ctx context.Context, arc *store.Archive, in *inputFlags, listen string, once bool) error {
	sample := source.Documents([]string{"-"}, source.Options{Format: source.FormatJSONL, Stdin: demo.Open()})
	counts, err := a.ingest(ctx, arc, in, "", sample)
	if err != nil {
		return err
	}
	if once {
		return a.printLargest(ctx, arc)
	}
	return a.serve(ctx, arc, listen, func(url string) {
		fmt.Fprintf(a.Stdout, `Sample news: %d short reports, written by us about public events of May 2024,
read into %d events. Look at them here:

  %s

Your own news:

  entente add FILE…     read texts, pages, JSONL or CSV into an archive
  entente brief         the brief of its last day
  entente serve         the page on it

Stop with Ctrl-C.
`, counts.Added, counts.Events, url) //nolint:errcheck // the page is what matters
	})
}
