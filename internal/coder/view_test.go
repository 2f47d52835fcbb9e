package coder

import (
	"os"
	"strings"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/decision"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
)

// vectors returns the vectors of words that are shipped.
func vectors(t testing.TB) *lexical.Table {
	t.Helper()
	words, err := lexical.Load(os.DirFS("../../models"))
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// withNetwork is the file of [tiny] with a network beside it that speaks for a
// root where the word of the trigger has the vector of "say".
func withNetwork(t testing.TB, root entente.Root, places int) []byte {
	t.Helper()
	key := func(name string, values ...string) uint32 {
		f := &features{}
		f.add(name, values...)
		return f.keys[0]
	}
	w := &decision.Weights{Keys: []uint32{key("bias")}, Rank: 1, Places: places, Dims: lexical.Dims, Hidden: 1, Classes: roots, Embeddings: []float32{0.1},
		In: make([]float32, 1+places*lexical.Dims), InBias: []float32{0}, Out: make([]float32, roots), OutBias: make([]float32, roots)}
	norm := float32(0)
	v := vectors(t).Find("said")
	for _, x := range v {
		norm += float32(x) * float32(x)
	}
	for j, x := range v {
		w.In[1+seenTrigger*lexical.Dims+j] = float32(x) / norm
	}
	w.Out[root] = 9
	f := &model.File{}
	f.AddTable("trigger", Roots, []model.Row{{Key: key("tag", "VBD"), Cells: []model.Cell{{Class: uint8(entente.RootRequest), Weight: 5 * Unit}}}})
	w.Add(f, NetworkName, Unit)
	f.AddTable("who", 1, []model.Row{{Key: key("slot", "subj", "VERB"), Cells: []model.Cell{{Weight: 4 * Unit}}}})
	f.AddTable("whom", 1, nil)
	f.AddTable("whose", 1, nil)
	f.AddTable("pair", Roots, nil)
	f.AddStrings("nouns", nil)
	AddSure(f, nil, nil)
	return f.Encode()
}

// TestNetworkSpeaks adds a network that outweighs the linear scorer.
func TestNetworkSpeaks(t *testing.T) {
	t.Parallel()
	c, err := New(os.DirFS("../../data/patterns"))
	if err != nil {
		t.Fatal(err)
	}
	b := withNetwork(t, entente.RootThreaten, seenPlaces)
	if err := c.Learn(b); err == nil || !strings.Contains(err.Error(), lexical.Name) {
		t.Fatalf("without vectors: error %v", err)
	}
	if c.t.mind != nil {
		t.Error("a file that was refused decides")
	}
	c.SetWords(vectors(t))
	if err := c.Learn(b); err != nil {
		t.Fatal(err)
	}
	d := clauses(1)
	c.Code(d)
	if len(d.Events) != 1 || d.Events[0].Root != entente.RootThreaten {
		t.Fatalf("events %+v, want a threat", d.Events)
	}
	if notes := strings.Join(d.Events[0].Why.Notes, "\n"); !strings.Contains(notes, "network weighs +") {
		t.Errorf("notes %q do not name the network", notes)
	}
	if err := c.Learn(withNetwork(t, entente.RootThreaten, 3)); err == nil {
		t.Error("a network of three places is not refused")
	}
}

// TestView gives the words around a trigger their places.
func TestView(t *testing.T) {
	t.Parallel()
	c := tiny(t)
	w := c.take()
	w.x.load(clauses(2), c.t)
	l := w.look(0, &w.f)
	at := l.view(2) // "Chad said Chad said": the first verb
	for place, want := range map[int]int{seenTrigger: 2, seenHead: -1, seenSubject: 1, seenClause: 4, seenInClause: -1, seenObject: -1, seenAround + 1: 1, seenAround + 2: 3} {
		if at[place] != want {
			t.Errorf("place %d holds token %d, want %d", place, at[place], want)
		}
	}
	if at = l.view(4); at[seenHead] != 2 || at[seenAbove] != -1 {
		t.Errorf("the second verb hangs on token %d, that on %d", at[seenHead], at[seenAbove])
	}
}
