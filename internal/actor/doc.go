// Package actor finds the actors that a report mentions and resolves them
// against tables that people edit: states with their adjectives and capitals,
// bodies, organisations, groups, office holders with dates, and the common
// nouns ("troops", "foreign minister") that turn a country's name into one of
// its sectors.
//
// [Load] reads the tables once into a [Table], which is read-only and may be
// shared by any number of goroutines; each goroutine takes a [Worker] of its
// own. [Worker.Annotate] needs sentences, tokens with parts of speech, and
// names, and fills Document.Mentions. No tree is needed.
//
// The package does not decide who did what: a mention in a place phrase
// ("protests in Iran") stays a mention, and whoever reads the clause decides
// whether it takes part.
package actor
