// Package corpus reads, checks and converts the annotated corpus of political
// events: the typed form that people write (see data/corpus/FORMAT.md), and
// the records of code points that are made of it.
//
// It also draws the natural sample, measures how far two annotators agree and
// writes the tables of the datasheet. It knows nothing of the program that is
// measured with the corpus: not its sentences, not its tables of actors. So
// the corpus never changes because the program did.
package corpus
