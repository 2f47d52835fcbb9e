package web

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
)

// invalid is the error of a parameter that cannot be read.
func invalid(param string, err error) error {
	return &entente.Error{Code: entente.ErrInvalid, Op: "read the parameter " + param, Err: err}
}

// asked reports whether a parameter that is a yes is given: directed=1, not
// directed=0.
func asked(q url.Values, name string) bool {
	switch q.Get(name) {
	case "", "0", "false", "no":
		return false
	}
	return true
}

// days reads the parameters from and to.
func days(q url.Values) (entente.Days, error) {
	d := entente.AllDays()
	for _, p := range []struct {
		name string
		day  *entente.Day
	}{{"from", &d.From}, {"to", &d.To}} {
		v := q.Get(p.name)
		if v == "" {
			continue
		}
		day, err := entente.ParseDay(v)
		if err != nil {
			return d, invalid(p.name, err)
		}
		*p.day = day
	}
	if d.From.Known() && d.To.Known() && d.To < d.From {
		return d, invalid("to", fmt.Errorf("%s is before %s", d.To, d.From))
	}
	return d, nil
}

// parties reads an actor: by name, or by any code that an event can carry.
func (s *server) parties(query string) ([]entente.Party, error) {
	ps, err := s.Parties(query)
	if err == nil && len(ps) == 0 {
		err = &entente.Error{Code: entente.ErrNotFound, Op: "look up an actor", Err: fmt.Errorf("%q is nobody we know", query)}
	}
	if err == nil {
		return ps, nil
	}
	code, sector, _ := strings.Cut(query, ":")
	if !isCode(code) {
		return nil, err
	}
	sec, serr := entente.ParseSector(sector)
	if serr != nil {
		return nil, err
	}
	return []entente.Party{{Code: code, Sector: sec}}, nil
}

// isCode reports whether s has the form of an actor's code: capitals and
// digits, as in RUS, NATO or G7.
func isCode(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' && c != '-' {
			return false
		}
	}
	return len(s) >= 2 && len(s) <= 24
}

const maxPage = 100000

// pageNumber reads the parameter page, which counts from 1.
func pageNumber(q url.Values) (int, error) {
	v := q.Get("page")
	if v == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > maxPage {
		return 0, invalid("page", errors.New("not a number from 1"))
	}
	return n, nil
}

// pager links to the pages before and after this one.
type pager struct {
	Page       int
	Prev, Next string // addresses; "" at the ends
}

func newPager(path string, q url.Values, page int, more bool) pager {
	p := pager{Page: page}
	link := func(n int) string {
		v := url.Values{}
		for k := range q {
			if q.Get(k) != "" {
				v[k] = q[k]
			}
		}
		v.Del("page")
		if n > 1 {
			v.Set("page", strconv.Itoa(n))
		}
		if e := v.Encode(); e != "" {
			return path + "?" + e
		}
		return path
	}
	if page > 1 {
		p.Prev = link(page - 1)
	}
	if more {
		p.Next = link(page + 1)
	}
	return p
}
