// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"syscall"
	"testing"
	"time"
)

func TestGoesDeafButLivesOn(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serveOn(stopped, listener, newHandler(isReady), time.Millisecond) }()
	url := "http://" + listener.Addr().String()
	response, err := http.Get(url + "/deafen")
	if err != nil || response.StatusCode != 200 {
		t.Fatal(response, err)
	}
	response.Body.Close()
	if _, err := http.Get(url); !errors.Is(err, syscall.ECONNREFUSED) {
		t.Error(err)
	}
	select {
	case err := <-ended:
		t.Error("ended", err)
	default:
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
