package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// reports is how many documents TestKilledAdd takes in: several batches.
const reports = 300

// writeReports writes short reports, one JSON object a line.
func writeReports(t *testing.T, path string) {
	t.Helper()
	var b bytes.Buffer
	cities := []string{"Paris", "Rome", "Oslo", "Cairo", "Delhi"}
	for i := range reports {
		fmt.Fprintf(&b, `{"id":"r%d","date":"2024-05-%02d","text":"Germany imposed sanctions on Belarus on Monday. Envoys of France and Italy met in %s, officials said in report %d."}`+"\n",
			i, 1+i%28, cities[i%len(cities)], i)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// add runs the command as a process of its own until it ends.
func add(t *testing.T, archive, input string) map[string]int {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "entente", "add", "--archive", archive, input).CombinedOutput()
	if err != nil {
		t.Fatalf("add: %v\n%s", err, out)
	}
	return countsOf(t, out)
}

// countsOf reads what add prints at its end.
func countsOf(t *testing.T, out []byte) map[string]int {
	t.Helper()
	counts := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^ *([a-z][a-z -]*[a-z]) +(\d+)$`).FindAllStringSubmatch(string(out), -1) {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		counts[m[1]] = n
	}
	return counts
}

// exported returns the records of an archive's events by id.
func exported(t *testing.T, archive string) map[string]string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "entente", "export", "--all", "--archive", archive).Output()
	if err != nil {
		t.Fatal(err)
	}
	events := map[string]string{}
	for line := range strings.Lines(string(out)) {
		var e struct{ ID, Doc string }
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		if events[e.ID] != "" {
			t.Errorf("event %s is there twice", e.ID)
		}
		events[e.ID] = e.Doc
	}
	return events
}

// TestKilledAdd kills add, with no chance to clean up, once it has told of so
// many documents, and expects an archive that opens, holds what was told of,
// and takes the same input again without loss or doubles.
func TestKilledAdd(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	input, archive, whole := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "a.db"), filepath.Join(dir, "whole.db")
	writeReports(t, input)
	told := 0
	for i, n := range []int{1, 100, 200} {
		report := filepath.Join(dir, fmt.Sprintf("report%d.jsonl", i))
		cmd := exec.CommandContext(t.Context(), "entente", "add", "--archive", archive, "--report", report, input)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		waitForLines(t, report, n, ended)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		<-ended // killed: always an error
		lines, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		told = max(told, bytes.Count(lines, []byte{'\n'}))
	}
	counts := add(t, archive, input)
	if counts["read"] != reports || counts["added"]+counts["already there"] != reports || counts["already there"] < told || counts["failed"] != 0 {
		t.Errorf("counts after three kills: %v; %d had been told of", counts, told)
	}
	if again := add(t, archive, input); again["already there"] != reports {
		t.Errorf("counts of the same input again: %v", again)
	}
	if fresh := add(t, whole, input); fresh["added"] != reports {
		t.Errorf("counts of an archive that nobody killed: %v", fresh)
	}
	got, want := exported(t, archive), exported(t, whole)
	if len(want) < reports || len(got) != len(want) {
		t.Errorf("%d events after kills, %d without", len(got), len(want))
	}
	for id, doc := range want {
		if got[id] != doc {
			t.Errorf("event %s of %s is lost", id, doc)
		}
	}
}

// waitForLines returns once a file has n lines, however long that takes, and
// fails when the process that writes it ends before.
func waitForLines(t *testing.T, path string, n int, ended <-chan error) {
	t.Helper()
	for {
		if b, err := os.ReadFile(path); err == nil && bytes.Count(b, []byte{'\n'}) >= n {
			return
		}
		select {
		case err := <-ended:
			t.Fatalf("the writing process ended before %d lines of %s (%v)", n, path, err)
		case <-time.After(time.Millisecond):
		}
	}
}

// TestTwoAdds takes the same input in twice at once: each document is there
// once, and is counted as added once.
func TestTwoAdds(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	input, archive := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "a.db")
	writeReports(t, input)
	var outs [2]bytes.Buffer
	var cmds [2]*exec.Cmd
	for i := range cmds {
		cmds[i] = exec.CommandContext(t.Context(), "entente", "add", "--archive", archive, input)
		cmds[i].Stdout, cmds[i].Stderr = &outs[i], &outs[i]
		if err := cmds[i].Start(); err != nil {
			t.Fatal(err)
		}
	}
	for i := range cmds {
		if err := cmds[i].Wait(); err != nil {
			t.Fatalf("%v\n%s", err, outs[i].String())
		}
	}
	a, b := countsOf(t, outs[0].Bytes()), countsOf(t, outs[1].Bytes())
	if sum := a["added"] + b["added"]; sum != reports || a["already there"]+b["already there"] != reports {
		t.Errorf("two at once: %v and %v, of %d documents", a, b, reports)
	}
	if n := len(exported(t, archive)); n < reports {
		t.Errorf("%d events of %d documents", n, reports)
	}
}
