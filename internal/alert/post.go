package alert

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"syscall"
	"time"
)

// Times of posting.
const (
	postTimeout  = 10 * time.Second
	maxAttempts  = 10
	firstBackoff = time.Minute
	maxBackoff   = 12 * time.Hour
	maxReply     = 64 << 10
)

// ErrPrivate is the error of an address on this machine or its network.
var ErrPrivate = errors.New("the address is on this machine or its network")

// Sign returns the signature of a body at a time: "t=SECONDS,v1=" and the hex
// of HMAC-SHA256 over SECONDS, a full stop and the body. A receiver computes it
// again and refuses old times.
func Sign(secret string, at time.Time, body []byte) string {
	seconds := strconv.FormatInt(at.Unix(), 10)
	h := hmac.New(sha256.New, []byte(secret))
	h.Write([]byte(seconds + ".")) //nolint:errcheck // a hash takes everything
	h.Write(body)                  //nolint:errcheck // as above
	return "t=" + seconds + ",v1=" + hex.EncodeToString(h.Sum(nil))
}

// Next returns when to try again after so many attempts, and false when it is
// time to give up: after a minute, then twice as long each time.
func Next(attempts int, now time.Time) (time.Time, bool) {
	if attempts >= maxAttempts {
		return time.Time{}, false
	}
	wait := firstBackoff << (attempts - 1)
	return now.Add(min(wait, maxBackoff)), true
}

// CheckURL refuses what is no address to post to.
func CheckURL(s string) error {
	u, err := url.Parse(s)
	if err != nil {
		return fmt.Errorf("read the address: %w", err)
	}
	if u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		return fmt.Errorf("read the address %q: it has to be http or https, with a host and without a password", u.Redacted())
	}
	return nil
}

// Poster posts alerts. Redirects are not followed, and names that lead to
// private addresses are refused when the connection is made, whatever the name
// says, unless private ones are allowed.
type Poster struct{ open, shut *http.Client }

// NewPoster returns a poster.
func NewPoster() *Poster { return &Poster{Client(true, postTimeout), Client(false, postTimeout)} }

// Client returns a client that gives up after a time, follows no redirects and,
// unless private is set, connects to no address of this machine or its network.
func Client(private bool, timeout time.Duration) *http.Client {
	d := &net.Dialer{Timeout: timeout}
	if !private {
		d.Control = func(_, address string, _ syscall.RawConn) error {
			host, _, err := net.SplitHostPort(address)
			if err != nil {
				return err
			}
			ip, err := netip.ParseAddr(host)
			if err != nil || !public(ip) {
				return ErrPrivate
			}
			return nil
		}
	}
	return &http.Client{Timeout: timeout, Transport: &http.Transport{DialContext: d.DialContext, Proxy: nil, TLSHandshakeTimeout: postTimeout},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// nat is the range that carriers share among customers (RFC 6598).
var nat = netip.MustParsePrefix("100.64.0.0/10")

func public(ip netip.Addr) bool {
	ip = ip.Unmap()
	return ip.IsGlobalUnicast() && !ip.IsPrivate() && !nat.Contains(ip) && !ip.IsLoopback() && !ip.IsLinkLocalUnicast()
}

// Letter is one alert on its way.
type Letter struct {
	To, Secret, ID string
	Private        bool
	At             time.Time
	Body           []byte
}

// Post sends one letter. Whatever is not answered by a 2xx status is an error.
func (p *Poster) Post(ctx context.Context, l Letter) error {
	to, id, body := l.To, l.ID, l.Body
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("post alert %s: %w", id, err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "entente")
	req.Header.Set("Entente-Alert", id)
	if l.Secret != "" {
		req.Header.Set("Entente-Signature", Sign(l.Secret, l.At, body))
	}
	c := p.shut
	if l.Private {
		c = p.open
	}
	res, err := c.Do(req)
	if err != nil {
		return fmt.Errorf("post alert %s: %w", id, err)
	}
	defer res.Body.Close()                                           //nolint:errcheck // nothing is kept of it
	_, err = io.Copy(io.Discard, io.LimitReader(res.Body, maxReply)) // so that the connection can be used again
	if res.StatusCode < 200 || res.StatusCode > 299 {
		return fmt.Errorf("post alert %s: the answer is %s", id, res.Status)
	}
	if err != nil {
		return fmt.Errorf("post alert %s: %w", id, err)
	}
	return nil
}
