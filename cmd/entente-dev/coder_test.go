package main

import (
	"reflect"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/model"
)

func TestReadDictionary(t *testing.T) {
	t.Parallel()
	const text = `&WORDS
+LOST
--- FREEZE [160] ---
FREEZE {FREEZES FROZE}
HALT_
- * AID [162] # x
- * (BANK ACCOUNT) [163]
--- SAY [010] ---
SAY
- * THREATS [130]
`
	rows, err := readDictionary(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	want := []dictionaryRow{{[]string{"freeze", "halt"}, "aid", "SANCTION"}, {[]string{"freeze", "halt"}, "", "SANCTION"}, {[]string{"say"}, "threat", "THREATEN"}}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("rows %v, want %v", rows, want)
	}
}

// FuzzDictionary reads arbitrary dictionaries: it must end, and rows have verbs
// and a root.
func FuzzDictionary(f *testing.F) {
	f.Add("--- A [160] ---\nA\n- * B [162]\n")
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := readDictionary(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, r := range rows {
			if r.root == "" {
				t.Errorf("row %v without a root", r)
			}
		}
	})
}

// TestWithBias keeps what training fits for each class beside the features.
func TestWithBias(t *testing.T) {
	t.Parallel()
	key := coder.BiasKey()
	rows := withBias([]model.Row{{Key: key, Cells: []model.Cell{{Class: 1, Weight: 4}}}, {Key: key + 1, Cells: []model.Cell{{Class: 0, Weight: 9}}}}, []int32{7, -3})
	want := []model.Row{{Key: key, Cells: []model.Cell{{Class: 0, Weight: 7}, {Class: 1, Weight: 1}}}, {Key: key + 1, Cells: []model.Cell{{Class: 0, Weight: 9}}}}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("rows %v, want %v", rows, want)
	}
	if got := withBias(nil, []int32{2}); len(got) != 1 || got[0].Key != key || got[0].Cells[0].Weight != 2 {
		t.Errorf("of no rows: %v", got)
	}
}

// TestMoved finds the words of a sentence's events again in its article, where a
// letter may have more bytes.
func TestMoved(t *testing.T) {
	t.Parallel()
	const text, whole = "Perú's envoy met \"rebels\".", "Zürich. Perú's envoy met “rebels”. The end."
	at := func(in, word string) entente.Span {
		i := strings.Index(in, word)
		return entente.Span{Start: i, End: i + len(word)}
	}
	gold := []coder.GoldEvent{{Trigger: at(text, "met"), Root: entente.RootConsult, Actors: []coder.GoldParty{{Span: at(text, "envoy")}, {}},
		Recipients: []coder.GoldParty{{Span: at(text, "rebels")}}}}
	want := []coder.GoldEvent{{Trigger: at(whole, "met"), Root: entente.RootConsult, Actors: []coder.GoldParty{{Span: at(whole, "envoy")}, {}},
		Recipients: []coder.GoldParty{{Span: at(whole, "rebels")}}}}
	if got := moved(gold, text, whole, len("Zurich. ")); !reflect.DeepEqual(got, want) {
		t.Errorf("moved %v, want %v", got, want)
	}
}
