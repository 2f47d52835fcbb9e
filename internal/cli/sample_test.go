package cli_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/cli"
	"github.com/entente-news/entente/models"
)

// TestNoEvent codes the reports of the sample news that were planned to hold no
// event: weather, sport, markets. None may give one.
func TestNoEvent(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../demo/testdata/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	var plan struct {
		NoEvent []string `json:"no_event"`
	}
	if err := json.Unmarshal(b, &plan); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("../demo/sample.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var in, others, out, errs bytes.Buffer
	rows := 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct{ ID string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		to := &others
		if slices.Contains(plan.NoEvent, row.ID) {
			to, rows = &in, rows+1
		}
		to.Write(append(lines.Bytes(), '\n'))
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if rows == 0 || rows != len(plan.NoEvent) {
		t.Fatalf("%d of %d planned reports are in the sample", rows, len(plan.NoEvent))
	}
	run := func(in *bytes.Buffer) string {
		out.Reset()
		app := &cli.App{Stdin: in, Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Models: models.FS, Data: data.FS}
		if code := app.Run(t.Context(), []string{"code", "--format", "jsonl", "--workers", "1", "-"}); code != 0 {
			t.Fatalf("exit status %d: %s", code, errs.String())
		}
		return out.String()
	}
	if got := run(&in); strings.Contains(got, `"type":"event"`) {
		t.Errorf("events where none was planned:\n%s", got)
	}
	if got := run(&others); !strings.Contains(got, `"type":"event"`) {
		t.Error("the rest of the sample gives no event either")
	}
}
