package entente

// Layer is a set of annotation layers of a document. A stage states which
// layers it needs and which it gives.
type Layer uint16

// The layers, in the order in which they are usually made.
const (
	LayerText      Layer = 1 << iota // Text, metadata, Related
	LayerTokens                      // Sentences and Tokens with spans
	LayerTags                        // UPOS, XPOS and Lemma of every token
	LayerNames                       // Entities
	LayerActors                      // Mentions
	LayerPlaces                      // Places
	LayerDates                       // Dates
	LayerTrees                       // Head and Deprel of tokens in sentences marked Parsed
	LayerEvents                      // Events
	LayerQuotes                      // Quotes
	LayerPositions                   // Positions
)

// Has reports whether l holds every layer of m.
func (l Layer) Has(m Layer) bool { return l&m == m }

// String lists the names of the layers in l, separated by commas.
func (l Layer) String() string {
	names := [...]string{"text", "tokens", "tags", "names", "actors", "places", "dates", "trees", "events", "quotes", "positions"}
	out := ""
	for i, n := range names {
		if l&(1<<i) != 0 {
			if out != "" {
				out += ","
			}
			out += n
		}
	}
	return out
}
