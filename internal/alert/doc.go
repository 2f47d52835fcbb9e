// Package alert finds what a kept search matches since it was last asked, and
// posts it to an address, signed. It keeps nothing: what was found and what was
// posted stands in the archive, so that a restart tells nothing twice.
package alert
