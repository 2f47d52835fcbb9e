// Package linear is a second opinion on parts of speech: a log-linear model of a
// few thousand features of a word and its neighbours, which is asked where the
// network is unsure. It errs otherwise than the network, since it is another kind
// of model.
package linear
