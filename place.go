package entente

// PlaceUse is how a place name is used.
type PlaceUse uint8

// The uses of place names; only literal ones may become an event's place.
const (
	UseLiteral   PlaceUse = iota // in Beijing
	UseMetonymic                 // Washington said
	UseModifier                  // the Paris agreement
	UseDemonym                   // Turkish
)

// String returns the use's name on the wire.
func (u PlaceUse) String() string {
	return nameOf(int(u), []string{"literal", "metonymic", "modifier", "demonym"})
}

// Place is a toponym in the text, resolved to an entry of the gazetteer or
// left unresolved.
type Place struct {
	Span       Span
	Use        PlaceUse
	Name       string // canonical name; "" when unresolved
	Country    string // ISO 3166-1 alpha-3
	Admin1     string
	Lat, Lon   float64 // degrees, WGS 84; meaningful only if HasPoint
	HasPoint   bool
	GeoNames   int    // GeoNames id; 0 when unknown
	Precision  string // country, region, city, point, area
	Unresolved bool
	Confidence float64     // that this place is meant, in [0,1]; 0 when unresolved
	ClaimedBy  []string    // states that claim it beside Country, ISO 3166-1 alpha-3
	Candidates []Candidate // the readings that were weighed, the chosen one first; nil when there was one
	Why        string
}

// Unsure is the confidence below which a place is shown with its candidates: one
// in three such places is another one.
const Unsure = 0.7

// Candidate is a reading of a toponym that was weighed.
type Candidate struct {
	Name, Admin1 string
	Country      string // ISO 3166-1 alpha-3
	Lat, Lon     float64
	GeoNames     int // 0 when unknown
	Points       int // of the resolver; the most points win
}
