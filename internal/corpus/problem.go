package corpus

import "fmt"

// Problem is something wrong in a file, by line.
type Problem struct {
	File    string
	Line    int // 1-based; 0 for the file as a whole
	Cause   string
	Warning bool // the record can be used all the same
}

// Error returns file, line and cause.
func (p Problem) Error() string {
	kind := ""
	if p.Warning {
		kind = "warning: "
	}
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s%s", p.File, kind, p.Cause)
	}
	return fmt.Sprintf("%s:%d: %s%s", p.File, p.Line, kind, p.Cause)
}
