package cli

import (
	"context"
	"net/netip"
	"net/url"
	"strings"

	"github.com/spf13/pflag"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/alert"
	"github.com/entente-news/entente/internal/brief"
	"github.com/entente-news/entente/internal/llm"
)

// llmFlags name the language model that may word a brief anew.
type llmFlags struct {
	url, model string
	private    bool
}

func (f *llmFlags) add(fl *pflag.FlagSet) {
	fl.StringVar(&f.url, "llm", "", "chat endpoint of a language model that words the sentences anew, each held to its sources; off by default, key in $ENTENTE_LLM_KEY")
	fl.StringVar(&f.model, "llm-model", "", "name of the model")
	fl.BoolVar(&f.private, "llm-private", false, "the endpoint may be on this machine or its network")
}

// reword lets a language model word the sentences of b. When it gives no usable
// answer, the brief stays ours, and a message says why.
func (a *App) reword(ctx context.Context, w *brief.Writer, b *entente.Brief, f *llmFlags) error {
	if err := alert.CheckURL(f.url); err != nil {
		return usagef("--llm: %w", err)
	}
	key := a.Getenv("ENTENTE_LLM_KEY")
	if key != "" && !safe(f.url) {
		return usagef("--llm: a key is sent over https only, or to this machine")
	}
	c := &llm.Client{HTTP: alert.Client(f.private, llm.Timeout), URL: f.url, Model: f.model, Key: key}
	n, err := w.Rewrite(ctx, b, c.Rewrite)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		a.say("the brief stands as it was written: %v", err)
		return nil
	}
	a.say("sentences worded by the model: %d; where it said other than the sources, ours stand", n)
	return nil
}

// safe reports whether a key may go to an address: over https, or not further
// than this machine.
func safe(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	ip, err := netip.ParseAddr(u.Hostname())
	return u.Scheme == "https" || strings.EqualFold(u.Hostname(), "localhost") || err == nil && ip.IsLoopback()
}
