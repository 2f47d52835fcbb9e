package store

import (
	"encoding/json"
	"errors"
	"fmt"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	jsonv1 "github.com/go-json-experiment/json/v1"
	"github.com/klauspost/compress/zstd"

	entente "github.com/entente-news/entente"
)

// blobVersion is the first byte of every blob; docs/format/archive.md
// describes what follows it: JSON under zstd.
const blobVersion = 1

// maxBlobBytes bounds a decompressed blob, so that a damaged archive cannot
// take the memory of the machine.
const maxBlobBytes = 1 << 30

// layers is what a document's layers blob holds.
type layers struct {
	Set       entente.Layer
	Related   []entente.Related
	Sentences []entente.Sentence
	Mentions  []entente.Mention
	Places    []entente.Place
	Dates     []entente.TimeExpr
	Quotes    []entente.Quote
	Positions []entente.Position
	Wording   []entente.Wording `json:",omitempty"`
	Events    []entente.Event
	Warnings  []entente.Warning
	Extra     map[string][]byte
	DateOnly  bool
}

// words is what a document's tokens blob holds: one column a field, which
// packs far better than a row a token.
type words struct {
	Start, Len []int
	Lemma      []string
	XPOS       []string
	UPOS       []int
	Deprel     []int
	Head       []int32 // relative to the token; 0 for a root
	Entities   []entente.Entity
}

// packer writes and reads blobs. It is safe for use by many goroutines.
type packer struct {
	enc  *zstd.Encoder
	dec  *zstd.Decoder
	read jsonv2.Options
}

func newPacker() (*packer, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("set up compression: %w", err)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxBlobBytes), zstd.WithDecoderConcurrency(0))
	if err != nil {
		return nil, fmt.Errorf("set up decompression: %w", err)
	}
	return &packer{enc, dec, asWritten()}, nil
}

func (p *packer) close() error {
	p.dec.Close()
	return p.enc.Close()
}

func (p *packer) pack(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode layers: %w", err)
	}
	return p.enc.EncodeAll(raw, []byte{blobVersion}), nil
}

// asWritten makes what is read what the standard library wrote: it takes any slice of
// bytes for base64. Names that repeat and broken characters do no harm here.
func asWritten() jsonv2.Options {
	return jsonv2.JoinOptions(jsonv1.FormatBytesWithLegacySemantics(true), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
}

var errBlob = errors.New("layers are damaged or of another version")

func (p *packer) unpack(blob []byte, v any) error {
	if len(blob) == 0 || blob[0] != blobVersion {
		return errBlob
	}
	raw, err := p.dec.DecodeAll(blob[1:], nil)
	if err != nil {
		return errors.Join(errBlob, err)
	}
	if err := jsonv2.Unmarshal(raw, v, p.read); err != nil { // a third of the time that the standard library takes
		return errors.Join(errBlob, err)
	}
	return nil
}

func layersOf(d *entente.Document) layers {
	return layers{Set: d.Layers, Related: d.Related, Sentences: d.Sentences, Mentions: d.Mentions, Places: d.Places, Dates: d.Dates,
		Quotes: d.Quotes, Positions: d.Positions, Wording: d.Wording, Events: d.Events, Warnings: d.Warnings, Extra: d.Extra, DateOnly: d.DateOnly}
}

func (l *layers) into(d *entente.Document) {
	d.Layers, d.Related, d.Sentences, d.Mentions, d.Places = l.Set, l.Related, l.Sentences, l.Mentions, l.Places
	d.Dates, d.Quotes, d.Positions, d.Events, d.Warnings = l.Dates, l.Quotes, l.Positions, l.Events, l.Warnings
	d.Extra, d.DateOnly, d.Wording = l.Extra, l.DateOnly, l.Wording
}

func wordsOf(d *entente.Document) words {
	n := len(d.Tokens)
	w := words{Start: make([]int, n), Len: make([]int, n), Lemma: make([]string, n), XPOS: make([]string, n), UPOS: make([]int, n),
		Deprel: make([]int, n), Head: make([]int32, n), Entities: d.Entities}
	last := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		w.Start[i], w.Len[i], last = t.Span.Start-last, t.Span.Len(), t.Span.Start
		w.Lemma[i], w.XPOS[i], w.UPOS[i], w.Deprel[i] = t.Lemma, t.XPOS, int(t.UPOS), int(t.Deprel)
		if t.Head >= 0 {
			w.Head[i] = t.Head - int32(i) //nolint:gosec // documents are far below 2³¹ tokens
		}
	}
	return w
}

func (w *words) into(d *entente.Document) error {
	n := len(w.Start)
	for _, m := range []int{len(w.Len), len(w.Lemma), len(w.XPOS), len(w.UPOS), len(w.Deprel), len(w.Head)} {
		if m != n {
			return errBlob
		}
	}
	d.Entities = w.Entities
	d.Tokens = make([]entente.Token, n)
	last := 0
	for i := range d.Tokens {
		last += w.Start[i]
		head := int32(-1)
		if w.Head[i] != 0 {
			head = int32(i) + w.Head[i] //nolint:gosec // as above
		}
		d.Tokens[i] = entente.Token{Span: entente.Span{Start: last, End: last + w.Len[i]}, Lemma: w.Lemma[i], XPOS: w.XPOS[i],
			UPOS: entente.UPOS(w.UPOS[i]), Deprel: entente.Deprel(w.Deprel[i]), Head: head} //nolint:gosec // small codes
	}
	return nil
}
