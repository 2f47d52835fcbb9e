package corpus

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExports(t *testing.T) {
	t.Parallel()
	records := sample(t)
	var plover, conllu, stats bytes.Buffer
	if err := WritePLOVER(&plover, records); err != nil {
		t.Fatal(err)
	}
	golden(t, "plover.jsonl", plover.Bytes())
	if skipped, err := WriteCoNLLU(&conllu, append(records, Record{ID: "n-1"})); err != nil || skipped != 1 {
		t.Fatal(skipped, err)
	}
	golden(t, "blocks.conllup", conllu.Bytes())
	c := &Corpus{Written: records}
	if err := c.WriteStats(&stats); err != nil {
		t.Fatal(err)
	}
	golden(t, "stats.md", stats.Bytes())
}

func TestFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if _, err := ReadFolder(dir); err == nil {
		t.Error("an empty folder is a corpus")
	}
	records := sample(t)
	held := records[0]
	held.ID = "h-" + held.ID
	c, err := Part(append(records, held))
	if err != nil || len(c.HeldOut) != 1 || len(c.Written) != len(records) {
		t.Fatal(c, err)
	}
	if err := c.WriteFolder(dir); err != nil {
		t.Fatal(err)
	}
	back, err := ReadFolder(dir)
	if err != nil || len(back.All()) != len(records)+1 {
		t.Fatal(back, err)
	}
	packed := filepath.Join(dir, writtenFile)
	if again, _, err := ReadAny(packed); err != nil || len(again) != len(records) {
		t.Errorf("the packed part by itself: %d records, %v", len(again), err)
	}
	b, err := os.ReadFile(packed)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(packed, b[:len(b)/2], 0o644); err != nil { //nolint:gosec // a test's
		t.Fatal(err)
	}
	if _, err := ReadFolder(dir); err == nil || !strings.Contains(err.Error(), writtenFile) {
		t.Errorf("half of a packed part: %v", err)
	}
	if _, err := Part([]Record{{ID: "n-0001"}}); err == nil {
		t.Error("a drawn record is built with its text")
	}
}
