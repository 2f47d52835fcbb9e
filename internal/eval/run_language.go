package eval

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/nlp"
	"github.com/entente-news/entente/nlp/conllu"
)

// treebanks are the development files.
var treebanks = []struct{ name, file string }{{"EWT", "en_ewt-ud-dev"}, {"GUM", "en_gum-ud-dev"}}

func (r *Runner) parse(ctx context.Context) error {
	for _, tb := range treebanks {
		gold := "parse/" + tb.file + ".conllu.gz"
		if err := r.goldWords(gold, "parse/"+tb.file+".words.conllu"); err != nil {
			return err
		}
		s, err := ScoreParse(r.Gold, gold, os.DirFS(r.Predictions), "parse/"+tb.file+".words.conllu")
		if err != nil {
			return err
		}
		r.add("parse", tb.name+", gold words", "UPOS", f1(s.UPOS.F), "")
		r.add("parse", tb.name+", gold words", "lemma", f1(s.Lemma.F), "")
		r.add("parse", tb.name+", gold words", "UAS / LAS", f1(s.UAS.F)+" / "+f1(s.LAS.F), relationNote(s))
		if err := r.rawText(ctx, "parse/"+tb.file+".txt.gz", "parse/"+tb.file+".raw.conllu"); err != nil {
			return err
		}
		if s, err = ScoreParse(r.Gold, gold, os.DirFS(r.Predictions), "parse/"+tb.file+".raw.conllu"); err != nil {
			return err
		}
		r.add("parse", tb.name+", raw text", "words / sentences F1", f1(s.Words.F)+" / "+f1(s.Sentences.F), "")
		r.add("parse", tb.name+", raw text", "UAS / LAS", f1(s.UAS.F)+" / "+f1(s.LAS.F), "")
	}
	return nil
}

func relationNote(s ParseScore) string {
	var out []string
	for _, rel := range []string{"nsubj", "nsubj:pass", "obj", "ccomp", "conj"} {
		out = append(out, fmt.Sprintf("%s %.1f", rel, s.Relations[rel].F))
	}
	return strings.Join(out, ", ")
}

// open opens a gold file and undoes gzip.
func (r *Runner) open(name string) (io.ReadCloser, error) {
	f, err := r.Gold.Open(name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return f, err
	}
	gz, err := gzip.NewReader(f)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("read %s: %w", name, err), f.Close())
	}
	return &unzipped{gz, f}, nil
}

type unzipped struct {
	io.Reader
	io.Closer
}

// goldWords parses gold sentences with their words given.
func (r *Runner) goldWords(gold, out string) error {
	in, err := r.open(gold)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // read only
	list, err := conllu.ReadAll(in)
	if err != nil {
		return fmt.Errorf("read %s: %w", gold, err)
	}
	f, err := r.create(out)
	if err != nil {
		return err
	}
	w, worker := conllu.NewWriter(f), r.Tools.Model.NewWorker()
	for _, s := range list {
		bare := *s
		bare.Words = make([]conllu.Word, len(s.Words))
		for i := range s.Words {
			bare.Words[i] = conllu.Word{Form: s.Words[i].Form, Lemma: "_", UPOS: "_", XPOS: "_", Feats: "_", Deprel: "_", Deps: "_", Misc: s.Words[i].Misc}
		}
		d := nlp.FromConllu([]*conllu.Sentence{&bare})
		worker.Tag(d)
		worker.Parse(d, 0)
		for i := range bare.Words {
			t, x := &d.Tokens[i], &bare.Words[i]
			x.UPOS, x.XPOS, x.Lemma, x.Deprel, x.Head = t.UPOS.String(), t.XPOS, t.Lemma, t.Deprel.String(), int(t.Head)+1
		}
		if err := w.Write(&bare); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

// rawText parses an untokenised text: documents are parted by empty lines.
func (r *Runner) rawText(ctx context.Context, text, out string) error {
	in, err := r.open(text)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // read only
	b, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("read %s: %w", text, err)
	}
	var docs []*entente.Document
	for _, t := range strings.Split(string(b), "\n\n") {
		if strings.TrimSpace(t) != "" {
			docs = append(docs, given(fmt.Sprint(len(docs)), t, ""))
		}
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerTrees, AllTrees: true}), docs); err != nil {
		return err
	}
	f, err := r.create(out)
	if err != nil {
		return err
	}
	w := conllu.NewWriter(f)
	for _, d := range docs {
		for i := range d.Sentences {
			if err := w.Write(nlp.ToConllu(d, i)); err != nil {
				return errors.Join(err, f.Close())
			}
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

// names scores names on files whose sentences the shipped model may have been
// trained on, and says so.
func (r *Runner) names(context.Context) error {
	const file = "parse/uner_en_ewt-dev.iob2.gz"
	gold, err := ReadIOB(r.Gold, file)
	if err != nil {
		return err
	}
	worker := r.Tools.Model.NewWorker()
	sys := make([][]TaggedWord, len(gold))
	for i, s := range gold {
		words := make([]conllu.Word, len(s))
		for k, w := range s {
			words[k] = conllu.Word{Form: w.Form, Lemma: "_", UPOS: "_", XPOS: "_"}
		}
		d := nlp.FromConllu([]*conllu.Sentence{{Words: words}})
		worker.Tag(d)
		worker.Names(d)
		sys[i] = iobOf(d, s)
	}
	if err := r.writeIOB("parse/uner_en_ewt-dev.iob2", sys); err != nil {
		return err
	}
	s, err := ScoreIOB(gold, sys)
	if err != nil {
		return err
	}
	r.add("names", "UNER dev", "span F1", f1(s.All.F), "the shipped model has seen these sentences in training; see its card for folds")
	return nil
}

// iobOf writes the names of one sentence as IOB2 tags.
func iobOf(d *entente.Document, words []TaggedWord) []TaggedWord {
	out := make([]TaggedWord, len(words))
	for k := range words {
		out[k] = TaggedWord{words[k].Form, "O"}
	}
	for _, e := range d.Entities {
		for k := e.First; k < e.Last && k < len(out); k++ {
			p := "I-"
			if k == e.First {
				p = "B-"
			}
			out[k].Tag = p + e.Type.String()
		}
	}
	return out
}

func (r *Runner) writeIOB(name string, list [][]TaggedWord) error {
	f, err := r.create(name)
	if err != nil {
		return err
	}
	for _, s := range list {
		for k, w := range s {
			if _, err := fmt.Fprintf(f, "%d\t%s\t%s\n", k+1, w.Form, w.Tag); err != nil {
				return errors.Join(err, f.Close())
			}
		}
		if _, err := fmt.Fprintln(f); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return f.Close()
}
