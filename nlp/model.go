package nlp

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/lemma"
	"github.com/entente-news/entente/nlp/internal/linear"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/segment"
)

// FileName is the name of the English model in the file system that [Open] is
// given.
const FileName = "en.bin"

// Model is the trained language core. It is read-only and may be shared by
// goroutines; each of them works with its own [Worker].
type Model struct {
	segment *segment.Model
	tags    *net.Tagset
	lemma   *lemma.Model
	linear  *linear.Model // nil in older files
	full    reader
	fast    reader
	deprels []entente.Deprel // by the networks' label
}

// reader is a network with the name finder that stands on it.
type reader struct {
	network *net.Network
	names   *net.Names
}

// Open reads the model [FileName] from fsys. A file that is missing, damaged or
// made for another version is an error that says so.
func Open(fsys fs.FS) (*Model, error) {
	data, err := fs.ReadFile(fsys, FileName)
	if err != nil {
		return nil, fmt.Errorf("opening the language model: %w", err)
	}
	vectors, err := vectors(fsys)
	if err != nil {
		return nil, fmt.Errorf("opening the vectors of words: %w", err)
	}
	m, err := Decode(data, vectors)
	if err != nil {
		return nil, fmt.Errorf("opening the language model %s: %w", FileName, err)
	}
	return m, nil
}

// vectors reads the vectors of words, nil where fsys has none.
func vectors(fsys fs.FS) (net.Vectors, error) {
	t, err := lexical.Load(fsys)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return t, nil
}

// ErrNoVectors is returned for a model that was trained with vectors of words
// when there are none.
var ErrNoVectors = net.ErrNoVectors

// Vectors are vectors of word forms that were learnt from other text, read-only.
type Vectors = net.Vectors

// Decode reads a model from the bytes of its file, which must not change
// afterwards, and the vectors of words that its networks were trained with, nil
// for none.
func Decode(data []byte, vectors Vectors) (*Model, error) {
	f, err := model.Decode(data)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	if m.segment, err = segment.Load(f); err != nil {
		return nil, fmt.Errorf("reading the sentence splitter: %w", err)
	}
	if m.tags, err = net.LoadTagset(f); err != nil {
		return nil, fmt.Errorf("reading the tags: %w", err)
	}
	if m.lemma, err = lemma.Load(f); err != nil {
		return nil, fmt.Errorf("reading the lemmatiser: %w", err)
	}
	lists, err := net.LoadLists(f)
	if err != nil {
		return nil, fmt.Errorf("reading the lists of names: %w", err)
	}
	if m.linear, err = linear.Load(f, m.tags, lists, vectors); err != nil {
		return nil, fmt.Errorf("reading the linear model of parts of speech: %w", err)
	}
	if m.full, err = readerOf(f, "full", "names", lists, vectors); err != nil {
		return nil, err
	}
	if m.fast, err = readerOf(f, "fast", "fast.names", lists, vectors); err != nil {
		return nil, err
	}
	labels, err := f.Strings("labels")
	if err != nil {
		return nil, fmt.Errorf("reading the relations: %w", err)
	}
	for _, l := range labels {
		r, err := entente.ParseDeprel(l)
		if err != nil {
			return nil, fmt.Errorf("reading the relations: %w", err)
		}
		m.deprels = append(m.deprels, r)
	}
	for _, n := range []*net.Network{m.full.network, m.fast.network} {
		if n.Config.Tags != m.tags.Len() || n.Config.Labels != len(m.deprels) {
			return nil, fmt.Errorf("reading the networks: %w", model.ErrDamaged)
		}
		n.Unique(unique(m.deprels))
	}
	return m, nil
}

func readerOf(f *model.File, network, names string, lists *net.Lists, vectors Vectors) (r reader, err error) {
	if r.network, err = net.Load(f, network, vectors); err != nil {
		return r, fmt.Errorf("reading the network %q: %w", network, err)
	}
	if r.names, err = net.LoadNames(f, names, r.network, lists); err != nil {
		return r, fmt.Errorf("reading the name finder %q: %w", names, err)
	}
	return r, nil
}

// unique numbers the relations of which a predicate has one at most: a subject
// and an object.
func unique(relations []entente.Deprel) []uint8 {
	out := make([]uint8, len(relations))
	for i, r := range relations {
		switch r {
		case entente.Nsubj, entente.NsubjPass:
			out[i] = 1
		case entente.Obj:
			out[i] = 2
		}
	}
	return out
}
