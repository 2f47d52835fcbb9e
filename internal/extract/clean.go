package extract

import (
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/entente-news/entente/internal/text"
)

// titleBars are what sets the outlet's name off from a title.
var titleBars = []string{" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • ", " // "}

// stripSite takes the outlet's name, and a section between it and the title,
// off either end of a title.
func stripSite(title, site, host string) string {
	title = oneLine(title)
	for range 2 {
		cut, bar := -1, ""
		for _, b := range titleBars {
			if i := strings.LastIndex(title, b); i > cut {
				cut, bar = i, b
			}
		}
		if cut <= 0 {
			break
		}
		tail := strings.TrimSpace(title[cut+len(bar):])
		if !isSite(tail, site, host) && (bar != " | " || len(strings.Fields(tail)) > 4 || cut < 20) {
			break
		}
		title = strings.TrimSpace(title[:cut])
	}
	for _, b := range titleBars {
		if head, rest, ok := strings.Cut(title, b); ok && len(rest) > len(head) && isSite(head, site, host) {
			return strings.TrimSpace(rest)
		}
	}
	return title
}

// isSite reports whether s names the outlet: it is its name, or the letters
// of its host.
func isSite(s, site, host string) bool {
	k := letters(s)
	if k == "" {
		return false
	}
	if site != "" && (k == letters(site) || len(k) > 3 && strings.HasPrefix(letters(site), k) || len(letters(site)) > 3 && strings.HasPrefix(k, letters(site))) {
		return true
	}
	h := letters(strings.TrimPrefix(host, "www."))
	return len(k) >= 3 && h != "" && (strings.HasPrefix(h, k) || strings.HasPrefix(k, h))
}

// letters reduces s to its folded letters and digits.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text.Fold(s))
}

// ownName returns the outlet's name, or its host where it has none that reads
// like one.
func ownName(name, host string) string {
	name = strings.TrimPrefix(oneLine(name), "@")
	if name == "" || len(name) > 80 || strings.HasPrefix(name, "http") {
		return host
	}
	return name
}

var (
	bylineLead = regexp.MustCompile(`(?i)^(?:post author|view all posts by|all posts by|more (?:posts )?by|posts by|zeige alle beiträge von|alle beiträge von|artikel von|beitrag von|artículo de|ein beitrag von|(?:eingestellt|veröffentlicht|geschrieben|verfasst|publié|publicado|written|reported|posted|published|story|words|article|text|photos?|analysis|author|auteur|autor|autorin|redaktion|foto|fotos)(?:\s*:|\s|$)|(?:by|von|vom|par|por|door|di|przez|am|on)(?:\s*:|\s|$))\s*`)
	bylineTail = regexp.MustCompile(`(?i)\s*(?:[|•·]|,\s*(?:staff|senior|special|chief|correspondent|reporter|writer|editor|contributor)|,\s*(?:AP|AFP|CNN|BBC|Reuters|Associated Press|Bloomberg)\b|\bon \w+ \d|\s(?:January|February|March|April|June|July|August|September|October|November|December)(?:\s\d.*)?$|\bfor (?:the|cnn|bbc|reuters)\b|\b(?:published|updated|posted)\b|@\w).*$`)
	bylineMail = regexp.MustCompile(`[\w.+-]+@[\w.-]+`)
	bylineNone = regexp.MustCompile(`(?i)https?:|www\.|^(?:admin|administrator|editor|webmaster|staff|unknown|null|none|no author|author|autor|name|human|follow|datum|date|anonymous|share|shares|guest|gast|[\d\W]*)$`)
)

// cleanByline reduces what a page gives as its author to names; "" when it
// names nobody, or only the outlet.
func cleanByline(s, site string) string {
	s = oneLine(bylineMail.ReplaceAllString(s, ""))
	for range 3 {
		s = bylineLead.ReplaceAllString(s, "")
	}
	s = strings.Trim(bylineTail.ReplaceAllString(s, ""), " ,;:-–—|/()")
	if head, last, ok := strings.Cut(s, ", "); ok && isSite(last, site, "") {
		s = head
	}
	if s == "" || len(s) > 120 || bylineNone.MatchString(s) {
		return ""
	}
	return s
}

// langOf returns the language that a page declares.
func langOf(htmlLang string, tags map[string]string) string {
	code := strings.ToLower(first(htmlLang, tags["og:locale"], tags["content-language"], tags["language"], tags["dc.language"]))
	code, _, _ = strings.Cut(strings.ReplaceAll(code, "_", "-"), "-")
	if len(code) != 2 || code[0] < 'a' || code[0] > 'z' || code[1] < 'a' || code[1] > 'z' {
		return ""
	}
	return code
}

// bodyLang weighs what a page declares against what its text looks like: the
// text decides where there is enough of it, for templates in English declare
// "en" around texts of all languages.
func bodyLang(body, declared string) string {
	found := text.Language(body)
	if declared == "" || found != "" && len(body) >= 200 {
		return first(found, declared)
	}
	return declared
}

// urlDate finds a date in an address: /2024/05/16/, /2024-05-16, /20240516/.
var urlDate = regexp.MustCompile(`[/_.=-](?:((?:19|20)\d\d)(?:/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])|-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|_(0[1-9]|1[0-2])_(0[1-9]|[12]\d|3[01]))|((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?:[/_.?&#-]|$)`)

// DateInURL returns the day that an address bears, such as /2024/05/16/. A
// year and a month alone are no date.
func DateInURL(address string) (time.Time, bool) {
	if i := strings.Index(address, "://web.archive.org/web/"); i >= 0 { // the day of the copy comes first
		if j := strings.Index(address[i+3:], "http"); j >= 0 {
			address = address[i+3+j:]
		}
	}
	for _, m := range urlDate.FindAllStringSubmatch(address, 4) {
		y, month, d := first(m[1], m[8]), first(m[2], m[4], m[6], m[9]), first(m[3], m[5], m[7], m[10])
		t, err := time.Parse("2006-1-2", y+"-"+strings.TrimPrefix(month, "0")+"-"+strings.TrimPrefix(d, "0"))
		if err == nil && plausible(t) {
			return t, true
		}
	}
	return time.Time{}, false
}
