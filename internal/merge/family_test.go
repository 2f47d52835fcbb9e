package merge

import "testing"

func TestFamily(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"criticise", "criticize", true},
		{"Condemn", "denounce", true},
		{"mobilise", "mobilize", true},
		{"kill", "shooting", true},
		{"kill", "condemn", false},
		{"chant", "chant", true},
		{"chant", "march", false},
	} {
		if got := family(c.a) == family(c.b); got != c.same {
			t.Errorf("%s and %s are of one family: %v, want %v", c.a, c.b, got, c.same)
		}
	}
}
