package conllu

import (
	"bufio"
	"io"
	"strconv"
)

// Writer writes sentences to a stream. Call Flush at the end.
type Writer struct {
	out *bufio.Writer
	buf []byte
}

// NewWriter returns a writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{out: bufio.NewWriterSize(w, 1<<16)} }

// Write writes one sentence with the empty line after it. Empty columns become
// "_".
func (w *Writer) Write(s *Sentence) error {
	for _, c := range s.Comments {
		w.buf = append(append(w.buf[:0], c...), '\n')
		if _, err := w.out.Write(w.buf); err != nil {
			return err
		}
	}
	next := 0
	for i := range s.Words {
		if next < len(s.Multis) && s.Multis[next].First == i+1 {
			if err := w.multi(&s.Multis[next]); err != nil {
				return err
			}
			next++
		}
		if err := w.word(i+1, &s.Words[i]); err != nil {
			return err
		}
	}
	return w.out.WriteByte('\n')
}

// Flush writes what is still buffered.
func (w *Writer) Flush() error { return w.out.Flush() }

func (w *Writer) multi(m *Multi) error {
	b := strconv.AppendInt(w.buf[:0], int64(m.First), 10)
	b = append(b, '-')
	b = strconv.AppendInt(b, int64(m.Last), 10)
	b = column(b, m.Form)
	b = append(b, "\t_\t_\t_\t_\t_\t_\t_"...)
	b = column(b, m.Misc)
	return w.line(b)
}

func (w *Writer) word(id int, t *Word) error {
	b := strconv.AppendInt(w.buf[:0], int64(id), 10)
	b = column(b, t.Form)
	b = column(b, t.Lemma)
	b = column(b, t.UPOS)
	b = column(b, t.XPOS)
	b = column(b, t.Feats)
	if t.Head < 0 {
		b = append(b, "\t_"...)
	} else {
		b = strconv.AppendInt(append(b, '\t'), int64(t.Head), 10)
	}
	b = column(b, t.Deprel)
	b = column(b, t.Deps)
	b = column(b, t.Misc)
	return w.line(b)
}

func (w *Writer) line(b []byte) error {
	b = append(b, '\n')
	w.buf = b
	_, err := w.out.Write(b)
	return err
}

// column appends a tab and the value, with white space that the format cannot
// hold made a plain space.
func column(b []byte, v string) []byte {
	b = append(b, '\t')
	if v == "" {
		return append(b, '_')
	}
	for i := range len(v) {
		switch c := v[i]; c {
		case '\t', '\n', '\r':
			b = append(b, ' ')
		default:
			b = append(b, c)
		}
	}
	return b
}
