// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
)

// keptKeys bounds what is remembered of requests.
const keptKeys = 10_000

// largestText bounds what a request may ask for.
const largestText = 64 << 20

// addKeyed adds what goes by a key in the path, which a client makes up, and answers of any size:
//
//	/flaky/KEY?fail=N    503 for the first N requests with that key, then 200 with their number
//	/stuck/KEY?first=N   no answer at all to the first N requests with that key, then as above
//	/held/KEY            begins an answer, and ends it when /release/KEY is asked for
//	/large?size=N        an answer that has N bytes of text
func addKeyed(mux *http.ServeMux) {
	tries := &perKey{counts: map[string]int{}}
	mux.HandleFunc("/flaky/{key}", tries.flaky)
	mux.HandleFunc("/stuck/{key}", tries.stuck)
	held := &gates{open: map[string]chan struct{}{}}
	mux.HandleFunc("/held/{key}", held.hold)
	mux.HandleFunc("/release/{key}", held.release)
	mux.HandleFunc("/large", large)
}

type perKey struct {
	mutex  sync.Mutex
	counts map[string]int
}

func (tries *perKey) next(key string) int {
	tries.mutex.Lock()
	defer tries.mutex.Unlock()
	if len(tries.counts) >= keptKeys {
		clear(tries.counts)
	}
	tries.counts[key]++
	return tries.counts[key]
}

func (tries *perKey) flaky(response http.ResponseWriter, request *http.Request) {
	fail, err := number(request, "fail")
	if err != nil {
		http.Error(response, err.Error(), http.StatusBadRequest)
		return
	}
	count := tries.next(request.PathValue("key"))
	if count <= fail {
		http.Error(response, fmt.Sprintf("request %d fails", count), http.StatusServiceUnavailable)
		return
	}
	answer(response, map[string]any{"requests": count, "pod": podName()})
}

func (tries *perKey) stuck(response http.ResponseWriter, request *http.Request) {
	first, err := number(request, "first")
	if err != nil {
		http.Error(response, err.Error(), http.StatusBadRequest)
		return
	}
	count := tries.next(request.PathValue("key"))
	if count <= first {
		slow(longestWait, request)
	}
	answer(response, map[string]any{"requests": count, "pod": podName()})
}

// number reads a number of the query.
func number(request *http.Request, name string) (int, error) {
	read, err := strconv.Atoi(request.URL.Query().Get(name))
	if err != nil || read < 0 {
		return 0, fmt.Errorf("add ?%s=N, a number", name)
	}
	return read, nil
}

// gates has for each key a channel that is closed on release.
type gates struct {
	mutex sync.Mutex
	open  map[string]chan struct{}
}

func (held *gates) of(key string) chan struct{} {
	held.mutex.Lock()
	defer held.mutex.Unlock()
	if held.open[key] == nil {
		if len(held.open) >= keptKeys {
			clear(held.open)
		}
		held.open[key] = make(chan struct{})
	}
	return held.open[key]
}

func (held *gates) hold(response http.ResponseWriter, request *http.Request) {
	answer(response, map[string]string{"state": "held", "pod": podName()})
	if err := http.NewResponseController(response).Flush(); err != nil {
		return
	}
	select {
	case <-held.of(request.PathValue("key")):
		answer(response, map[string]string{"state": "released", "pod": podName()})
	case <-request.Context().Done():
	}
}

func (held *gates) release(response http.ResponseWriter, request *http.Request) {
	gate := held.of(request.PathValue("key"))
	held.mutex.Lock()
	defer held.mutex.Unlock()
	select {
	case <-gate:
	default:
		close(gate)
	}
	answer(response, map[string]string{"pod": podName()})
}

func large(response http.ResponseWriter, request *http.Request) {
	size, err := number(request, "size")
	if err != nil || size > largestText {
		http.Error(response, fmt.Sprintf("add ?size=N, a number of bytes up to %d", largestText), http.StatusBadRequest)
		return
	}
	response.Header().Set("Content-Type", "application/json")
	fmt.Fprintf(response, `{"pod": %q, "text": "`, podName())
	text := strings.Repeat("lagoon ", 1<<10)
	for left := size; left > 0; left -= min(left, len(text)) {
		if _, err := io.WriteString(response, text[:min(left, len(text))]); err != nil {
			fmt.Fprintln(os.Stderr, "actor: an answer could not be written:", err)
			return
		}
	}
	io.WriteString(response, "\"}\n")
}
