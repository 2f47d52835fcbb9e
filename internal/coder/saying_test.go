package coder

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// parsed makes a document of sentences in rows "form lemma UPOS XPOS head relation",
// one a line, heads counted from 1 in each sentence; an empty line parts sentences. A
// form with a star is a literal place of Kenya, with two one that no gazetteer has.
func parsed(t *testing.T, rows string) *entente.Document {
	t.Helper()
	d := &entente.Document{}
	for _, block := range strings.Split(strings.TrimSpace(rows), "\n\n") {
		first := len(d.Tokens)
		for _, row := range strings.Split(strings.TrimSpace(block), "\n") {
			f := strings.Fields(row)
			if len(f) != 6 {
				t.Fatalf("row %q has %d fields", row, len(f))
			}
			word := strings.Trim(f[0], "*")
			span := entente.Span{Start: len(d.Text), End: len(d.Text) + len(word)}
			d.Text += word + " "
			if f[0] != word {
				p := entente.Place{Span: span, Name: word, Country: "KEN", Precision: "city"}
				if strings.HasSuffix(f[0], "**") {
					p = entente.Place{Span: span, Unresolved: true}
				}
				d.Places = append(d.Places, p)
			}
			pos, err := entente.ParseUPOS(f[2])
			if err != nil {
				t.Fatal(err)
			}
			rel, err := entente.ParseDeprel(f[5])
			if err != nil {
				t.Fatal(err)
			}
			head, err := strconv.Atoi(f[4])
			if err != nil {
				t.Fatal(err)
			}
			if head--; head >= 0 {
				head += first
			}
			d.Tokens = append(d.Tokens, entente.Token{Span: span, Lemma: f[1], UPOS: pos, XPOS: f[3], Head: int32(head), Deprel: rel}) //nolint:gosec // small
		}
		d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: d.Tokens[first].Span.Start, End: len(d.Text)}, First: first, Last: len(d.Tokens), Parsed: true})
	}
	return d
}

// weighing returns a coder whose choice of task t weighs features by these rows.
func weighing(t *testing.T, of task, weights map[uint32]int32) *Coder {
	t.Helper()
	f := &model.File{}
	for k, row := range taskRows {
		var rows []model.Row
		if task(k) == of { //nolint:gosec // a handful
			for key, v := range weights {
				rows = append(rows, model.Row{Key: key, Cells: []model.Cell{{Weight: v * weightScale}}})
			}
		}
		f.AddTable(row.name, row.classes, rows)
	}
	c := newCoder(t)
	if err := c.UseDetail(f); err != nil {
		t.Fatal(err)
	}
	return c
}

// loaded returns scratch memory with d in it.
func loaded(t *testing.T, c *Coder, d *entente.Document) *work {
	t.Helper()
	w := c.take()
	t.Cleanup(func() { c.giveBack(w) })
	w.x.load(d, c.t)
	return w
}

// matchAt is an event of root at the word trigger.
func matchAt(t *testing.T, w *work, trigger string, root entente.Root) *match {
	t.Helper()
	for i := range w.x.d.Tokens {
		if w.x.d.Tokens[i].Span.In(w.x.d.Text) == trigger {
			return &match{p: &pattern{root: root}, trigger: i, comp: -1, root: root, support: -1, event: -1}
		}
	}
	t.Fatalf("no word %q", trigger)
	return nil
}

const (
	underSaid = `
Monks monk NOUN NNS 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 5 mark
gunmen gunman NOUN NNS 5 nsubj
burned burn VERB VBD 2 ccomp
huts hut NOUN NNS 5 obj`
	accordingTo = `
Gunmen gunman NOUN NNS 2 nsubj
burned burn VERB VBD 0 root
huts hut NOUN NNS 2 obj
, , PUNCT , 7 punct
according accord VERB VBG 7 case
to to ADP IN 5 fixed
monks monk NOUN NNS 2 obl
who who PRON WP 9 nsubj
fled flee VERB VBD 7 acl:relcl`
	citing = `
Radio radio NOUN NN 4 nsubj
, , PUNCT , 3 punct
citing cite VERB VBG 1 acl
monks monk NOUN NNS 3 obj
, , PUNCT , 3 punct
blamed blame VERB VBD 0 root
gunmen gunman NOUN NNS 6 obj
for for SCONJ IN 9 mark
burning burn VERB VBG 6 advcl
huts hut NOUN NNS 9 obj`
	misread = `
Gunmen gunman NOUN NNS 2 nsubj
burned burn VERB VBD 0 root
huts hut NOUN NNS 2 obj
, , PUNCT , 6 punct
monks monk NOUN NNS 6 compound
report report NOUN NN 2 obl
. . PUNCT . 2 punct`
	account = `
Kampala Kampala PROPN NNP 2 nsubj
dismissed dismiss VERB VBD 0 root
a a DET DT 4 det
report report NOUN NN 2 obj
by by ADP IN 6 case
monks monk NOUN NNS 4 nmod
that that SCONJ IN 9 mark
gunmen gunman NOUN NNS 9 nsubj
burned burn VERB VBD 4 acl
huts hut NOUN NNS 9 obj`
	headline = `
Monks monk NOUN NNS 4 parataxis
: : PUNCT : 1 punct
gunmen gunman NOUN NNS 4 nsubj
burned burn VERB VBD 0 root
huts hut NOUN NNS 4 obj`
	endline = `
Gunmen gunman NOUN NNS 2 nsubj
burned burn VERB VBD 0 root
huts hut NOUN NNS 2 obj
- - PUNCT : 5 punct
monks monk NOUN NNS 2 parataxis`
	toldBy = `
Gunmen gunman NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
accused accuse VERB VBN 0 root
by by ADP IN 5 case
monks monk NOUN NNS 3 obl:agent
of of SCONJ IN 7 mark
burning burn VERB VBG 3 advcl
huts hut NOUN NNS 7 obj`
)

// TestSayings finds who may have said that gunmen burned huts: in all of these the
// monks are among them, and the burning itself never is a saying.
func TestSayings(t *testing.T) {
	t.Parallel()
	c := newCoder(t)
	for name, r := range map[string]struct{ rows, trigger, want string }{
		"a clause under said":           {underSaid, "burned", "said monks subject"},
		"according to":                  {accordingTo, "burned", "according monks according"},
		"citing":                        {citing, "burning", "citing monks cited"},
		"a saying word read as a noun":  {misread, "burned", "report monks set off"},
		"what somebody reports":         {account, "burned", "report monks account"},
		"before the colon":              {headline, "burned", ": monks before colon"},
		"behind the mark of a headline": {endline, "burned", "- monks behind mark"},
		"who accuses, in the passive":   {toldBy, "burning", "accused monks agent"},
	} {
		w := loaded(t, c, parsed(t, r.rows))
		m := matchAt(t, w, r.trigger, entente.RootAssault)
		f := w.x.factOf(m)
		var got []string
		for _, s := range w.x.sayings(nil, m, &f) {
			got = append(got, fmt.Sprintf("%s %s %s", w.x.form(s.cue), w.x.form(s.speaker), s.kind))
			if s.cue == m.trigger {
				t.Errorf("%s: the event is its own saying", name)
			}
		}
		if !slices.Contains(got, r.want) {
			t.Errorf("%s: %q, want %q among them", name, got, r.want)
		}
	}
}

// TestLearntSaying takes the saying that weighs most, and nobody's word where none
// weighs more than that, by the lead that a saying has.
func TestLearntSaying(t *testing.T) {
	t.Parallel()
	said, nobody := keyOf("cue", "say"), keyOf("0")
	for name, r := range map[string]struct {
		weights map[uint32]int32
		want    string
	}{
		"said":                 {map[uint32]int32{said: 3, nobody: 1}, "monks"},
		"nobody":               {map[uint32]int32{said: 1, nobody: 3}, ""},
		"as much, by its lead": {map[uint32]int32{said: 2, nobody: 2}, "monks"},
	} {
		w := loaded(t, weighing(t, taskSpeaker, r.weights), parsed(t, underSaid))
		m := matchAt(t, w, "burned", entente.RootAssault)
		f := w.x.factOf(m)
		got := ""
		c := w.learntSaying(m, entente.RootAssault, &f)
		if c.speaker >= 0 {
			got = w.x.form(c.speaker)
		}
		if got != r.want {
			t.Errorf("%s: %q speaks, want %q", name, got, r.want)
		}
		if explained := len(w.grounds) == 1 && strings.Contains(w.grounds[0], `"monks" by "said"`) && strings.Contains(w.grounds[0], "cue=say"); explained != (r.want != "") {
			t.Errorf("%s: explained as %q", name, w.grounds)
		}
	}
}

// TestTeachSpeakers learns from annotated events who speaks, and that nobody does.
func TestTeachSpeakers(t *testing.T) {
	t.Parallel()
	c := newCoder(t)
	var lessons []*Lesson
	for range 3 {
		for _, rows := range []string{underSaid, account} {
			d := parsed(t, rows)
			at := func(word string) entente.Span {
				i := strings.Index(strings.ToLower(d.Text), word)
				return entente.Span{Start: i, End: i + len(word)}
			}
			a := Answer{Speaker: at("monks"), Cue: at("said")}
			if rows == account {
				a = Answer{}
			}
			lessons = append(lessons, c.Lessons(d, []Given{{Trigger: at("burned"), Root: entente.RootAssault}}, []Answer{a})...)
		}
	}
	f := Teach(lessons, 1)
	if string(f.Encode()) != string(Teach(lessons, 1).Encode()) {
		t.Error("the same lessons give other bytes")
	}
	if err := c.UseDetail(f); err != nil {
		t.Fatal(err)
	}
	for rows, want := range map[string]bool{underSaid: true, account: false} {
		w := loaded(t, c, parsed(t, rows))
		m := matchAt(t, w, "burned", entente.RootAssault)
		fact := w.x.factOf(m)
		if s := w.learntSaying(m, entente.RootAssault, &fact); (s.speaker >= 0) != want {
			t.Errorf("%q: speaker %d", w.x.d.Text, s.speaker)
		}
	}
}
