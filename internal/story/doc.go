// Package story finds near-copies among documents and groups documents into
// stories, in one pass and in bounded memory.
//
// [Extract] reduces a document to what is compared: weighted terms and a sketch
// of its wording. A [Clusterer] takes these features in (date, id) order and
// answers at once where each document belongs; what it comes to see otherwise
// later, it tells as changes. Features have a compact binary
// form, so that an archive can keep them and a later run can take up the work
// without reading a text again.
//
// The package compares wording only. It does not say what happened: events are
// not used, and a document gets the same features whether its layers were made
// or not.
package story
