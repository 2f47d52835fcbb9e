package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadTreebank(t *testing.T) {
	t.Parallel()
	const file = `# newdoc id = weblog-one
# sent_id = weblog-one-0001
# newpar id = p1
# text = It rained.
1	It	it	PRON	_	_	2	nsubj	_	_

# text = We left.
1	We	we	PRON	_	_	2	nsubj	_	_

# newpar id = p2
# text = Nobody stayed.
1	Nobody	nobody	PRON	_	_	2	nsubj	_	_

# newdoc id = email-two
# text = Hello.
1	Hello	hello	INTJ	_	_	0	root	_	_

# newdoc id = weblog-three
# text = The end.
`
	got, err := ReadTreebank(strings.NewReader(file), "weblog", "ewt-weblog")
	if err != nil {
		t.Fatal(err)
	}
	want := []Article{
		{ID: "ewt-weblog-one", Source: "ewt-weblog", Licence: "CC BY-SA 4.0", Text: "It rained. We left.\nNobody stayed."},
		{ID: "ewt-weblog-three", Source: "ewt-weblog", Licence: "CC BY-SA 4.0", Text: "The end."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
}

func TestReadTreebankNamesLine(t *testing.T) {
	t.Parallel()
	in := "# newdoc id = weblog-one\n# text = " + strings.Repeat("x", maxTreebankLine)
	if _, err := ReadTreebank(strings.NewReader(in), "weblog", "s"); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v, want one of line 2", err)
	}
}

// FuzzReadTreebank holds that no input breaks the reader, and that articles have
// the ids of the wanted documents.
func FuzzReadTreebank(f *testing.F) {
	f.Add("# newdoc id = weblog-one\n# newpar\n# text = It rained.\n# text = We left.\n# newdoc id = email-two\n# text = Hello.\n")
	f.Add("# text = No document.\n# newdoc id = weblog-\n# newpar\n# newdoc id")
	f.Fuzz(func(t *testing.T, in string) {
		articles, err := ReadTreebank(strings.NewReader(in), "weblog", "s")
		if err != nil {
			return
		}
		for _, a := range articles {
			if id, ok := strings.CutPrefix(a.ID, "s-"); !ok || !strings.Contains(in, "# newdoc id = weblog-"+id) {
				t.Errorf("article %q stands nowhere", a.ID)
			}
		}
	})
}
