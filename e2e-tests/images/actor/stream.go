// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

// plan is what a stream was asked for on the command line.
type plan struct {
	urls []string
	rate float64
	// limit is zero for a stream that goes on until it is stopped.
	limit time.Duration
	host  string
}

func readPlan(arguments []string) (plan, error) {
	var read plan
	flags := flag.NewFlagSet("stream", flag.ContinueOnError)
	flags.Float64Var(&read.rate, "rate", 20, "requests a second")
	flags.DurationVar(&read.limit, "for", 0, "how long, such as 30s; 0: until it is stopped")
	flags.StringVar(&read.host, "host", "", "the Host header, for a gateway that goes by it")
	if err := flags.Parse(arguments); err != nil {
		return read, err
	}
	read.urls = flags.Args()
	if len(read.urls) == 0 || read.rate <= 0 || read.rate > 1000 || read.limit < 0 {
		return read, errors.New("a stream needs at least one URL, a rate of up to 1000 a second, and no negative time")
	}
	return read, nil
}

// stream sends requests in turn to the URLs, whether or not earlier ones have ended, and fails if any of them did. Its
// report is on :8081 meanwhile (/report; a POST to /reset begins to count anew), and is printed at the end.
func stream(stopped context.Context, arguments []string) error {
	wanted, err := readPlan(arguments)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", ":8081")
	if err != nil {
		return err
	}
	var counted tally
	server := &http.Server{Handler: counted.handler(), ReadHeaderTimeout: requestLimit}
	go server.Serve(listener)
	defer server.Close()
	if wanted.limit > 0 {
		var forget context.CancelFunc
		stopped, forget = context.WithTimeout(stopped, wanted.limit)
		defer forget()
	}
	send(stopped, wanted, &counted)
	if err := counted.write(os.Stdout); err != nil {
		return err
	}
	if failed := counted.report().Failed; failed > 0 {
		return fmt.Errorf("%d requests failed", failed)
	}
	return nil
}

// send returns when it is stopped and the last request has ended. Requests that are under way are not broken off.
func send(stopped context.Context, wanted plan, counted *tally) {
	clients := newClients()
	tick := time.NewTicker(time.Duration(float64(time.Second) / wanted.rate))
	defer tick.Stop()
	var underWay sync.WaitGroup
	defer underWay.Wait()
	for number := 0; ; number++ {
		url := wanted.urls[number%len(wanted.urls)]
		client := clients[number/len(wanted.urls)%len(clients)]
		underWay.Go(func() {
			began := time.Now()
			version, err := request(client, url, wanted.host)
			counted.add(began, version, err)
		})
		select {
		case <-tick.C:
		case <-stopped.Done():
			return
		}
	}
}

// newClients makes one that keeps its connections and one that opens a new one for each request: while pods come and
// go, the two fail in different ways.
func newClients() []*http.Client {
	var clients []*http.Client
	for _, always := range []bool{false, true} {
		clients = append(clients, &http.Client{
			Timeout: requestLimit,
			Transport: &http.Transport{
				DisableKeepAlives: always, MaxIdleConnsPerHost: 10, IdleConnTimeout: 30 * time.Second,
				// The URL decides where a request goes.
				Proxy: nil,
			},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		})
	}
	return clients
}

// request reads the whole answer, and tells the version that gave it: none if it was not given by a server of this
// program.
func request(client *http.Client, url, host string) (string, error) {
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	request.Host = host
	response, err := client.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return "", err
	}
	if !isSuccess(response.StatusCode) {
		return "", fmt.Errorf("%s answered %s", url, response.Status)
	}
	return response.Header.Get(versionHeader), nil
}
