package source

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente"
	"golang.org/x/net/html/charset"
)

// plain reads a plain text: the whole file is one document.
func (r *reader) plain(f *file) bool {
	data, e := r.all(f)
	if e != nil {
		return r.fail(e)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		e := f.bad(entente.ErrInvalid, 1+bytes.Count(data[:bytes.IndexByte(data, 0)], []byte{'\n'}), "read", errors.New("binary data in a text (a NUL byte)"))
		return r.fail(e)
	}
	rec := &record{file: f, doc: &entente.Document{Origin: entente.Origin{File: f.name}, Text: string(data)}}
	d, e := rec.done()
	if e != nil {
		return r.fail(e)
	}
	d.Title = headline(d.Text)
	return r.emit(d, f)
}

// all reads what is left of f into memory.
func (r *reader) all(f *file) ([]byte, *entente.Error) {
	data, err := f.whole(r.opt.MaxDoc)
	switch {
	case errors.Is(err, errTooLong):
		return nil, r.tooLong(f, 0)
	case err != nil:
		return nil, f.broken(0, err)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, f.bad(entente.ErrInvalid, 0, "read", errors.New("empty: nothing but white space"))
	}
	return data, nil
}

// headline returns the first line of s when it reads like a headline over a
// text: short, not ended like a sentence, and a blank line or a longer
// paragraph behind it.
func headline(s string) string {
	first, rest, found := strings.Cut(strings.TrimLeft(s, "\ufeff \t\r\n"), "\n")
	first = strings.TrimSpace(first)
	n := utf8.RuneCountInString(first)
	if !found || n < 8 || n > 150 || strings.Count(first, " ") < 2 {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(first)
	if strings.ContainsRune(".!:;,…”\"", last) || !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune("?'’)", last) {
		return ""
	}
	next, _, _ := strings.Cut(strings.TrimLeft(rest, " \t"), "\n")
	if strings.TrimSpace(next) == "" && strings.TrimSpace(rest) != "" || utf8.RuneCountInString(next) > n {
		return label(first)
	}
	return ""
}

// page reads a web page: it is handed on in UTF-8, to be extracted later.
func (r *reader) page(f *file) bool {
	data, e := r.all(f)
	if e != nil {
		return r.fail(e)
	}
	page := data
	if !f.utf8 {
		page = toUTF8(data)
	}
	if int64(len(page)) > 2*r.opt.MaxDoc {
		return r.fail(r.tooLong(f, 0))
	}
	d := &entente.Document{ID: f.name, Origin: entente.Origin{File: f.name}, HTML: page}
	return r.emit(d, f)
}

// metaCharset finds the encoding that a page declares. Browsers look at the
// first 1024 bytes; pages with long scripts on top declare it later.
var metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,300}charset\s*=\s*["']?\s*([a-z0-9_:.-]+)|<\?xml[^>]{0,200}encoding\s*=\s*["']([a-z0-9_:.-]+)`)

// toUTF8 converts a page into UTF-8. Bytes that are valid UTF-8 are taken for
// it, whatever the page declares: a false declaration is common, a text in
// another encoding that happens to be valid is not.
func toUTF8(data []byte) []byte {
	if utf8.Valid(data) {
		return data
	}
	name := ""
	if m := metaCharset.FindSubmatch(data[:min(len(data), 32<<10)]); m != nil {
		name = string(m[1]) + string(m[2])
	}
	enc, canonical := charset.Lookup(name)
	if enc == nil || canonical == "utf-8" || strings.HasPrefix(canonical, "utf-16") {
		if mostlyUTF8(data) {
			return data
		}
		enc, _ = charset.Lookup("windows-1252")
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return data
	}
	return out
}

// mostlyUTF8 reports whether at least three quarters of the sequences of data
// that are not ASCII are valid.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		c, size := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return good >= 3*bad
}
