// SPDX-License-Identifier: Apache-2.0

// Actor plays a service in end-to-end scenarios, and the client that watches one:
//
//	actor                serves on :8080 (server.go); environment variables make it misbehave (misbehave.go)
//	actor get URL        makes one request and prints the body, or fails (get.go)
//	actor call URL       makes one gRPC call, or fails (call.go)
//	actor stream URL...  sends requests at a steady rate and counts how they end (stream.go)
//
// Its image is made by e2e-tests/images/build-actor.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	stopped, forget := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer forget()
	if err := run(stopped, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "actor:", err)
		os.Exit(1)
	}
}

func run(stopped context.Context, arguments []string) error {
	switch {
	case len(arguments) == 0:
		return serve(stopped)
	case arguments[0] == "get":
		return get(stopped, arguments[1:])
	case arguments[0] == "call":
		return call(stopped, arguments[1:])
	case arguments[0] == "stream":
		return stream(stopped, arguments[1:])
	default:
		return fmt.Errorf("cannot %q; usage: actor | actor get [--host NAME] [--http2] URL | actor call [--host NAME] URL | actor stream [--rate N] [--for TIME] [--host NAME] URL...",
			arguments)
	}
}

const (
	// getLimit is how long a single request may take, connecting included. Who waits for an answer asks again.
	getLimit = 10 * time.Second
	// requestLimit is the same for each request of a stream. A slow answer is none that failed: scenarios have to come
	// out the same on a machine that is busy.
	requestLimit = 30 * time.Second
)

func isSuccess(status int) bool { return status >= 200 && status < 300 }
