package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/cli"
	"github.com/entente-news/entente/internal/demo"
	"github.com/entente-news/entente/models"
)

// run runs the command in this process and returns what it printed.
func run(ctx context.Context, t *testing.T, in io.Reader, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	app := &cli.App{Stdin: in, Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Models: models.FS, Data: data.FS}
	status = app.Run(ctx, args)
	return status, out.String(), errs.String()
}

// The keys of the records in their order, as promised to the outside. Those in
// optional may be left out.
var (
	documentKeys = strings.Fields(`type id url source title byline date date_basis lang text related sentences tokens entities mentions
		places dates quotes positions wording events sample extra`)
	eventKeys = strings.Fields(`type id run doc url source published sentence sentence_start text event mode contexts quad score cameo
		actor recipient trigger when where about status aspect attribution magnitude links same_as confidence confidences sample story mark explain`)
	actorKeys = strings.Fields("text start end name country sector org group role wikidata inferred")
	whenKeys  = strings.Fields("text start end from to precision basis unresolved")
	whereKeys = strings.Fields("text start end name country admin1 lat lon geonames precision unresolved claimed_by candidates")
	layers    = strings.Fields("sentences tokens entities mentions places dates quotes positions wording events")
	optional  = strings.Fields("sample story mark explain unresolved extra claimed_by candidates")
)

// object is a JSON object with the order of its keys.
type object struct {
	keys []string
	vals map[string]any
}

// decode reads one JSON value, objects with the order of their keys.
func decode(d *json.Decoder) (any, error) {
	tok, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch tok {
	case json.Delim('{'):
		o := &object{vals: map[string]any{}}
		for d.More() {
			k, err := d.Token()
			if err != nil {
				return nil, err
			}
			v, err := decode(d)
			if err != nil {
				return nil, err
			}
			o.keys = append(o.keys, k.(string)) //nolint:forcetypeassert // keys are strings
			o.vals[k.(string)] = v              //nolint:forcetypeassert // as above
		}
		_, err := d.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for d.More() {
			v, err := decode(d)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err := d.Token()
		return list, err
	}
	return tok, nil
}

// decimals matches a JSON number with more than four of them.
var decimals = regexp.MustCompile(`\.\d{5,}|[eE]`)

// checker looks at every value of a document's record.
type checker struct {
	t     *testing.T
	text  []rune
	words int // spans whose text was compared
}

// lists are the keys whose value is a list, whatever it holds.
var lists = strings.Fields("related sentences tokens entities mentions places dates quotes positions wording events contexts actor recipient links notes claimed_by candidates")

func (c *checker) value(path string, v any) {
	switch v := v.(type) {
	case *object:
		c.span(path, v)
		for _, k := range v.keys {
			if v.vals[k] == nil && slices.Contains(lists, k) {
				c.t.Errorf("%s.%s is null, want a list", path, k)
			}
			c.value(path+"."+k, v.vals[k])
		}
	case []any:
		for i := range v {
			c.value(fmt.Sprintf("%s[%d]", path, i), v[i])
		}
	case json.Number:
		if decimals.MatchString(v.String()) {
			c.t.Errorf("%s is %s: more than four decimals", path, v)
		}
	}
}

// span compares the words of a span with those that stand there.
func (c *checker) span(path string, o *object) {
	words, ok := o.vals["text"].(string)
	start, ok2 := o.vals["start"].(json.Number)
	end, ok3 := o.vals["end"].(json.Number)
	if !ok || !ok2 || !ok3 {
		return
	}
	from, err := start.Int64()
	to, err2 := end.Int64()
	if err != nil || err2 != nil || from < 0 || to < from || to > int64(len(c.text)) {
		c.t.Errorf("%s: [%s, %s) does not lie in the text", path, start, end)
		return
	}
	if got := string(c.text[from:to]); got != words {
		c.t.Errorf("%s: the text has %q at [%d, %d), the record %q", path, got, from, to, words)
	}
	c.words++
}

// keys compares the keys of o with those promised, in their order.
func (c *checker) keys(what string, o *object, want []string) {
	want = slices.DeleteFunc(slices.Clone(want), func(k string) bool { return slices.Contains(optional, k) && !slices.Contains(o.keys, k) })
	if diff := cmp.Diff(want, o.keys); diff != "" {
		c.t.Errorf("keys of %s (-want +got):\n%s", what, diff)
	}
}

func (c *checker) event(e *object, related []any) {
	c.keys("an event", e, eventKeys)
	for _, side := range []string{"actor", "recipient"} {
		for _, a := range e.vals[side].([]any) {
			c.keys("an "+side, a.(*object), actorKeys)
		}
	}
	if w, ok := e.vals["when"].(*object); ok {
		c.keys("when", w, whenKeys)
	}
	if w, ok := e.vals["where"].(*object); ok {
		c.keys("where", w, whereKeys)
	}
	at := func(o *object, k string) int64 { n, _ := o.vals[k].(json.Number).Int64(); return n }
	trigger := e.vals["trigger"].(*object)
	for _, r := range related {
		if r := r.(*object); r.vals["start"] != nil && at(trigger, "start") < at(r, "end") && at(trigger, "end") > at(r, "start") {
			c.t.Errorf("event %s is coded from the headline of a related story, %v", e.vals["id"], r.vals["title"])
		}
	}
	if from := at(e, "sentence_start"); !strings.HasPrefix(string(c.text[from:]), e.vals["text"].(string)) {
		c.t.Errorf("event %s: its sentence does not stand at %d", e.vals["id"], from)
	}
	if e.vals["sample"] != true {
		c.t.Errorf("event %s of sample news is not marked as such", e.vals["id"])
	}
}

// TestRecordsOfSampleNews holds every record of the sample news against what is
// promised to the outside: keys, spans, lists, numbers, the mark of samples.
func TestRecordsOfSampleNews(t *testing.T) {
	t.Parallel()
	status, out, errs := run(t.Context(), t, demo.Open(), "annotate", "--explain", "--workers", "1")
	if status != 0 || errs != "" {
		t.Fatalf("status %d: %s", status, errs)
	}
	events, words := 0, 0
	for line := range strings.Lines(out) {
		d := json.NewDecoder(strings.NewReader(line))
		d.UseNumber()
		v, err := decode(d)
		if err != nil {
			t.Fatal(err)
		}
		doc := v.(*object)
		c := &checker{t: t, text: []rune(doc.vals["text"].(string))}
		want := documentKeys
		if doc.vals["lang"] != "en" { // no layer was run: their keys are absent
			want = slices.DeleteFunc(slices.Clone(want), func(k string) bool { return slices.Contains(layers, k) })
		}
		c.keys("a document", doc, want)
		c.value(fmt.Sprint(doc.vals["id"]), doc)
		if doc.vals["sample"] != true {
			t.Errorf("document %s is not marked as a sample", doc.vals["id"])
		}
		coded, _ := doc.vals["events"].([]any)
		for _, e := range coded {
			c.event(e.(*object), doc.vals["related"].([]any))
			events++
		}
		words += c.words
	}
	if events < 100 || words < 1000 {
		t.Errorf("%d events and %d spans were looked at: too few to mean anything", events, words)
	}
	_, eight, _ := run(t.Context(), t, demo.Open(), "annotate", "--explain", "--workers", "8")
	if eight != out {
		t.Error("eight workers print other bytes than one")
	}
}

// TestExampleOfEvent codes the sentence that docs/format/wire.md and the README show,
// the contract's own: every field of the record must be as they say, but the run and
// the confidences, which hang on the models.
func TestExampleOfEvent(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/format/wire.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(page), "\n## Example\n")
	blocks := strings.Split(example, "```")
	if len(blocks) != 5 {
		t.Fatalf("docs/format/wire.md has %d blocks in its example, want input and output", len(blocks)/2)
	}
	status, out, errs := run(t.Context(), t, strings.NewReader(strings.TrimPrefix(blocks[1], "json\n")), "code")
	if status != 0 || errs != "" {
		t.Fatalf("status %d: %s", status, errs)
	}
	var want, got map[string]any
	if err := json.Unmarshal([]byte(strings.TrimPrefix(blocks[3], "json\n")), &want); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, k := range []string{"run", "confidence", "confidences"} {
		delete(want, k)
		delete(got, k)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("docs/format/wire.md against what is printed (-want +got):\n%s", diff)
	}
	recipient := got["recipient"].([]any)[0].(map[string]any)
	if recipient["name"] != "Xi Jinping" || got["about"] != nil || got["attribution"] != nil {
		t.Errorf("recipient %v, about %v", recipient["name"], got["about"])
	}
}

// waiting is an input that never comes, and tells when it is waited for.
type waiting struct{ asked chan struct{} }

func (w *waiting) Read([]byte) (int, error) {
	close(w.asked)
	select {}
}

// TestInterruptWhileWaiting interrupts commands that wait for standard input,
// which no closing of a pipe or a terminal ends.
func TestInterruptWhileWaiting(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"code"}, {"extract", "-"}, {"parse", "--tokenized"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithCancel(t.Context())
			in := &waiting{make(chan struct{})}
			go func() { <-in.asked; cancel() }()
			if status, out, errs := run(ctx, t, in, args...); status != 130 || out != "" {
				t.Errorf("status %d, %q, %q; want 130", status, out, errs)
			}
		})
	}
}
