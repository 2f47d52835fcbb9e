// Package models embeds the trained weights. Beside each file stands a card
// that names its data with their licences and checksums, how it was made and
// how well it does.
package models

import "embed"

// FS holds en.bin, the English model that nlp.Open reads.
//
//go:embed en.bin
var FS embed.FS

//go:embed en.md
var card string
