// Package neural trains small networks: a tape of operations on matrices of
// floats with their derivatives, and the Adam optimiser (Kingma and Ba 2015).
//
// It is for training alone. What it makes is turned into integers elsewhere;
// nothing here runs when a text is read. The same inputs and seed give the same
// weights on machines of one architecture.
package neural
