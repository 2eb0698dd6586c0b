// SPDX-License-Identifier: Apache-2.0

package main

import (
	"net"
	"net/http"
	"sync"
)

// hearing is a listener that can go deaf: it refuses connections from then on, while the process lives and, to who has
// not tried, seems well.
type hearing struct {
	net.Listener
	deafen sync.Once
	close  sync.Once
	deaf   chan struct{}
	closed chan struct{}
}

func listening(listener net.Listener) *hearing {
	return &hearing{Listener: listener, deaf: make(chan struct{}), closed: make(chan struct{})}
}

func (ear *hearing) Accept() (net.Conn, error) {
	connection, err := ear.Listener.Accept()
	if err == nil {
		return connection, nil
	}
	select {
	case <-ear.deaf:
		<-ear.closed
	default:
	}
	return nil, err
}

func (ear *hearing) Close() error {
	ear.close.Do(func() { close(ear.closed) })
	select {
	case <-ear.deaf:
		return nil
	default:
		return ear.Listener.Close()
	}
}

// goDeaf also ends the connections that are kept open for later requests.
func (ear *hearing) goDeaf(server *http.Server) error {
	var err error
	ear.deafen.Do(func() {
		close(ear.deaf)
		err = ear.Listener.Close()
		server.SetKeepAlivesEnabled(false)
	})
	return err
}
