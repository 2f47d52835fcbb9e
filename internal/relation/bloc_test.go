package relation

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestBlocs(t *testing.T) {
	t.Parallel()
	// Two camps that fight each other, and a party that deals kindly with both.
	ties := []Tie{
		{"AAA", "BBB", 5, 5, 20, 0}, {"AAA", "CCC", 4, 4, 12, 2}, {"BBB", "CCC", 3, 3, 9, 0},
		{"XXX", "YYY", 6, 6, 24, 0}, {"XXX", "ZZZ", 2, 2, 8, 0},
		{"AAA", "XXX", 9, 9, 0, 60}, {"BBB", "YYY", 5, 5, 0, 30}, {"CCC", "ZZZ", 2, 2, 1, 12},
	}
	blocs := Blocs(ties)
	got := make([]string, 0, len(blocs))
	for _, b := range blocs {
		got = append(got, strings.Join(b.Parties, " "))
	}
	if want := []string{"AAA BBB CCC", "XXX YYY ZZZ"}; !slices.Equal(got, want) {
		t.Fatalf("%v, want %v", got, want)
	}
	if b := blocs[0]; b.MeanIn <= 0 || b.MeanOut >= 0 {
		t.Errorf("%+v", b)
	}
	if len(Blocs(nil)) != 0 {
		t.Error("an empty network has blocs")
	}
	if got := Blocs([]Tie{{"A", "B", 1, 1, 0, 5}}); len(got) != 0 {
		t.Errorf("two that only fight make the bloc %v", got)
	}
}

// The order of ties does not matter, and planted camps are found.
func TestBlocsOfCamps(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 1)) //nolint:gosec // a fixed network
	var ties []Tie
	for i := range 40 {
		for j := i + 1; j < 40; j++ {
			if rng.IntN(3) > 0 {
				continue
			}
			tie := Tie{A: string(rune('A'+i/10)) + string(rune('a'+i%10)), B: string(rune('A'+j/10)) + string(rune('a'+j%10)), Events: 1, Weight: 1}
			if i/10 == j/10 {
				tie.Kind = 4
			} else {
				tie.Hostile = 5 * float64(rng.IntN(2))
				tie.Kind = float64(rng.IntN(2))
			}
			ties = append(ties, tie)
		}
	}
	blocs := Blocs(ties)
	if len(blocs) != 4 || len(blocs[0].Parties) != 10 {
		t.Errorf("%d blocs for four camps: %v", len(blocs), blocs)
	}
	slices.Reverse(ties)
	for i, b := range Blocs(ties) {
		if !slices.Equal(b.Parties, blocs[i].Parties) {
			t.Error("the order of ties changes the blocs")
		}
	}
}
