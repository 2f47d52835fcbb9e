package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Reader reads sentences from a stream.
type Reader struct {
	in   *bufio.Reader
	line int
	buf  []byte
}

// NewReader returns a reader of r.
func NewReader(r io.Reader) *Reader {
	return &Reader{in: bufio.NewReaderSize(r, 1<<16)}
}

// Read returns the next sentence, or io.EOF after the last. Other errors name
// the line and wrap an error of this package or of the stream. After an error
// in a line the rest of that sentence can still be skipped with [Reader.Skip].
func (r *Reader) Read() (*Sentence, error) {
	s := &Sentence{}
	multiTo := 0
	for {
		line, err := r.next()
		if errors.Is(err, io.EOF) && (len(s.Words) > 0 || len(s.Comments) > 0) {
			break
		}
		if err != nil {
			return nil, err
		}
		if line == "" {
			if len(s.Words) == 0 && len(s.Comments) == 0 {
				continue
			}
			break
		}
		if s.Line == 0 {
			s.Line = r.line
		}
		if line[0] == '#' {
			s.Comments = append(s.Comments, line)
			continue
		}
		if err := s.add(line, &multiTo); err != nil {
			return nil, fmt.Errorf("line %d: %w", r.line, err)
		}
	}
	if multiTo > len(s.Words) {
		return nil, fmt.Errorf("line %d: %w: %w", r.line, errRange, ErrID)
	}
	for i := range s.Words {
		if s.Words[i].Head > len(s.Words) {
			return nil, fmt.Errorf("sentence at line %d, word %d: %w", s.Line, i+1, ErrHead)
		}
	}
	return s, nil
}

// ReadAll returns all sentences up to the end of the stream.
func ReadAll(in io.Reader) ([]*Sentence, error) {
	r := NewReader(in)
	var out []*Sentence
	for {
		s, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
}

// Skip reads over lines up to and including the next empty one.
func (r *Reader) Skip() error {
	for {
		line, err := r.next()
		if err != nil {
			return err
		}
		if line == "" {
			return nil
		}
	}
}

// next returns the next line without its end; CR LF counts as LF.
func (r *Reader) next() (string, error) {
	r.buf = r.buf[:0]
	for {
		part, err := r.in.ReadSlice('\n')
		r.buf = append(r.buf, part...)
		if len(r.buf) > MaxLineBytes {
			return "", fmt.Errorf("line %d: %w", r.line+1, ErrLimit)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if errors.Is(err, io.EOF) && len(r.buf) == 0 {
			return "", io.EOF
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("reading line %d: %w", r.line+1, err)
		}
		r.line++
		return strings.TrimRight(string(r.buf), "\r\n"), nil
	}
}

// add reads one line of columns into s. multiTo is the last word of the open
// multiword token.
func (s *Sentence) add(line string, multiTo *int) error {
	var col [10]string
	n := 0
	for f := range strings.SplitSeq(line, "\t") {
		if n == len(col) {
			return ErrColumns
		}
		col[n] = f
		n++
	}
	if n != len(col) {
		return ErrColumns
	}
	if strings.Contains(col[0], ".") {
		return nil
	}
	if a, b, found := strings.Cut(col[0], "-"); found {
		first, err1 := strconv.Atoi(a)
		last, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || first != len(s.Words)+1 || last < first || first <= *multiTo || last > MaxSentenceWords {
			return fmt.Errorf("%q: %w", col[0], ErrID)
		}
		s.Multis = append(s.Multis, Multi{first, last, col[1], col[9]})
		*multiTo = last
		return nil
	}
	if id, err := strconv.Atoi(col[0]); err != nil || id != len(s.Words)+1 {
		return fmt.Errorf("%q: %w", col[0], ErrID)
	}
	if len(s.Words) == MaxSentenceWords {
		return ErrLimit
	}
	head := -1
	if col[6] != "_" {
		h, err := strconv.Atoi(col[6])
		if err != nil || h < 0 || h > MaxSentenceWords {
			return fmt.Errorf("%q: %w", col[6], ErrHead)
		}
		head = h
	}
	s.Words = append(s.Words, Word{col[1], col[2], col[3], col[4], col[5], head, col[7], col[8], col[9]})
	return nil
}
