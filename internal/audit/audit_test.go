package audit

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDraw(t *testing.T) {
	t.Parallel()
	var ids []string
	for i := range 1000 {
		ids = append(ids, fmt.Sprintf("%016x", i))
	}
	a := Draw(ids, 100, 1)
	slices.Reverse(ids)
	if b := Draw(ids, 100, 1); !slices.Equal(a, b) {
		t.Error("the draw depends on the order of the ids")
	}
	if b := Draw(ids, 200, 1); !slices.Equal(a, b[:100]) {
		t.Error("a larger draw does not hold the smaller one")
	}
	if b := Draw(ids, 100, 2); slices.Equal(a, b) {
		t.Error("another seed draws the same")
	}
	if got := len(Draw(ids[:3], 100, 1)); got != 3 {
		t.Errorf("%d of 3 drawn", got)
	}
}

func TestShare(t *testing.T) {
	t.Parallel()
	s := ShareOf(80, 100) // Wilson's interval of 80 of 100 is .711 to .867
	if math.Abs(s.Low-0.7112) > 0.001 || math.Abs(s.High-0.8666) > 0.001 {
		t.Errorf("%+v", s)
	}
	if s := ShareOf(0, 0); s.Low != 0 || s.High != 1 {
		t.Errorf("nothing is known, and the interval is %+v", s)
	}
}

func sample() []Row {
	return []Row{
		{ID: "a", Sentence: "=1+1", Event: "AID", Actor: "KEN", Confidence: 0.9, Verdict: Right, Parts: []string{"when"}},
		{ID: "b", Sentence: "-, he said\nand left", Event: "AID", Confidence: 0.5, Verdict: Wrong, Parts: []string{"actor", "event"}, Note: "a, b"},
		{ID: "c", Event: "ACCUSE", Confidence: 0.25, Verdict: Unsure},
		{ID: "d", Event: "ACCUSE", Confidence: 0.75},
	}
}

func TestSheet(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := WriteSheet(&b, sample()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), ",=1") {
		t.Error("a formula is live")
	}
	got, err := ReadSheet("sheet.csv", bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(sample(), got); d != "" {
		t.Error(d)
	}
	semicolons := "\ufeffid;event;confidence;verdict\na;AID;0,9;y\n;;;\n"
	got, err = ReadSheet("s", strings.NewReader(semicolons))
	if err != nil || len(got) != 1 || got[0].Verdict != Right || got[0].Confidence != 0.9 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestBadSheets(t *testing.T) {
	t.Parallel()
	for sheet, want := range map[string]string{
		"":           "s: line 1: the head is missing",
		"id,event\n": `line 1: there is no column "confidence"`,
		"id,event,confidence,verdict\na,AID,0.9,maybe\n":           `line 2: verdict "maybe"`,
		"id,event,confidence,verdict\na,AID,NaN,y\n":               "line 2: confidence",
		"id,event,confidence,verdict\na,AID,1,y\na,AID,1,y\n":      "line 3: event a stands in line 2",
		"id,event,confidence,verdict,wrong\na,AID,1,n,colour\n":    `line 2: "colour" is no part`,
		"id,event,confidence,verdict,wrong\na,AID,1,right,actor\n": "line 2: a right event",
	} {
		if _, err := ReadSheet("s", strings.NewReader(sheet)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", sheet, err, want)
		}
	}
}

func TestSum(t *testing.T) {
	t.Parallel()
	r := Sum(sample())
	if r.Rows != 4 || r.Open != 1 || r.Unsure != 1 || r.All.Right != 1 || r.All.N != 2 {
		t.Errorf("%+v", r)
	}
	if len(r.ByRoot) != 1 || r.ByRoot[0].Name != "AID" || r.ByRoot[0].P != 0.5 {
		t.Errorf("by root: %+v", r.ByRoot)
	}
	if len(r.ByConfidence) != 2 || r.ByConfidence[0].Mean != 0.5 || r.ByConfidence[1].P != 1 {
		t.Errorf("by confidence: %+v", r.ByConfidence)
	}
	if want := []Count{{"actor", 1}, {"event", 1}, {"when", 1}}; !slices.Equal(r.Parts, want) {
		t.Errorf("parts: %+v", r.Parts)
	}
}

func TestAgree(t *testing.T) {
	t.Parallel()
	var a, b []Row
	for i := range 100 { // 40 both right, 30 both wrong, 10 and 20 apart: κ = .4
		v, w := Right, Right
		switch {
		case i >= 90:
			w = Wrong
		case i >= 70:
			v = Wrong
		case i >= 40:
			v, w = Wrong, Wrong
		}
		a, b = append(a, Row{ID: fmt.Sprint(i), Verdict: v}), append(b, Row{ID: fmt.Sprint(i), Verdict: w})
	}
	got := Agree(a, append(b, Row{ID: "x", Verdict: Right}))
	if got.Both != 100 || got.Same != 70 || math.Abs(got.Kappa-0.4) > 1e-9 {
		t.Errorf("%+v", got)
	}
	if k := Agree(nil, nil).Kappa; !math.IsNaN(k) {
		t.Errorf("κ of nothing is %v", k)
	}
}

func FuzzReadSheet(f *testing.F) {
	var b bytes.Buffer
	if err := WriteSheet(&b, sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.String())
	f.Add("id;event;confidence;verdict\n\"a;b\n")
	f.Fuzz(func(t *testing.T, s string) {
		rows, err := ReadSheet("s", strings.NewReader(s))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := WriteSheet(&out, rows); err != nil {
			t.Fatal(err)
		}
		again, err := ReadSheet("s", &out)
		if err != nil || len(again) != len(rows) {
			t.Fatalf("%d rows became %d: %v", len(rows), len(again), err)
		}
		if r := Sum(rows); r.All.N+r.Open+r.Unsure != len(rows) {
			t.Fatalf("rows are lost: %+v", r)
		}
	})
}
