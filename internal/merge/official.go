package merge

import (
	"net/url"
	"slices"
	"strings"
)

// official reports whether an address is of a government or of a body of states,
// which publishes what itself says: a host under gov, gob, gouv or int, or of a
// ministry of foreign affairs under the domain of a country.
func official(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	labels := strings.Split(strings.ToLower(u.Hostname()), ".")
	for i, l := range labels {
		last := len(labels) - 1 - i
		switch l {
		case "gov", "gob", "gouv", "govt", "mil", "gc", "go": // of a country, or of the United States
			if last <= 1 && (l != "go" && l != "gc" || last == 1 && i > 0) {
				return true
			}
		case "int":
			if last == 0 {
				return true
			}
		case "mfa", "mofa":
			if len(labels[len(labels)-1]) == 2 {
				return true
			}
		}
	}
	return slices.Contains([]string{"un.org", "europa.eu", "kremlin.ru", "mid.ru"}, strings.Join(labels[max(len(labels)-2, 0):], "."))
}
