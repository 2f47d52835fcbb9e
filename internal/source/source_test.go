package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-news/entente"
	"github.com/google/go-cmp/cmp"
)

// pack returns s as one gzip member.
func pack(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// show reads standard input from in and renders what comes, a line each.
func show(in string, o Options) []string {
	o.Stdin = strings.NewReader(in)
	return render(nil, o)
}

func render(paths []string, o Options) []string {
	var out []string
	for d, err := range Documents(paths, o) {
		if err != nil {
			out = append(out, fmt.Sprintf("%s! %v", entente.ErrorCode(err), err))
			continue
		}
		s := d.ID + "|" + d.Title + "|" + d.Text
		if d.HTML != nil {
			s += "|html:" + string(d.HTML)
		}
		if d.DateBasis != entente.DateNone {
			s += "|" + d.Published.Format(time.RFC3339) + " " + d.DateBasis.String()
		}
		for _, w := range d.Warnings {
			s += "|~" + w.Code
		}
		out = append(out, s)
	}
	return out
}

func TestJSONL(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"plain", `{"id":"a","text":"Talks began."}` + "\n", []string{"a||Talks began."}},
		{"no id, no newline", `{"text":"One."}` + "\n\n" + `{"text":"Two."}`, []string{"-#1||One.", "-#3||Two."}},
		{"other names", `{"sentence":"S.","time":"2024-05-16"}`, []string{"-#1||S.|2024-05-16T00:00:00Z metadata"}},
		{"published with offset", `{"text":"S.","published":"2024-05-16T01:00:00+03:00"}`, []string{"-#1||S.|2024-05-16T01:00:00+03:00 metadata"}},
		{"title alone", `{"title":"Talks  begin\nin Rome"}`, []string{"-#1|Talks begin in Rome|Talks begin in Rome"}},
		{"page", `{"id":"h","html":"<p>Hi"}`, []string{"h|||html:<p>Hi"}},
		{"number as id", `{"id":17,"text":"S."}`, []string{"17||S."}},
		{"null fields", `{"id":null,"title":null,"date":null,"text":"S."}`, []string{"-#1||S."}},
		{"year 99999", `{"text":"S.","date":"99999-01-01"}`, []string{"-#1||S.|~date_unreadable"}},
		{"source is a list", `{"text":"S.","source":["x"]}`, []string{"-#1||S.|~field_type"}},
		{"text is kept as it is", `{"text":"  Two\r\n\tlines. "}`, []string{"-#1||  Two\r\n\tlines. "}},
		{"composed", `{"text":"Cafe` + "\u0301" + `"}`, []string{"-#1||Café"}},
		{"invalid bytes", "{\"text\":\"a\xffb\"}", []string{"-#1||a\uFFFDb|~invalid_utf8"}},
		{"byte order mark", "\ufeff{\"text\":\"S.\"}", []string{"-#1||S."}},
		{
			"array first", "[1,2]\n{\"text\":\"S.\"}\n",
			[]string{"invalid! -:1: read line: a JSON array, not an object (one object a line: jq -c '.[]')", "-#2||S."},
		},
		{
			"bad lines between", "{\"text\":\"A.\"}\n[]\n{\"text\":\n\"str\"\n{\"id\":\"n\"}\n{\"text\":5}\nnull\n{\"text\":\"B.\"}\n",
			[]string{
				"-#1||A.", "invalid! -:2: read line: a JSON array, not an object (one object a line: jq -c '.[]')",
				"invalid! -:3: read line: not JSON: unexpected end of JSON input at byte 8", "invalid! -:4: read line: a JSON string, not an object",
				"invalid! -:5: read document: no text (one of text, title and html is required)", "invalid! -:6: read field text: it is a JSON number, not a string",
				"invalid! -:7: read line: a JSON null, not an object", "-#8||B.",
			},
		},
		{"NUL inside", "{\"text\":\"A.\"}\n{\"text\":\"\x01\"}", []string{"-#1||A.", "invalid! -:2: read line: not JSON: invalid character '\\x01' in string literal at byte 10"}},
	} {
		if diff := cmp.Diff(c.want, show(c.in, Options{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		opt      Options
		want     []string
	}{
		{"common names", "ID,Headline,Body,Published\n1,Talks,\"Said \"\"no\"\", twice.\nNext line.\",2024-05-16 10:00\n", Options{}, []string{"1|Talks|Said \"no\", twice.\nNext line.|2024-05-16T10:00:00Z metadata"}},
		{"tabs", "date\ttext\n16 May 2024\t\"Stop,\" he said.\n17 May 2024\t\"Never closed\n18 May 2024\tx\n", Options{}, []string{"-#2||\"Stop,\" he said.|2024-05-16T00:00:00Z metadata", "-#3||\"Never closed|2024-05-17T00:00:00Z metadata", "-#4||x|2024-05-18T00:00:00Z metadata"}},
		{"semicolons", "titel;text;date\nx;Hallo;16.05.2024\n", Options{}, []string{"-#2||Hallo|2024-05-16T00:00:00Z metadata"}},
		{"mapped", "a,b\nOne.,2024-05-16\n", Options{Format: FormatCSV, Columns: map[string]string{"text": "A", "date": "b"}}, []string{"-#2||One.|2024-05-16T00:00:00Z metadata"}},
		{"mapped to nothing", "a,b\n1,2\n", Options{Format: FormatCSV, Columns: map[string]string{"text": "z"}}, []string{`invalid! -:1: read header: there is no column "z" for text (name them: --map text=COLUMN,date=COLUMN)`}},
		{"too many cells", "id,text\n1,a,b\n2,c\n", Options{}, []string{"invalid! -:2: read row: 3 cells under 2 columns", "2||c"}},
		{"nothing but separators", "id,text\n" + strings.Repeat(",", 1<<20) + "\n2,c\n", Options{}, []string{"invalid! -:2: read row: 16385 cells under 2 columns", "2||c"}},
		{"a tabbed cell of many lines", "id\ttext\turl\n1\t\"" + strings.Repeat("a\n", 1<<17) + "\"\tu\n2\tc\tv\n", Options{}, []string{"1||" + strings.Repeat("a\n", 1<<17), "2||c"}},
		{"open quote", "id,text\n1,\"a\n2,b\n3,c\n", Options{}, []string{"invalid! -:2: read row: a quoted cell is never closed (double the quotes inside a cell)", "2||b", "3||c"}},
		{"header alone", "id,text\n", Options{Format: FormatCSV}, []string{"invalid! -: read: empty: no row below the header"}},
		{"day or month first", "text,date\na,05/06/2024\nb,16/05/2024\n", Options{}, []string{"-#2||a|~date_unreadable", "-#3||b|2024-05-16T00:00:00Z metadata"}},
		{"invalid byte", "id,text\n1,\"a\xffb\"\n", Options{}, []string{"1||a\uFFFDb|~invalid_utf8"}},
	} {
		if diff := cmp.Diff(c.want, show(c.in, c.opt)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPlainAndPage(t *testing.T) {
	t.Parallel()
	utf16le := "\xff\xfeO\x00k\x00.\x00"
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"text", "Talks began.\n", []string{"-||Talks began.\n"}},
		{"headline", "Talks begin in Rome\n\nThe two sides met.", []string{"-|Talks begin in Rome|Talks begin in Rome\n\nThe two sides met."}},
		{"begins with a brace", "{sic} he wrote.\n", []string{"-||{sic} he wrote.\n"}},
		{"commas are no table", "In Rome, Paris and Oslo, talks began.\nThey went on, and on.\n", []string{"-||In Rome, Paris and Oslo, talks began.\nThey went on, and on.\n"}},
		{"UTF-16", utf16le, []string{"-||Ok."}},
		{"page", "<!DOCTYPE html><p>é", []string{"-|||html:<!DOCTYPE html><p>é"}},
		{"page in windows-1251", "<html><meta charset=windows-1251><p>\xcc\xe8\xf0", []string{"-|||html:<html><meta charset=windows-1251><p>Мир"}},
		{"page that lies", "<html><meta charset=iso-8859-1><p>Café", []string{"-|||html:<html><meta charset=iso-8859-1><p>Café"}},
		{"page that says nothing", "<html><p>Caf\xe9 ok", []string{"-|||html:<html><p>Café ok"}},
		{"comment first", "<!-- saved --> <html><p>x", []string{"-|||html:<!-- saved --> <html><p>x"}},
		{"empty", "", []string{"invalid! -: read: empty"}},
		{"white space", " \n\t", []string{"invalid! -: read: empty: nothing but white space"}},
		{"junk", "\x00\x01\x02\x9f\xff", []string{"invalid! -: find format: binary data, or text in an unknown encoding (turn text into UTF-8 first, for instance with iconv)"}},
		{"late NUL", "One line.\n" + strings.Repeat("x", peekBytes) + "\x00", []string{"invalid! -:2: read: binary data in a text (a NUL byte)"}},
	} {
		if diff := cmp.Diff(c.want, show(c.in, Options{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// chunks gives one piece each time that it is read.
type chunks struct {
	left  []string
	given int
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.given == len(c.left) {
		return 0, io.EOF
	}
	c.given++
	return copy(p, c.left[c.given-1]), nil
}

// TestLineByLine reads a stream that goes on slowly: a document comes before the
// next line is asked for.
func TestLineByLine(t *testing.T) {
	t.Parallel()
	for name, format := range map[string]Format{"told": FormatJSONL, "found": FormatAuto} {
		in := &chunks{left: []string{`{"text":`, "\"A.\"}\n", "{\"text\":\"B.\"}\n", "{\"text\":\"C.\"}\n"}}
		got := 0
		for d, err := range Documents(nil, Options{Stdin: in, Format: format}) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if got++; in.given != got+1 {
				t.Errorf("%s: %q came when %d pieces were read", name, d.Text, in.given)
			}
		}
		if got != 3 {
			t.Errorf("%s: %d documents", name, got)
		}
	}
}

func TestRefuse(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"%PDF-1.7\n\x00":                  "PDF",
		"PK\x03\x04....word/document.xml": "DOCX",
		"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text": "ODT",
		"PK\x03\x04....a.txt":  "ZIP",
		"{\\rtf1\\ansi hello}": "RTF",
		"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n": "MHTML",
		"\x89PNG\r\n\x1a\n\x00\x00":                               "PNG",
		"\xff\xd8\xff\xe0\x00\x10JFIF":                            "JPEG",
		"<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel>": "feed",
		"<feed xmlns=\"http://www.w3.org/2005/Atom\">":            "feed",
		"WARC/1.0\r\nWARC-Type: warcinfo\r\n":                     "WARC",
		"BZh91AY&SY\x00\xff":                                      "bzip2",
		"[\n {\"text\": \"x\"}\n]":                                "JSON array",
		"{\n \"text\": \"x\"\n}":                                  "JSON object over several lines",
		"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00":                    "Office",
	} {
		got := show(in, Options{})
		if len(got) != 1 || !strings.HasPrefix(got[0], "unsupported! -: find format: ") || !strings.Contains(got[0], want) {
			t.Errorf("%q: %q, want a refusal that names %s", in, got, want)
		}
	}
}

func TestGzip(t *testing.T) {
	t.Parallel()
	two := `{"id":"a","text":"A."}` + "\n" + `{"id":"b","text":"B."}` + "\n"
	if diff := cmp.Diff([]string{"a||A.", "b||B."}, show(pack(t, pack(t, two)), Options{})); diff != "" {
		t.Errorf("nested (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a||A.", "b||B.", "c||C."}, show(pack(t, two)+pack(t, `{"id":"c","text":"C."}`), Options{})); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
	var long strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&long, "{\"text\":\"Line %d of many, with a number %d in it.\"}\n", i, i*i*7919%100003)
	}
	z := pack(t, long.String())
	got := show(z[:len(z)/2], Options{})
	if n := len(got); n < 1000 || !strings.HasPrefix(got[n-1], "invalid! -:") || !strings.Contains(got[n-1], "gzip data end too early") || !strings.HasPrefix(got[n-2], "-#") {
		t.Errorf("truncated: %d results, the last %q", n, got[len(got)-1])
	}
	if got := show(pack(t, "A text.")[:12], Options{}); len(got) != 1 || !strings.Contains(got[0], "gzip data end too early") {
		t.Errorf("truncated text: %q", got)
	}
}

// endless is an input of n bytes that is never in memory.
type endless struct {
	head, tail string
	fill       byte
	n          int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.head != "" {
		n := copy(p, e.head)
		e.head = e.head[n:]
		return n, nil
	}
	if e.n > 0 {
		n := min(len(p), e.n)
		for i := range p[:n] {
			p[i] = e.fill
		}
		e.n -= n
		return n, nil
	}
	n := copy(p, e.tail)
	e.tail = e.tail[n:]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func TestLimit(t *testing.T) {
	t.Parallel()
	o := Options{MaxDoc: 1 << 20, Stdin: &endless{head: "{\"id\":\"a\",\"text\":\"A.\"}\n{\"text\":\"", fill: 'x', n: 200 << 20, tail: "\"}\n{\"id\":\"b\",\"text\":\"B.\"}\n"}}
	want := []string{"a||A.", "limit! -:2: read: the document is longer than allowed (1048576 bytes) (raise --max-doc, or split it)", "b||B."}
	if diff := cmp.Diff(want, render(nil, o)); diff != "" {
		t.Errorf("line (-want +got):\n%s", diff)
	}
	l := &lines{f: &file{buf: bufio.NewReader(&endless{fill: 'x', n: 200 << 20, tail: "\n"})}, max: 1 << 20}
	if _, err := l.next(); !errors.Is(err, errTooLong) || cap(l.buf) > 1<<20 {
		t.Errorf("a line of 200 MB: %v, %d bytes held", err, cap(l.buf))
	}
	for _, c := range []struct {
		in   string
		code string
	}{
		{strings.Repeat("word ", 300), "limit!"}, {"<html>" + strings.Repeat("word ", 300), "limit!"},
		{pack(t, strings.Repeat("word ", 300)), "limit!"}, {"id,text\n1," + strings.Repeat("word ", 300) + "\n", "limit!"},
	} {
		if got := show(c.in, Options{MaxDoc: 1000}); len(got) == 0 || !strings.HasPrefix(got[0], c.code) {
			t.Errorf("%.20q…: %q, want %s", c.in, got, c.code)
		}
	}
	if got := show("{\"text\":\"ab\"}\n", Options{MaxDoc: 13}); len(got) != 1 || got[0] != "-#1||ab" {
		t.Errorf("a line at the limit: %q", got)
	}
}

func TestWalk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, body := range map[string]string{
		"b.txt": "B.", "a/2.txt": "A two.", "a/10.txt": "A ten.", ".hidden": "no", "c.html": "<p>C", "c_files/x.html": "<p>no", "d_files/y.txt": "D.", "Z.txt": "Z.", ".git/x.txt": "no",
	} {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "b.txt"), filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	var got []string
	for d, err := range Documents([]string{dir, filepath.Join(dir, "b.txt"), filepath.Join(dir, "none")}, Options{}) {
		if err != nil {
			got = append(got, string(entente.ErrorCode(err)))
			continue
		}
		got = append(got, strings.TrimPrefix(d.ID, filepath.ToSlash(dir)))
	}
	want := []string{"/Z.txt", "/a/10.txt", "/a/2.txt", "/b.txt", "/c.html", "/d_files/y.txt", "/b.txt", "unavailable"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStop(t *testing.T) {
	t.Parallel()
	n := 0
	for range Documents(nil, Options{Stdin: strings.NewReader(strings.Repeat("{\"text\":\"x\"}\n", 10))}) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d steps after a break at 3", n)
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := filepath.Join(dir, "a.txt")
	when := time.Date(2024, 5, 17, 8, 0, 0, 0, time.UTC)
	if err := os.WriteFile(p, []byte("A."), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(p, when, when); err != nil {
		t.Fatal(err)
	}
	flag := time.Date(2024, 5, 16, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		opt  Options
		want entente.DateBasis
	}{{Options{}, entente.DateNone}, {Options{DateFromMtime: true}, entente.DateFile}, {Options{Date: flag, DateOnly: true, DateFromMtime: true}, entente.DateFlag}} {
		for d, err := range Documents([]string{p}, c.opt) {
			if err != nil || d.DateBasis != c.want || (c.want == entente.DateFile) != d.Published.Equal(when) {
				t.Errorf("%v: %v %v %v", c.want, d.DateBasis, d.Published, err)
			}
		}
	}
}

func TestKeep(t *testing.T) {
	t.Parallel()
	for d := range Documents(nil, Options{Keep: true, Stdin: strings.NewReader(`{"text":"x","n":{"a":1},"lang":"EN-us"}`)}) {
		if diff := cmp.Diff(map[string][]byte{"n": []byte(`{"a":1}`)}, d.Extra); diff != "" || d.Lang != "en" {
			t.Errorf("lang %q, extra (-want +got):\n%s", d.Lang, diff)
		}
	}
	for d := range Documents(nil, Options{Keep: true, Stdin: strings.NewReader("text,Desk\nx,\"a \"\"b\"\" <c>\"\n")}) {
		if diff := cmp.Diff(map[string][]byte{"Desk": []byte(`"a \"b\" <c>"`)}, d.Extra); diff != "" {
			t.Errorf("extra (-want +got):\n%s", diff)
		}
	}
}
