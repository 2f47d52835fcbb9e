// Package source reads documents from files, folders and standard input:
// plain text, JSON Lines, CSV, TSV and HTML pages, gzipped or not. The format
// is found by content. It knows what a record holds, and nothing of what the
// text says; pages are handed on as they are, for the extraction stage.
//
// Whatever the input, memory is bounded by the limit on one document: a line,
// a record or a page over it is an error and is passed over without being
// held. A bad line never ends the run.
package source
