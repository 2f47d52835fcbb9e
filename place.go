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
	Why        string
}
