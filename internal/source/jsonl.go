package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// jsonl reads JSON Lines: one document a line.
func (r *reader) jsonl(f *file) bool {
	l := &lines{f: f, max: r.opt.MaxDoc}
	docs := 0
	for {
		line, err := l.next()
		switch {
		case errors.Is(err, io.EOF):
			if docs == 0 {
				return r.fail(f.bad(entente.ErrInvalid, 0, "read", errors.New("empty: no line holds a document")))
			}
			return true
		case errors.Is(err, errTooLong):
			docs++
			if !r.fail(r.tooLong(f, l.n)) {
				return false
			}
			continue
		case err != nil:
			return r.fail(f.broken(l.n, err))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		docs++
		d, e := r.object(f, l.n, line)
		if e != nil {
			if !r.fail(e) {
				return false
			}
			continue
		}
		if !r.emit(d, f) {
			return false
		}
	}
}

// object makes a document of one line.
func (r *reader) object(f *file, n int, line []byte) (*entente.Document, *entente.Error) {
	clean, repaired := text.Valid(string(line))
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(clean), &fields); err != nil || fields == nil {
		return nil, notObject(f, n, []byte(clean), err)
	}
	rec := &record{file: f, line: n, doc: &entente.Document{Origin: entente.Origin{File: f.name, Line: n}}, repaired: repaired}
	for _, name := range [...]string{"id", "url", "source", "title", "lang", "text", "sentence", "html", "date", "time", "published", "sample"} {
		if raw, ok := fields[name]; ok {
			if e := rec.json(name, raw); e != nil {
				return nil, e
			}
			delete(fields, name)
		}
	}
	if r.opt.Keep && len(fields) > 0 {
		rec.doc.Extra = make(map[string][]byte, len(fields))
		for k, v := range fields {
			rec.doc.Extra[k] = v
		}
	}
	return rec.done()
}

// notObject says what is wrong with a line that holds no JSON object.
func notObject(f *file, n int, line []byte, err error) *entente.Error {
	e := f.bad(entente.ErrInvalid, n, "read line", nil)
	var syntax *json.SyntaxError
	switch line = bytes.TrimSpace(line); {
	case errors.As(err, &syntax):
		e.Err = fmt.Errorf("not JSON: %w at byte %d", err, syntax.Offset)
	case line[0] == '[':
		e.Err, e.Hint = errors.New("a JSON array, not an object"), "one object a line: jq -c '.[]'"
	default:
		e.Err = fmt.Errorf("a JSON %s, not an object", jsonKind(line))
	}
	return e
}

// jsonKind names the type of a JSON value.
func jsonKind(raw []byte) string {
	switch raw[0] {
	case '{':
		return "object"
	case '[':
		return "array"
	case '"':
		return "string"
	case 't', 'f':
		return "boolean"
	case 'n':
		return "null"
	}
	return "number"
}

// record is a document in the making, of a line or a row.
type record struct {
	file     *file
	line     int
	doc      *entente.Document
	repaired int // invalid sequences of bytes that were replaced
}

// json sets one field from its JSON value. A text of a wrong type is an error,
// any other field of a wrong type is left out with a warning.
func (r *record) json(name string, raw json.RawMessage) *entente.Error {
	kind := jsonKind(raw)
	switch {
	case kind == "null":
		return nil
	case name == "sample":
		r.doc.Sample = string(raw) == "true"
		return nil
	case kind == "string":
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return r.file.bad(entente.ErrInvalid, r.line, "read field "+name, err)
		}
		r.set(name, s)
		return nil
	case kind == "number" && (name == "id" || name == "date" || name == "time" || name == "published"):
		r.set(name, string(raw))
		return nil
	case name == "text" || name == "sentence" || name == "html":
		return r.file.bad(entente.ErrInvalid, r.line, "read field "+name, fmt.Errorf("it is a JSON %s, not a string", kind))
	}
	r.warn("field_type", fmt.Sprintf("%s is a JSON %s, not a string: left out", name, kind))
	return nil
}

// set sets one field of the document. A field that has a value keeps it, so
// that "text" goes before "sentence" and "date" before "time".
func (r *record) set(name, value string) {
	d := r.doc
	switch name {
	case "id":
		d.ID = strings.TrimSpace(value)
	case "url":
		d.URL = strings.TrimSpace(value)
	case "source":
		d.Publisher = label(value)
	case "title":
		d.Title = label(value)
	case "byline":
		d.Byline = label(value)
	case "lang":
		d.Lang = LangCode(value)
	case "text", "sentence":
		if d.Text == "" {
			d.Text = value
		}
	case "html":
		d.HTML = []byte(value)
	case "date", "time", "published":
		r.date(value)
	}
}

// date sets the date of publication; one that cannot be read is left out.
func (r *record) date(value string) {
	if value = strings.TrimSpace(value); value == "" || !r.doc.Published.IsZero() {
		return
	}
	t, dateOnly, err := ParseTime(value)
	if err != nil {
		r.warn("date_unreadable", err.Error())
		return
	}
	r.doc.Published, r.doc.DateOnly, r.doc.DateBasis = t, dateOnly, entente.DateMetadata
}

func (r *record) warn(code, message string) {
	r.doc.Warnings = append(r.doc.Warnings, entente.Warning{Code: code, Message: message})
}

// done completes the document. One with neither text nor page is told by its
// title alone.
func (r *record) done() (*entente.Document, *entente.Error) {
	d := r.doc
	if strings.TrimSpace(d.Text) == "" && len(bytes.TrimSpace(d.HTML)) == 0 {
		if d.Title == "" {
			e := r.file.bad(entente.ErrInvalid, r.line, "read document", errors.New("no text"))
			e.Hint = "one of text, title and html is required"
			return nil, e
		}
		d.Text, d.HTML = d.Title, nil
	}
	if strings.TrimSpace(d.Text) != "" {
		d.HTML = nil
	}
	if d.ID == "" {
		d.ID = r.file.id(r.line)
	}
	var n int
	d.Text, n = text.Normalize(d.Text)
	if n += r.repaired; n > 0 {
		r.warn("invalid_utf8", fmt.Sprintf("%d invalid byte sequences replaced by U+FFFD", n))
	}
	return d, nil
}

// label is a short text in one line.
func label(s string) string {
	s, _ = text.Normalize(s)
	return strings.Join(strings.Fields(s), " ")
}

// LangCode reduces a language tag or the English name of English to its ISO 639
// code in lower case; "" when it is none.
func LangCode(s string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(strings.ReplaceAll(s, "_", "-"))), "-")
	switch code {
	case "eng", "english":
		return "en"
	case "und", "unknown", "mul", "zxx":
		return ""
	}
	if len(code) < 2 || len(code) > 3 {
		return ""
	}
	for _, c := range code {
		if c < 'a' || c > 'z' {
			return ""
		}
	}
	return code
}

// quoteJSON returns s as a JSON string.
func quoteJSON(s string) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return []byte(`""`) // a string always encodes
	}
	return bytes.TrimSpace(b.Bytes())
}
