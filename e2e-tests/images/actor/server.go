// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

// versionHeader is on every answer, so that clients can tell which version gave it.
const versionHeader = "Actor-Version"

// longestWait bounds what a request may ask for.
const longestWait = 5 * time.Minute

// newHandler routes what the server answers:
//
//	/                      the version and the pod
//	/health/ready, /live   the probes
//	/config?env=NAME       the file that ACTOR_CONFIG_FILE names, and the variable NAME (ACTOR_CONFIG_VALUE if none is given)
//	/echo...               what arrived: method, path, query, host, headers, number of bytes
//	/slow?for=TIME         answers after that time
//	/burn?for=TIME         keeps one core busy for that time
//	/status/CODE           answers with that status
//
// and what is added in behind.go, keyed.go and notes.go.
func newHandler(ready func() bool) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", who)
	mux.HandleFunc("/health/live", alive)
	mux.HandleFunc("/health/ready", func(response http.ResponseWriter, request *http.Request) {
		if !ready() {
			http.Error(response, "not ready", http.StatusServiceUnavailable)
			return
		}
		alive(response, request)
	})
	mux.HandleFunc("/config", config)
	mux.HandleFunc("/echo", echo)
	mux.HandleFunc("/echo/", echo)
	mux.HandleFunc("/slow", forTime(slow))
	mux.HandleFunc("/burn", forTime(burn))
	mux.HandleFunc("/status/{code}", status)
	addBehind(mux)
	addNotes(mux)
	return withVersion(withGrpc(mux))
}

func withVersion(next http.Handler) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		response.Header().Set(versionHeader, os.Getenv("ACTOR_VERSION"))
		next.ServeHTTP(response, request)
	})
}

// podName is the host name, which a pod's containers have from it.
func podName() string {
	name, err := os.Hostname()
	if err != nil {
		return "unknown"
	}
	return name
}

func who(response http.ResponseWriter, _ *http.Request) {
	answer(response, map[string]string{"version": os.Getenv("ACTOR_VERSION"), "pod": podName()})
}

func alive(response http.ResponseWriter, _ *http.Request) { fmt.Fprintln(response, "ok") }

// config reads the file at each request, since the kubelet replaces it while the pod runs.
func config(response http.ResponseWriter, request *http.Request) {
	variable := request.URL.Query().Get("env")
	if variable == "" {
		variable = "ACTOR_CONFIG_VALUE"
	}
	found := map[string]string{"env": os.Getenv(variable)}
	if path := os.Getenv("ACTOR_CONFIG_FILE"); path != "" {
		content, err := os.ReadFile(path)
		if err != nil {
			http.Error(response, err.Error(), http.StatusInternalServerError)
			return
		}
		found["file"] = string(content)
	}
	answer(response, found)
}

func echo(response http.ResponseWriter, request *http.Request) {
	// For gateways that are to remove it.
	response.Header().Set("Actor-Secret", "lagoon")
	arrived, err := whatArrived(request)
	if err != nil {
		http.Error(response, err.Error(), http.StatusBadRequest)
		return
	}
	answer(response, arrived)
}

// whatArrived has how many bytes the body has instead of the body.
func whatArrived(request *http.Request) (map[string]any, error) {
	bytes, err := io.Copy(io.Discard, request.Body)
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"method": request.Method, "path": request.URL.Path, "query": request.URL.RawQuery,
		"host": request.Host, "protocol": request.Proto, "headers": request.Header, "bytes": bytes,
		"tlsServerName": serverName(request),
		"version":       os.Getenv("ACTOR_VERSION"), "pod": podName(),
	}, nil
}

func status(response http.ResponseWriter, request *http.Request) {
	code, err := strconv.Atoi(request.PathValue("code"))
	if err != nil || code < 200 || code > 599 {
		http.Error(response, "the status has to be a number from 200 to 599", http.StatusBadRequest)
		return
	}
	response.WriteHeader(code)
}

// forTime reads the query's "for", such as 2s or 300ms.
func forTime(act func(time.Duration, *http.Request)) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) {
		wanted, err := time.ParseDuration(request.URL.Query().Get("for"))
		if err != nil || wanted < 0 || wanted > longestWait {
			http.Error(response, "add ?for=TIME, such as 2s, at most "+longestWait.String(), http.StatusBadRequest)
			return
		}
		act(wanted, request)
		who(response, request)
	}
}

func slow(wanted time.Duration, request *http.Request) {
	select {
	case <-time.After(wanted):
	case <-request.Context().Done():
	}
}

// burn is a busy loop because that is what it is for.
func burn(wanted time.Duration, request *http.Request) {
	for deadline := time.Now().Add(wanted); time.Now().Before(deadline) && request.Context().Err() == nil; {
	}
}

func answer(response http.ResponseWriter, body any) {
	response.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(response).Encode(body); err != nil {
		fmt.Fprintln(os.Stderr, "actor: an answer could not be written:", err)
	}
}
