package main

import (
	"reflect"
	"strings"
	"testing"
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
