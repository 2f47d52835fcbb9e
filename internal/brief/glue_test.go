package brief

import "testing"

func TestGlued(t *testing.T) {
	t.Parallel()
	m := newMaterial()
	words := map[string]bool{}
	for _, w := range []string{"vandal", "vandals", "wants", "officer", "said", "state", "indiana", "guest", "house", "news", "paper", "sports", "sport", "woman", "grass", "land", "sold", "told", "bomb", "bombs", "hell", "shell"} {
		words[w] = true
	}
	m.known = func(w string) bool { return words[w] }
	for w, want := range map[string]bool{
		"vandalswants": true, "officersaid": true, "stateIndiana": true, "guesthouse": false, "grassland": false, "vandals": false, "Vandalswants": false, "xyzwants": false, "newspaper": false, "sportswoman": true, "bombshell": false,
	} {
		if got := m.glued(w); got != want {
			t.Errorf("glued(%q) = %v", w, got)
		}
	}
}
