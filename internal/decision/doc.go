// Package decision scores classes by a small network that sees sparse features
// and the vectors of words: each feature has an embedding, embeddings are added
// up, and a hidden layer reads the sum beside the vectors of the words in given
// places (after Zhang, Chen and Manning 2014; Chen and Manning 2014). So it goes
// by combinations of evidence, and by words that its training has not seen.
//
// A [Net] is made of integers, so that its scores are the same everywhere; what
// learns it, cmd/entente-dev, gives its weights as floats to [Weights.Add].
package decision
