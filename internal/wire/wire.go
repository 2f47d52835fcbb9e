// Package wire holds the JSON shapes that the program promises to the outside,
// schema 1, and nothing else. It is the only place where byte offsets become
// offsets in Unicode code points. Keys stand in a fixed order, numbers but shares
// have at most four decimals, lists are never null.
package wire

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"

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

// Share is a part of one, or a sum of such parts, with all its digits: sixths that
// were rounded would not sum to the whole.
type Share float64

// MarshalJSON writes s as the shortest decimal that is read back as s. NaN and
// infinities are an error.
func (s Share) MarshalJSON() ([]byte, error) {
	f := float64(s)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, fmt.Errorf("share %v has no JSON form", f)
	}
	return strconv.AppendFloat(nil, f, 'f', -1, 64), nil
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
