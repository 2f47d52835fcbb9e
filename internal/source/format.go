package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/entente-news/entente"
)

// Format is the shape of an input.
type Format uint8

// The formats that are read.
const (
	FormatAuto Format = iota // found by content
	FormatText
	FormatJSONL
	FormatCSV
	FormatTSV
	FormatHTML
)

var formatNames = [...]string{"auto", "text", "jsonl", "csv", "tsv", "html"}

// String returns the format's name as the --format flag takes it.
func (f Format) String() string {
	if int(f) < len(formatNames) {
		return formatNames[f]
	}
	return ""
}

// ParseFormat reads the name of a format; "" is FormatAuto. Its error has code
// invalid.
func ParseFormat(s string) (Format, error) {
	if s == "" {
		return FormatAuto, nil
	}
	for i, n := range formatNames {
		if s == n {
			return Format(i), nil //nolint:gosec // six names
		}
	}
	return FormatAuto, &entente.Error{Code: entente.ErrInvalid, Op: "choose format", Err: fmt.Errorf("no format is called %q", s), Hint: "one of text, jsonl, csv, tsv, html"}
}

// read reads one open input of any format.
func (r *reader) read(f *file) bool {
	if err := f.unwrap(); err != nil {
		return r.fail(f.broken(0, err))
	}
	head, err := f.firstLine()
	if len(head) == 0 {
		if err != nil && !errors.Is(err, io.EOF) {
			return r.fail(f.broken(0, err))
		}
		return r.fail(f.bad(entente.ErrInvalid, 0, "read", errors.New("empty")))
	}
	format := r.opt.Format
	if format == FormatAuto && isObject(head) {
		format = FormatJSONL // whatever follows: a stream may not have it yet
	}
	if format == FormatAuto {
		head, _ = f.buf.Peek(peekBytes) // an error comes again when reading
		if e := refuse(f, head); e != nil {
			return r.fail(e)
		}
		format = r.detect(f.name, head)
	}
	switch format {
	case FormatJSONL:
		return r.jsonl(f)
	case FormatCSV, FormatTSV:
		return r.table(f, format)
	case FormatHTML:
		return r.page(f)
	default:
		return r.plain(f)
	}
}

// detect finds the format of a text by its beginning; the name only tips the
// scales.
func (r *reader) detect(name string, head []byte) Format {
	ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz")))
	body := bytes.TrimLeft(head, " \t\r\n\f\v")
	switch {
	case looksJSONL(head) || len(body) > 0 && (body[0] == '{' || body[0] == '[') && (ext == ".jsonl" || ext == ".ndjson" || ext == ".json"):
		return FormatJSONL
	case looksHTML(body) || (ext == ".html" || ext == ".htm" || ext == ".xhtml") && bytes.IndexByte(body, '<') >= 0:
		return FormatHTML
	}
	if sep := r.separator(head, ext); sep == '\t' {
		return FormatTSV
	} else if sep != 0 {
		return FormatCSV
	}
	return FormatText
}

// isObject reports whether a line is a JSON object.
func isObject(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 0 && line[0] == '{' && json.Valid(line)
}

// looksJSONL reports whether one of the first lines is a JSON object, or the
// beginning of one that goes on behind what was looked at, and all those
// before it are at least brackets.
func looksJSONL(head []byte) bool {
	whole := len(head) < peekBytes
	for n := 0; len(head) > 0 && n < 10; n++ {
		line, rest, found := bytes.Cut(head, []byte{'\n'})
		head = rest
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		if line[0] != '{' && line[0] != '[' {
			return n > 0 && bytes.HasPrefix(bytes.TrimSpace(head), []byte(`{"`))
		}
		if line[0] == '{' && (json.Valid(line) || !found && !whole || bytes.HasPrefix(line, []byte(`{"`))) {
			return true
		}
	}
	return false
}

// htmlStarts are how pages begin (after WHATWG MIME Sniffing, section 7.1).
var htmlStarts = []string{"<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a ", "<style", "<title",
	"<b>", "<br", "<p>", "<p ", "<meta", "<link", "<article", "<main", "<section", "<header", "<nav", "<span", "<noscript", "<svg", "<center", "<form"}

// looksHTML reports whether body begins like a page, possibly behind a comment
// or an XML declaration.
func looksHTML(body []byte) bool {
	for {
		body = bytes.TrimLeft(body, " \t\r\n\f")
		var end []byte
		switch {
		case bytes.HasPrefix(body, []byte("<!--")):
			end = []byte("-->")
		case bytes.HasPrefix(body, []byte("<?")):
			end = []byte(">")
		}
		if end == nil {
			break
		}
		i := bytes.Index(body, end)
		if i < 0 {
			return bytes.HasPrefix(body, []byte("<!--"))
		}
		body = body[i+len(end):]
	}
	low := strings.ToLower(string(body[:min(len(body), 32)]))
	for _, s := range htmlStarts {
		if strings.HasPrefix(low, s) {
			return true
		}
	}
	return false
}

// binary reports whether data cannot be text: it holds a NUL, or a tenth of it
// is control characters, or a third is not UTF-8.
func binary(data []byte) bool {
	ctrl, bad, n := 0, 0, 0
	for i := 0; i < len(data); n++ {
		c, size := utf8.DecodeRune(data[i:])
		switch {
		case c == 0:
			return true
		case c == utf8.RuneError && size == 1 && utf8.FullRune(data[i:]):
			bad++
		case c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b:
			ctrl++
		}
		i += size
	}
	return ctrl*10 > n || (ctrl+bad)*3 > n
}
