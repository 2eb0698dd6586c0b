// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

// addBehind adds what services behind a gateway are asked for:
//
//	/door             who may pass: 200 and X-User: NAME for "Authorization: Bearer NAME", otherwise 401
//	/.well-known/jwks.json  the public keys that ACTOR_JWKS has
//	/ws               a WebSocket (websocket.go)
//	application/grpc  every call is answered with the message that it brought, whatever its service and method
func addBehind(mux *http.ServeMux) {
	mux.HandleFunc("/door", door)
	mux.HandleFunc("/.well-known/jwks.json", keys)
	mux.HandleFunc("/ws", websocket)
	addKeyed(mux)
	addProvider(mux)
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

// keys are an issuer's public keys (JWKS), which ACTOR_JWKS has.
func keys(response http.ResponseWriter, _ *http.Request) {
	response.Header().Set("Content-Type", "application/json")
	io.WriteString(response, os.Getenv("ACTOR_JWKS"))
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
