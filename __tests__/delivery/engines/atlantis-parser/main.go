// Atlantis' own reader of atlantis.yaml: prints what it understood, or fails with what is wrong.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/runatlantis/atlantis/server/core/config"
	"github.com/runatlantis/atlantis/server/core/config/valid"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err == nil {
		var read valid.RepoCfg
		all := valid.NewGlobalCfgFromArgs(valid.GlobalCfgArgs{AllowAllRepoSettings: true})
		read, err = (&config.ParserValidator{}).ParseRepoCfgData(text, all, "github.com/example-org/meridian", "main")
		if err == nil {
			err = json.NewEncoder(os.Stdout).Encode(read.Projects)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
