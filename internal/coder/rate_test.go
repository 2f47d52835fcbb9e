package coder

import (
	"slices"
	"strings"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/decision"
	"github.com/entente-news/entente/internal/model"
)

// raterOfTest likes recipients whose state is that of the trigger: a state of two
// numbers, of which the product of the first tells.
func raterOfTest() *decision.RaterWeights {
	w := &decision.RaterWeights{Width: 2, Columns: 1, Hidden: 1, Kinds: rateKinds, Option: []float32{0.02, 0}, About: []float32{0.02, 0}, Out: []float32{4}}
	for kind := range rateKinds {
		in := make([]float32, 5)
		if kind == rateRecipient {
			in[2] = 1
		}
		w.In, w.InBias = append(w.In, in), append(w.InBias, []float32{0})
	}
	return w
}

// TestRate chooses a recipient by states, where the document has them and the file a
// rater.
func TestRate(t *testing.T) {
	t.Parallel()
	object, nobody := keyOf("slot", "obj", "VERB"), keyOf("0")
	for name, r := range map[string]struct {
		police, mali int8
		width        int
		without      bool // the file has no rater
		want         string
	}{
		"no states":          {width: 0, want: "TCD:COP"},
		"states of the one":  {police: 100, mali: -100, width: 2, want: "TCD:COP"},
		"of the other":       {police: -100, mali: 100, width: 2, want: "MLI"},
		"of neither":         {police: -100, mali: -100, width: 2, want: ""},
		"of another width":   {police: -100, mali: 100, width: 3, want: "TCD:COP"},
		"a file without one": {police: -100, mali: 100, width: 2, without: true, want: "TCD:COP"},
	} {
		d := &entente.Document{}
		scene(d)
		if r.width > 0 {
			d.States = entente.NewStates(len(d.Tokens), r.width)
			for i, v := range []int8{0, 100, r.police, 0, r.mali} {
				d.States.Add(i)[0] = v
			}
		}
		c := comparing(t, rowsOf(map[uint32]int32{object: 2, nobody: 1}), []model.Row{{Key: keyOf("side", "othertrue"), Cells: []model.Cell{{Weight: Unit}}}})
		if !r.without {
			f := &model.File{}
			raterOfTest().Add(f, raterName, Unit)
			g, err := model.Decode(f.Encode())
			if err != nil {
				t.Fatal(err)
			}
			if c.t.mind.rater, err = readRater(g); err != nil {
				t.Fatal(err)
			}
		}
		if c.WantsStates() == r.without {
			t.Errorf("%s: wants states %v", name, c.WantsStates())
		}
		c.Code(d)
		if len(d.Events) != 1 {
			t.Errorf("%s: %d events", name, len(d.Events))
			continue
		}
		e := &d.Events[0]
		if got := strings.Join(codesOf(e.Recipients), " "); got != r.want {
			t.Errorf("%s: recipients %q, want %q", name, got, r.want)
		}
		told := slices.ContainsFunc(e.Why.Notes, func(n string) bool { return strings.HasPrefix(n, "states of words weigh") })
		if told != (r.width == 2 && !r.without) {
			t.Errorf("%s: notes %q", name, e.Why.Notes)
		}
		if d.States != nil {
			t.Errorf("%s: states are kept", name)
		}
	}
}
