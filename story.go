package entente

// Story is a cluster of documents on one happening.
type Story struct {
	ID       string
	Title    string
	Members  []Member // in (date, id) order
	From, To Day      // days of the first and the last document; NoDay when undated
	Sample   bool
}

// Member is one document of a story.
type Member struct {
	Doc         string // document id
	DuplicateOf string // id of the earliest near-copy; "" when it is none
}

// Assignment places one document: what the clustering stage says of it.
type Assignment struct {
	Doc         string
	Story       string
	DuplicateOf string
}

// Dyad is an ordered pair of parties, by code: actor first.
type Dyad struct {
	Actor, Recipient string
}
