package merge

import "testing"

func TestTimeKey(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		a, b string
		same bool
	}{
		{"May 3", "3 May 2024", true},
		{"Sept. 9", "the 9th of September", true},
		{"May 3", "May 4", false},
		{"3 decades", "3 December", false},
		{"on 9 second marches", "9 March", false},
		{"Friday", "friday", true},
		{"Friday", "Saturday", false},
		{"", "May 3", false},
		{"März 3", "Mar 3", false},
	} {
		if got := timeKey(tc.a) == timeKey(tc.b); got != tc.same {
			t.Errorf("%q and %q have one key: %v, want %v", tc.a, tc.b, got, tc.same)
		}
	}
}
