package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// staticFiles are the style sheet and the icon under names that hold a hash of
// their bytes, so that a browser may keep them for good.
type staticFiles struct {
	bytes map[string][]byte // by served name
	style string            // served name of the style sheet
	icon  string            // served name of the icon
}

func readStatic() (staticFiles, error) {
	f := staticFiles{bytes: map[string][]byte{}}
	list, err := fs.ReadDir(assets, "static")
	if err != nil {
		return f, fmt.Errorf("list the page's files: %w", err)
	}
	for _, file := range list {
		b, err := assets.ReadFile(path.Join("static", file.Name()))
		if err != nil {
			return f, fmt.Errorf("read the page's files: %w", err)
		}
		sum := sha256.Sum256(b)
		base, ext, _ := strings.Cut(file.Name(), ".")
		name := base + "-" + hex.EncodeToString(sum[:6]) + "." + ext
		f.bytes[name] = b
		switch ext {
		case "css":
			f.style = name
		case "svg":
			f.icon = name
		}
	}
	return f, nil
}

// templates parses a template for each page, with what all of them share.
func (s *server) templates() (map[string]*template.Template, error) {
	out := map[string]*template.Template{}
	for _, p := range []string{"stories", "story", "event", "events", "document", "relations", "point", "network", "coverage", "brief", "search", "error"} {
		t, err := template.New("").Funcs(s.funcs()).ParseFS(assets, "templates/layout.html", "templates/parts.html", "templates/"+p+".html")
		if err != nil {
			return nil, fmt.Errorf("parse page %s: %w", p, err)
		}
		out[p] = t
	}
	return out, nil
}

func (s *server) asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	b, ok := s.files.bytes[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	types := map[string]string{".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
	w.Header().Set("Content-Type", types[path.Ext(name)])
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	if _, err := w.Write(b); err != nil {
		s.Log.Debug("write asset", "name", name, "err", err)
	}
}
