// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync/atomic"
	"time"
)

const (
	// drainLimit is how long connections that are kept open have to make their last request.
	drainLimit = 3 * time.Second
	// shutdownLimit is how long requests that are being answered have.
	shutdownLimit = 20 * time.Second
)

func serve(stopped context.Context) error {
	behaviour, err := readBehaviour()
	if err != nil {
		return err
	}
	behaviour.begin()
	if !waitFor(stopped, behaviour.startAfter) {
		return nil
	}
	listener, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	handler := newHandler(func() bool { return !behaviour.neverReady })
	if behaviour.tlsFolder == "" {
		return serveOn(stopped, listener, handler, drainLimit)
	}
	encrypted, err := serveByTLS(stopped, behaviour.tlsFolder, handler)
	if err != nil {
		return err
	}
	return errors.Join(serveOn(stopped, listener, handler, drainLimit), <-encrypted)
}

// serveOn answers until it is stopped, and then as a good service does: it goes on answering, asks every client that
// calls on a kept connection not to use that one again, and closes only what nobody has used for some seconds. Nothing
// tells it that new requests have ceased to come; for that, a pod delays the signal (its preStop hook). After a request
// for /deafen it accepts no connection any more.
func serveOn(stopped context.Context, listener net.Listener, handler http.Handler, drain time.Duration) error {
	var draining atomic.Bool
	var open connections
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	// For gRPC calls.
	protocols.SetUnencryptedHTTP2(true)
	ear := listening(listener)
	var server *http.Server
	server = &http.Server{
		Protocols:         protocols,
		ReadHeaderTimeout: 10 * time.Second,
		ConnState:         open.note,
		Handler: http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
			if draining.Load() {
				response.Header().Set("Connection", "close")
			}
			if request.URL.Path == "/deafen" {
				if err := ear.goDeaf(server); err != nil {
					http.Error(response, err.Error(), http.StatusInternalServerError)
				}
				return
			}
			handler.ServeHTTP(response, request)
		}),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ear) }()
	select {
	case err := <-ended:
		return err
	case <-stopped.Done():
	}
	draining.Store(true)
	open.waitForNone(drain)
	limit, forget := context.WithTimeout(context.Background(), shutdownLimit)
	defer forget()
	if err := server.Shutdown(limit); err != nil {
		return err
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// connections counts those that are open.
type connections struct{ count atomic.Int64 }

func (open *connections) note(_ net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		open.count.Add(1)
	case http.StateClosed, http.StateHijacked:
		open.count.Add(-1)
	}
}

func (open *connections) waitForNone(limit time.Duration) {
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	deadline := time.After(limit)
	for open.count.Load() > 0 {
		select {
		case <-look.C:
		case <-deadline:
			return
		}
	}
}

// waitFor waits for some time and tells whether it was not stopped meanwhile.
func waitFor(stopped context.Context, wanted time.Duration) bool {
	select {
	case <-time.After(wanted):
		return true
	case <-stopped.Done():
		return false
	}
}
