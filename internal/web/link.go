package web

import (
	"fmt"
	"net/url"
	"strings"

	entente "github.com/entente-news/entente"
)

// docLink is the address of a document. Its id may be a path or a whole
// address, which no path of ours could hold: it goes into the query.
func docLink(id string) string { return "/document?" + url.Values{"id": {id}}.Encode() }

// citeLink is the address of a stretch of a document, in bytes of its text.
func citeLink(id string, s entente.Span) string {
	if s.IsEmpty() {
		return docLink(id)
	}
	return "/document?" + url.Values{"id": {id}, "at": {fmt.Sprintf("%d-%d", s.Start, s.End)}}.Encode() + "#cited"
}

func storyLink(id string) string { return "/story/" + url.PathEscape(id) }

func eventLink(id string) string { return "/event/" + url.PathEscape(id) }

// partyLink is the address of the events of a party, "" for a code that no
// page could ask for.
func partyLink(code string) string {
	if !isCode(code) {
		return ""
	}
	return "/events?" + url.Values{"party": {code}}.Encode()
}

// dyadLink is the address of the record of two parties, "" as for partyLink.
func dyadLink(a, b string) string {
	if !isCode(a) || !isCode(b) {
		return ""
	}
	return "/relations?" + url.Values{"a": {a}, "b": {b}}.Encode()
}

// spanQuery is the query that asks for the days of d, "" for all.
func spanQuery(d entente.Days) string {
	q := url.Values{}
	if d.From.Known() {
		q.Set("from", d.From.String())
	}
	if d.To.Known() {
		q.Set("to", d.To.String())
	}
	return q.Encode()
}

// outside returns u when it is an address of the web that may be linked to.
func outside(u string) string {
	p, err := url.Parse(u)
	if err != nil || p.Host == "" || (p.Scheme != "http" && p.Scheme != "https") {
		return ""
	}
	return u
}

// outlet names the outlet of a document.
func outlet(d *entente.Document) string {
	if d.Publisher != "" {
		return d.Publisher
	}
	if u, err := url.Parse(d.URL); err == nil && u.Host != "" {
		return strings.TrimPrefix(u.Host, "www.")
	}
	return "unnamed outlet"
}

// docTitle is what a document is called in a list.
func docTitle(d *entente.Document) string {
	if t := strings.TrimSpace(d.Title); t != "" {
		return t
	}
	return d.ID
}
