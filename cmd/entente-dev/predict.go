package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/nlp"
	"github.com/entente-news/entente/nlp/conllu"
	"github.com/entente-news/entente/nlp/train"
)

func runPredict(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("predict", flag.ContinueOnError)
	file := fs.String("model", "", "weights")
	trees := fs.String("conllu", "", "gold words and sentences")
	raw := fs.String("raw", "", "plain text, a paragraph a line")
	models := fs.String("models", "models", "folder with the vectors of words")
	names := fs.String("iob2", "", "gold words and sentences, for names")
	if err := fs.Parse(args); err != nil {
		return err
	}
	data, err := os.ReadFile(*file)
	if err != nil {
		return err
	}
	vectors, err := lexical.Load(os.DirFS(*models))
	if err != nil {
		return err
	}
	m, err := nlp.Decode(data, vectors)
	if err != nil {
		return err
	}
	w := m.NewWorker()
	switch {
	case *trees != "":
		return predictTrees(w, *trees, out)
	case *raw != "":
		return predictRaw(w, *raw, out)
	case *names != "":
		return predictNames(w, *names, out)
	}
	return errors.New("one of --conllu, --raw and --iob2 is needed")
}

func read(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if strings.HasSuffix(path, ".gz") {
		data, err = train.Gunzip(data)
	}
	return string(data), err
}

func predictTrees(w *nlp.Worker, path string, out io.Writer) error {
	text, err := read(path)
	if err != nil {
		return err
	}
	list, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		return err
	}
	cw := conllu.NewWriter(out)
	for _, s := range list {
		d := nlp.FromConllu([]*conllu.Sentence{s})
		w.Tag(d)
		w.Parse(d, nil)
		if err := cw.Write(nlp.ToConllu(d, 0)); err != nil {
			return err
		}
	}
	return cw.Flush()
}

func predictRaw(w *nlp.Worker, path string, out io.Writer) error {
	text, err := read(path)
	if err != nil {
		return err
	}
	d := &entente.Document{Text: text}
	w.Annotate(d)
	cw := conllu.NewWriter(out)
	for i := range d.Sentences {
		if err := cw.Write(nlp.ToConllu(d, i)); err != nil {
			return err
		}
	}
	return cw.Flush()
}

func predictNames(w *nlp.Worker, path string, out io.Writer) error {
	text, err := read(path)
	if err != nil {
		return err
	}
	for _, n := range train.ParseIOB2(text) {
		s := &conllu.Sentence{}
		for _, form := range n.Words {
			s.Words = append(s.Words, conllu.Word{Form: form, Head: -1})
		}
		d := nlp.FromConllu([]*conllu.Sentence{s})
		w.Tag(d)
		w.Names(d)
		marks := make([]string, len(n.Words))
		for _, e := range d.Entities {
			for i := e.First; i < e.Last; i++ {
				marks[i] = "I-" + e.Type.String()
			}
			marks[e.First] = "B-" + e.Type.String()
		}
		for i, form := range n.Words {
			if marks[i] == "" {
				marks[i] = "O"
			}
			if _, err := fmt.Fprintf(out, "%d\t%s\t%s\n", i+1, form, marks[i]); err != nil {
				return err
			}
		}
		fmt.Fprintln(out)
	}
	return nil
}
