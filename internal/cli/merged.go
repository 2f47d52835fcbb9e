package cli

import (
	"context"
	"io"
	"iter"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/wire"
)

// listMerged prints merged events: those of a filter, or the one with an id.
func (a *App) listMerged(ctx context.Context, arc *store.Archive, f *eventFlags, filter entente.EventFilter, args []string) error {
	opt := wire.Options{NoText: f.noText}
	if len(args) == 1 {
		row, err := arc.Merged(ctx, args[0])
		if err != nil {
			return wrongID(err, "entente events --merged lists them")
		}
		return wire.NewWriter(a.Stdout).Write(wire.MergedOf(row, opt))
	}
	rows, err := arc.MergedEvents(ctx, filter)
	if err != nil {
		return err
	}
	if f.json {
		return writeMerged(a.Stdout, eachMergedOf(rows), opt)
	}
	a.some(len(rows), &f.lookFlags, "no merged event is like this")
	return a.tableMerged(rows)
}

func eachMergedOf(rows []entente.MergedRow) iter.Seq2[entente.MergedRow, error] {
	return func(yield func(entente.MergedRow, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func writeMerged(w io.Writer, rows iter.Seq2[entente.MergedRow, error], opt wire.Options) error {
	out := wire.NewWriter(w)
	for r, err := range rows {
		if err != nil {
			return err
		}
		if err := out.Write(wire.MergedOf(r, opt)); err != nil {
			return err
		}
	}
	return nil
}

func (a *App) tableMerged(rows []entente.MergedRow) error {
	t := newTable(a.Stdout, "DAY", "ACTOR", "EVENT", "RECIPIENT", "STATUS", "CONF", "REPORTS", "INDEP", "DIFFER", "ID", "FIRST TOLD BY")
	for _, r := range rows {
		m := r.Merged
		kind := m.Root.String()
		if m.Mode != entente.ModeNone {
			kind += ":" + m.Mode.String()
		}
		status := m.Status.String()
		if m.Aspect == entente.AspectOngoing {
			status += ", ongoing"
		}
		fields := make([]string, len(m.Differences))
		for i, d := range m.Differences {
			fields[i] = d.Field
		}
		first := &m.Tellings[0]
		t.row(dayCell(m.When), codes(m.Actors), kind, codes(m.Recipients), status, strconv.FormatFloat(m.Confidence, 'f', 2, 64),
			strconv.Itoa(m.Reports), strconv.Itoa(m.Independent), strings.Join(fields, ","), m.ID, merge.Outlet(first.Outlet, first.URL))
	}
	return t.flush()
}
