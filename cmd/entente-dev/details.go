package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	iofs "io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/eval"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/text"
	"github.com/entente-news/entente/internal/wire"
	"github.com/entente-news/entente/models"
)

// runDetails learns the details of events from the written part of the corpus
// (--out), or writes those of the annotated events of a file (--predict), as
// found from their triggers alone, for measuring and error analysis.
func runDetails(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("details", flag.ContinueOnError)
	file := fs.String("corpus", filepath.Join("data", "corpus", "events", "written.jsonl.gz"), "annotated events in JSON Lines")
	dest := fs.String("out", "", "weight file to write")
	folds := fs.Int("folds", 5, "folds of the corpus; each is shown by what was learnt from the others, and 1 by the weights that are shipped")
	words := fs.String("lexicon", filepath.Join("data", "lexicon"), "folder of words by root and mode")
	seed := fs.Uint64("seed", 1, "seed of the order of examples")
	gold := fs.String("gold", "", "folder of gold data, with which the drawn part is learnt from too: speakers and places alone")
	score := fs.Bool("score", false, "show how good the details are instead, of each fold by what was learnt from the others")
	keep := fs.String("keep", "", "sections that are taken over from the shipped weights as they are, with commas between")
	predict := fs.Bool("predict", false, "write the details of the events of the corpus, one a line, instead")
	if err := fs.Parse(args); err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	cls, err := readClass(*file, *gold)
	if err != nil {
		return err
	}
	lists, err := filepath.Glob(filepath.Join(*words, "*.txt"))
	if err != nil {
		return fmt.Errorf("list the lexicon: %w", err)
	}
	for _, name := range lists { // in name order
		if err := cls.readWords(name); err != nil {
			return err
		}
	}
	cls.keep = strings.FieldsFunc(*keep, func(r rune) bool { return r == ',' })
	switch {
	case *score:
		return cls.score(out, *folds, *seed)
	case *predict && *folds > 0 && *dest == "":
		return cls.predict(out, *folds, *seed)
	case *dest != "":
		file, err := cls.teach(-1, 1, *seed)
		if err != nil {
			return err
		}
		b := file.Encode()
		if err := os.WriteFile(*dest, b, 0o644); err != nil { //nolint:gosec // weights are public
			return fmt.Errorf("write weights: %w", err)
		}
		fmt.Fprintf(out, "%d lessons, %d bytes\n", len(cls.lessons(-1, 1)), len(b))
		return nil
	}
	return errors.New("give --out, --predict or --score")
}

// teach learns from all folds but one, and takes the sections that are kept from the
// shipped weights.
func (c *class) teach(without, folds int, seed uint64) (*model.File, error) {
	for _, name := range c.keep {
		if !slices.Contains(coder.DetailSections(), name) {
			return nil, fmt.Errorf("no section %q", name)
		}
	}
	f := coder.Teach(c.lessons(without, folds), seed, c.keep...)
	if len(c.keep) == 0 {
		return f, nil
	}
	b, err := iofs.ReadFile(models.FS, coder.DetailFile)
	if err != nil {
		return nil, fmt.Errorf("read the shipped weights: %w", err)
	}
	shipped, err := model.Decode(b)
	if err != nil {
		return nil, fmt.Errorf("read the shipped weights: %w", err)
	}
	out := &model.File{}
	for _, name := range coder.DetailSections() {
		from := f
		if slices.Contains(c.keep, name) {
			from = shipped
		}
		out.Take(from, func(n string) bool { return n == name })
	}
	return out, nil
}

// undetailed is the models without the weights that are to be learnt.
type undetailed struct{ iofs.FS }

// Open opens a file, but not that of the weights.
func (u undetailed) Open(name string) (iofs.File, error) {
	if name == coder.DetailFile {
		return nil, &iofs.PathError{Op: "open", Path: name, Err: iofs.ErrNotExist}
	}
	return u.FS.Open(name)
}

// ReadDir lists a folder without the file of the weights.
func (u undetailed) ReadDir(name string) ([]iofs.DirEntry, error) {
	list, err := iofs.ReadDir(u.FS, name)
	return slices.DeleteFunc(list, func(e iofs.DirEntry) bool { return e.Name() == coder.DetailFile }), err
}

// class is a corpus with its texts read.
type class struct {
	tools   *pipeline.Tools
	records []corpus.Record
	docs    []*entente.Document
	given   [][]coder.Given
	learnt  [][]*coder.Lesson
	words   []*coder.Lesson // of the lexicon
	keep    []string        // sections of the shipped weights that are kept
}

// readClass reads a file of the corpus, with the drawn part where gold is a folder of
// gold data, and annotates its texts.
func readClass(name, gold string) (*class, error) {
	f, err := os.Open(name) //nolint:gosec // the file that the user names
	if err != nil {
		return nil, fmt.Errorf("read the corpus: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read from
	c := &class{}
	if c.records, err = corpus.ReadJSON(name, f); err != nil {
		return nil, fmt.Errorf("read the corpus: %w", err)
	}
	if gold != "" {
		more, err := drawnPart(filepath.Dir(name), gold)
		if err != nil {
			return nil, err
		}
		c.records = append(c.records, more...)
	}
	if c.tools, err = pipeline.Load(without{undetailed{models.FS}, coder.ModelName}, data.FS); err != nil {
		return nil, err
	}
	for i := range c.records {
		r := &c.records[i]
		if r.Text == nil {
			return nil, fmt.Errorf("%s: record %s has no text: rebuild it first", name, r.ID)
		}
		d := &entente.Document{ID: r.ID, Text: *r.Text, Lang: pipeline.Language}
		if r.Date != nil {
			if day, err := entente.ParseDay(*r.Date); err == nil {
				d.Published, d.DateOnly, d.DateBasis = day.Time(), true, entente.DateMetadata
			}
		}
		c.docs = append(c.docs, d)
	}
	return c, c.annotate()
}

// readWords reads the lines ROOT/mode CLASS: words of a lexicon.
func (c *class) readWords(name string) error {
	b, err := os.ReadFile(name) //nolint:gosec // the file that the user names
	if err != nil {
		return fmt.Errorf("read the lexicon: %w", err)
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		head, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		code, _, _ := strings.Cut(head, " ")
		rootName, modeName, hasMode := strings.Cut(code, "/")
		if !ok || !hasMode || strings.HasPrefix(head, "#") {
			continue
		}
		root, err := entente.ParseRoot(rootName)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
		mode, err := entente.ParseMode(modeName)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
		for _, w := range strings.Fields(words) {
			c.words = append(c.words, c.tools.Coder.DictionaryLesson(root, mode, strings.Split(w, "+")))
		}
	}
	return nil
}

// annotate makes the layers below events, and the lessons.
func (c *class) annotate() error {
	want := entente.LayerTokens | entente.LayerTags | entente.LayerNames | entente.LayerActors | entente.LayerPlaces | entente.LayerDates | entente.LayerTrees
	if err := through(c.docs, c.tools.TextStages(pipeline.Plan{Want: want, AllTrees: true}), func(*entente.Document) error { return nil }); err != nil {
		return err
	}
	for i := range c.records {
		g := givenOf(&c.records[i])
		c.given = append(c.given, g)
		answers, err := answersOf(&c.records[i])
		if err != nil {
			return err
		}
		c.learnt = append(c.learnt, c.tools.Coder.Lessons(c.docs[i], g, answers))
	}
	return nil
}

// givenOf returns the annotated events of r.
func givenOf(r *corpus.Record) []coder.Given {
	ix := text.NewIndex(*r.Text)
	span := func(t corpus.Text) entente.Span { return entente.Span{Start: ix.Byte(t.Start), End: ix.Byte(t.End)} }
	var out []coder.Given
	for i := range r.Events {
		e := &r.Events[i]
		root, err := entente.ParseRoot(e.Event)
		if err != nil {
			root = entente.RootNone
		}
		g := coder.Given{Trigger: span(e.Trigger), Root: root}
		for _, m := range e.Actor {
			g.Actors = append(g.Actors, span(m.Text))
		}
		for _, m := range e.Recipient {
			g.Recipients = append(g.Recipients, span(m.Text))
		}
		out = append(out, g)
	}
	return out
}

// answersOf returns what the annotators say of the events of r.
func answersOf(r *corpus.Record) ([]coder.Answer, error) {
	ix := text.NewIndex(*r.Text)
	span := func(t corpus.Text) entente.Span { return entente.Span{Start: ix.Byte(t.Start), End: ix.Byte(t.End)} }
	out := make([]coder.Answer, len(r.Events))
	for i := range r.Events {
		e, a := &r.Events[i], &out[i]
		a.Drawn = r.Drawn != nil
		var err error
		if e.Mode != nil {
			if a.Mode, err = entente.ParseMode(*e.Mode); err != nil {
				return nil, err
			}
		}
		for _, name := range e.Contexts {
			c, err := entente.ParseContext(name)
			if err != nil {
				return nil, err
			}
			a.Contexts = append(a.Contexts, c)
		}
		if a.Status, err = entente.ParseStatus(e.Status); err != nil {
			return nil, err
		}
		if e.Aspect == entente.AspectOngoing.String() {
			a.Aspect = entente.AspectOngoing
		}
		if e.Where != nil {
			a.Where = span(e.Where.Text)
		}
		if w := e.When; w != nil {
			a.Today = w.Basis == entente.WhenDocument.String()
			if w.Start != nil && w.End != nil {
				a.When = entente.Span{Start: ix.Byte(*w.Start), End: ix.Byte(*w.End)}
			}
		}
		if t := e.Attribution; t != nil {
			a.Speaker, a.Cue, a.Interested = span(t.Speaker.Text), span(t.Cue), t.Interested
		}
		e.Magnitude.Each(func(kind string, s *corpus.Size) {
			a.Sizes = append(a.Sizes, coder.SizeAnswer{Span: span(s.Text), Kind: kind})
		})
	}
	return out, nil
}

// fold returns the fold of a record: by its id alone, of a drawn one by that of its
// article.
func (c *class) fold(i, folds int) int {
	id := c.records[i].ID
	if o := c.records[i].Drawn; o != nil {
		id = o.Doc
	}
	return int(model.HashString(id) % uint64(folds)) //nolint:gosec // a small number
}

// lessons returns the lessons of all folds but one, in the order of the corpus.
func (c *class) lessons(without, folds int) []*coder.Lesson {
	out := slices.Clone(c.words)
	for i := range c.records {
		if c.fold(i, folds) == without {
			continue
		}
		out = append(out, c.learnt[i]...)
	}
	return out
}

// shown calls visit with the records of each fold, coded by what was learnt from the
// others; with one fold by the shipped weights.
func (c *class) shown(folds int, seed uint64, visit func(i int) error) error {
	for fold := range folds {
		if folds < 2 {
			if err := c.tools.Coder.LoadDetail(models.FS); err != nil {
				return err
			}
		} else {
			f, err := c.teach(fold, folds, seed)
			if err != nil {
				return err
			}
			if err := c.tools.Coder.UseDetail(f); err != nil {
				return err
			}
		}
		for i, d := range c.docs {
			if c.fold(i, folds) != fold {
				continue
			}
			d.Events = c.tools.Coder.Detail(d, c.given[i])
			d.Layers |= entente.LayerEvents
			if err := visit(i); err != nil {
				return err
			}
		}
	}
	return nil
}

// predict writes the details of each fold by what was learnt from the others.
func (c *class) predict(out io.Writer, folds int, seed uint64) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return c.shown(folds, seed, func(i int) error {
		for _, e := range wire.Events(c.docs[i], wire.Options{}) {
			if err := enc.Encode(e); err != nil {
				return fmt.Errorf("write details: %w", err)
			}
		}
		return nil
	})
}

// score shows how good the details of events are whose trigger, root and parties are
// given, of the written and of the drawn part.
func (c *class) score(out io.Writer, folds int, seed uint64) error {
	if err := c.shown(folds, seed, func(int) error { return nil }); err != nil {
		return err
	}
	for part, drawn := range [...]bool{false, true} {
		var gold []corpus.Record
		var docs []*entente.Document
		for i := range c.records {
			if (c.records[i].Drawn != nil) == drawn {
				gold, docs = append(gold, c.records[i]), append(docs, c.docs[i])
			}
		}
		if len(gold) == 0 {
			continue
		}
		for _, r := range eval.CodingRows([...]string{"written", "drawn"}[part], gold, docs) {
			fmt.Fprintf(out, "%-8s %-45s %-16s %s\n", r.Data, r.Measure, r.Value, r.Note)
		}
	}
	return nil
}
