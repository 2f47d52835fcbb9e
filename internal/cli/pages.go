package cli

import (
	"context"
	"io"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/alert"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/relation"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/web"
)

// pageConfig is what the pages on an archive are made of.
func (a *App) pageConfig(ctx context.Context, arc *store.Archive) (web.Config, error) {
	d, err := a.directory()
	if err != nil {
		return web.Config{}, err
	}
	w, err := a.briefer(ctx, arc)
	if err != nil {
		return web.Config{}, err
	}
	places, err := pipeline.LoadPlaces(a.Models, a.Data)
	if err != nil {
		return web.Config{}, &entente.Error{Code: entente.ErrUnavailable, Op: "load the table of outlets", Err: err}
	}
	return web.Config{Archive: arc, Brief: w, Parties: d.parties, PartyName: d.name, Home: homeOf(places.Home), Log: a.logger(), Blocs: blocsOf, Feed: alert.Feed,
		Turns: func(ctx context.Context, events []entente.RelationEvent) ([]web.Turn, error) {
			list, err := turnsIn(ctx, arc, events)
			out := make([]web.Turn, len(list))
			for i, t := range list {
				out[i] = web.Turn{Day: t.Day, Before: t.Before, After: t.After, Events: t.Events}
			}
			return out, err
		},
		CoverageCSV: func(w io.Writer, read []entente.Coverage, dropped []entente.Dropped) error {
			return writeCoverage(w, read, dropped, homeOf(places.Home))
		}}, nil
}

// blocsOf returns the groups that stand together, as far as pairs show.
func blocsOf(pairs []entente.DyadCount) []web.Bloc {
	blocs := relation.Blocs(tiesOf(pairs))
	out := make([]web.Bloc, len(blocs))
	for i, b := range blocs {
		out[i] = web.Bloc{Parties: b.Parties, MeanIn: b.MeanIn, MeanOut: b.MeanOut}
	}
	return out
}

// tiesOf makes the ties of a network from pairs.
func tiesOf(pairs []entente.DyadCount) []relation.Tie {
	var ties []relation.Tie
	for _, d := range pairs {
		if d.Events >= minTie {
			ties = append(ties, relation.Tie{A: d.A, B: d.B, Events: d.Events, Weight: d.Weight, Kind: d.Kind, Hostile: d.Hostile})
		}
	}
	return ties
}
