// Package text is the ground that every reader of documents stands on: Unicode
// normalisation with the repair of invalid bytes, the index between byte and
// code-point offsets, folding for lookups, and the identification of a text's
// language. It knows nothing of documents, formats or politics.
package text
