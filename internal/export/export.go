// Package export writes events in the shapes that other tools read: flat rows
// by event or by dyad as CSV and Parquet, PLOVER's own JSON, and the columns of
// the GDELT, ICEWS and POLECAT data sets. What we do not measure stays empty.
package export

import (
	"fmt"
	"io"
	"iter"
	"slices"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/wire"
)

// Options says what is written and how.
type Options struct {
	Format string // one of [Formats]
	Unit   string // one of [Units]; only for csv and parquet
	NoText bool   // leave publishers' words out
	Codes  *Codes
}

// Formats lists the formats by name, but jsonl, which is that of package wire.
func Formats() []string { return []string{"csv", "parquet", "plover", "gdelt", "icews", "polecat"} }

// Units lists what a row of csv and parquet may be.
func Units() []string { return []string{"event", "dyad"} }

// Count is what was written, and what the format could not hold.
type Count struct {
	Events, Rows int
	Undated      int // left out, since the format asks for a day
}

// Write writes the events of rows. The same events give the same bytes.
func Write(w io.Writer, rows iter.Seq2[entente.EventRow, error], opt Options) (Count, error) {
	if !slices.Contains(Formats(), opt.Format) || !slices.Contains(Units(), opt.Unit) {
		return Count{}, &entente.Error{Code: entente.ErrInvalid, Op: "export", Err: fmt.Errorf("there is no format %q by %s", opt.Format, opt.Unit)}
	}
	x := &exporter{opt: opt}
	switch {
	case opt.Format == "plover":
		return x.count, x.plover(w, rows)
	case opt.Format == "gdelt":
		return x.count, x.columns(w, rows, nil, x.gdelt)
	case opt.Format == "icews":
		return x.count, x.columns(w, rows, icewsHead, x.icews)
	case opt.Format == "polecat":
		return x.count, x.columns(w, rows, polecatHead, x.polecat)
	case opt.Unit == "dyad":
		err := writeFlat(w, opt.Format, rows, x.dyads)
		return x.count, err
	default:
		err := writeFlat(w, opt.Format, rows, x.event)
		return x.count, err
	}
}

// exporter holds what the formats share.
type exporter struct {
	opt   Options
	count Count
}

// record is an event as the program prints it, from which rows are made.
func (x *exporter) record(r entente.EventRow) wire.Event {
	return wire.EventOf(r, wire.Options{Run: r.Run, NoText: x.opt.NoText})
}

// pair is one member of each side; one of them may be the zero Actor where the
// event names nobody there.
type pair struct{ actor, recipient entente.Actor }

// pairs are the pairs of members of an event: each actor with each recipient,
// and of a reciprocal event each member with each other one.
func pairs(e *entente.Event) []pair {
	var out []pair
	switch {
	case len(e.Recipients) > 0:
		for _, a := range e.Actors {
			for _, r := range e.Recipients {
				out = append(out, pair{a, r})
			}
		}
	case len(e.Actors) > 1:
		for i, a := range e.Actors {
			for k, r := range e.Actors {
				if i != k {
					out = append(out, pair{a, r})
				}
			}
		}
	default:
		for _, a := range e.Actors {
			out = append(out, pair{actor: a})
		}
	}
	return out
}
