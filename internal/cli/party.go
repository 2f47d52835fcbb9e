package cli

import (
	"errors"
	"fmt"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/actor"
	"github.com/entente-news/entente/internal/pipeline"
)

// directory reads what people call actors.
type directory struct{ table *actor.Table }

func (a *App) directory() (*directory, error) {
	own, err := a.ownActors()
	if err != nil {
		return nil, err
	}
	t, _, err := pipeline.LoadActors(a.Data, own...)
	if err != nil {
		return nil, err
	}
	return &directory{t}, nil
}

// parties reads an actor given by name or code. An ambiguous name lists its
// candidates; an unknown one is an error of usage.
func (a *App) parties(query string) ([]entente.Party, error) {
	d, err := a.directory()
	if err != nil {
		return nil, err
	}
	ps, err := d.parties(query)
	if err != nil {
		return nil, usagef("%w", err)
	}
	return ps, nil
}

func (d *directory) parties(query string) ([]entente.Party, error) {
	query = strings.TrimSpace(query)
	codes, candidates := d.table.Parties(query)
	if len(codes) == 0 {
		e := &entente.Error{Code: entente.ErrInvalid, Op: "read the actor " + printable(query)}
		if len(candidates) == 0 {
			e.Err = errors.New("no actor of the tables is called that")
			e.Hint = "use a code such as RUS, RUS:MIL or NATO"
			return nil, e
		}
		var list []string
		for i, c := range candidates {
			if i == 8 {
				list = append(list, "…")
				break
			}
			list = append(list, fmt.Sprintf("%s (%s)", c.Code(), c.Actor.Name))
		}
		e.Err = errors.New("the name may stand for several")
		e.Hint = "say which: " + strings.Join(list, ", ")
		return nil, e
	}
	out := make([]entente.Party, 0, len(codes))
	for _, c := range codes {
		code, sector, _ := strings.Cut(c, ":")
		s, err := entente.ParseSector(sector)
		if err != nil {
			return nil, &entente.Error{Code: entente.ErrInvalid, Op: "read the actor " + printable(query), Err: err}
		}
		out = append(out, entente.Party{Code: code, Sector: s})
	}
	return out, nil
}

// name returns the name of a code, or the code. A body as such, which has no
// sector, goes before its organs.
func (d *directory) name(code string) string {
	if code == "" {
		return ""
	}
	organ := code
	for _, c := range d.table.Lookup(code, entente.NoDay) {
		if c.Actor.Name == "" || (c.Actor.Party() != code && c.Actor.Group != code) {
			continue
		}
		if c.Actor.Sector == entente.SectorNone {
			return c.Actor.Name
		}
		if organ == code {
			organ = c.Actor.Name
		}
	}
	return organ
}

// countries returns the codes of states that are given by code or name.
func (a *App) countries(names []string) ([]string, error) {
	if len(names) == 0 {
		return nil, nil
	}
	d, err := a.directory()
	if err != nil {
		return nil, err
	}
	out := make([]string, len(names))
	for i, name := range names {
		ps, err := d.parties(name)
		if err != nil {
			return nil, usagef("--place: %w", err)
		}
		if len(ps) == 1 && ps[0].Sector == entente.SectorNone {
			out[i] = d.table.Country(ps[0].Code)
		}
		if out[i] == "" {
			return nil, usagef("--place: %q is no state", name)
		}
	}
	return out, nil
}

func partyCodes(ps []entente.Party) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.String()
	}
	return out
}
