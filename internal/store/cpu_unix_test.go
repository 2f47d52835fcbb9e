//go:build unix

package store_test

import (
	"syscall"
	"time"
)

// cpuTime is what the process has computed, so that other work on the machine
// does not count.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
