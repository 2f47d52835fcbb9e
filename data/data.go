// Package data embeds the tables that people edit: actors, patterns, places.
// Nothing here is code; a change to a table changes the run's hash and so is
// seen in every record.
package data

import "embed"

// FS holds actors/*.tsv, patterns/*.pat and places/*.tsv.
//
//go:embed actors/*.tsv
var FS embed.FS
