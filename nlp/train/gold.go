package train

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
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

// The files of the gold folder and of the project's own data.
var (
	treeFiles = []string{"en_ewt-ud-train.conllu.gz", "en_gum-ud-train.conllu.gz"}
	nameFile  = "ner_wikigold.iob2.gz"
	textFile  = "ner_re3d.jsonl"
	newsFile  = "../corpus/news.jsonl.gz"
	ownNames  = "corpus/names.txt"
	ownLabels = "corpus/treebank_names.tsv"
	ownLists  = "corpus/well_known.txt"
	ownBodies = []string{"actors/organisations.tsv", "actors/bodies.tsv", "actors/groups.tsv"}
)

// Load reads the corpus of the released model from the folder of the treebanks
// and from the project's own data. Without holds names of files to leave out,
// for honest scores.
func Load(dir string, own fs.FS, without ...string) (*Corpus, []Input, error) {
	l := &loader{dir: dir, own: own, corpus: &Corpus{}}
	for _, w := range without {
		l.without = append(l.without, filepath.Base(w))
	}
	type step struct {
		file string
		read func(string) error
	}
	steps := []step{{treeFiles[0], l.trees}, {treeFiles[1], l.trees}, {nameFile, l.names}, {textFile, l.texts}, {newsFile, l.news}, {ownNames, l.marked}, {ownLabels, l.labels}, {ownLists, l.lists}}
	for _, file := range ownBodies {
		steps = append(steps, step{file, l.bodies})
	}
	l.corpus.Peoples = map[string]bool{}
	for i, s := range steps {
		if err := s.read(s.file); err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", s.file, err)
		}
		if i == len(treeFiles)-1 {
			l.corpus.Peoples = peoples(l.corpus.Trees)
		}
	}
	return l.corpus, l.inputs, nil
}

type loader struct {
	dir     string
	own     fs.FS
	without []string
	corpus  *Corpus
	inputs  []Input
}

// open returns the text of a file, nil if it is to be left out.
func (l *loader) open(name string) ([]byte, error) {
	for _, w := range l.without {
		if w == filepath.Base(name) {
			return nil, nil
		}
	}
	var data []byte
	var err error
	if strings.HasPrefix(name, "corpus/") || strings.HasPrefix(name, "actors/") {
		data, err = fs.ReadFile(l.own, name)
	} else {
		data, err = os.ReadFile(filepath.Join(l.dir, name))
	}
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	l.inputs = append(l.inputs, Input{filepath.Base(name), hex.EncodeToString(sum[:])})
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
	list := ParseIOB2(string(data))
	for i := range list {
		list[i].markPeoples(l.corpus.Peoples)
	}
	l.corpus.Folded = append(l.corpus.Folded, list...)
	return nil
}

func (l *loader) texts(name string) error {
	data, err := l.open(name)
	if err != nil {
		return err
	}
	list, err := parseRe3d(string(data))
	l.corpus.Texts = append(l.corpus.Texts, list...)
	return err
}

func (l *loader) marked(name string) error {
	data, err := l.open(name)
	if err != nil {
		return err
	}
	list, err := ParseMarked(string(data))
	l.corpus.Texts = append(l.corpus.Texts, list...)
	for _, t := range list {
		l.corpus.Raw = append(l.corpus.Raw, t.Text)
	}
	return err
}

func (l *loader) labels(name string) error {
	data, err := l.open(name)
	if err != nil {
		return err
	}
	list, err := parseLabels(string(data), l.corpus.Trees)
	l.corpus.Names = append(l.corpus.Names, list...)
	return err
}

func (l *loader) lists(name string) error {
	data, err := l.open(name)
	if err != nil {
		return err
	}
	l.corpus.Lists, err = ParseWellKnown(string(data))
	return err
}

func (l *loader) bodies(name string) error {
	data, err := l.open(name)
	if err != nil {
		return err
	}
	list, err := parseNames(string(data))
	l.corpus.Bodies = append(l.corpus.Bodies, list...)
	return err
}

// openLicences are those of news that weights may be learnt from and given away.
var openLicences = []string{"CC BY", "OGL", "public domain", "Wikinews text, CC BY"}

// news takes the articles under an open licence as raw text, save those of the
// treebank, some of which are for measuring.
func (l *loader) news(name string) error {
	data, err := l.open(name)
	if err != nil {
		return err
	}
	for line := range bytes.Lines(data) {
		var d struct{ Text, Licence, Source string }
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		for _, o := range openLicences {
			if strings.HasPrefix(d.Licence, o) {
				l.corpus.Raw = append(l.corpus.Raw, d.Text)
				break
			}
		}
	}
	return nil
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
