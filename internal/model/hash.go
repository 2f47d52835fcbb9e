package model

// Odd 64-bit constants for mixing; the first is that of splitmix64 (Steele,
// Lea and Flood 2014), the others are its outputs for the seeds 1 to 5.
const (
	k0 = 0x9e3779b97f4a7c15
	k1 = 0x910a2dec89025cc1
	k2 = 0xbeeb8da1658eec67
	k3 = 0xf893a2eefb32555f
	k4 = 0x71c18690ee42c90b
)

// Mix spreads the bits of x over the whole word: the finaliser of splitmix64.
func Mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// Key1 returns the key of a feature of template t with one value.
func Key1(t int, a uint64) uint32 { return fold(uint64(t)*k0 + a*k1) } //nolint:gosec // templates are numbered from 0

// Key2 returns the key of a feature of template t with two values.
func Key2(t int, a, b uint64) uint32 { return fold(uint64(t)*k0 + a*k1 + b*k2) } //nolint:gosec // templates are numbered from 0

// Key3 returns the key of a feature of template t with three values.
func Key3(t int, a, b, c uint64) uint32 { return fold(uint64(t)*k0 + a*k1 + b*k2 + c*k3) } //nolint:gosec // templates are numbered from 0

// Key4 returns the key of a feature of template t with four values.
func Key4(t int, a, b, c, d uint64) uint32 {
	return fold(uint64(t)*k0 + a*k1 + b*k2 + c*k3 + d*k4) //nolint:gosec // templates are numbered from 0
}

// fold makes a key of a mixed word. Zero marks an empty slot and is no key.
func fold(x uint64) uint32 {
	x ^= x >> 32
	x *= 0xbf58476d1ce4e5b9
	k := uint32(x >> 32) //nolint:gosec // the upper half is wanted
	if k == 0 {
		return 1
	}
	return k
}

// HashString returns a 64-bit hash of s (FNV-1a, Fowler, Noll and Vo, with the
// finaliser of splitmix64 on top).
func HashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return Mix(h)
}

// HashBytes returns the hash that [HashString] gives for the same bytes.
func HashBytes(s []byte) uint64 {
	h := uint64(14695981039346656037)
	for i := range s {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return Mix(h)
}

// Rand is a small deterministic generator (splitmix64) for training. It is no
// source of secrets.
type Rand struct{ state uint64 }

// NewRand returns a generator that is fixed by seed.
func NewRand(seed uint64) *Rand { return &Rand{state: seed} }

// Uint64 returns the next number.
func (r *Rand) Uint64() uint64 {
	r.state += k0
	return Mix(r.state)
}

// Intn returns a number in [0, n); n must be positive.
func (r *Rand) Intn(n int) int {
	return int(r.Uint64() % uint64(n)) //nolint:gosec // n is positive and small
}

// Shuffle permutes the numbers in s.
func (r *Rand) Shuffle(s []int) {
	for i := len(s) - 1; i > 0; i-- {
		j := r.Intn(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}
