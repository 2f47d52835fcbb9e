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
