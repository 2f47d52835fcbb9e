package extract

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// ldArticle is what the JSON-LD of a page (schema.org) says of its article.
type ldArticle struct {
	headline, author, publisher, date, body string
}

// maxLDDepth is how deep JSON-LD is followed.
const maxLDDepth = 8

// readJSONLD reads the scripts in order; the first article wins.
func readJSONLD(scripts []string) ldArticle {
	var a ldArticle
	for _, s := range scripts {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "<!--"), "-->"))
		s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(s, "//<![CDATA["), "<![CDATA["), "]]>")
		var v any
		if json.Unmarshal([]byte(s), &v) != nil {
			if json.Unmarshal([]byte(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)), &v) != nil {
				continue
			}
		}
		a.walk(v, 0)
	}
	return a
}

// walk looks for articles in v. Objects are only entered by name, in a fixed
// order, so that the outcome does not depend on that of a map.
func (a *ldArticle) walk(v any, depth int) {
	if depth > maxLDDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			a.walk(x, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			a.take(v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"} {
			if _, leaf := v[key].(string); !leaf {
				a.walk(v[key], depth+1)
			}
		}
	}
}

// isArticle reports whether a schema.org type is one of texts.
func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "BlogPosting") || t == "Report" || t == "LiveBlogPosting" || t == "VideoObject" || t == "NewsVideo"
	case []any:
		for _, x := range t {
			if isArticle(x) {
				return true
			}
		}
	}
	return false
}

// take keeps what an article says and is not known yet.
func (a *ldArticle) take(v map[string]any) {
	set := func(dst *string, s string) {
		if *dst == "" {
			*dst = oneLine(html.UnescapeString(s))
		}
	}
	set(&a.headline, str(v["headline"]))
	set(&a.author, names(v["author"]))
	set(&a.publisher, names(v["publisher"]))
	set(&a.date, first(str(v["datePublished"]), str(v["dateCreated"]), str(v["uploadDate"])))
	if a.body == "" {
		a.body = paragraphs(str(v["articleBody"]))
	}
}

func str(v any) string {
	s, _ := v.(string)
	return strings.TrimSpace(s)
}

// names returns the names of persons or organisations.
func names(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case map[string]any:
		return names(v["name"])
	case []any:
		var out []string
		for _, x := range v {
			if n := names(x); n != "" && !strings.HasPrefix(n, "http") {
				out = append(out, n)
			}
		}
		return strings.Join(out, "; ")
	}
	return ""
}

var tagLike = regexp.MustCompile(`<[a-zA-Z/][^>]{0,500}>`)

// paragraphs cleans an articleBody, which may hold markup and blank lines.
func paragraphs(s string) string {
	s = tagLike.ReplaceAllString(html.UnescapeString(s), "\n")
	var out []string
	for _, line := range strings.Split(s, "\n") {
		if line = oneLine(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\n")
}
