package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// gold makes a folder with news of three sources, one of them closed.
func gold(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "corpus"), 0o750); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for i, licence := range []string{"open", "open", "closed", "open"} {
		fmt.Fprintf(z, `{"id":"doc-%d","source":"s%d","licence":"%s","text":"Kenya condemned the raid number %d on a post. The old men of the town sat in the sun %d times."}`+"\n", i, i%2, licence, i, i)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "corpus", "news.jsonl.gz"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestSampleToLearn(t *testing.T) {
	t.Parallel()
	dir := gold(t)
	exclude := filepath.Join(dir, "measured.jsonl")
	if err := os.WriteFile(exclude, []byte(`{"id":"n-0001","drawn":{"doc":"doc-1","start":0,"end":4,"sha256":""},"date":null,"tags":["none"],"region":"INT","title":null,"text":null,"sentences":[{"start":0,"end":4}],"entities":[],"dates":[],"events":[],"none":[{"sentence":0,"kind":"other"}]}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"sample", "--gold", dir, "--n", "4", "--sources", "s0:open,s1", "--exclude", exclude, "--data", "../../data"}
	var out bytes.Buffer
	if err := runCorpus(args, &out); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	for _, no := range []string{"doc-1\t", "doc-2\t"} {
		if strings.Contains(got, no) {
			t.Errorf("%q is drawn:\n%s", no, got)
		}
	}
	if strings.Count(got, "\tlikely\n") != 2 || strings.Count(got, "\trandom\n") != 2 || !strings.HasPrefix(got, "d-0001\t") {
		t.Errorf("drawn:\n%s", got)
	}
	if err := runCorpus(append(args, "--known", filepath.Join(dir, "missing.jsonl")), &out); err == nil {
		t.Error("a file that is not there is no error")
	}
}
