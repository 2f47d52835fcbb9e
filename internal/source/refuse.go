package source

import (
	"bytes"
	"errors"
	"strings"

	"github.com/entente-news/entente"
)

// known is a format that is recognised and not read.
type known struct {
	magic string // at offset
	at    int
	name  string
	hint  string
}

const (
	hintText  = "save it as plain text or as a web page first"
	hintImage = "pictures are not read: run text recognition first and give its text"
	hintPack  = "unpack it first"
	hintMedia = "sound and film are not read: give a transcript as text"
	hintHTML  = "save the page as \"HTML only\" or \"complete\" instead"
)

var knownFormats = []known{
	{"%PDF-", 0, "a PDF file", "turn it into text first, for instance with pdftotext"},
	{"{\\rtf", 0, "an RTF document", hintText},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "an old Office document", hintText},
	{"PK\x05\x06", 0, "an empty ZIP archive", hintPack},
	{"\x89PNG\r\n\x1a\n", 0, "a PNG picture", hintImage}, {"\xFF\xD8\xFF", 0, "a JPEG picture", hintImage}, {"GIF8", 0, "a GIF picture", hintImage},
	{"WEBP", 8, "a WebP picture", hintImage}, {"II*\x00", 0, "a TIFF picture", hintImage}, {"MM\x00*", 0, "a TIFF picture", hintImage},
	{"BM", 0, "a BMP picture", hintImage}, {"\x00\x00\x01\x00", 0, "an icon", hintImage},
	{"BZh", 0, "a bzip2 file", hintPack}, {"\xFD7zXZ\x00", 0, "an xz file", hintPack}, {"\x28\xB5\x2F\xFD", 0, "a Zstandard file", hintPack},
	{"7z\xBC\xAF\x27\x1C", 0, "a 7-Zip archive", hintPack}, {"Rar!\x1a\x07", 0, "a RAR archive", hintPack}, {"ustar", 257, "a tar archive", hintPack},
	{"\x04\"M\x18", 0, "an LZ4 file", hintPack},
	{"ID3", 0, "an MP3 file", hintMedia}, {"OggS", 0, "an Ogg file", hintMedia}, {"ftyp", 4, "an MP4 file", hintMedia}, {"WAVE", 8, "a WAV file", hintMedia},
	{"SQLite format 3\x00", 0, "an SQLite database", "give an archive by --archive, or export its records as JSON Lines"},
	{"PAR1", 0, "a Parquet file", "export its rows as JSON Lines or CSV"},
	{"\x7fELF", 0, "a program", ""}, {"MZ\x90\x00", 0, "a program", ""},
	{"wOF", 0, "a font", ""},
	{"WARC/1.", 0, "a WARC archive", "take the pages out of it, or give the texts as JSON Lines"},
}

// refuse returns an error that names the format when head is of one that is
// not read, nil when it may be text.
func refuse(f *file, head []byte) *entente.Error {
	name, hint := foreign(head)
	if name != "" {
		return &entente.Error{Code: entente.ErrUnsupported, Op: "find format", Where: f.name, Err: errors.New("this is " + name + ", which is not read"), Hint: hint}
	}
	if looksHTML(head) {
		if bytes.IndexByte(head, 0) < 0 {
			return nil
		}
	}
	if binary(head) {
		return &entente.Error{Code: entente.ErrInvalid, Op: "find format", Where: f.name, Err: errors.New("binary data, or text in an unknown encoding"), Hint: "turn text into UTF-8 first, for instance with iconv"}
	}
	return nil
}

// foreign names the unread format that head is of.
func foreign(head []byte) (name, hint string) {
	for _, k := range knownFormats {
		if len(head) < k.at+len(k.magic) || string(head[k.at:k.at+len(k.magic)]) != k.magic {
			continue
		}
		if len(k.magic) < 4 && !binary(head) {
			continue // "BM", "GIF" and the like may begin a sentence
		}
		return k.name, k.hint
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return zipped(head)
	}
	start := strings.ToLower(string(bytes.TrimLeft(head[:min(len(head), 8192)], " \t\r\n")))
	if (strings.HasPrefix(start, "from: ") || strings.HasPrefix(start, "mime-version:") || strings.Contains(start, "\nmime-version:")) &&
		strings.Contains(start, "content-type: multipart/") {
		return "a page saved as MHTML, or a mail", hintHTML
	}
	return markup(start)
}

// zipped names what a ZIP archive holds, by the names in its first entries.
func zipped(head []byte) (name, hint string) {
	for _, z := range []known{
		{magic: "application/vnd.oasis.opendocument", name: "an OpenDocument file (ODT)", hint: hintText},
		{magic: "application/epub", name: "an EPUB book", hint: hintText},
		{magic: "word/", name: "a Word document (DOCX)", hint: hintText},
		{magic: "xl/", name: "an Excel workbook (XLSX)", hint: "save the sheet as CSV"},
		{magic: "ppt/", name: "a PowerPoint file (PPTX)", hint: hintText},
		{magic: "[Content_Types].xml", name: "an Office document (DOCX or the like)", hint: hintText},
	} {
		if bytes.Contains(head, []byte(z.magic)) {
			return z.name, z.hint
		}
	}
	return "a ZIP archive", hintPack
}

// markup names XML that is not a page, and JSON that is not in lines.
func markup(start string) (name, hint string) {
	if strings.HasPrefix(start, "<") && !looksHTML([]byte(start)) {
		const feedHint = "feeds are not read as documents: save the pages that it links to, or give its items as JSON Lines"
		for _, tag := range []string{"<rss", "<feed", "<rdf:rdf", "<channel"} {
			if strings.Contains(start[:min(len(start), 2048)], tag) {
				return "a feed (RSS, Atom)", feedHint
			}
		}
		if strings.HasPrefix(start, "<?xml") {
			return "an XML file", "turn it into JSON Lines, one {\"text\": …} a line"
		}
	}
	first, rest, _ := strings.Cut(start, "\n")
	first = strings.TrimSpace(first)
	switch {
	case first == "[" || first == "[{":
		return "a JSON array", "put one object a line: jq -c '.[]'"
	case strings.HasPrefix(first, "[{\"") && strings.TrimSpace(rest) == "":
		return "a JSON array", "put one object a line: jq -c '.[]'"
	case first == "{" && strings.HasPrefix(strings.TrimSpace(rest), "\""):
		return "a JSON object over several lines", "put one object a line: jq -c ."
	}
	return "", ""
}
