package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestJudgeUsage(t *testing.T) {
	t.Parallel()
	sheet := filepath.Join(t.TempDir(), "sheet")
	for _, args := range [][]string{
		{"merged", "--gold", "gold", "--out", sheet},
		{"merged", "--gold", "gold", "--out", sheet, "--number", "-1"},
		{"copies", "--gold", "gold", "--out", sheet, "--number", "1", "more"},
		{"copies", "--sheet", sheet, "--labels", sheet, "one"},
	} {
		if err := runJudge(args, io.Discard); err == nil || err.Error() != judgeUsage {
			t.Errorf("%q: %v", args, err)
		}
	}
	if _, err := os.Stat(sheet); !os.IsNotExist(err) {
		t.Errorf("a sheet was begun: %v", err)
	}
}
