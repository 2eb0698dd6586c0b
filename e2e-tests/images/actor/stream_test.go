// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestCountsHowRequestsEnd(t *testing.T) {
	stopped, stop := context.WithCancel(context.Background())
	defer stop()
	var hosts sync.Map
	var arrived atomic.Int64
	server := func(version string, status int) string {
		server := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
			hosts.Store(request.Host, true)
			response.Header().Set(versionHeader, version)
			response.WriteHeader(status)
			if arrived.Add(1) == 40 {
				stop()
			}
		}))
		t.Cleanup(server.Close)
		return server.URL
	}
	var counted tally
	urls := []string{server("1", 200), server("2", 200), server("2", 502)}
	send(stopped, plan{urls: urls, rate: 500, host: "shop.test"}, &counted)

	so := counted.report()
	if so.Sent < 40 || so.Sent != so.Ok+so.Failed || so.Ok != so.Versions["1"]+so.Versions["2"] {
		t.Error(so)
	}
	if so.Failed < 13 || len(so.FirstFailures) != keptFailures || so.FirstFailures[0].Time.IsZero() {
		t.Error(so)
	}
	hosts.Range(func(host, _ any) bool {
		if host != "shop.test" {
			t.Error(host)
		}
		return true
	})
}

func TestUsesBothKeptAndNewConnectionsForEachUrl(t *testing.T) {
	var arrived atomic.Int64
	asked := [2]atomic.Int64{}
	stopped, stop := context.WithCancel(context.Background())
	defer stop()
	var urls []string
	for i := range asked {
		server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, request *http.Request) {
			if request.Close {
				asked[i].Add(1)
			}
			if arrived.Add(1) == 40 {
				stop()
			}
		}))
		defer server.Close()
		urls = append(urls, server.URL)
	}
	var counted tally
	send(stopped, plan{urls: urls, rate: 500}, &counted)
	for i := range asked {
		if kept := int64(counted.report().Ok)/2 - asked[i].Load(); asked[i].Load() < 5 || kept < 5 {
			t.Error(urls[i], asked[i].Load(), kept)
		}
	}
}

func TestForgetsWhatWasSentBeforeAReset(t *testing.T) {
	var counted tally
	early := time.Now()
	counted.add(early, "1", nil)
	counted.reset()
	counted.add(early, "", errors.New("late"))
	if so := counted.report(); so.Sent != 0 || so.Failed != 0 {
		t.Error(so)
	}
	counted.add(time.Now(), "2", nil)
	if so := counted.report(); so.Sent != 1 || so.Versions["2"] != 1 {
		t.Error(so)
	}
}

func TestReadsThePlanFromTheCommandLine(t *testing.T) {
	read, err := readPlan([]string{"--rate", "5", "--for", "30s", "--host", "shop.test", "http://a", "http://b"})
	if err != nil || read.rate != 5 || read.limit != 30*time.Second || read.host != "shop.test" || len(read.urls) != 2 {
		t.Error(read, err)
	}
	for _, wrong := range [][]string{{}, {"--rate", "0", "http://a"}, {"--for", "-1s", "http://a"}} {
		if _, err := readPlan(wrong); err == nil {
			t.Error(wrong, "is not refused")
		}
	}
}
