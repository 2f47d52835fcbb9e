package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// helpers adds the commands that the library would add by itself, so that they
// too call a name that is none wrong usage. They print to where the output of
// root goes when this is called.
func helpers(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Run, c.RunE = nil, helpOn
		case "completion":
			c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
			wrapArgs(c)
			for _, shell := range c.Commands() {
				wrapArgs(shell)
			}
		}
	}
}

// helpOn prints the help of the command that args name.
func helpOn(c *cobra.Command, args []string) error {
	topic, rest, err := c.Root().Find(args)
	if err != nil || len(rest) > 0 {
		return usagef("there is no command %q", strings.Join(args, " "))
	}
	topic.InitDefaultHelpFlag()
	topic.InitDefaultVersionFlag()
	return topic.Help()
}

// noted keeps the first error of a writer, since the library passes those of
// help over.
type noted struct {
	w   io.Writer
	err error
}

func (n *noted) Write(p []byte) (int, error) {
	k, err := n.w.Write(p)
	if err != nil && n.err == nil {
		n.err = fmt.Errorf("write the help: %w", err)
	}
	return k, err
}
