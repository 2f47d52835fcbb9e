package entente

import (
	"errors"
	"strings"
)

// Code is the kind of an error, for programs.
type Code string

// The closed list of error codes.
const (
	ErrInvalid     Code = "invalid"     // the input is not what it says it is
	ErrNotFound    Code = "not_found"   // no such document, story, actor
	ErrConflict    Code = "conflict"    // contradicts what is already there
	ErrUnsupported Code = "unsupported" // a known thing that is not read
	ErrLimit       Code = "limit"       // larger, deeper or longer than allowed
	ErrUnavailable Code = "unavailable" // a file, an archive, a network is out of reach
	ErrInternal    Code = "internal"    // ours
)

// Error is an error that can tell a person what to do.
type Error struct {
	Code  Code
	Op    string // what was being done: "read line"
	Where string // file:line or document id
	Hint  string // the next thing to do, "" when there is none
	Err   error  // the cause, may be nil
}

// Error joins place, operation, cause and hint.
func (e *Error) Error() string {
	var parts []string
	if e.Where != "" {
		parts = append(parts, e.Where)
	}
	if e.Op != "" {
		parts = append(parts, e.Op)
	}
	if e.Err != nil {
		parts = append(parts, e.Err.Error())
	}
	s := strings.Join(parts, ": ")
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrorCode returns the code of the outermost [Error] in err's chain,
// [ErrInternal] when there is none, "" for nil.
func ErrorCode(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ErrInternal
}
