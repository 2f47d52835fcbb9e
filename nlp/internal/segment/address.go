package segment

import "strings"

// address returns the end of the web or mail address that begins at i, or i.
// Punctuation behind it is left out.
func address(text string, i, to int) int {
	s := text[i:to]
	switch {
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"), strings.HasPrefix(s, "ftp://"), strings.HasPrefix(s, "www."):
	case len(s) > 1 && (s[0] == '@' || s[0] == '#') && (s[1] >= 'a' && s[1] <= 'z' || upper(s[1])):
		n := 1
		for n < len(s) && (wordByte(s[n]) || s[n] == '_') {
			n++
		}
		return i + n
	default:
		if !mail(s) {
			return i
		}
	}
	n := len(s)
	if k := strings.IndexAny(s, "<>\"“”"); k > 0 {
		n = k
	}
	unopened := strings.Count(s[:n], ")") - strings.Count(s[:n], "(")
	for n > 1 && strings.IndexByte(".,;:!?')]}>", s[n-1]) >= 0 {
		if s[n-1] == ')' {
			if unopened <= 0 {
				break
			}
			unopened--
		}
		n--
	}
	return i + n
}

// longestMailName is the greatest length of what stands before the '@' of a mail
// address (RFC 5321, section 4.5.3.1.1).
const longestMailName = 64

// mail reports whether s begins with a mail address.
func mail(s string) bool {
	at := strings.IndexByte(s[:min(len(s), longestMailName+1)], '@')
	if at <= 0 {
		return false
	}
	for i := range at {
		c := s[i]
		if !wordByte(c) && strings.IndexByte("._%+-/'#", c) < 0 {
			return false
		}
	}
	dot := strings.IndexByte(s[at:min(len(s), at+256)], '.')
	return dot > 1 && at+dot+1 < len(s) && wordByte(s[at+1]) && wordByte(s[at+dot+1])
}
