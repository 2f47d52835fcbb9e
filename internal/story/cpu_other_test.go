//go:build !unix

package story_test

import "time"

var started = time.Now()

// cpuTime is the time on the clock, where no other is known.
func cpuTime() time.Duration { return time.Since(started) }
