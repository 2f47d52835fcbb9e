// Package place finds the toponyms of English news text and resolves them to
// entries of a gazetteer: countries and their adjectives, regions, seas and
// rivers from tables that people edit, and some hundred thousand towns and
// their districts from a packed file.
//
// # Problem
//
// The same words name many places ("Paris" lies in France, Texas, Kentucky and
// Ontario), persons ("Washington", "Jordan") and things. A reader decides by
// what stands next to the name, by what else the text speaks of, and by fame.
//
// # Method
//
//  1. Matching: at each capitalised word the longest name of the gazetteer is
//     taken. Case, hyphens, full stops, apostrophes, diacritics and the Arabic
//     article count on neither side.
//  2. Containment: "Paris, Texas" and "Goma in North Kivu" keep the readings
//     of the first name that lie in a reading of the second.
//  3. Context: names with one reading, and those that containment settled,
//     vote for their country and first-order division; readings of the other
//     names are scored by fame (the logarithm of the population, the kind of
//     place) and by the votes. The weights are integers. This is the
//     combination of population prior, containment and spatial minimality
//     that Leidner ("Toponym Resolution in Text", 2007) compares.
//  4. One sense a document: a name that containment settled once keeps that
//     sense.
//  5. Recognition: names of persons and organisations found by the language
//     model, small places without support and common words are left out.
//
// # What it is not for
//
// Streets, buildings and companies are not in the gazetteer. A place that the
// language model calls one and the gazetteer lacks is kept unresolved.
package place
