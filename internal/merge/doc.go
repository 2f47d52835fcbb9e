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
// their places are equal or one lies in the other, and their parties agree at
// country and sector. Of a killing that is told again without its date the days
// may lie two weeks apart. Events are taken in order of publication; each joins
// the group of which no member contradicts it, of which half or more share
// enough words with it, and whose words are most like its own, or begins one.
// So a vague one never ties two together that contradict each other.
//
// The package is pure: the same reports give the same records, in whatever
// order they came into an archive.
package merge
