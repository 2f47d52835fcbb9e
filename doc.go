// Package entente is the vocabulary of the program of the same name: what a
// document, a token, an actor, an event, a story, a relation and a brief are.
//
// It holds plain structs, small integer codes with their names, and pure
// methods, and imports the standard library alone. Reading, language, coding
// and storage live in the packages around it, all of which speak in these
// types. JSON shapes are not here: they are a promise to the outside and live
// with the wire format.
//
// Every claim that the program makes points back into a document by a [Span]
// of bytes of its text, so that it can be shown and defended.
package entente
