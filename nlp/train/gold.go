package train

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/conllu"
)

// Input is a file that training reads, with the checksum of its bytes.
type Input struct {
	Name   string
	SHA256 string
}

// The files of the gold folder.
var (
	treeFiles = []string{"en_ewt-ud-train.conllu.gz", "en_gum-ud-train.conllu.gz"}
	nameFiles = []string{"ner_wikigold.iob2.gz", "uner_en_ewt-dev.iob2.gz"}
	textFile  = "ner_re3d.jsonl"
)

// Load reads the corpus of the released model from a folder. Without holds
// names of files to leave out, for honest scores.
func Load(dir string, without ...string) (*Corpus, []Input, error) {
	l := &loader{dir: dir, corpus: &Corpus{}}
	for _, w := range without {
		l.without = append(l.without, filepath.Base(w))
	}
	for _, f := range treeFiles {
		if err := l.trees(f); err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", f, err)
		}
	}
	for _, f := range nameFiles {
		if err := l.names(f); err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", f, err)
		}
	}
	if err := l.texts(textFile); err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", textFile, err)
	}
	l.corpus.Names = append(l.corpus.Names, namedTrees(l.corpus.Trees)...)
	l.corpus.Peoples = peoples(l.corpus.Trees)
	for i := range l.corpus.Names {
		l.corpus.Names[i].markPeoples(l.corpus.Peoples)
	}
	l.corpus.Names = append(l.corpus.Names, framed(1)...)
	return l.corpus, l.inputs, nil
}

type loader struct {
	dir     string
	without []string
	corpus  *Corpus
	inputs  []Input
}

// open returns the text of a file, nil if it is to be left out.
func (l *loader) open(name string) ([]byte, error) {
	for _, w := range l.without {
		if w == name {
			return nil, nil
		}
	}
	data, err := os.ReadFile(filepath.Join(l.dir, name))
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	l.inputs = append(l.inputs, Input{name, hex.EncodeToString(sum[:])})
	if !strings.HasSuffix(name, ".gz") {
		return data, nil
	}
	return Gunzip(data)
}

// Gunzip returns the decompressed data.
func Gunzip(data []byte) ([]byte, error) {
	z, err := gzip.NewReader(strings.NewReader(string(data)))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

func (l *loader) trees(name string) error {
	data, err := l.open(name)
	if err != nil {
		return err
	}
	list, err := conllu.ReadAll(strings.NewReader(string(data)))
	if err != nil {
		return err
	}
	l.corpus.Trees = append(l.corpus.Trees, list...)
	return nil
}

func (l *loader) names(name string) error {
	data, err := l.open(name)
	if err != nil {
		return err
	}
	l.corpus.Names = append(l.corpus.Names, ParseIOB2(string(data))...)
	return nil
}

func (l *loader) texts(name string) error {
	data, err := l.open(name)
	if err != nil {
		return err
	}
	l.corpus.Texts, err = parseRe3d(string(data))
	return err
}

// ParseIOB2 reads sentences with "index TAB word TAB tag" lines. Types that are
// not PER, ORG or LOC become no name.
func ParseIOB2(text string) []Named {
	var out []Named
	var cur Named
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		col := strings.Split(line, "\t")
		switch {
		case line == "":
			if len(cur.Words) > 0 {
				out = append(out, cur)
			}
			cur = Named{}
		case len(col) >= 3:
			cur.add(col[1], col[2])
		}
	}
	if len(cur.Words) > 0 {
		out = append(out, cur)
	}
	return out
}

// add appends a word with its IOB2 tag.
func (n *Named) add(form, mark string) {
	i := len(n.Words)
	n.Words = append(n.Words, form)
	prefix, kind, _ := strings.Cut(mark, "-")
	t := entityType(kind)
	if t == entente.EntityNone {
		return
	}
	if last := len(n.Spans) - 1; prefix == "I" && last >= 0 && n.Spans[last].Last == i && n.Spans[last].Type == t {
		n.Spans[last].Last = i + 1
		return
	}
	n.Spans = append(n.Spans, Span{First: i, Last: i + 1, Type: t})
}

func entityType(s string) entente.EntityType {
	switch s {
	case "PER":
		return entente.PER
	case "ORG":
		return entente.ORG
	case "LOC":
		return entente.LOC
	case "NORP":
		return entente.NORP
	}
	return entente.EntityNone
}
