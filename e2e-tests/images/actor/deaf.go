// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

const longestNotice = 5 * time.Second

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

// goDeaf also ends the connections that are kept open for later requests, and waits until their clients have noticed: a
// request that is sent on one meanwhile meets no refusal, but silence.
func (ear *hearing) goDeaf(server *http.Server) error {
	var err error
	ear.deafen.Do(func() {
		close(ear.deaf)
		port := ear.Addr().(*net.TCPAddr).Port
		err = ear.Listener.Close()
		server.SetKeepAlivesEnabled(false)
		if err == nil {
			err = awaitNoticed(port)
		}
	})
	return err
}

func awaitNoticed(port int) error {
	for end := time.Now().Add(longestNotice); time.Now().Before(end); time.Sleep(time.Millisecond) {
		unnoticed := 0
		for _, table := range []string{"/proc/net/tcp", "/proc/net/tcp6"} {
			content, err := os.ReadFile(table)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			unnoticed += halfClosed(string(content), port)
		}
		if unnoticed == 0 {
			return nil
		}
	}
	return fmt.Errorf("after %s there are clients that have not noticed that their connections are ended", longestNotice)
}

// halfClosed counts a port's connections that this side has ended and the other has not; see proc_net_tcp in the kernel's
// documentation.
func halfClosed(table string, port int) int {
	const finWait1, finWait2 = "04", "05"
	count := 0
	for _, line := range strings.Split(table, "\n") {
		fields := strings.Fields(line)
		if len(fields) < 4 || !strings.HasSuffix(fields[1], fmt.Sprintf(":%04X", port)) {
			continue
		}
		if fields[3] == finWait1 || fields[3] == finWait2 {
			count++
		}
	}
	return count
}
