package eval

import (
	"encoding/json"
	"strings"
)

// Strings is a text or a list of texts in JSON; null is none.
type Strings []string

// UnmarshalJSON reads a text, a list of texts or null.
func (s *Strings) UnmarshalJSON(b []byte) error {
	var list []string
	if len(b) > 0 && b[0] == '[' {
		if err := json.Unmarshal(b, &list); err != nil {
			return err
		}
		*s = list
		return nil
	}
	var one *string
	if err := json.Unmarshal(b, &one); err != nil {
		return err
	}
	if one != nil {
		*s = Strings{*one}
	}
	return nil
}

// MarshalJSON writes one text, or null for none.
func (s Strings) MarshalJSON() ([]byte, error) {
	if len(s) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(s.String())
}

// String joins the texts with semicolons.
func (s Strings) String() string { return strings.Join(s, "; ") }
