package cli

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
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
	ID       pairID  `json:"id"`
	Sentence string  `json:"sentence"`
	Marked   string  `json:"marked_sentence"`
	Source   *string `json:"source"`
	Target   *string `json:"target"`
}

// pairID is a string, or a number as it is written; "" when there is none.
type pairID string

func (id *pairID) UnmarshalJSON(b []byte) error {
	if b[0] != '"' && b[0] != '-' && (b[0] < '0' || b[0] > '9') && string(b) != "null" {
		return errors.New("id is neither a string nor a number")
	}
	switch {
	case b[0] == '"':
		return json.Unmarshal(b, (*string)(id))
	case string(b) != "null":
		*id = pairID(b)
	}
	return nil
}

// notPair says what is wrong with a line, in the words of the reader of
// documents.
func notPair(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON: %w at byte %d", err, syntax.Offset)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("a JSON %s, not an object", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("field %s: it is a JSON %s, not a string", kind.Field, kind.Value)
	}
	return err
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
		return nil, notPair(err)
	}
	d := &entente.Document{ID: fmt.Sprintf("%s#%d", filepath.ToSlash(at.File), at.Line), Origin: at, Lang: pipeline.Language}
	if p.ID != "" {
		d.ID = string(p.ID)
	}
	var s pairSpans
	if p.Marked != "" {
		var err error
		if d.Text, s, err = unmark(p.Marked); err != nil {
			return nil, fmt.Errorf("marked_sentence: %w", err)
		}
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
// stood; of several the first counts. One that is not closed, or not opened, is
// an error: nobody knows what it was to mark.
func unmark(marked string) (string, pairSpans, error) {
	marked, _ = text.Normalize(marked)
	var b strings.Builder
	var s pairSpans
	ends := [2]struct {
		open, end string
		from      int // -1: not open
		to        *entente.Span
	}{{"<s>", "</s>", -1, &s.Source}, {"<t>", "</t>", -1, &s.Target}}
next:
	for i := 0; i < len(marked); {
		for k := range ends {
			switch x := &ends[k]; {
			case strings.HasPrefix(marked[i:], x.open):
				if x.from >= 0 {
					return "", s, fmt.Errorf("%s stands within %s", x.open, x.open)
				}
				x.from = b.Len()
				i += len(x.open)
				continue next
			case strings.HasPrefix(marked[i:], x.end):
				if x.from < 0 {
					return "", s, fmt.Errorf("%s without %s before it", x.end, x.open)
				}
				if x.to.IsEmpty() {
					*x.to = entente.Span{Start: x.from, End: b.Len()}
				}
				x.from = -1
				i += len(x.end)
				continue next
			}
		}
		b.WriteByte(marked[i])
		i++
	}
	for _, x := range ends {
		if x.from >= 0 {
			return "", s, fmt.Errorf("%s without %s behind it", x.open, x.end)
		}
	}
	return b.String(), s, nil
}

// openInput opens a file, or standard input for "-", and undoes gzip.
func (a *App) openInput(name string) (io.ReadCloser, error) {
	in := io.NopCloser(a.in)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			var at *fs.PathError // says the name and the operation once more
			if errors.As(err, &at) {
				err = at.Err
			}
			return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "open", Where: filepath.ToSlash(name), Err: err}
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
