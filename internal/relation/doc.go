// Package relation reads series of events between two parties: where they turn,
// and which parties stand together in a network of many. It knows neither
// documents nor archives; it is given events by day and what outlets were read.
package relation
