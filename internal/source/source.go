package source

import (
	"io"
	"io/fs"
	"iter"
	"time"

	"github.com/entente-news/entente"
)

// DefaultMaxDoc is the limit on one document after decompression, in bytes.
const DefaultMaxDoc = 16 << 20

// Options says how inputs are read. The zero value is ready for use.
type Options struct {
	Format        Format            // FormatAuto: found by content
	MaxDoc        int64             // bytes of one document after decompression; 0 = DefaultMaxDoc
	Columns       map[string]string // field ("text", "date", …) to the name of its CSV column; the rest goes by common names
	Keep          bool              // keep unknown fields in Document.Extra
	DateFromMtime bool              // a document without a date takes its file's time
	Date          time.Time         // a document without a date takes this; zero = none
	DateOnly      bool              // Date carries no time of day
	Stdin         io.Reader         // what "-" reads; nil = nothing
	// Writes reports whether the run itself writes a file: that is passed over in
	// a folder, and an error when it is named. nil = it writes none.
	Writes func(fs.FileInfo) bool
}

// Documents reads the documents of the given files and folders in order; "-"
// is standard input, and so is an empty list. A folder is read recursively in
// bytewise order of names; dot files, links and the companion folders of saved
// pages are passed over, and so is what the run writes. Each step yields a document or an error, never both.
// Errors are of type [*entente.Error], with file and line in Where, and are
// about one file, line or document: the next step goes on behind it.
func Documents(paths []string, o Options) iter.Seq2[*entente.Document, error] {
	if o.MaxDoc <= 0 {
		o.MaxDoc = DefaultMaxDoc
	}
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	return func(yield func(*entente.Document, error) bool) {
		r := &reader{opt: o, yield: yield}
		for _, p := range paths {
			if !r.path(p) {
				return
			}
		}
	}
}

// reader is one run over a list of inputs. Its methods report whether to go
// on.
type reader struct {
	opt   Options
	yield func(*entente.Document, error) bool
}

// fail yields an error.
func (r *reader) fail(e *entente.Error) bool { return r.yield(nil, e) }

// emit completes a document with the dates that the options give, and yields
// it.
func (r *reader) emit(d *entente.Document, f *file) bool {
	if d.Published.IsZero() {
		switch {
		case !r.opt.Date.IsZero():
			d.Published, d.DateOnly, d.DateBasis = r.opt.Date, r.opt.DateOnly, entente.DateFlag
		case r.opt.DateFromMtime && !f.mtime.IsZero():
			d.Published, d.DateBasis = f.mtime.UTC(), entente.DateFile
		}
	}
	d.Layers = 0
	return r.yield(d, nil)
}
