// Package gate holds a sentence of a brief to the sentences that it cites: who
// did what to whom, where and when, how many, whether it was done at all, how
// sure it is and on whose word must be what they say. It reads the layers of
// both and knows nothing of how the draft came to be: cut from a report, made
// from a template or written by a language model.
//
// A draft may say less than its sources, never more and never another thing:
// leaving out a place is fine, leaving out "not", "if", "allegedly", "at least"
// or the one who says so is not.
package gate
