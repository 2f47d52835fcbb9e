// Package roster turns lists of actors that others keep into rows of a user's
// own table: dictionaries of PETRARCH and TABARI, tables with a header, and
// dumps of Wikidata in JSON. A reader gives rows one by one and says of what it
// leaves out where it stood and why; a [Table] takes those that are new.
//
// It does not decide what a name means in a text, and it does not know the
// tables of the program: whoever imports tells it what they have by
// [Context].
package roster
