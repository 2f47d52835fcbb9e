package eval

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/nlp"
	"github.com/entente-news/entente/nlp/conllu"
)

// treebanks are the development files.
var treebanks = []struct{ name, file string }{{"EWT", "en_ewt-ud-dev"}, {"GUM", "en_gum-ud-dev"}}

func (r *Runner) parse(ctx context.Context) error {
	var main [5]float64
	for _, tb := range treebanks {
		s, err := r.goldWords(tb.name, tb.file, "", false)
		if err != nil {
			return err
		}
		data := tb.name + ", gold words"
		r.add("parse", data, "UPOS", f1(s.UPOS.F), "XPOS "+f1(s.XPOS.F))
		r.add("parse", data, "lemma", f1(s.Lemma.F), "")
		r.add("parse", data, "UAS / LAS", f1(s.UAS.F)+" / "+f1(s.LAS.F), "")
		r.add("parse", data, "relations of 20 cases or more, F1", f1(s.LAS.F), everyRelation(s))
		for i, rel := range mainRelations {
			main[i] += s.Relations[rel].F / float64(len(treebanks))
		}
		fast, err := r.goldWords(tb.name, tb.file, "", true)
		if err != nil {
			return err
		}
		r.add("parse", data+", --fast", "UPOS, UAS / LAS", f1(fast.UPOS.F)+", "+f1(fast.UAS.F)+" / "+f1(fast.LAS.F), "")
		raw := "parse/" + tb.file + ".raw.conllu"
		if err := r.rawText(ctx, "parse/"+tb.file+".txt.gz", raw); err != nil {
			return err
		}
		if s, err = ScoreParse(r.Gold, "parse/"+tb.file+".conllu.gz", os.DirFS(r.Predictions), raw); err != nil {
			return err
		}
		r.add("parse", tb.name+", raw text", "words / sentences F1", f1(s.Words.F)+" / "+f1(s.Sentences.F), "")
		r.add("parse", tb.name+", raw text", "UAS / LAS", f1(s.UAS.F)+" / "+f1(s.LAS.F), "")
	}
	var of []string
	for i, rel := range mainRelations {
		of = append(of, rel+" "+f1(main[i]))
	}
	r.add("parse", "both, gold words", "mean F1 of relations", strings.Join(of, ", "), "")
	for _, genre := range []string{"news", "interview", "speech"} {
		s, err := r.goldWords("GUM", "en_gum-ud-dev", "GUM_"+genre, false)
		if err != nil {
			return err
		}
		r.add("parse", "GUM "+genre+", gold words", "UAS / LAS", f1(s.UAS.F)+" / "+f1(s.LAS.F), fmt.Sprintf("%d words; UPOS %s", s.GoldWords, f1(s.UPOS.F)))
	}
	return nil
}

// mainRelations are those that events hang on.
var mainRelations = [5]string{"nsubj", "nsubj:pass", "obj", "ccomp", "conj"}

func everyRelation(s ParseScore) string {
	var out []string
	for _, rel := range keys(s.Relations) {
		out = append(out, fmt.Sprintf("%s %.1f (%d)", rel, s.Relations[rel].F, s.Relations[rel].Gold))
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

// goldWords parses the sentences of a treebank with their words given, those of
// the documents whose names begin with only, and scores them; fast uses the
// smaller network.
func (r *Runner) goldWords(name, file, only string, fast bool) (ParseScore, error) {
	in, err := r.open("parse/" + file + ".conllu.gz")
	if err != nil {
		return ParseScore{}, err
	}
	defer in.Close() //nolint:errcheck // read only
	list, err := conllu.ReadAll(in)
	if err != nil {
		return ParseScore{}, fmt.Errorf("read %s: %w", file, err)
	}
	worker, kind := r.Tools.Model.NewWorker(), ".words"
	if fast {
		worker, kind = r.Tools.Model.NewFastWorker(), ".fast"
	}
	var gold, sys []*conllu.Sentence
	doc := ""
	for _, s := range list {
		if id, ok := s.Comment("newdoc id"); ok {
			doc = id
		}
		if strings.HasPrefix(doc, only) {
			gold = append(gold, s)
			sys = append(sys, reparse(worker, s))
		}
	}
	base := "parse/" + file + only
	if err := errors.Join(r.writeTrees(base+".gold.conllu", gold), r.writeTrees(base+kind+".conllu", sys)); err != nil {
		return ParseScore{}, err
	}
	if only == "" && !fast {
		r.enhanced(name, gold, sys)
	}
	own := os.DirFS(r.Predictions)
	return ScoreParse(own, base+".gold.conllu", own, base+kind+".conllu")
}

// reparse returns a sentence with its words alone, tagged and parsed anew.
func reparse(worker *nlp.Worker, s *conllu.Sentence) *conllu.Sentence {
	bare := *s
	bare.Words = make([]conllu.Word, len(s.Words))
	for i := range s.Words {
		bare.Words[i] = conllu.Word{Form: s.Words[i].Form, Lemma: "_", UPOS: "_", XPOS: "_", Feats: "_", Deprel: "_", Deps: "_", Misc: s.Words[i].Misc}
	}
	d := nlp.FromConllu([]*conllu.Sentence{&bare})
	worker.Tag(d)
	worker.Parse(d, nil)
	for i, w := range nlp.ToConllu(d, 0).Words {
		x := &bare.Words[i]
		x.UPOS, x.XPOS, x.Lemma, x.Deprel, x.Head, x.Deps = w.UPOS, w.XPOS, w.Lemma, w.Deprel, w.Head, w.Deps
	}
	return &bare
}

func (r *Runner) writeTrees(name string, list []*conllu.Sentence) error {
	f, err := r.create(name)
	if err != nil {
		return err
	}
	w := conllu.NewWriter(f)
	for _, s := range list {
		if err := w.Write(s); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

// enhanced scores the arcs of the enhanced graph that the tree does not have:
// those of shared subjects and the like, by the universal part of the relation.
// Arcs of empty nodes, of conjuncts to each other and of reference are not made
// and not counted.
func (r *Runner) enhanced(name string, gold, sys []*conllu.Sentence) {
	hits, given, asked := map[string]int{}, map[string]int{}, map[string]int{}
	for k := range gold {
		want := beyondTree(gold[k])
		for a := range beyondTree(sys[k]) {
			given[a.rel]++
			if want[a] {
				hits[a.rel]++
			}
		}
		for a := range want {
			asked[a.rel]++
		}
	}
	var h, g, a int
	var of []string
	for _, rel := range keys(asked) {
		h, g, a = h+hits[rel], g+given[rel], a+asked[rel]
		if asked[rel] >= 20 {
			of = append(of, fmt.Sprintf("%s %s (%d)", rel, f1(100*prf(hits[rel], given[rel], asked[rel]).F), asked[rel]))
		}
	}
	s := prf(h, g, a)
	r.add("parse", name+", gold words", "enhanced arcs beyond the tree, F1", f1(100*s.F), fmt.Sprintf("P %s, R %s; %s", f1(100*s.P), f1(100*s.R), strings.Join(of, ", ")))
}

type arc struct {
	head, dependent int
	rel             string
}

func beyondTree(s *conllu.Sentence) map[arc]bool {
	out := map[arc]bool{}
	for i := range s.Words {
		w := &s.Words[i]
		for d := range strings.SplitSeq(w.Deps, "|") {
			at, rel, _ := strings.Cut(d, ":")
			rel, _, _ = strings.Cut(rel, ":")
			head, err := strconv.Atoi(at)
			if err != nil || head == 0 || head == w.Head || rel == "ref" || rel == "conj" {
				continue
			}
			out[arc{head, i + 1, rel}] = true
		}
	}
	return out
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

// names scores names on sentences that the shipped model has not been trained
// on: those of Universal NER and held-out ones of our own.
func (r *Runner) names(context.Context) error {
	const file = "parse/uner_en_ewt-dev.iob2.gz"
	gold, err := ReadIOB(r.Gold, file)
	if err != nil {
		return err
	}
	for _, fast := range []bool{false, true} {
		s, err := r.findNames(gold, "parse/uner_en_ewt-dev.iob2", fast)
		if err != nil {
			return err
		}
		data := "UNER dev"
		if fast {
			data += ", --fast"
		}
		r.add("names", data, "span F1", f1(s.All.F), typesNote(s))
	}
	return r.ownNames()
}

func typesNote(s NameScore) string {
	var out []string
	for _, t := range keys(s.ByType) {
		if x := s.ByType[t]; x.Gold > 0 {
			out = append(out, fmt.Sprintf("%s %s (%d)", t, f1(x.F), x.Gold))
		}
	}
	return strings.Join(out, ", ")
}

func (r *Runner) findNames(gold [][]TaggedWord, name string, fast bool) (NameScore, error) {
	worker := r.Tools.Model.NewWorker()
	if fast {
		worker, name = r.Tools.Model.NewFastWorker(), name+".fast"
	}
	sys := make([][]TaggedWord, len(gold))
	for i, s := range gold {
		words := make([]conllu.Word, len(s))
		for k, w := range s {
			words[k] = conllu.Word{Form: w.Form, Lemma: "_", UPOS: "_", XPOS: "_"}
		}
		d := nlp.FromConllu([]*conllu.Sentence{{Words: words}})
		worker.Names(d)
		sys[i] = iobOf(d, s)
	}
	if err := r.writeIOB(name, sys); err != nil {
		return NameScore{}, err
	}
	return ScoreIOB(gold, sys)
}

// ownNames scores names in raw sentences of our own that were written apart from
// those that the finder learns from.
func (r *Runner) ownNames() error {
	if r.Own == nil {
		return nil
	}
	gold, err := ReadJSONL[NameDoc](r.Own, "corpus/names_heldout.jsonl")
	if err != nil {
		return err
	}
	for _, worker := range []*nlp.Worker{r.Tools.Model.NewWorker(), r.Tools.Model.NewFastWorker()} {
		pred := make([]NameDoc, len(gold))
		for i, g := range gold {
			d := given(g.ID, g.Text, "")
			worker.Tokenize(d)
			worker.TagAndName(d)
			at := map[int]int{} // code points before a byte
			n := 0
			for b := range d.Text {
				at[b] = n
				n++
			}
			at[len(d.Text)] = n
			pred[i].ID = g.ID
			for _, e := range d.Entities {
				pred[i].Entities = append(pred[i].Entities, NameSpan{at[e.Span.Start], at[e.Span.End], e.Type.String()})
			}
		}
		s, err := ScoreNameSpans(gold, pred)
		if err != nil {
			return err
		}
		data := "350 held-out sentences of our own"
		if len(r.rows) > 0 && r.rows[len(r.rows)-1].Data == data {
			data += ", --fast"
		}
		r.add("names", data, "span F1, raw text", f1(s.All.F), typesNote(s))
	}
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
