package actor

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
)

var update = flag.Bool("update", false, "rewrite the expected mentions of testdata/*.mentions")

// TestCases runs testdata/*.mentions: blocks of
//
//	# what the case is about
//	date: 2024-05-16                     (may be missing)
//	Word/TAG +glued/TAG [PER Jane/PROPN Doe/PROPN] ./.
//	> text | kind code | name | role | flags
//
// parted by empty lines. TAG is a universal part of speech or one of NNS,
// NNPS, VBD, VBN, VBG, followed by ":lemma" where it is not the form in lower
// case. Several sentence lines make one document.
func TestCases(t *testing.T) {
	t.Parallel()
	table := testTable(t)
	files, err := filepath.Glob("testdata/*.mentions")
	if err != nil || len(files) == 0 {
		t.Fatalf("case files: %v, %v", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		blocks := strings.Split(strings.TrimSpace(string(data)), "\n\n")
		for i, b := range blocks {
			head, want := splitCase(b)
			d := documentOf(t, head)
			table.NewWorker().Annotate(d)
			got := mentionLines(d)
			checkMentions(t, d)
			if *update {
				blocks[i] = strings.Join(append(append([]string{}, head...), got...), "\n")
				continue
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s\n%s\n(-want +got)\n%s", file, head[0], d.Text, diff)
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.Join(blocks, "\n\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// testTable returns the small table of testdata.
func testTable(tb testing.TB) *Table {
	tb.Helper()
	table, _, err := Load(os.DirFS("testdata/table"))
	if err != nil {
		tb.Fatal(err)
	}
	return table
}

// splitCase parts the expected lines of a block from what stands before.
func splitCase(block string) (head, want []string) {
	want = []string{}
	for line := range strings.SplitSeq(block, "\n") {
		if strings.HasPrefix(line, ">") {
			want = append(want, line)
		} else {
			head = append(head, line)
		}
	}
	return head, want
}

// documentOf makes a document of tagged sentences.
func documentOf(tb testing.TB, lines []string) *entente.Document {
	tb.Helper()
	d := &entente.Document{}
	var b strings.Builder
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "date:"):
			day, err := time.Parse(time.DateOnly, strings.TrimSpace(line[5:]))
			if err != nil {
				tb.Fatal(err)
			}
			d.Published = day
		default:
			addSentence(tb, d, &b, line)
		}
	}
	d.Text = b.String()
	return d
}

// addSentence appends one tagged sentence to d and its text to b.
func addSentence(tb testing.TB, d *entente.Document, b *strings.Builder, line string) {
	tb.Helper()
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	s := entente.Sentence{First: len(d.Tokens), Span: entente.Span{Start: b.Len()}}
	var open *entente.Entity
	for i, word := range strings.Fields(line) {
		if kind, ok := strings.CutPrefix(word, "["); ok && kind != "" && !strings.Contains(kind, "/") {
			open = &entente.Entity{First: len(d.Tokens), Type: map[string]entente.EntityType{"PER": entente.PER, "ORG": entente.ORG, "LOC": entente.LOC, "NORP": entente.NORP}[kind]}
			continue
		}
		word, closes := strings.CutSuffix(word, "]")
		word, glued := strings.CutPrefix(word, "+")
		at := strings.LastIndexByte(word, '/')
		if at < 0 {
			tb.Fatalf("no tag in %q of %q", word, line)
		}
		form, tag := word[:at], word[at+1:]
		tag, lemma, has := strings.Cut(tag, ":")
		if !has {
			lemma = strings.ToLower(form)
		}
		if i > 0 && !glued && b.Len() > s.Span.Start {
			b.WriteByte(' ')
		}
		tok := entente.Token{Span: entente.Span{Start: b.Len(), End: b.Len() + len(form)}, Lemma: lemma, Head: -1}
		tok.UPOS, tok.XPOS = tagOf(tb, tag)
		b.WriteString(form)
		d.Tokens = append(d.Tokens, tok)
		if closes && open != nil {
			open.Last = len(d.Tokens)
			open.Span = entente.Span{Start: d.Tokens[open.First].Span.Start, End: tok.Span.End}
			d.Entities = append(d.Entities, *open)
			open = nil
		}
	}
	s.Last, s.Span.End = len(d.Tokens), b.Len()
	d.Sentences = append(d.Sentences, s)
}

func tagOf(tb testing.TB, tag string) (entente.UPOS, string) {
	tb.Helper()
	switch tag {
	case "NNS":
		return entente.NOUN, tag
	case "NNPS":
		return entente.PROPN, tag
	case "VBD", "VBN", "VBG":
		return entente.VERB, tag
	case ".", ",":
		return entente.PUNCT, tag
	}
	u, err := entente.ParseUPOS(tag)
	if err != nil {
		tb.Fatal(err)
	}
	x := map[entente.UPOS]string{entente.NOUN: "NN", entente.PROPN: "NNP", entente.VERB: "VB"}[u]
	return u, x
}

// mentionLines writes d's mentions as case files have them.
func mentionLines(d *entente.Document) []string {
	out := []string{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		code := m.Actor.Code()
		if len(m.Members) > 0 {
			var codes []string
			for _, a := range m.Members {
				codes = append(codes, a.Code())
			}
			code = strings.Join(codes, "+")
		}
		if code == "" {
			code = "?" + m.Actor.Sector.String()
		}
		var flags []string
		for _, f := range []struct {
			on   bool
			name string
		}{{m.Former, "former"}, {m.Ambiguous, "ambiguous"}, {m.Actor.Inferred, "inferred"}} {
			if f.on {
				flags = append(flags, f.name)
			}
		}
		if head := d.Tokens[m.Head].Span.In(d.Text); m.Last-m.First > 1 {
			flags = append(flags, "head="+head)
		}
		line := fmt.Sprintf("> %s | %s %s | %s | %s | %s", m.Actor.Span.In(d.Text), m.Kind, code, m.Actor.Name, m.Actor.Role, strings.Join(flags, " "))
		out = append(out, strings.TrimRight(line, " |"))
	}
	return out
}

// checkMentions holds d's mentions to what entente.Mention promises.
func checkMentions(tb testing.TB, d *entente.Document) {
	tb.Helper()
	end := 0
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.First < end || m.First >= m.Last || m.Last > len(d.Tokens) || m.Head < m.First || m.Head >= m.Last {
			tb.Fatalf("mention %d: tokens [%d,%d) head %d after %d of %d", i, m.First, m.Last, m.Head, end, len(d.Tokens))
		}
		end = m.Last
		want := entente.Span{Start: d.Tokens[m.First].Span.Start, End: d.Tokens[m.Last-1].Span.End}
		if m.Actor.Span != want {
			tb.Fatalf("mention %d: span %v, want %v", i, m.Actor.Span, want)
		}
		if m.Why == "" {
			tb.Fatalf("mention %d %q says no why", i, m.Actor.Span.In(d.Text))
		}
		if len(m.Members) == 1 || len(m.Members) > 1 && m.Actor.Country != "" {
			tb.Fatalf("mention %d: %d members and country %q", i, len(m.Members), m.Actor.Country)
		}
	}
}
