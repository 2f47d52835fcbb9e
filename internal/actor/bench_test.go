package actor

import (
	"os"
	"strings"
	"testing"

	"github.com/entente-news/entente"
)

// caseDocument returns one long document made of all the cases.
func caseDocument(tb testing.TB) *entente.Document {
	tb.Helper()
	data, err := os.ReadFile("testdata/base.mentions")
	if err != nil {
		tb.Fatal(err)
	}
	var lines []string
	for line := range strings.SplitSeq(string(data), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, ">") && !strings.HasPrefix(line, "date:") {
			lines = append(lines, line)
		}
	}
	return documentOf(tb, append([]string{"date: 2024-05-16"}, lines...))
}

func BenchmarkAnnotate(b *testing.B) {
	d := caseDocument(b)
	w := testTable(b).NewWorker()
	b.ReportAllocs()
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		w.Annotate(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	fsys := os.DirFS("testdata/table")
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Load(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

// TestAnnotateAllocations holds the stage to what it may allocate: nothing
// for a token, and for a mention only what its explanation is joined from.
func TestAnnotateAllocations(t *testing.T) {
	d := caseDocument(t)
	w := testTable(t).NewWorker()
	w.Annotate(d)
	mentions := len(d.Mentions)
	if got := testing.AllocsPerRun(10, func() { w.Annotate(d) }); got > float64(3*mentions) {
		t.Errorf("%v allocations for %d mentions", got, mentions)
	}
	plain := documentOf(t, []string{strings.Repeat("the/DET weather/NOUN stays/VERB mild/ADJ and/CCONJ dry/ADJ ", 40)})
	w.Annotate(plain)
	if got := testing.AllocsPerRun(10, func() { w.Annotate(plain) }); got > 0 {
		t.Errorf("%v allocations for tokens that name nobody", got)
	}
}
