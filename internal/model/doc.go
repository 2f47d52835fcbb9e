// Package model holds what the trained parts of the program share and what
// knows nothing of language: the file format of the weights, sparse linear
// scorers on integers, and the averaged perceptron that makes them.
//
// Scores are sums of integers, so that they are the same on every machine and
// in whatever order they are added. Ties go to the lowest class.
package model
