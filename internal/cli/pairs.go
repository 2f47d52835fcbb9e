package cli

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/text"
	"github.com/entente-news/entente/internal/wire"
)

// pairLine is a line of what code --pairs reads. A marked sentence wins over
// source and target.
type pairLine struct {
	ID       *string `json:"id"`
	Sentence string  `json:"sentence"`
	Marked   string  `json:"marked_sentence"`
	Source   *string `json:"source"`
	Target   *string `json:"target"`
}

// pairSpans are the two given parties, in bytes; empty when not given.
type pairSpans struct{ Source, Target entente.Span }

// pairKey is where the spans of a pair travel with its document.
const pairKey = "pair"

// related is what a relation is read from.
const related = entente.LayerActors | entente.LayerPlaces | entente.LayerDates | entente.LayerTrees

// codePairs prints the relation between two given actors, line by line.
// The smaller network tells relations as well as the other one: Pairs in
// docs/evaluation/events.md.
func (a *App) codePairs(c *cobra.Command, in *inputFlags, out *outputFlags, t *pipeline.Tools, args []string) error {
	if len(args) == 0 {
		args = []string{"-"}
	}
	r := reading{in: in, args: args, docs: a.pairDocuments(args, in.maxDoc),
		stages: t.TextStages(pipeline.Plan{Want: related, AllTrees: true, Fast: true})}
	return a.records(c, r, out, t, func(w *wire.Writer, d *entente.Document, _ wire.Options) error {
		var s pairSpans
		if err := json.Unmarshal(d.Extra[pairKey], &s); err != nil {
			return fmt.Errorf("keep the spans of a pair: %w", err)
		}
		return w.Write(pairRecord(d.ID, t.Coder.Relate(d, s.Source, s.Target)))
	})
}

// leastScore is the probability under which a root is not listed.
const leastScore = 0.001

// pairRecord writes the likeliest root, and the probabilities of all that are
// not out of the question.
func pairRecord(id string, r coder.Relation) wire.Pair {
	p := wire.Pair{ID: id, Scores: map[string]wire.Number{}}
	if r.Root == entente.RootNone {
		return p
	}
	root, quad := r.Root.String(), int(r.Root.Quad())
	p.Root, p.Quad = &root, &quad
	for _, k := range entente.Roots() {
		if s := r.Scores[k]; s >= leastScore || k == r.Root {
			p.Scores[k.String()] = wire.Number(s)
		}
	}
	return p
}

// pairDocuments reads pairs as documents that carry their spans along.
func (a *App) pairDocuments(names []string, maxLine int64) iter.Seq2[*entente.Document, error] {
	return func(yield func(*entente.Document, error) bool) {
		for _, name := range names {
			if !a.pairFile(name, maxLine, yield) {
				return
			}
		}
	}
}

func (a *App) pairFile(name string, maxLine int64, yield func(*entente.Document, error) bool) bool {
	in, err := a.openInput(name)
	if err != nil {
		return yield(nil, err)
	}
	defer in.Close() //nolint:errcheck // read only
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 0, 64<<10), int(min(maxLine, 1<<30)))
	n := 0
	for sc.Scan() {
		n++
		line := bytes.TrimSpace(sc.Bytes())
		if len(line) == 0 {
			continue
		}
		d, err := pairDocument(line, entente.Origin{File: name, Line: n})
		if err != nil {
			err = &entente.Error{Code: entente.ErrInvalid, Op: "read a pair", Where: fmt.Sprintf("%s:%d", name, n), Err: err}
		}
		if !yield(d, err) {
			return false
		}
	}
	if err := sc.Err(); err != nil {
		code := entente.ErrInvalid
		if errors.Is(err, bufio.ErrTooLong) {
			code = entente.ErrLimit
		}
		return yield(nil, &entente.Error{Code: code, Op: "read a pair", Where: fmt.Sprintf("%s:%d", name, n+1), Err: err})
	}
	return true
}

func pairDocument(line []byte, at entente.Origin) (*entente.Document, error) {
	var p pairLine
	if err := json.Unmarshal(line, &p); err != nil {
		return nil, err
	}
	d := &entente.Document{ID: fmt.Sprintf("%s#%d", at.File, at.Line), Origin: at, Lang: pipeline.Language}
	if p.ID != nil {
		d.ID = *p.ID
	}
	var s pairSpans
	if p.Marked != "" {
		d.Text, s = unmark(p.Marked)
	} else {
		d.Text = p.Sentence
	}
	d.Text, _ = text.Normalize(d.Text)
	if strings.TrimSpace(d.Text) == "" {
		return nil, errors.New("it has neither sentence nor marked_sentence")
	}
	if p.Marked == "" {
		for _, x := range []struct {
			words *string
			span  *entente.Span
		}{{p.Source, &s.Source}, {p.Target, &s.Target}} {
			if x.words == nil || *x.words == "" {
				continue
			}
			words, _ := text.Normalize(*x.words)
			i := strings.Index(d.Text, words)
			if i < 0 {
				return nil, fmt.Errorf("%q does not stand in the sentence", words)
			}
			*x.span = entente.Span{Start: i, End: i + len(words)}
		}
	}
	b, err := json.Marshal(s)
	d.Extra = map[string][]byte{pairKey: b}
	return d, err
}

// unmark takes <s>, </s>, <t> and </t> out of a sentence and returns where they
// stood; of several the first counts.
func unmark(marked string) (string, pairSpans) {
	marked, _ = text.Normalize(marked)
	var b strings.Builder
	var s pairSpans
	start := 0
	for i := 0; i < len(marked); {
		rest := marked[i:]
		switch {
		case strings.HasPrefix(rest, "<s>"), strings.HasPrefix(rest, "<t>"):
			start = b.Len()
			i += 3
		case strings.HasPrefix(rest, "</s>"):
			if s.Source.IsEmpty() {
				s.Source = entente.Span{Start: start, End: b.Len()}
			}
			i += 4
		case strings.HasPrefix(rest, "</t>"):
			if s.Target.IsEmpty() {
				s.Target = entente.Span{Start: start, End: b.Len()}
			}
			i += 4
		default:
			b.WriteByte(marked[i])
			i++
		}
	}
	return b.String(), s
}

// openInput opens a file, or standard input for "-", and undoes gzip.
func (a *App) openInput(name string) (io.ReadCloser, error) {
	in := io.NopCloser(a.in)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "open", Err: err}
		}
		in = f
	}
	br := bufio.NewReader(in)
	if magic, err := br.Peek(2); err != nil || magic[0] != 0x1f || magic[1] != 0x8b {
		return &inputFile{br, in}, nil //nolint:nilerr // short input is no gzip
	}
	gz, err := gzip.NewReader(br)
	if err != nil {
		return nil, errors.Join(&entente.Error{Code: entente.ErrInvalid, Op: "decompress", Where: name, Err: err}, in.Close())
	}
	return &inputFile{gz, in}, nil
}

type inputFile struct {
	io.Reader
	io.Closer
}
