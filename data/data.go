// Package data embeds the tables that people edit: actors, patterns, places.
// Nothing here is code; a change to a table changes the run's hash and so is
// seen in every record.
package data

import "embed"

// FS holds actors/*.tsv, codes/*.tsv, lexicon/*.txt, outlets/*.tsv, patterns/*.pat, places/*.tsv, voice/*.txt, briefs/*.jsonl of our own to compare with, judgements in stories/*.tsv and
// corpus/*.json, texts of our own with answers.
//
//go:embed actors/*.tsv briefs/*.jsonl codes/*.tsv outlets/*.tsv stories/*.tsv corpus/seed_paraphrases.json corpus/names_heldout.jsonl corpus/quotes.jsonl lexicon/*.txt patterns/*.pat places/*.tsv voice/*.txt
var FS embed.FS
