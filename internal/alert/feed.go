package alert

import (
	"encoding/xml"
	"fmt"
	"io"
	"time"

	entente "github.com/entente-news/entente"
)

// atom is a feed as RFC 4287 has it.
type atom struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomEntry struct {
	ID       string    `xml:"id"`
	Title    string    `xml:"title"`
	Updated  string    `xml:"updated"`
	Category *atomTerm `xml:"category"`
	Link     *atomLink `xml:"link"`
	Content  string    `xml:"content"` // text, escaped
}

type atomTerm struct {
	Term string `xml:"term,attr"`
}

type atomLink struct {
	Href string `xml:"href,attr"`
}

// Feed writes alerts, the newest first, as an Atom feed. site is the address of
// the page on the archive, to which entries lead; "" leaves that out. Text of
// the news is text there, never markup.
func Feed(w io.Writer, watch, site string, alerts []entente.Alert) error {
	f := atom{ID: "urn:entente:watch:" + watch, Title: "Entente: " + watch, Updated: time.Unix(0, 0).UTC().Format(time.RFC3339), Author: "Entente"}
	if watch == "" {
		f.ID, f.Title = "urn:entente:watches", "Entente: all watches"
	}
	for i, a := range alerts {
		at := a.At.UTC().Format(time.RFC3339)
		if i == 0 {
			f.Updated = at
		}
		e := atomEntry{ID: "urn:entente:alert:" + a.ID, Title: a.Title, Updated: at, Category: &atomTerm{a.Watch}, Content: a.Title}
		if site != "" && len(a.Events) > 0 {
			e.Link = &atomLink{site + "/event/" + a.Events[0]}
		}
		f.Entries = append(f.Entries, e)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write the feed: %w", err)
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(f); err != nil {
		return fmt.Errorf("write the feed: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}
