// Package nlp reads English: it cuts text into sentences and words, tags them,
// finds their lemmas, parses them into Universal Dependencies and marks names.
//
// It knows no politics and holds no weights: [Open] takes them from a file
// system, usually that of package models. All decisions are made on integers,
// so that the same text gives the same annotation on every machine.
package nlp
