package pipeline

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/actor"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/extract"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/place"
	"github.com/entente-news/entente/internal/timex"
	"github.com/entente-news/entente/internal/voice"
	"github.com/entente-news/entente/nlp"
)

// Language is the language that has a model; documents in others are kept and
// counted, and not coded.
const Language = "en"

// Tools are the tables and models of all stages. They do not change once they
// are loaded and are shared by all workers.
type Tools struct {
	Model    *nlp.Model
	Actors   *actor.Table
	Places   *place.Gazetteer
	Coder    *coder.Coder
	Outlets  *merge.Outlets
	Voice    *voice.Reader
	Warnings []entente.Warning // what loading met that leaves a usable table
	// OwnPlaces is the start of the SHA-256 of the user's table of places, "" for none.
	OwnPlaces string
	sum       [sha256.Size]byte
}

// own is what the user adds to the tables of the program.
type own struct {
	places []byte
	actors []actor.Own
}

// Option adds to what [Load] reads.
type Option func(*own)

// WithPlaces adds a table of the user's places, as [place.Import] writes it; nil
// adds nothing.
func WithPlaces(table []byte) Option { return func(o *own) { o.places = table } }

// WithActors adds tables of the user's actors, which win over the program's.
func WithActors(tables ...actor.Own) Option { return func(o *own) { o.actors = tables } }

// Load reads models (en.bin, detail.bin, places.bin) and data (actors, outlets, patterns, places, voice).
func Load(models, data fs.FS, options ...Option) (*Tools, error) {
	t := &Tools{}
	var mine own
	for _, o := range options {
		o(&mine)
	}
	var more []place.Option
	if mine.places != nil {
		sum := sha256.Sum256(mine.places)
		t.OwnPlaces = hex.EncodeToString(sum[:4])
		more = append(more, place.WithOwn(bytes.NewReader(mine.places)))
	}
	fail := func(what string, err error) error {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "load " + what, Err: err}
	}
	places := make(chan error, 1) // the gazetteer takes a third of the time, and needs nothing of the rest
	go func() {
		var err error
		t.Places, err = LoadPlaces(models, data, more...)
		places <- err
	}()
	err := t.loadRest(models, data, mine, fail)
	if perr := <-places; perr != nil && err == nil {
		err = fail("the gazetteer", perr)
	}
	if err != nil {
		return nil, err
	}
	return t, nil
}

// loadRest loads all but the places.
func (t *Tools) loadRest(models, data fs.FS, mine own, fail func(string, error) error) error {
	var err error
	if t.Model, err = nlp.Open(models); err != nil {
		return fail("the language model", err)
	}
	if t.Actors, t.Warnings, err = LoadActors(data, mine.actors...); err != nil {
		return err
	}
	if t.Coder, err = coder.Open(data, models); err != nil {
		return fail("what codes events", err)
	}
	if err = t.Coder.LoadDetail(models); err != nil && !errors.Is(err, fs.ErrNotExist) { // without them the rules decide alone
		return fail("the weights of details", err)
	}
	words, err := fs.Sub(data, "voice")
	if err != nil {
		return fail("the words of speech", err)
	}
	if t.Voice, err = voice.New(words); err != nil {
		return fail("the words of speech", err)
	}
	if t.Outlets, err = LoadOutlets(data); err != nil {
		return err
	}
	if t.sum, err = checksum(mine.actors, models, data); err != nil {
		return fail("the tables' checksum", err)
	}
	return nil
}

// LoadActors reads the actor tables alone.
func LoadActors(data fs.FS, own ...actor.Own) (*actor.Table, []entente.Warning, error) {
	dir, err := fs.Sub(data, "actors")
	if err != nil {
		return nil, nil, &entente.Error{Code: entente.ErrUnavailable, Op: "load the actor tables", Err: err}
	}
	t, warnings, err := actor.Load(dir, own...)
	if err != nil {
		return nil, nil, &entente.Error{Code: entente.ErrUnavailable, Op: "load the actor tables", Err: err}
	}
	return t, warnings, nil
}

// LoadOutlets reads the table of outlets and then more of its kind, whose rows
// replace those of the same name.
func LoadOutlets(data fs.FS, more ...io.Reader) (*merge.Outlets, error) {
	table, err := fs.ReadFile(data, "outlets/outlets.tsv")
	if err != nil {
		return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "load the table of outlets", Err: err}
	}
	t, err := merge.ReadOutlets(append([]io.Reader{bytes.NewReader(table)}, more...)...)
	if err != nil {
		return nil, &entente.Error{Code: entente.ErrInvalid, Op: "load the table of outlets", Err: err}
	}
	return t, nil
}

// LoadPlaces reads the gazetteer alone, and more of the user's.
func LoadPlaces(models, data fs.FS, more ...place.Option) (*place.Gazetteer, error) {
	pack, err := fs.ReadFile(models, "places.bin")
	if err != nil {
		return nil, err
	}
	regions, err := fs.ReadFile(data, "places/regions.tsv")
	if err != nil {
		return nil, err
	}
	states, err := fs.ReadFile(data, "actors/states.tsv")
	if err != nil {
		return nil, err
	}
	disputed, err := fs.ReadFile(data, "places/disputed.tsv")
	if err != nil {
		return nil, err
	}
	outlets, err := fs.ReadFile(data, "places/outlets.tsv")
	if err != nil {
		return nil, err
	}
	past, err := fs.ReadFile(data, "places/past.tsv")
	if err != nil {
		return nil, err
	}
	return place.Load(bytes.NewReader(pack), bytes.NewReader(regions), bytes.NewReader(states),
		append([]place.Option{place.WithDisputes(bytes.NewReader(disputed)), place.WithOutlets(bytes.NewReader(outlets)), place.WithPast(bytes.NewReader(past))}, more...)...)
}

// checksum is over the names and bytes of all tables and models, in order, and
// the bytes of the user's own: where these lie does not matter.
func checksum(own []actor.Own, roots ...fs.FS) (sum [sha256.Size]byte, err error) {
	h := sha256.New()
	for _, root := range roots {
		var names []string
		err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() && !strings.HasSuffix(name, ".md") && !strings.HasSuffix(name, ".go") {
				names = append(names, name)
			}
			return err
		})
		if err != nil {
			return sum, fmt.Errorf("list tables: %w", err)
		}
		sort.Strings(names)
		for _, name := range names {
			b, err := fs.ReadFile(root, name)
			if err != nil {
				return sum, fmt.Errorf("read %s: %w", path.Base(name), err)
			}
			fmt.Fprintf(h, "%s %d\n", name, len(b)) //nolint:errcheck // a hash takes everything
			h.Write(b)                              //nolint:errcheck // as above
		}
	}
	for i := range own {
		fmt.Fprintf(h, "own %d\n", len(own[i].Data)) //nolint:errcheck // a hash takes everything
		h.Write(own[i].Data)                         //nolint:errcheck // as above
	}
	copy(sum[:], h.Sum(nil))
	return sum, nil
}

// Checksum returns the SHA-256 of all models and tables, in hex.
func (t *Tools) Checksum() string { return hex.EncodeToString(t.sum[:]) }

// Run names what codes: the program's version and a short hash of models,
// tables, patterns and the options that change events.
func (t *Tools) Run(options ...string) string {
	h := sha256.New()
	h.Write(t.sum[:]) //nolint:errcheck // a hash takes everything
	if t.OwnPlaces != "" {
		options = append([]string{"places=" + t.OwnPlaces}, options...)
	}
	for _, o := range options {
		h.Write([]byte(o + "\n")) //nolint:errcheck // as above
	}
	return entente.Version() + "-" + hex.EncodeToString(h.Sum(nil)[:4])
}

// Plan says which layers are wanted; what they need is made as well.
type Plan struct {
	Want     entente.Layer
	AllTrees bool // parse every sentence, not only those that may give an event
	Fast     bool // read with the smaller network
}

// ExtractStage turns pages into text and marks related headlines.
func ExtractStage() Stage {
	return Stage{Name: "extract", Gives: entente.LayerText, New: func() Annotator {
		return extract.New(extract.Options{})
	}}
}

// GivenStage stands in place of the extraction where text and language are given.
func GivenStage() Stage {
	return Stage{Name: "given", Gives: entente.LayerText, New: func() Annotator {
		return AnnotatorFunc(func(context.Context, *entente.Document) error { return nil })
	}}
}

// TextStages returns the stages of a plan for documents whose text and language are
// given.
func (t *Tools) TextStages(p Plan) []Stage {
	stages := t.Stages(p)
	stages[0] = GivenStage()
	return stages
}

// Stages returns the stages of a plan in order, the extraction first.
func (t *Tools) Stages(p Plan) []Stage {
	const language = entente.LayerTokens | entente.LayerTags | entente.LayerNames
	gated := entente.LayerActors // what tells which sentences are worth a parse
	if p.AllTrees {
		gated = 0
	}
	all := []Stage{
		t.stage("language", entente.LayerText, language, func() func(*entente.Document) {
			w := t.worker(p.Fast)
			return func(d *entente.Document) { w.Tokenize(d); w.TagAndName(d) }
		}),
		t.stage("actors", language, entente.LayerActors, func() func(*entente.Document) { return t.Actors.NewWorker().Annotate }),
		t.stage("dates", entente.LayerTokens, entente.LayerDates, func() func(*entente.Document) { return new(timex.Worker).Annotate }),
		{Needs: language | gated, Gives: entente.LayerTrees}, // always read with the language, see reading
		// Behind the trees, which tell a place from a modifier where there are any.
		t.stage("places", language, entente.LayerPlaces, t.placing),
		t.stage("events", language|entente.LayerActors|entente.LayerPlaces|entente.LayerDates|entente.LayerTrees,
			entente.LayerEvents, func() func(*entente.Document) {
				return func(d *entente.Document) {
					t.Coder.Code(d)
					merge.Senses(d, t.Coder.Words())
					merge.Repeats(d)
				}
			}),
		t.stage("speech", language|entente.LayerActors|entente.LayerTrees, entente.LayerQuotes|entente.LayerPositions,
			func() func(*entente.Document) { return t.Voice.Annotate }),
	}
	want := p.Want
	if want.Has(entente.LayerActors) {
		want |= entente.LayerPlaces // which settle the countries of actors
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Gives&want != 0 {
			want |= all[i].Needs
		}
	}
	out := []Stage{ExtractStage()}
	if want.Has(entente.LayerTrees) {
		together := t.reading(p, want.Has(entente.LayerActors))
		out, want = append(out, together), want&^together.Gives
	}
	for _, s := range all {
		if s.Gives&want != 0 {
			out = append(out, s)
		}
	}
	return out
}

// reading is the stages of language, actors and trees in one, with one worker: the
// trees go on from what the network read for the tags.
func (t *Tools) reading(p Plan, actors bool) Stage {
	gives := entente.LayerTokens | entente.LayerTags | entente.LayerNames | entente.LayerTrees
	if actors {
		gives |= entente.LayerActors
	}
	return Stage{Name: "reading", Needs: entente.LayerText, Gives: gives, Lang: Language, New: func() Annotator {
		r := &reader{w: t.worker(p.Fast), find: func(*entente.Document) {}, choose: t.chooser(p)}
		if actors {
			if r.find = t.Actors.NewWorker().Annotate; p.Want.Has(entente.LayerEvents) {
				r.find = t.findAndSift(r.find)
			}
		}
		return r
	}}
}

// findAndSift finds actors and marks the sentences that tell no event.
func (t *Tools) findAndSift(find func(*entente.Document)) func(*entente.Document) {
	return func(d *entente.Document) {
		find(d)
		t.Coder.Sift(d)
	}
}

// placing finds places, and gives actors without a country that of their
// place where there are any.
func (t *Tools) placing() func(*entente.Document) {
	find, settle := t.Places.NewWorker().Annotate, t.Actors.NewWorker().Settle
	return func(d *entente.Document) {
		find(d)
		if d.Layers.Has(entente.LayerActors) {
			settle(d)
		}
	}
}

// stage makes a stage for documents in our language of a function a worker.
func (t *Tools) stage(name string, needs, gives entente.Layer, worker func() func(*entente.Document)) Stage {
	return Stage{Name: name, Needs: needs, Gives: gives, Lang: Language, New: func() Annotator {
		f := worker()
		return AnnotatorFunc(func(_ context.Context, d *entente.Document) error { f(d); return nil })
	}}
}

func (t *Tools) worker(fast bool) *nlp.Worker {
	if fast {
		return t.Model.NewFastWorker()
	}
	return t.Model.NewWorker()
}

// chooser tells which sentences of a document are worth a tree. Where speech is
// wanted the document is kept, and briefs read the trees of quiet sentences too.
func (t *Tools) chooser(p Plan) func(d *entente.Document, sentence int) bool {
	speech := p.Want&(entente.LayerQuotes|entente.LayerPositions) != 0
	return func(d *entente.Document, i int) bool {
		switch {
		case p.AllTrees:
			return true
		case speech:
			return t.Coder.Gate(d, i) || t.Voice.Gate(d, i)
		}
		return !d.Sentences[i].Quiet && t.Coder.Gate(d, i)
	}
}
