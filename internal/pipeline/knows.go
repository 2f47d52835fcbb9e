package pipeline

// Knows reports whether a form in lower case is among the words of which there are
// vectors, the 30,000 commonest forms; without vectors every form is known.
func (t *Tools) Knows(form string) bool {
	words := t.Coder.Words()
	if words == nil {
		return true
	}
	_, ok := words.Index(form)
	return ok
}
