// Package demo holds the sample news that ships in the binary: short reports
// about public events of 6 to 24 May 2024, so that a first run has something to
// read. It is not a test corpus for quality figures; nothing is tuned to it.
//
// Every report was written for Entente in the voice of a plainly invented outlet.
// What the reports say happened is of public record; what people are said to have
// said is given in paraphrase. No sentence comes from a real outlet. Each row
// carries "sample": true, and readers must pass that mark on to every record,
// export, brief and page that is made from it.
package demo

import (
	_ "embed"
	"io"
	"strings"
)

// Name is what messages call the sample news: the name of the embedded file.
const Name = "sample.jsonl"

//go:embed sample.jsonl
var sample string

//go:embed outlets.tsv
var outlets string

//go:embed homes.tsv
var homes string

// Home returns the country of an invented outlet, ISO 3166-1 alpha-3, "" for any
// other.
func Home(outlet string) string {
	for row := range strings.Lines(homes) {
		if f := strings.Split(row, "\t"); len(f) == 3 && f[0] == outlet && outlet != "name" {
			return f[1]
		}
	}
	return ""
}

// Open returns a reader on the sample news: JSON Lines in UTF-8, one document a
// line in the input shape that Entente reads ("id", "url", "source", "title",
// "date", "lang", "text"), ordered by time of publication, with "sample": true on
// every line. One document has no "date". The reports were written by us about
// public facts under the names of invented outlets. Each call starts at the
// beginning; the reader also is an io.Seeker and an io.WriterTo. Open is safe for
// concurrent use, a reader is not.
func Open() io.Reader {
	return strings.NewReader(sample)
}

// Size returns the length of the sample news in bytes.
func Size() int {
	return len(sample)
}

// Outlets returns a reader on the table of the invented outlets: which are
// agencies, and who owns them.
func Outlets() io.Reader { return strings.NewReader(outlets) }
