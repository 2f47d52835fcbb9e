// Package models embeds the trained weights and packed tables. Beside each file
// stands a card that names its data with their licences and checksums, how it
// was made and how well it does.
package models

import "embed"

// FS holds en.bin, the English model that nlp.Open reads, detail.bin, the
// weights of events' details, events.bin, the learnt decision on events, and
// places.bin, the packed gazetteer.
//
//go:embed detail.bin en.bin events.bin places.bin
var FS embed.FS

//go:embed detail.md en.md events.md places.md
var cards embed.FS
