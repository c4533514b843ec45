// Reads a configuration of Alloy from standard input with Alloy's own parser, and prints what is wrong with it.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/grafana/alloy/syntax/parser"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err == nil {
		_, err = parser.ParseFile("config.alloy", text)
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
