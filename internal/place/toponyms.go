package place

import (
	"io"
	"slices"
)

// Toponyms returns the names by which places of a packed gazetteer are known, in
// bytewise order, once each: the main names of divisions and of what has at least
// that many people, and every name, folded, of a city of at least cities people.
// Errors wrap [ErrFormat].
func Toponyms(pack io.Reader, people, cities uint32) ([]string, error) {
	p, err := readPack(pack)
	if err != nil {
		return nil, err
	}
	var out []string
	from := uint32(0)
	for i, to := range p.name {
		if k := kind(p.kind[i]); p.pop[i] >= people || k == kindAdmin1 || k == kindAdmin2 {
			out = append(out, p.names[from:to])
		}
		from = to
	}
	from = 0
	for i, to := range p.post {
		if slices.ContainsFunc(p.posts[from:to], func(e uint32) bool { return p.pop[e] >= cities }) {
			out = append(out, p.keyText(i))
		}
		from = to
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
