package coder

import (
	"strings"

	"github.com/entente-news/entente/internal/model"
)

// features gathers what the learnt decision looks at: each feature is a name
// and a value, hashed to the key under which its weights lie. Names are kept
// only where an explanation is wanted.
type features struct {
	keys  []uint32
	named bool
	names []string // of the keys, when named
}

// reset forgets the features.
func (f *features) reset() { f.keys, f.names = f.keys[:0], f.names[:0] }

// add adds the feature name with these values.
func (f *features) add(name string, values ...string) {
	h := hashPart(fnvOffset, name)
	for _, v := range values {
		h = hashPart(h, v)
	}
	f.keys = append(f.keys, model.Key1(0, h))
	if f.named {
		f.names = append(f.names, name+"="+strings.Join(values, " "))
	}
}

// fnvOffset is the start of the FNV-1a hash (Fowler, Noll and Vo, 1991).
const fnvOffset = 14695981039346656037

// hashPart goes on with hash h over s and a separator.
func hashPart(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return (h ^ 0x1f) * 1099511628211
}
