package timex

import (
	flags "flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
)

var update = flags.Bool("update", false, "rewrite the expected expressions of testdata/*.dates")

// TestCases runs testdata/*.dates: blocks of
//
//	# what the case is about
//	date: 2024-05-16                     (may be missing; may have a time of day)
//	A sentence a line; one that ends with a backslash goes on in the next.
//	> text | TYPE value | from..to precision | why
//
// parted by empty lines. The interval is missing where there is none.
func TestCases(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.dates")
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
			d := caseDocument(t, head)
			Annotate(d)
			check(t, d)
			got := caseLines(d)
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

// caseDocument makes a document of sentences.
func caseDocument(t *testing.T, lines []string) *entente.Document {
	t.Helper()
	d := &entente.Document{DateOnly: true}
	for _, line := range lines {
		day, dated := strings.CutPrefix(line, "date: ")
		switch {
		case strings.HasPrefix(line, "#"):
		case dated:
			layout := time.DateOnly
			if len(day) > len(layout) {
				layout, d.DateOnly = "2006-01-02T15:04", false
			}
			at, err := time.Parse(layout, day)
			if err != nil {
				t.Fatal(err)
			}
			d.Published = at
		default:
			if glued, ok := strings.CutSuffix(d.Text, "\\"); ok {
				d.Text = glued + " "
				d.Sentences[len(d.Sentences)-1].Span.End = len(glued)
			} else if d.Text != "" {
				d.Text += "\n"
			}
			d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: len(d.Text), End: len(d.Text) + len(line)}})
			d.Text += line
		}
	}
	return d
}

// caseLines writes d's expressions as case files have them.
func caseLines(d *entente.Document) []string {
	out := []string{}
	for _, e := range d.Dates {
		line := "> " + strings.ReplaceAll(e.Span.In(d.Text), "\n", " ") + " | " + strings.TrimSpace(e.Type.String()+" "+e.Value)
		if e.From.Known() || e.To.Known() {
			line += " | " + e.From.String() + ".." + e.To.String() + " " + e.Precision.String()
		}
		out = append(out, line+" | "+e.Why)
	}
	return out
}
