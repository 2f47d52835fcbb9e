package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/cli"
	"github.com/entente-news/entente/internal/demo"
	"github.com/entente-news/entente/models"
)

// broken is an output that takes nothing.
type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

// archived returns the path of an archive of the sample news.
func archived(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	status, out, errs := run(t.Context(), t, demo.Open(), "add", "--archive", path, "-")
	if status != 0 {
		t.Fatalf("status %d: %s%s", status, out, errs)
	}
	return path
}

// TestBrokenOutput writes to a full disk, which is an error that ends the run,
// and into a pipe that nobody reads any more, which is the end of it.
func TestBrokenOutput(t *testing.T) {
	t.Parallel()
	archive := archived(t)
	tests := [][]string{
		{"code"}, {"annotate", "--layers", "tokens"}, {"parse"}, {"extract"}, {"cluster"}, {"cluster", "--stream"},
		{"stories"}, {"stories", "--json"}, {"events"}, {"events", "--json"}, {"search", "Beijing"}, {"search", "Beijing", "--json"},
		{"relations"}, {"relations", "Russia", "China"}, {"brief"}, {"brief", "--format", "json"}, {"brief", "--format", "html"},
		{"export"}, {"export", "--format", "csv"}, {"add", "-"},
		{"--help"}, {"help", "code"}, {"--version"}, {"completion", "bash"},
	}
	for _, args := range tests {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			for err, want := range map[error]int{syscall.ENOSPC: 3, syscall.EPIPE: 0} {
				var errs bytes.Buffer
				app := &cli.App{Stdin: strings.NewReader(strings.Repeat("Germany imposed sanctions on Belarus.\n", 2000)), Stdout: broken{err}, Stderr: &errs,
					Getenv: func(k string) string { return map[string]string{"ENTENTE_ARCHIVE": archive}[k] }, Models: models.FS, Data: data.FS}
				if status := app.Run(t.Context(), args); status != want {
					t.Errorf("%v: status %d, want %d\n%s", err, status, want, errs.String())
				}
				if told := strings.Contains(errs.String(), "no space left"); told != (want == 3) {
					t.Errorf("%v: said %q", err, errs.String())
				}
			}
		})
	}
}

// TestArchivePath asks for archives that are not there, and expects to be told
// where they were looked for.
func TestArchivePath(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		return // the folders of other systems have other names
	}
	all := map[string]string{"ENTENTE_ARCHIVE": "/nowhere/env.db", "XDG_DATA_HOME": "/nowhere/xdg", "HOME": "/nowhere/home"}
	tests := []struct {
		flag string
		have []string
		want string
	}{
		{"/nowhere/flag.db", []string{"ENTENTE_ARCHIVE", "XDG_DATA_HOME", "HOME"}, "entente: /nowhere/flag.db: "},
		{"", []string{"ENTENTE_ARCHIVE", "XDG_DATA_HOME", "HOME"}, "entente: /nowhere/env.db: "},
		{"", []string{"XDG_DATA_HOME", "HOME"}, "entente: /nowhere/xdg/entente/entente.db: "},
		{"", []string{"HOME"}, "entente: /nowhere/home/.local/share/entente/entente.db: "},
		{"", nil, "entente: wrong usage: no place for an archive"},
	}
	for _, tc := range tests {
		env := map[string]string{}
		for _, k := range tc.have {
			env[k] = all[k]
		}
		args := []string{"stories"}
		if tc.flag != "" {
			args = append(args, "--archive", tc.flag)
		}
		var errs bytes.Buffer
		app := &cli.App{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &errs, Getenv: func(k string) string { return env[k] }, Models: models.FS, Data: data.FS}
		if status := app.Run(t.Context(), args); status < 2 || !strings.HasPrefix(errs.String(), tc.want) {
			t.Errorf("%v: status %d, %q; want %q", tc, status, errs.String(), tc.want)
		}
	}
}

// TestPortInUse serves on an address that another program has.
func TestPortInUse(t *testing.T) {
	t.Parallel()
	var lc net.ListenConfig
	l, err := lc.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // the test is over
	status, _, errs := run(t.Context(), t, strings.NewReader(""), "serve", "--archive", archived(t), "--listen", l.Addr().String())
	if status != 3 || !strings.Contains(errs, "in use") || !strings.Contains(errs, "--listen") {
		t.Errorf("status %d: %s", status, errs)
	}
}

// TestDemo starts the demo, opens the page that it names, and interrupts it.
func TestDemo(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, w := io.Pipe()
	app := &cli.App{Stdin: strings.NewReader(""), Stdout: w, Stderr: io.Discard, Getenv: func(string) string { return "" }, Models: models.FS, Data: data.FS}
	done := make(chan int, 1)
	go func() { done <- app.Run(ctx, []string{"demo"}) }()
	said, address, commands := bufio.NewScanner(r), "", 0
	for said.Scan() && !strings.HasPrefix(said.Text(), "Stop with") {
		if a := regexp.MustCompile(`http://[^ ]+`).FindString(said.Text()); a != "" {
			address = a
		}
		if strings.HasPrefix(said.Text(), "  entente ") {
			commands++
		}
	}
	if commands != 3 {
		t.Errorf("%d commands for one's own news, want 3", commands)
	}
	for path, want := range map[string]string{"": "Beijing", "relations?a=Russia&b=China": "mean score", "network": "#bloc-1", "coverage": "coverage.csv",
		"coverage.csv": "day,outlet,country,lang,read,extracted", "alerts.atom": "<feed"} {
		status, page := fetch(ctx, t, address+path)
		if status != http.StatusOK || !bytes.Contains(page, []byte(want)) {
			t.Errorf("%s: status %d, %d bytes without %q", path, status, len(page), want)
		}
	}
	cancel()
	if status := <-done; status != 130 {
		t.Errorf("status %d, want 130", status)
	}
}

// fetch asks a server for an address.
func fetch(ctx context.Context, t *testing.T, address string) (int, []byte) {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		t.Fatalf("address %q: %v", address, err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(res.Body)
	if err = errors.Join(err, res.Body.Close()); err != nil {
		t.Error(err)
	}
	return res.StatusCode, page
}

// TestTablesAndRecordsAgree compares the number of events that the archive's
// commands give of the sample news: counts, records, rows of CSV.
func TestTablesAndRecordsAgree(t *testing.T) {
	t.Parallel()
	archive := archived(t)
	look := func(args ...string) string {
		status, out, errs := run(t.Context(), t, strings.NewReader(""), append(args, "--archive", archive)...)
		if status != 0 {
			t.Fatalf("%v: status %d: %s", args, status, errs)
		}
		return out
	}
	records := look("export", "--all")
	n := strings.Count(records, "\n")
	if n < 100 || strings.Count(records, `"sample":true`) != n {
		t.Errorf("%d events, %d marked as samples", n, strings.Count(records, `"sample":true`))
	}
	_, coded, _ := run(t.Context(), t, demo.Open(), "code", "--all")
	if strings.Count(coded, "\n") != n {
		t.Errorf("code gives %d events, the archive %d", strings.Count(coded, "\n"), n)
	}
	_, again, _ := run(t.Context(), t, demo.Open(), "add", "--archive", archive, "-")
	if !strings.Contains(again, "added           0\n") || !strings.Contains(again, "events            0\n") {
		t.Errorf("the same news again:\n%s", again)
	}
	for _, args := range [][]string{{"stories"}, {"events"}, {"search", "Beijing"}, {"relations"}, {"brief"}} {
		if args[0] == "brief" {
			args = append(args, "--format", "json")
		} else {
			args = append(args, "--json")
		}
		out := look(args...)
		if lines := strings.Count(out, "\n"); lines == 0 || strings.Count(out, `"sample":true`) < lines {
			t.Errorf("%v: of %d records %d are marked as samples", args, lines, strings.Count(out, `"sample":true`))
		}
	}
}
