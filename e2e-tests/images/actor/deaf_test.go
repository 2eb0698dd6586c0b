// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"syscall"
	"testing"
	"time"
)

func TestTellsConnectionsThatTheOtherSideHasNotEndedYet(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	port := listener.Addr().(*net.TCPAddr).Port
	client, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	server, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	count := func() int {
		content, err := os.ReadFile("/proc/net/tcp")
		if err != nil {
			t.Fatal(err)
		}
		return halfClosed(string(content), port)
	}
	if found := count(); found != 0 {
		t.Error("open on both sides:", found)
	}
	server.Close()
	if found := count(); found != 1 {
		t.Error("ended by the server:", found)
	}
	client.Close()
	if err := awaitNoticed(port); err != nil {
		t.Error(err)
	}
}

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
