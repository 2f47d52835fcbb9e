package model

import "slices"

// vocabulary numbers the features of training examples.
type vocabulary struct {
	keys  []uint32 // ascending
	index map[uint32]int32
}

// vocabularyOf numbers the features that were seen at least that often, in the
// order of their keys.
func vocabularyOf(seen map[uint32]int, least int) vocabulary {
	v := vocabulary{index: map[uint32]int32{}}
	for k, n := range seen {
		if n >= least {
			v.keys = append(v.keys, k)
		}
	}
	slices.Sort(v.keys)
	for i, k := range v.keys {
		v.index[k] = int32(i) //nolint:gosec // far below 2^31
	}
	return v
}

// numbers returns the numbers of the known features among keys, each once,
// ascending, with room for one more.
func (v *vocabulary) numbers(keys []uint32) []int32 {
	out := make([]int32, 0, len(keys)+1)
	for _, k := range keys {
		if i, ok := v.index[k]; ok {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
