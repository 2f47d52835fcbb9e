// Package models embeds the trained weights and packed tables. Beside each file
// stands a card that names its data with their licences and checksums, how it
// was made and how well it does.
package models

import "embed"

// FS holds en.bin, the English model that nlp.Open reads, detail.bin, the
// weights of events' details, events.bin, the learnt decision on events,
// places.bin, the packed gazetteer, and words.bin, vectors of common words.
//
//go:embed detail.bin en.bin events.bin places.bin words.bin
var FS embed.FS

//go:embed detail.md en.md events.md places.md words.md
var cards embed.FS
