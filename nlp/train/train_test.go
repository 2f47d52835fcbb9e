package train

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/conllu"
)

// show writes names as "TYPE words".
func show(n Named) string {
	var out []string
	for _, s := range n.Spans {
		out = append(out, s.Type.String()+" "+strings.Join(n.Words[s.First:s.Last], " "))
	}
	return strings.Join(out, "; ")
}

func TestParseIOB2(t *testing.T) {
	t.Parallel()
	text := "# id\n1\tNew\tB-LOC\n2\tDelhi\tI-LOC\n3\tmet\tO\n4\tOscar\tB-MISC\n\n1\tModi\tI-PER\n2\tXi\tB-PER\n"
	var got []string
	for _, n := range ParseIOB2(text) {
		got = append(got, show(n))
	}
	if diff := cmp.Diff([]string{"LOC New Delhi", "PER Modi; PER Xi"}, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestParseMarked(t *testing.T) {
	t.Parallel()
	got, err := ParseMarked("# a comment\n\n[PER Amina Yusuf] left [LOC Chad].\nNo name.\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []Text{
		{Text: "Amina Yusuf left Chad.", Names: []TextName{{0, 11, entente.PER}, {17, 21, entente.LOC}}, Exact: true},
		{Text: "No name.", Exact: true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("texts (-want +got):\n%s", diff)
	}
	for _, bad := range []string{"a [PER b", "a] b", "[XXX b]", "[PER]", "[PER a [LOC b] c]"} {
		if _, err := ParseMarked("ok\n" + bad); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error = %v, want one of line 2", bad, err)
		}
	}
}

func TestParseLabels(t *testing.T) {
	t.Parallel()
	const text = "# sent_id = a\n1\tNew\t_\t_\t_\t_\t0\troot\t_\t_\n2\tDelhi\t_\t_\t_\t_\t1\tflat\t_\t_\n\n# sent_id = b\n1\tYes\t_\t_\t_\t_\t0\troot\t_\t_\n\n"
	trees, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	got, err := parseLabels("# labels\na\t0-1 LOC\n", trees)
	if err != nil {
		t.Fatal(err)
	}
	want := []Named{{Words: []string{"New", "Delhi"}, Spans: []Span{{0, 2, entente.LOC}}}, {Words: []string{"Yes"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	for _, bad := range []string{"a", "a\t2 LOC", "a\t1-0 LOC", "a\t0 CITY", "a\tx LOC"} {
		if _, err := parseLabels(bad, trees); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestRe3d(t *testing.T) {
	t.Parallel()
	data := `{"text":"“Syria” hit back.","entities":[{"start":1,"end":6,"type":"Location"},{"start":0,"end":99,"type":"Person"},{"start":8,"end":11,"type":"Weapon"}]}` + "\n"
	got, err := parseRe3d(data)
	if err != nil {
		t.Fatal(err)
	}
	want := []Text{{Text: "“Syria” hit back.", Names: []TextName{{3, 8, entente.LOC}}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("texts (-want +got):\n%s", diff)
	}
	if _, err := parseRe3d("{"); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("error = %v, want one of line 1", err)
	}
}

func TestPeoples(t *testing.T) {
	t.Parallel()
	n := Named{Words: strings.Fields("The Syrian army and the Kurds met in Syria"), Spans: []Span{{First: 8, Last: 9, Type: entente.LOC}}}
	n.markPeoples(map[string]bool{"Syrian": true, "Kurd": true, "Syria": true})
	if diff := cmp.Diff("NORP Syrian; NORP Kurds; LOC Syria", show(n)); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestGenerated(t *testing.T) {
	t.Parallel()
	for i, s := range generated(500, 3) {
		if err := s.CheckTree(); err != nil {
			t.Fatalf("sentence %d: %v", i, err)
		}
		for k, w := range s.Words {
			if _, err := entente.ParseUPOS(w.UPOS); err != nil || w.Lemma == "" || w.Form == "" {
				t.Fatalf("sentence %d, word %d is %+v", i, k+1, w)
			}
			if _, err := entente.ParseDeprel(w.Deprel); err != nil {
				t.Fatalf("sentence %d, word %d: %v", i, k+1, err)
			}
		}
	}
	if diff := cmp.Diff(generated(20, 5), generated(20, 5)); diff != "" {
		t.Errorf("one seed gave two texts:\n%s", diff)
	}
}

func TestVerb(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want verb
	}{
		{"attack", verb{"attack", "attacks", "attacked", "attacked", "attacking"}},
		{"seize", verb{"seize", "seizes", "seized", "seized", "seizing"}},
		{"deny", verb{"deny", "denies", "denied", "denied", "denying"}},
		{"deploy", verb{"deploy", "deploys", "deployed", "deployed", "deploying"}},
		{"march", verb{"march", "marches", "marched", "marched", "marching"}},
		{"shoot shot", verb{"shoot", "shoots", "shot", "shot", "shooting"}},
		{"begin began begun beginning", verb{"begin", "begins", "began", "begun", "beginning"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, parseVerb(tt.text), cmp.AllowUnexported(verb{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestFramed(t *testing.T) {
	t.Parallel()
	for _, n := range framed(2) {
		for i, s := range n.Spans {
			if s.First >= s.Last || s.Last > len(n.Words) || i > 0 && n.Spans[i-1].Last > s.First {
				t.Fatalf("names of %q are %v", n.Words, n.Spans)
			}
		}
		for _, w := range n.Words {
			if strings.ContainsAny(w, "{}") {
				t.Fatalf("a slot is left in %q", n.Words)
			}
		}
	}
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	const text = `# newpar
1-2	Iran's	_	_	_	_	_	_	_	_
1	Iran	_	_	_	_	0	_	_	_
2	's	_	_	_	_	0	_	_	_
3	army	_	_	_	_	0	_	_	SpaceAfter=No
4	.	_	_	_	_	0	_	_	_

1	No	_	_	_	_	0	_	_	SpaceAfter=No
2	!	_	_	_	_	0	_	_	_

# newpar
1	Yes	_	_	_	_	0	_	_	_

`
	list, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	got := paragraphs(list)
	if len(got) != 2 || got[0].Text != "Iran's army. No!" || got[1].Text != "Yes" {
		t.Fatalf("paragraphs = %+v", got)
	}
	if diff := cmp.Diff(map[int]bool{12: true, 16: true}, got[0].Ends); diff != "" {
		t.Errorf("ends (-want +got):\n%s", diff)
	}
}

func TestNoTrees(t *testing.T) {
	t.Parallel()
	s := Small()
	s.Generated = 0
	if _, err := Train(&Corpus{}, s); !errors.Is(err, ErrNoTrees) {
		t.Errorf("error = %v, want ErrNoTrees", err)
	}
}
