// Package ext stands for a module that Traefik's repository holds beside itself and that the module proxy does not serve.
package ext

// HTTP has no extension.
type HTTP struct{}

// Router has no extension.
type Router struct{}
