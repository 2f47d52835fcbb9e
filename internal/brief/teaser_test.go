package brief

import "testing"

func TestContact(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want bool
	}{
		{"Anyone with information is asked to call 692-7040.", true},
		{"They may contact the division at (318) 619-3946 at once.", true},
		{"More is available by calling 615-563-2787 or at the door.", true},
		{"Call 01524-582279 today.", true},
		{"The seasons 2009-2011 and 2012-2014 were wet.", false},
		{"On 2024-05-16 the army left with 1,200 men and 1.5 million litres.", false},
		{"The House vote was 328-93 on Bill 120.", false},
		{"In 2009 (2010) 4000 men left.", false},
	}
	for _, tt := range tests {
		if got := contact(tt.text); got != tt.want {
			t.Errorf("contact(%q) = %v, want %v", tt.text, got, tt.want)
		}
	}
}

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
	for text, want := range map[string]bool{"anna berg, jim lee (l to r) met": true, "from left, anna berg": true, "photo: the town": true, "telephoto lenses and photographs": false,
		"standing (from left): anna berg, jim lee": true, "the bill has support from leftist and from left-wing parties": false} {
		if got := captioned(text); got != want {
			t.Errorf("captioned(%q) = %v", text, got)
		}
	}
}
