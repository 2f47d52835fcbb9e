package brief

import "testing"

func TestRunTogether(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want bool
	}{
		{"in the stateIndiana is ready", true},
		{"until 11 p.m.The hearing is on Tuesday", true},
		{"until 11 p.m. the hearing of Ph.D. students", false},
		{"photoJim Smith looks on", true},
		{"the new iPhone and macOS of McDonald in d'Ivoire", false},
		{"al-Assad met eBay's Jean-Marc", false},
	}
	for _, tt := range tests {
		if got := runTogether(tt.text); got != tt.want {
			t.Errorf("runTogether(%q) = %v", tt.text, got)
		}
	}
}

func TestCaptioned(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"anna berg, jim lee (l to r) met": true, "from left, anna berg": true, "photo: the town": true, "telephoto lenses and photographs": false} {
		if got := captioned(text); got != want {
			t.Errorf("captioned(%q) = %v", text, got)
		}
	}
}
