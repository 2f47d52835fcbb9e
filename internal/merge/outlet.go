package merge

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// Outlets says who owns which outlet and how agencies are called. It does not
// change once read and may be shared. The nil table knows nothing.
type Outlets struct {
	byName   map[string]*outlet // folded names
	byHost   map[string]*outlet
	agencies []alias // the longest first within one beginning
}

type outlet struct {
	name, owner string
	agency      bool
}

type alias struct {
	text string
	of   string
}

// ErrOutlets is wrapped by the errors of [ReadOutlets].
var ErrOutlets = errors.New("not a table of outlets")

const (
	outletHead    = "name\tkind\tnames\thosts\towner\tsource"
	maxOutletLine = 64 << 10
	maxOutlets    = 100_000
)

// ReadOutlets reads tables of outlets, one after the other; a later row
// replaces an earlier one of that name. Columns, parted by tabs: name, kind
// (agency or outlet), names and hosts (parted by "|"), owner, source. Lines
// that begin with # are left out. Errors name the line.
func ReadOutlets(tables ...io.Reader) (*Outlets, error) {
	t := &Outlets{byName: map[string]*outlet{}, byHost: map[string]*outlet{}}
	for i, r := range tables {
		if err := t.read(r); err != nil {
			return nil, fmt.Errorf("read table %d of outlets: %w", i+1, err)
		}
	}
	return t, nil
}

func (t *Outlets) read(r io.Reader) error {
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxOutletLine)
	n := 0
	for in.Scan() {
		n++
		line := strings.TrimSuffix(in.Text(), "\r")
		switch {
		case n == 1 && line != outletHead:
			return fmt.Errorf("line 1: the head is not %q: %w", strings.ReplaceAll(outletHead, "\t", " "), ErrOutlets)
		case n == 1, line == "", strings.HasPrefix(line, "#"):
		case n > maxOutlets:
			return fmt.Errorf("line %d: more than %d rows: %w", n, maxOutlets, ErrOutlets)
		default:
			if err := t.row(strings.Split(line, "\t")); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("line %d: %w", n+1, err)
	}
	return nil
}

func (t *Outlets) row(f []string) error {
	if len(f) != strings.Count(outletHead, "\t")+1 {
		return fmt.Errorf("%d columns: %w", len(f), ErrOutlets)
	}
	o := &outlet{name: strings.TrimSpace(f[0]), owner: strings.TrimSpace(f[4]), agency: f[1] == "agency"}
	if o.name == "" || f[1] != "agency" && f[1] != "outlet" {
		return fmt.Errorf("no name, or kind %q: %w", f[1], ErrOutlets)
	}
	for _, n := range append(list(f[2]), o.name) {
		t.byName[Fold(n)] = o
		if o.agency {
			t.agencies = append(t.agencies, alias{n, o.name})
		}
	}
	for _, h := range list(f[3]) {
		t.byHost[strings.ToLower(h)] = o
	}
	return nil
}

func list(s string) []string {
	var out []string
	for _, x := range strings.Split(s, "|") {
		if x = strings.TrimSpace(x); x != "" {
			out = append(out, x)
		}
	}
	return out
}

// find returns the row of an outlet by name or, failing that, by the host of
// an address and the domains above it.
func (t *Outlets) find(name, address string) *outlet {
	if t == nil {
		return nil
	}
	if o := t.byName[Fold(name)]; o != nil {
		return o
	}
	if o := t.byHost[strings.TrimPrefix(strings.ToLower(name), "www.")]; o != nil {
		return o // some call an outlet by its host
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	for h := strings.ToLower(u.Hostname()); h != ""; {
		if o := t.byHost[h]; o != nil {
			return o
		}
		_, h, _ = strings.Cut(h, ".")
	}
	return nil
}

// Owner returns who owns an outlet, "" when that is not known: the owner of its
// row or, where the row names none, the outlet by its name in the table, so that
// two spellings of one outlet have one owner.
func (t *Outlets) Owner(name, address string) string {
	o := t.find(name, address)
	switch {
	case o == nil:
		return ""
	case o.owner == "":
		return o.name
	default:
		return o.owner
	}
}

// Agency returns the name of an agency in the table, or name as it is.
func (t *Outlets) agency(name string) string {
	if t != nil {
		if o := t.byName[Fold(name)]; o != nil {
			return o.name
		}
	}
	return name
}
