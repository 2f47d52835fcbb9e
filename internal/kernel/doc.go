// Package kernel multiplies matrices: integers for reading text, where every
// machine has to come to the same result, and floats for training.
//
// The integer product is exact, so that the vector kernels of amd64 and arm64
// and the plain one give the same bits. The float product adds up in one order
// whatever the width of the vectors, with one rounding a step, so that machines
// of one architecture train the same weights.
//
// The assembly is written by cmd/entente-dev/kernels.go; see there for its shape.
// The build tag purego leaves it out, for comparison.
package kernel

//go:generate go run -tags purego ../../cmd/entente-dev kernels --out .
