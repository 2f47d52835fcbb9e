package train

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/entente-news/entente/internal/neural"
)

// trainers is the number of parts of a batch, each with a goroutine: fixed, so
// that sums are made in one order whatever the machine.
const trainers = 2

// warmup is the number of steps over which the rate rises, of short trainings a
// tenth of all steps.
const warmup = 200

// averaging is the decay of the running average of the weights, which is what is
// kept in the end (Polyak and Juditsky 1992).
const averaging = 0.995

// job is what a network of any kind is trained by.
type job[E any] struct {
	params   []*neural.Param
	examples []E
	size     func(E) int // words of an example
	// run does the forward and backward passes of a part of a batch.
	run   func(t *neural.Tape, part []E, seed uint64, scale float32) sums
	log   func(epoch int, s sums)
	shape Shape // of which the epochs, the batch and the rate count
	seed  uint64
}

// fit does a job. Afterwards the params hold the averages of their weights.
func (j job[E]) fit() {
	s, size := j.shape, j.size
	adam := neural.NewAdam(j.params)
	adam.Decay = averaging
	tapes := make([]*neural.Tape, trainers)
	for i := range tapes {
		tapes[i] = neural.NewTape(uint64(i))
		tapes[i].Train = true
	}
	r := rand.New(rand.NewPCG(j.seed, 3)) //nolint:gosec // no secrets
	total, done := 0, 0
	for e := range s.Epochs {
		list := batches(j.examples, size, s.Batch, r)
		if e == 0 {
			total = len(list) * s.Epochs
		}
		var sum sums
		for _, b := range list {
			parts, words := shards(b, size, trainers), 0
			for _, x := range b {
				words += size(x)
			}
			results := make([]sums, trainers)
			base := r.Uint64()
			var wait sync.WaitGroup
			for i := range parts {
				wait.Go(func() { results[i] = j.run(tapes[i], parts[i], base+uint64(i), 1/float32(words)) })
			}
			wait.Wait()
			for _, p := range results {
				sum.add(p)
			}
			done++
			adam.Update(tapes, rate(s.Rate, done, total))
		}
		j.log(e+1, sum)
	}
	adam.Average()
}

// rate rises over the first steps and then falls to nothing along a cosine
// (Loshchilov and Hutter 2017).
func rate(top float32, step, total int) float32 {
	rise := min(warmup, total/10)
	if step < rise {
		return top * float32(step) / float32(rise)
	}
	f := float64(step-rise) / float64(max(1, total-rise))
	return top * float32(0.5*(1+math.Cos(math.Pi*f))+0.005)
}

// batches parts sentences into batches of about size words of like length, in
// an order drawn from r.
func batches[E any](examples []E, size func(E) int, words int, r *rand.Rand) [][]E {
	type keyed struct {
		e   E
		key float64
	}
	order := make([]keyed, len(examples))
	for i, k := range r.Perm(len(examples)) {
		order[i] = keyed{examples[k], float64(size(examples[k])) * (1 + 0.3*r.Float64())}
	}
	slices.SortStableFunc(order, func(a, b keyed) int { return cmp.Compare(b.key, a.key) })
	var out [][]E
	var batch []E
	n := 0
	for i, k := range order {
		batch = append(batch, k.e)
		if n += size(k.e); n >= words || i == len(order)-1 {
			out = append(out, batch)
			batch, n = nil, 0
		}
	}
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// shards deals a batch out to n parts, each from long to short.
func shards[E any](batch []E, size func(E) int, n int) [][]E {
	sorted := slices.Clone(batch)
	slices.SortStableFunc(sorted, func(a, b E) int { return size(b) - size(a) })
	out := make([][]E, n)
	for i, x := range sorted {
		out[i%n] = append(out[i%n], x)
	}
	return out
}
