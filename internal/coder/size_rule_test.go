package coder

import (
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// TestSizesByRoot keeps numbers to events that can have them: of one sentence the
// attack has the dead, the demand has not, whatever the weights say.
func TestSizesByRoot(t *testing.T) {
	t.Parallel()
	const rows = `
Rebels rebel NOUN NNS 2 nsubj
killed kill VERB VBD 0 root
seven seven NUM CD 4 nummod
guards guard NOUN NNS 2 obj`
	c := newCoder(t)
	f := &model.File{}
	for k, row := range taskRows {
		var list []model.Row
		if task(k) == taskSize { //nolint:gosec // a handful
			list = []model.Row{{Key: model.Key2(ftBias, 0, 0), Cells: []model.Cell{{Class: 1, Weight: weightScale}}}}
		}
		f.AddTable(row.name, row.classes, list)
	}
	if err := c.UseDetail(f); err != nil {
		t.Fatal(err)
	}
	w := loaded(t, c, parsed(t, rows))
	for root, want := range map[entente.Root]int{entente.RootAssault: 1, entente.RootRequest: 0, entente.RootAccuse: 0, entente.RootProtest: 1} {
		m := matchAt(t, w, "killed", root)
		got := w.learntSizes(m, root, entente.ModeNone)
		if len(got) != want || want == 1 && (got[0].Kind != "killed" || got[0].Best != 7) {
			t.Errorf("%v: %+v, want %d", root, got, want)
		}
	}
	for _, kind := range sizeKinds[1:] {
		some, all := false, true
		for _, r := range entente.Roots() {
			some, all = some || mayCount(r, kind), all && mayCount(r, kind)
		}
		if !some || all {
			t.Errorf("%s: of no root, or of all", kind)
		}
	}
}
