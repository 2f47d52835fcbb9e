package coder

import (
	"reflect"
	"testing"

	"github.com/entente-news/entente"
)

// TestScratchAfterPanic checks that a document that ends in a panic leaves nothing
// to the next, which is read in the same memory.
func TestScratchAfterPanic(t *testing.T) {
	t.Parallel()
	told := func() *entente.Document {
		d := &entente.Document{}
		scene(d)
		return d
	}
	c := comparing(t, rowsOf(map[uint32]int32{keyOf("slot", "obj", "VERB"): 2}), nil)
	one := &work{}
	c.scratch.New = func() any { return one }
	want := told()
	c.Code(want)
	damaged := told()
	damaged.Mentions[2].Head = len(damaged.Tokens)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a mention outside the text raises no panic, so that nothing is tested")
			}
		}()
		c.Code(damaged)
	}()
	if one.x.d != nil || one.whole != nil || len(one.recent) > 0 {
		t.Errorf("kept: document %v, whole %v, phrases of %d sentences", one.x.d, one.whole, len(one.recent))
	}
	got := told()
	c.Code(got)
	if !reflect.DeepEqual(got.Events, want.Events) || len(want.Events) == 0 {
		t.Errorf("events after a panic %+v, want %+v", got.Events, want.Events)
	}
}
