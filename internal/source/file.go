package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/entente-news/entente"
	"golang.org/x/text/encoding/unicode"
)

// peekBytes is how much of an input is looked at to find its format.
const peekBytes = 64 << 10

// file is one open input.
type file struct {
	name  string // as given, with '/'; "-" for standard input
	in    io.Reader
	mtime time.Time // zero when it has none
	buf   *bufio.Reader
	utf8  bool // a byte order mark says that it is Unicode
}

// where names a line of f, or f itself for line 0.
func (f *file) where(line int) string {
	if line == 0 {
		return f.name
	}
	return fmt.Sprintf("%s:%d", f.name, line)
}

// id is the key of a document that brings none.
func (f *file) id(line int) string {
	if line == 0 {
		return f.name
	}
	return fmt.Sprintf("%s#%d", f.name, line)
}

// bad is an error about line of f.
func (f *file) bad(code entente.Code, line int, op string, err error) *entente.Error {
	return &entente.Error{Code: code, Op: op, Where: f.where(line), Err: err}
}

// broken turns an error of the stream itself into one that a person
// understands.
func (f *file) broken(line int, err error) *entente.Error {
	e := f.bad(entente.ErrInvalid, line, "read", err)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		e.Op, e.Err = "decompress", errors.New("the gzip data end too early")
		e.Hint = "the file was cut off: fetch or copy it again"
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		e.Op = "decompress"
		e.Hint = "the gzip data are damaged: fetch or copy the file again"
	}
	var pe interface{ Timeout() bool }
	if errors.As(err, &pe) {
		e.Code = entente.ErrUnavailable
	}
	return e
}

// unwrap undoes gzip, at most twice, and UTF-16, and drops a byte order mark.
func (f *file) unwrap() error {
	f.buf = bufio.NewReaderSize(f.in, peekBytes)
	for range 2 {
		head, err := f.buf.Peek(2)
		if len(head) < 2 || head[0] != 0x1f || head[1] != 0x8b {
			return f.unmark(err)
		}
		z, err := gzip.NewReader(f.buf)
		if err != nil {
			return err
		}
		f.buf = bufio.NewReaderSize(z, peekBytes)
	}
	_, err := f.buf.Peek(1)
	return f.unmark(err)
}

// unmark deals with byte order marks. err is what the first look at the
// stream gave.
func (f *file) unmark(err error) error {
	head, _ := f.buf.Peek(3)
	switch {
	case len(head) >= 3 && head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF:
		f.utf8 = true
		_, err = f.buf.Discard(3)
		return err
	case len(head) >= 2 && (head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF):
		f.utf8 = true
		d := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		f.buf = bufio.NewReaderSize(d.Reader(f.buf), peekBytes)
		return nil
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// firstLine looks at the first line of f, up to peekBytes of it, without waiting
// for what follows. An error comes where there is no whole line.
func (f *file) firstLine() ([]byte, error) {
	for n := 1; ; {
		_, err := f.buf.Peek(n)
		head, _ := f.buf.Peek(f.buf.Buffered())
		if i := bytes.IndexByte(head, '\n'); i >= 0 {
			return head[:i+1], nil
		}
		if n = len(head) + 1; err != nil || n > peekBytes {
			return head, err
		}
	}
}

// whole returns all of what is left of f, or errTooLong.
func (f *file) whole(maxBytes int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(f.buf, maxBytes+1))
	if int64(len(data)) > maxBytes {
		return nil, errTooLong
	}
	return data, err
}

// errTooLong is wrapped by the error of a document over the limit.
var errTooLong = errors.New("the document is longer than allowed")

// tooLong is the error of a document of f over the limit.
func (r *reader) tooLong(f *file, line int) *entente.Error {
	e := f.bad(entente.ErrLimit, line, "read", fmt.Errorf("%w (%d bytes)", errTooLong, r.opt.MaxDoc))
	e.Hint = "raise --max-doc, or split it"
	return e
}

// lines reads f line by line within a limit.
type lines struct {
	f   *file
	max int64
	n   int // number of the last line, 1-based
	buf []byte
}

// next returns the next line without its end, valid until the next call. A
// line over the limit is passed over: errTooLong. io.EOF comes without a line.
// Any other error is of the stream, which then is at its end; what stood
// before it on the line is dropped.
func (l *lines) next() ([]byte, error) {
	l.buf = l.buf[:0]
	long, started := false, false
	for {
		part, err := l.f.buf.ReadSlice('\n')
		if len(part) > 0 && !started {
			started = true
			l.n++
		}
		if !long && int64(len(l.buf)+len(part)) > l.max+2 {
			long = true
			l.buf = nil
		}
		if !long {
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case err != nil && !started:
			return nil, io.EOF
		case long:
			return nil, errTooLong
		}
		line := l.buf
		if n := len(line); n > 0 && line[n-1] == '\n' {
			line = line[:n-1]
		}
		if n := len(line); n > 0 && line[n-1] == '\r' {
			line = line[:n-1]
		}
		if int64(len(line)) > l.max {
			return nil, errTooLong
		}
		return line, nil
	}
}
