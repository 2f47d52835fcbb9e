package corpus

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// FuzzReadTyped holds that no input breaks the reader, and that every record
// it gives is sound, is written and read back the same, and can be converted.
func FuzzReadTyped(f *testing.F) {
	seed, err := os.ReadFile("testdata/blocks.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(seed))
	f.Add(typedBlock("[LOC A|KEN] {b|2014-W01-WE} c#2 d;e.", "> AID | @ c#2 | A: s1/d#1~N=*WEST:GOV!; _=? | W: b=../year | mag: killed=..9 (d)"))
	f.Add(typedBlock("é é ... é", "> CONSULT | @ é#2 ... é | A: é=- | by: é=? (é) at (é) neutral | link: result>1 (é)"))
	f.Fuzz(func(t *testing.T, in string) {
		records, problems, err := ReadTyped("f.txt", strings.NewReader(in), nil)
		if err != nil {
			return
		}
		for _, p := range problems {
			if p.File == "" || p.Cause == "" || p.Line < 0 {
				t.Errorf("a problem without place or cause: %+v", p)
			}
		}
		for i := range records {
			if causes := Validate(&records[i]); len(causes) > 0 {
				t.Errorf("%q gives an unsound record: %v", in, causes)
			}
		}
		var first, second bytes.Buffer
		if err := WriteJSON(&first, records); err != nil {
			t.Fatal(err)
		}
		back, err := ReadJSON("f.jsonl", bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := WriteJSON(&second, back); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%q does not come back: %v", in, err)
		}
		if err := WritePLOVER(&first, records); err != nil {
			t.Error(err)
		}
		if _, err := WriteCoNLLU(&first, records); err != nil {
			t.Error(err)
		}
	})
}

// FuzzReadJSON holds that records from outside break neither the check nor the
// conversions of what passes it.
func FuzzReadJSON(f *testing.F) {
	seed, err := os.ReadFile("testdata/blocks.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(seed))
	f.Add(`{"id":"w-1","sentences":[{"start":-1,"end":9}],"events":[{"n":1,"sentence":7}]}`)
	f.Fuzz(func(t *testing.T, in string) {
		records, err := ReadJSON("f.jsonl", strings.NewReader(in))
		if err != nil {
			return
		}
		c := &Corpus{Written: records, HeldOut: records, Natural: records}
		c.Check()
		var sound []Record
		for i := range records {
			if len(Validate(&records[i])) == 0 {
				sound = append(sound, records[i])
			}
		}
		var out bytes.Buffer
		if err := WritePLOVER(&out, sound); err != nil {
			t.Error(err)
		}
		if _, err := WriteCoNLLU(&out, sound); err != nil {
			t.Error(err)
		}
	})
}
