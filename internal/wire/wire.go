// Package wire holds the JSON shapes that the program promises to the outside,
// schema 1, and nothing else. It is the only place where byte offsets become
// offsets in Unicode code points. Keys stand in a fixed order, numbers have at
// most four decimals, lists are never null.
package wire

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"sort"
	"strconv"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// Schema is the version of the shapes in this package.
const Schema = 1

// Number is a float with at most four decimals on the wire.
type Number float64

// MarshalJSON writes n rounded to four decimals, without trailing zeros. NaN
// and infinities are an error.
func (n Number) MarshalJSON() ([]byte, error) {
	f := float64(n)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, fmt.Errorf("number %v has no JSON form", f)
	}
	r := math.Round(f*1e4) / 1e4
	if r == 0 {
		r = 0 // no negative zero
	}
	return strconv.AppendFloat(nil, r, 'f', -1, 64), nil
}

// Index turns byte offsets of one text into offsets in code points.
type Index struct {
	ascii bool
	every []int // code points before byte i·stride
	text  string
}

const stride = 64

// NewIndex returns the index of text, which must be valid UTF-8. It takes
// O(len(text)) time and 1/8 of its size in memory, and none for ASCII.
func NewIndex(text string) *Index {
	ix := &Index{ascii: true, text: text}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			ix.ascii = false
			break
		}
	}
	if ix.ascii {
		return ix
	}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			ix.every = append(ix.every, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return ix
}

// Rune returns the number of code points that begin before byte offset b.
func (ix *Index) Rune(b int) int {
	if ix.ascii || b <= 0 {
		return max(0, b)
	}
	k := b / stride
	if k >= len(ix.every) {
		k = len(ix.every) - 1
	}
	n := ix.every[k]
	for i := k * stride; i < b && i < len(ix.text); i++ {
		if utf8.RuneStart(ix.text[i]) {
			n++
		}
	}
	return n
}

// Byte returns the byte offset of code point r, the length of the text when
// there is none.
func (ix *Index) Byte(r int) int {
	if ix.ascii {
		return min(max(0, r), len(ix.text))
	}
	k := sort.Search(len(ix.every), func(i int) bool { return ix.every[i] > r }) - 1
	if k < 0 {
		return 0
	}
	n := ix.every[k]
	for i := k * stride; i < len(ix.text); i++ {
		if utf8.RuneStart(ix.text[i]) {
			if n == r {
				return i
			}
			n++
		}
	}
	return len(ix.text)
}

// Text is a stretch of a document: its words and its half-open range in code
// points.
type Text struct {
	Text  *string `json:"text"`
	Start int     `json:"start"`
	End   int     `json:"end"`
}

// Writer writes JSON lines.
type Writer struct {
	w   io.Writer
	buf bytes.Buffer
	enc *json.Encoder
}

// NewWriter returns a writer of JSON lines on w. It does not buffer across
// lines.
func NewWriter(w io.Writer) *Writer {
	x := &Writer{w: w}
	x.enc = json.NewEncoder(&x.buf)
	x.enc.SetEscapeHTML(false)
	return x
}

// Write writes v as one line.
func (x *Writer) Write(v any) error {
	x.buf.Reset()
	if err := x.enc.Encode(v); err != nil {
		return fmt.Errorf("encode a line: %w", err)
	}
	if _, err := x.w.Write(x.buf.Bytes()); err != nil {
		return fmt.Errorf("write a line: %w", err)
	}
	return nil
}

// Marshal returns v as one line of JSON, with a line feed at its end.
func Marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := NewWriter(&b).Write(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// str returns s, or nil for "".
func str(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func day(d entente.Day) *string { return str(d.String()) }

func num(f float64) *Number {
	n := Number(f)
	return &n
}

// Options choose what goes into a record.
type Options struct {
	Run     string // short hash of version, models, tables and options
	NoText  bool   // leave publishers' words out
	Explain bool   // add why
}
