// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestLetsInWhoSaysWhoTheyAre(t *testing.T) {
	for header, wanted := range map[string]int{"": 401, "Bearer ": 401, "Basic ada": 401, "Bearer ada": 200} {
		request := httptest.NewRequest(http.MethodGet, "/door", nil)
		request.Header.Set("Authorization", header)
		recorder := httptest.NewRecorder()
		newHandler(isReady).ServeHTTP(recorder, request)
		if recorder.Code != wanted || (recorder.Header().Get("X-User") == "ada") != (wanted == 200) {
			t.Error(header, recorder.Code, recorder.Header())
		}
	}
}

func TestShowsThePublicKeysThatItIsGiven(t *testing.T) {
	t.Setenv("ACTOR_JWKS", `{"keys":[]}`)
	response, body := ask(t, newHandler(isReady), "/.well-known/jwks.json")
	if _, found := body["keys"]; response.StatusCode != 200 || !found {
		t.Error(response.Status, body)
	}
}

func TestAnswersGrpcCallsByHttp2(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serveOn(stopped, listener, newHandler(isReady), time.Millisecond) }()
	var printed bytes.Buffer
	url := "http://" + listener.Addr().String()
	if err := callOnce(context.Background(), gRPCCall{url: url + "/stock.Stock/Reserve"}, &printed); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(printed.String(), " /stock.Stock/Reserve\n") {
		t.Error(printed.String())
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestACallOfAnotherServiceHasAMessageAndATokenOfItsOwn(t *testing.T) {
	protocols := new(http.Protocols)
	protocols.SetUnencryptedHTTP2(true)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(to http.ResponseWriter, request *http.Request) {
		sent, _ := io.ReadAll(request.Body)
		if request.Header.Get("Authorization") != "Bearer ada" || !bytes.Equal(sent, []byte{0, 0, 0, 0, 2, 'a', 'b'}) {
			t.Errorf("was sent %v with %v", sent, request.Header)
		}
		to.Header().Set("Trailer", "Grpc-Status")
		_, _ = to.Write([]byte{0, 0, 0, 0, 1, 'c'})
		to.Header().Set("Grpc-Status", "0")
	}))
	server.Config.Protocols = protocols
	server.Start()
	defer server.Close()
	var printed bytes.Buffer
	made := gRPCCall{url: server.URL + "/a.B/C", authorization: "Bearer ada", message: []byte("ab")}
	if err := callOnce(context.Background(), made, &printed); err != nil {
		t.Fatal(err)
	}
	if printed.String() != "Yw==\n" {
		t.Error(printed.String())
	}
}

func TestACallFailsIfNobodyAnswersAsGrpcDoes(t *testing.T) {
	protocols := new(http.Protocols)
	protocols.SetUnencryptedHTTP2(true)
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.Protocols = protocols
	server.Start()
	defer server.Close()
	if err := callOnce(context.Background(), gRPCCall{url: server.URL + "/a.B/C"}, &bytes.Buffer{}); err == nil {
		t.Error("did not fail")
	}
}
