// Package merge makes one record of what happened out of what several reports
// say: it takes the events of the reports of one chain of stories, finds those
// that are the same happening, counts on how many independent sources they
// rest, and keeps what they say differently.
//
// It also tells where a report comes from: which agency it credits, and who
// owns its outlet.
//
// # Method
//
// Two events may be one when root and status are equal, their days overlap,
// their places are equal or one lies in the other, and their parties agree: what
// must differ keeps them apart ([Evidence.Apart]). Of those that may, a score of
// some eighty terms says how likely it is ([Weights]); the likeliest pair begins,
// and two groups are one when no two in them are apart and the mean of the pairs
// between them speaks for it. docs/adr/0027, 0031 and 0039 say why.
//
// The package is pure: the same reports give the same records, in whatever
// order they came into an archive.
package merge
