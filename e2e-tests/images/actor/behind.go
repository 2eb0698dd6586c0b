// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
)

// addBehind adds what services behind a gateway are asked for:
//
//	/door            who may pass: 200 and X-User: NAME for "Authorization: Bearer NAME", otherwise 401
//	/flaky/KEY?fail=N  503 for the first N requests with that key, then 200 with their number
//	application/grpc   every call is answered with the message that it brought, whatever its service and method
func addBehind(mux *http.ServeMux) {
	tries := &perKey{counts: map[string]int{}}
	mux.HandleFunc("/door", door)
	mux.HandleFunc("/flaky/{key}", tries.flaky)
}

func door(response http.ResponseWriter, request *http.Request) {
	name, found := strings.CutPrefix(request.Header.Get("Authorization"), "Bearer ")
	if !found || name == "" {
		http.Error(response, "who are you?", http.StatusUnauthorized)
		return
	}
	response.Header().Set("X-User", name)
	fmt.Fprintln(response, "welcome")
}

// keptKeys bounds what is remembered.
const keptKeys = 10_000

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
	fail, err := strconv.Atoi(request.URL.Query().Get("fail"))
	if err != nil || fail < 0 {
		http.Error(response, "add ?fail=N, how many requests are to fail first", http.StatusBadRequest)
		return
	}
	number := tries.next(request.PathValue("key"))
	if number <= fail {
		http.Error(response, fmt.Sprintf("request %d fails", number), http.StatusServiceUnavailable)
		return
	}
	answer(response, map[string]any{"requests": number, "pod": podName()})
}

// withGrpc answers gRPC calls before anything else looks at them: the body, which is one message after five bytes that tell
// its length, is the answer too.
func withGrpc(next http.Handler) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		if request.ProtoMajor < 2 || !strings.HasPrefix(request.Header.Get("Content-Type"), "application/grpc") {
			next.ServeHTTP(response, request)
			return
		}
		header := response.Header()
		header.Set("Content-Type", "application/grpc")
		header.Set("Actor-Pod", podName())
		header.Set("Actor-Path", request.URL.Path)
		header.Set("Trailer", "Grpc-Status")
		if _, err := io.Copy(response, http.MaxBytesReader(response, request.Body, 1<<20)); err != nil {
			header.Set("Grpc-Status", "8")
			return
		}
		header.Set("Grpc-Status", "0")
	})
}
