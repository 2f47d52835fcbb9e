// Package arch holds no code: its tests keep the shape of the house, which
// docs/adr/0001-layers-and-public-api.md explains. They read the module with
// `go list` and the standard parser, so that `go test ./...` needs nothing but
// Go to say which rule a change breaks, and where.
//
// The rules are a table in rule_test.go. A new package needs a row there:
// a package without one fails the test.
package arch
