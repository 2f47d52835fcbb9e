package linear

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Classes is the number of parts of speech; Around that of the words whose vectors
// are read: the word and its neighbours.
const (
	Classes = int(entente.X)
	Around  = 3
)

// Class returns the class of a part of speech.
func Class(u entente.UPOS) int {
	if u == entente.UPOSNone {
		u = entente.X
	}
	return int(u) - 1
}

// Fine is how many units of the vectors' weights one of the features' is.
const Fine = 8

// Model holds the weights. It is read-only and may be shared.
type Model struct {
	rows    map[uint32]int32
	weights []int8 // a row of Classes for each feature
	vectors []int8 // a row of Classes for each component of Around words
	lists   *net.Lists
	words   net.Vectors
	classes []uint8 // by tag
	factor  int32
	lead    int32
}

// Sections of a weight file.
const (
	keysName    = "linear.keys"
	weightsName = "linear.weights"
	vectorsName = "linear.vectors"
	configName  = "linear.config"
)

// Row is a feature with its weights.
type Row struct {
	Key     uint32
	Weights [Classes]int8
}

// Save adds a model to a weight file: its rows, which it sorts by key, the weights
// of the vectors, by how much of 2^16 of the activations' units a sum counts, and the
// lead in activations' units from which on the model is not asked.
func Save(f *model.File, rows []Row, vectors []int8, factor, lead uint32) {
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Compare(a.Key, b.Key) })
	var keys, weights []byte
	last := uint32(0)
	for _, r := range rows {
		keys = binary.AppendUvarint(keys, uint64(r.Key-last))
		last = r.Key
		for _, w := range r.Weights {
			weights = append(weights, byte(w))
		}
	}
	f.AddBytes(keysName, keys)
	f.AddBytes(weightsName, weights)
	fine := make([]byte, len(vectors))
	for i, v := range vectors {
		fine[i] = byte(v)
	}
	f.AddBytes(vectorsName, fine)
	f.AddUint32s(configName, []uint32{factor, lead})
}

// Most values of the two numbers, so that sums stay within 32 bits.
const (
	mostFactor = 1 << 24
	mostLead   = 1 << 24
)

// Load returns the model of a weight file, nil for one without. Tags are those of
// the network.
func Load(f *model.File, tags *net.Tagset, lists *net.Lists, vectors net.Vectors) (*Model, error) {
	if !slices.Contains(f.Names(), configName) {
		return nil, nil //nolint:nilnil // older files have none
	}
	config, err := f.Uint32s(configName)
	if err != nil {
		return nil, err
	}
	if len(config) != 2 || config[0] > mostFactor || config[1] > mostLead {
		return nil, model.ErrDamaged
	}
	m := &Model{lists: lists, words: vectors, factor: int32(config[0]), lead: int32(config[1])}
	if err := m.load(f); err != nil {
		return nil, err
	}
	for c := range tags.Len() {
		m.classes = append(m.classes, uint8(Class(tags.UPOS(uint8(c)))))
	}
	return m, nil
}

func (m *Model) load(f *model.File) error {
	keys, err := f.Bytes(keysName)
	if err != nil {
		return err
	}
	weights, err := f.Bytes(weightsName)
	if err != nil {
		return err
	}
	vectors, err := f.Bytes(vectorsName)
	if err != nil {
		return err
	}
	if len(vectors) != Around*lexical.Dims*Classes || len(weights)%Classes != 0 {
		return model.ErrDamaged
	}
	for _, v := range vectors {
		m.vectors = append(m.vectors, int8(v))
	}
	for _, b := range weights {
		m.weights = append(m.weights, int8(b))
	}
	m.rows = make(map[uint32]int32, len(weights)/Classes)
	key := uint64(0)
	for i := 0; i < len(m.weights); i += Classes {
		step, n := binary.Uvarint(keys)
		if key += step; n <= 0 || step > keyMask || key > keyMask {
			return model.ErrDamaged
		}
		m.rows[uint32(key)], keys = int32(i), keys[n:] //nolint:gosec // bounded
	}
	if len(keys) > 0 {
		return model.ErrDamaged
	}
	return nil
}

// Tagger asks a model with the memory of one worker.
type Tagger struct {
	m    *Model
	keys []uint32
	sums [Classes]int32
}

// NewTagger returns a tagger; m may be nil, for none.
func NewTagger(m *Model) *Tagger { return &Tagger{m: m} }

// Tag sets classes to the tags of the words that a batch was given: sentences, of
// which ends are the indices behind the last words. Where the network is unsure, the
// model is asked too, and what it says is added.
func (t *Tagger) Tag(b *net.Batch, words []*word.Info, ends []int, classes []uint8) {
	if t.m == nil {
		b.Tags(classes)
		return
	}
	at, first := -1, 0
	var s Sentence
	b.Doubtful(classes, t.m.classes, t.m.lead, func(i, word int, scores []int32) {
		if i != at {
			at, first = i, 0
			if i > 0 {
				first = ends[i-1]
			}
			s = NewSentence(words[first:ends[i]], t.m.lists, t.m.words)
		}
		t.add(&s, word, scores)
	})
}

// add adds what the model says of a word to the scores of its tags.
func (t *Tagger) add(s *Sentence, i int, scores []int32) {
	m := t.m
	clear(t.sums[:])
	t.keys = s.Append(t.keys[:0], i)
	for _, k := range t.keys {
		if r, ok := m.rows[k]; ok {
			for c, w := range m.weights[r : int(r)+Classes] {
				t.sums[c] += Fine * int32(w)
			}
		}
	}
	for d := range Around {
		for j, v := range s.Vector(i + d - 1) {
			if j == lexical.Dims {
				break
			}
			row := m.vectors[(d*lexical.Dims+j)*Classes:][:Classes]
			for c, w := range row {
				t.sums[c] += int32(v) * int32(w)
			}
		}
	}
	for c := range scores {
		scores[c] += int32(int64(t.sums[m.classes[c]]) * int64(m.factor) >> 16) //nolint:gosec // sums are small
	}
}
