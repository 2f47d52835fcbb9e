// Package net is the network that tags, parses and finds names: what it looks
// at in a word, its integer arithmetic, and how scores become trees and names.
package net
