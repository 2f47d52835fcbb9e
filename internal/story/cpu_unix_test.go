//go:build unix

package story_test

import (
	"syscall"
	"time"
)

// cpuTime is what the process has computed, in user mode, so that other work on
// the machine does not count.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano())
}
