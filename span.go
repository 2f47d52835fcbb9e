package entente

// Span is a half-open range [Start, End) of byte offsets into the NFC text of
// one document. The zero Span is empty and means "none" wherever a field's
// comment allows it.
type Span struct {
	Start, End int
}

// Len returns the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// IsEmpty reports whether s holds no byte.
func (s Span) IsEmpty() bool { return s.End <= s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// In returns the bytes of text that s covers, or "" if s does not lie in text.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return ""
	}
	return text[s.Start:s.End]
}
