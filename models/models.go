// Package models embeds the trained weights and packed tables. Beside each file
// stands a card that names its data with their licences and checksums, how it
// was made and how well it does.
package models

import "embed"

// FS holds en.bin, the English model that nlp.Open reads, detail.bin, the
// weights of events' details, and places.bin, the packed gazetteer.
//
//go:embed detail.bin en.bin places.bin
var FS embed.FS

//go:embed detail.md en.md places.md
var cards embed.FS
