package nlp

import (
	"fmt"
	"io/fs"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/lemma"
	"github.com/entente-news/entente/nlp/internal/name"
	"github.com/entente-news/entente/nlp/internal/parse"
	"github.com/entente-news/entente/nlp/internal/segment"
	"github.com/entente-news/entente/nlp/internal/tag"
)

// FileName is the name of the English model in the file system that [Open] is
// given.
const FileName = "en.bin"

// Model is the trained language core. It is read-only and may be shared by
// goroutines; each of them works with its own [Worker].
type Model struct {
	segment *segment.Model
	tag     *tag.Model
	lemma   *lemma.Model
	parse   *parse.Model
	name    *name.Model
	deprels []entente.Deprel // by the parser's label
}

// Open reads the model [FileName] from fsys. A file that is missing, damaged or
// made for another version is an error that says so.
func Open(fsys fs.FS) (*Model, error) {
	data, err := fs.ReadFile(fsys, FileName)
	if err != nil {
		return nil, fmt.Errorf("opening the language model: %w", err)
	}
	m, err := Decode(data)
	if err != nil {
		return nil, fmt.Errorf("opening the language model %s: %w", FileName, err)
	}
	return m, nil
}

// Decode reads a model from the bytes of its file, which must not change
// afterwards.
func Decode(data []byte) (*Model, error) {
	f, err := model.Decode(data)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	if m.segment, err = segment.Load(f); err != nil {
		return nil, fmt.Errorf("reading the sentence splitter: %w", err)
	}
	if m.tag, err = tag.Load(f); err != nil {
		return nil, fmt.Errorf("reading the tagger: %w", err)
	}
	if m.lemma, err = lemma.Load(f); err != nil {
		return nil, fmt.Errorf("reading the lemmatiser: %w", err)
	}
	if m.parse, err = parse.Load(f); err != nil {
		return nil, fmt.Errorf("reading the parser: %w", err)
	}
	if m.name, err = name.Load(f); err != nil {
		return nil, fmt.Errorf("reading the name finder: %w", err)
	}
	for _, l := range m.parse.Labels() {
		r, err := entente.ParseDeprel(l)
		if err != nil {
			return nil, fmt.Errorf("reading the parser: %w", err)
		}
		m.deprels = append(m.deprels, r)
	}
	return m, nil
}
