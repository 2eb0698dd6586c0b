// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"sync"
	"time"
)

// keptFailures is how many failures a report tells of; the others are only counted.
const keptFailures = 10

// report tells how the requests of a stream ended. Those that are under way are not in it.
type report struct {
	Sent          int            `json:"sent"`
	Ok            int            `json:"ok"`
	Failed        int            `json:"failed"`
	FirstFailures []failure      `json:"firstFailures"`
	Versions      map[string]int `json:"versions"`
}

type failure struct {
	// Time is when the request was sent.
	Time  time.Time `json:"time"`
	Error string    `json:"error"`
}

// tally makes up a report. Its zero value is ready for use.
type tally struct {
	mutex sync.Mutex
	// since is when it began to count.
	since time.Time
	so    report
}

// add counts a request that has ended, unless it is older than the count.
func (counted *tally) add(sent time.Time, version string, err error) {
	counted.mutex.Lock()
	defer counted.mutex.Unlock()
	if sent.Before(counted.since) {
		return
	}
	so := &counted.so
	so.Sent++
	if err != nil {
		so.Failed++
		if len(so.FirstFailures) < keptFailures {
			so.FirstFailures = append(so.FirstFailures, failure{Time: sent.UTC(), Error: err.Error()})
		}
		return
	}
	so.Ok++
	if version != "" {
		if so.Versions == nil {
			so.Versions = map[string]int{}
		}
		so.Versions[version]++
	}
}

func (counted *tally) report() report {
	counted.mutex.Lock()
	defer counted.mutex.Unlock()
	copied := counted.so
	// An empty list and an empty object are easier to read for programs than none.
	copied.FirstFailures = append([]failure{}, copied.FirstFailures...)
	copied.Versions = map[string]int{}
	maps.Copy(copied.Versions, counted.so.Versions)
	return copied
}

func (counted *tally) reset() {
	counted.mutex.Lock()
	defer counted.mutex.Unlock()
	counted.since = time.Now()
	counted.so = report{}
}

func (counted *tally) write(to io.Writer) error {
	return json.NewEncoder(to).Encode(counted.report())
}

func (counted *tally) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /report", func(response http.ResponseWriter, _ *http.Request) {
		answer(response, counted.report())
	})
	mux.HandleFunc("POST /reset", func(response http.ResponseWriter, _ *http.Request) {
		counted.reset()
		response.WriteHeader(http.StatusNoContent)
	})
	return mux
}
