package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/models"
)

// fake is a language model that says of each sentence what f makes of it.
func fake(t *testing.T, f func(sentence string) string) string {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, err := io.ReadAll(r.Body)
		var q struct{ Messages []struct{ Content string } }
		var in struct{ Sentences []string }
		if err != nil || json.Unmarshal(raw, &q) != nil || json.Unmarshal([]byte(q.Messages[1].Content), &in) != nil {
			t.Errorf("asked %s", raw)
		}
		for i, s := range in.Sentences {
			in.Sentences[i] = f(s)
		}
		list, err := json.Marshal(in.Sentences)
		if err != nil {
			t.Error(err)
		}
		text, err := json.Marshal(string(list))
		if err != nil {
			t.Error(err)
		}
		fmt.Fprintf(w, `{"choices": [{"message": {"content": %s}}]}`, text) //nolint:errcheck // to a test
	}))
	t.Cleanup(srv.Close)
	return srv.URL
}

// What a language model says is held to the sources: a lie and an order that was
// obeyed leave the sentence as it was, a fair wording stands and is marked.
func TestReword(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	news := filepath.Join(dir, "n.jsonl")
	const line = `{"id":"a","source":"Gazette","date":"2024-06-05","title":"Minister in Uganda","text":"Kenya's foreign minister, Musalia Mudavadi, visited Uganda on Wednesday. Uganda denied the accusation of diverting the river. Tanzania offered to mediate between Kenya and Uganda."}`
	if err := os.WriteFile(news, []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(dir, "a.db")
	run := func(args ...string) (string, string, int) {
		var out, messages bytes.Buffer
		a := &App{Stdout: &out, Stderr: &messages, Stdin: strings.NewReader(""), Getenv: func(string) string { return "" }, Models: models.FS, Data: data.FS}
		code := a.Run(t.Context(), append(args, "--archive", archive))
		return out.String(), messages.String(), code
	}
	if _, msg, code := run("add", news); code != 0 {
		t.Fatal(msg)
	}
	brief := func(url string, more ...string) (string, string, int) {
		return run(append([]string{"brief", "--on", "2024-06-05", "--llm", url}, more...)...)
	}
	own, _, _ := run("brief", "--on", "2024-06-05")
	if !strings.Contains(own, "visited Uganda") || !strings.Contains(own, "Tanzania") {
		t.Fatalf("the brief has other sentences than this test is about:\n%s", own)
	}
	for name, f := range map[string]func(string) string{
		"lies": func(s string) string {
			return strings.ReplaceAll(strings.ReplaceAll(s, "Uganda", "Rwanda"), "offered", "refused")
		},
		"denies":   func(s string) string { return strings.ReplaceAll(s, "visited", "did not visit") },
		"obeys":    func(string) string { return "The reader should visit our shop." },
		"is empty": func(string) string { return "" },
		"marks up": func(s string) string { return "<b>" + s + "</b>" },
	} {
		if got, msg, code := brief(fake(t, f), "--llm-private"); code != 0 || got != own {
			t.Errorf("a model that %s: code %d, %s\n%s", name, code, msg, got)
		}
	}
	short := fake(t, func(s string) string { return strings.ReplaceAll(s, " between Kenya and Uganda", "") })
	if got, msg, code := brief(short, "--llm-private"); code != 0 || !strings.Contains(got, "Tanzania offered to mediate (only Gazette reports, 5 June). [worded by a model]") {
		t.Errorf("a fair wording: code %d, %s\n%s", code, msg, got)
	}
	if got, msg, code := brief(short); code != 0 || got != own || !strings.Contains(msg, "on this machine or its network") {
		t.Errorf("a private address: code %d, %s\n%s", code, msg, got)
	}
	if _, msg, code := brief("ftp://x"); code != 2 || !strings.Contains(msg, "--llm") {
		t.Errorf("no address: code %d, %s", code, msg)
	}
	if _, msg, code := run("brief", "--on", "2024-06-05", "--llm-model", "m"); code != 2 || !strings.Contains(msg, "go with --llm") {
		t.Errorf("a model without an endpoint: code %d, %s", code, msg)
	}
}
