// SPDX-License-Identifier: Apache-2.0

// Actor plays a service in end-to-end scenarios, and the client that watches one:
//
//	actor                serves on :8080 (server.go); environment variables make it misbehave (misbehave.go)
//	actor get URL        makes one request and prints the body, or fails
//	actor call URL       makes one gRPC call, or fails (call.go)
//	actor stream URL...  sends requests at a steady rate and counts how they end (stream.go)
//
// Its image is made by e2e-tests/images/build-actor.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
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
	case arguments[0] == "get" && len(arguments) == 2:
		return get(stopped, arguments[1])
	case arguments[0] == "call":
		return call(stopped, arguments[1:])
	case arguments[0] == "stream":
		return stream(stopped, arguments[1:])
	default:
		return fmt.Errorf("cannot %q; usage: actor | actor get URL | actor call [--host NAME] URL | actor stream [--rate N] [--for TIME] [--host NAME] URL...",
			arguments)
	}
}

func get(stopped context.Context, url string) error {
	client := http.Client{Timeout: getLimit}
	request, err := http.NewRequestWithContext(stopped, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if _, err := io.Copy(os.Stdout, response.Body); err != nil {
		return err
	}
	if !isSuccess(response.StatusCode) {
		return fmt.Errorf("%s answered %s", url, response.Status)
	}
	return nil
}

const (
	// getLimit is how long a single request may take, connecting included. Who waits for an answer asks again.
	getLimit = 10 * time.Second
	// requestLimit is the same for each request of a stream. A slow answer is none that failed: scenarios have to come
	// out the same on a machine that is busy.
	requestLimit = 30 * time.Second
)

func isSuccess(status int) bool { return status >= 200 && status < 300 }
