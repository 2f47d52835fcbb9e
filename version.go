package entente

import (
	_ "embed"
	"strings"
)

//go:embed VERSION
var versionFile string

// Version returns the program's version, such as 0.1.0.
func Version() string { return strings.TrimSpace(versionFile) }
