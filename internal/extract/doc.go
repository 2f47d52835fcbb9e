// Package extract makes the text layer of a document: the body of a page with
// its title, byline, date, outlet, language and links to related stories; and,
// in texts that have no markup left, the headlines of related stories that
// were run on behind the body, datelines and bylines. The text of a document
// that is not a page is never changed, only marked.
//
// The main content of pages is found by the library go-trafilatura, which
// follows Barbaresi (2021), "Trafilatura: A Web Scraping Library and
// Command-Line Tool for Text Discovery and Extraction", behind guards on size
// and depth, its panics turned into errors. Metadata, related links and the
// rest are our own.
package extract
