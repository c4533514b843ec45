// Says what Go's HTTP server saw: method and target of each request, once its body was read to the end. It prints its
// port and serves until its standard input ends.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	server := &http.Server{
		ErrorLog: log.New(io.Discard, "", 0),
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := io.Copy(io.Discard, r.Body); err != nil {
				w.Header().Set("Connection", "close")
				w.WriteHeader(http.StatusBadRequest)
				return
			}
			seen := r.Method + " " + r.RequestURI + "\n"
			w.Header().Set("Content-Length", fmt.Sprint(len(seen)))
			io.WriteString(w, seen)
		}),
	}
	go server.Serve(listener)
	io.Copy(io.Discard, os.Stdin)
}
