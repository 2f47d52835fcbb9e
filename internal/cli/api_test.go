package cli_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/cli"
	"github.com/entente-news/entente/models"
)

// idOf returns the id of the first record.
func idOf(t *testing.T, records string) string {
	t.Helper()
	var first struct {
		ID string `json:"id"`
	}
	if err := json.NewDecoder(strings.NewReader(records)).Decode(&first); err != nil {
		t.Fatalf("the first of %q: %v", records, err)
	}
	return first.ID
}

// TestAPI asks a server what the commands are asked, and expects the same
// bytes.
func TestAPI(t *testing.T) {
	t.Parallel()
	archive := archived(t)
	ask := func(args ...string) string {
		status, out, errs := run(t.Context(), t, strings.NewReader(""), append(args, "--archive", archive)...)
		if status != 0 || out == "" {
			t.Fatalf("%v: status %d: %s", args, status, errs)
		}
		return out
	}
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	app := &cli.App{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: w, Getenv: func(string) string { return "" }, Models: models.FS, Data: data.FS}
	done := make(chan int, 1)
	go func() { done <- app.Run(ctx, []string{"serve", "--archive", archive, "--listen", "127.0.0.1:0"}) }()
	said := bufio.NewScanner(r)
	said.Scan()
	address := regexp.MustCompile(`http://[^ ]+/`).FindString(said.Text()) + "api/"
	go io.Copy(io.Discard, r) //nolint:errcheck // what is said later is not asked for

	story, event, merged := idOf(t, ask("stories", "--json")), idOf(t, ask("events", "--json")), idOf(t, ask("events", "--merged", "--json"))
	for path, args := range map[string][]string{
		"stories?limit=40":         {"stories", "--json"},
		"stories/" + story:         {"stories", story, "--json"},
		"events?limit=500&all=1":   {"events", "--all", "--json", "--limit", "500"},
		"events?merged=1&limit=50": {"events", "--merged", "--json", "--limit", "50"},
		"events?a=Russia&b=China&event=CONSULT&status=actual&min-confidence=0.2&explain=1": {"events", "--pair", "Russia,China", "--event", "CONSULT", "--status", "actual",
			"--min-confidence", "0.2", "--explain", "--json"},
		"events?actor=USA&from=2024-05-14&to=2024-05-20": {"events", "--actor", "USA", "--from", "2024-05-14", "--to", "2024-05-20", "--json"},
		"events/" + event:                       {"events", event},
		"events/" + merged:                      {"events", "--merged", merged},
		"search?q=Beijing&limit=20":             {"search", "Beijing", "--json"},
		"relations?limit=40":                    {"relations", "--json"},
		"relations?a=Russia&b=China&by=week":    {"relations", "Russia", "China", "--by", "week", "--json"},
		"relations/events?a=RUS&b=CHN":          {"relations", "RUS", "CHN", "--events", "--json"},
		"network":                               {"relations", "--blocs", "--json"},
		"brief":                                 {"brief", "--format", "json"},
		"brief?a=RUS:GOV&b=CHN&on=2024-05-16":   {"brief", "--pair", "RUS:GOV,CHN", "--on", "2024-05-16", "--format", "json"},
		"events?all=0&explain=0&limit=100":      {"events", "--json", "--limit", "100"},
		"brief?on=2024-05-16":                   {"brief", "--on", "2024-05-16", "--format", "json"},
		"brief?a=Russia&b=China":                {"brief", "--pair", "Russia,China", "--format", "json"},
		"brief?story=" + story + "&since=last":  {"brief", "--story", story, "--compare", "last", "--format", "json"},
		"relations?a=RUS:GOV&b=CHN&directed=1":  {"relations", "RUS:GOV", "CHN", "--directed", "--json"},
		"relations?from=2024-05-14&limit=10000": {"relations", "--from", "2024-05-14", "--json", "--limit", "0"},
	} {
		status, lines := fetch(ctx, t, address+path)
		if want := ask(args...); status != http.StatusOK || string(lines) != want {
			t.Errorf("%s: status %d, %d bytes, not the %d of %v:\n%.300s", path, status, len(lines), len(want), args, lines)
		}
	}
	for path, want := range map[string]int{"": 404, "nonsense": 404, "stories/x": 404, "events/x": 404, "document?id=x": 404, "events?limit=0": 400, "search?q=*": 400,
		"relations?a=Russia": 400, "relations?a=Russia&b=RUS": 400, "relations?a=Congo&b=RUS": 400, "brief?on=x": 400,
		"events?min_confidence=0.3": 400, "search?q=Beijing&offset=20": 400, "stories?limit=1&limit=2": 400, "stories?limit=%zz": 400, "network?a=Russia": 400,
		"brief?story=" + story + "&on=2024-05-16": 400, "brief?since=last": 400, "brief?on=2024-05-16&to=2024-05-17": 400} {
		status, line := fetch(ctx, t, address+path)
		if status != want || !strings.HasPrefix(string(line), `{"type":"error","code":"`) {
			t.Errorf("%s: status %d, want %d: %s", path, status, want, line)
		}
	}
	for host, want := range map[string]int{"127.0.0.1:1": 200, "[::1]": 200, "localhost:8080": 200, "news.localhost": 200, "evil.example:8080": 421, "localhost.evil.example": 421, "127.0.0.1.evil.example": 421} {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"stories", http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		req.Host = host
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		if err := res.Body.Close(); err != nil || res.StatusCode != want {
			t.Errorf("asked for %s: status %d, want %d (%v)", host, res.StatusCode, want, err)
		}
	}
	cancel()
	if status := <-done; status != 130 {
		t.Errorf("status %d, want 130", status)
	}
}
