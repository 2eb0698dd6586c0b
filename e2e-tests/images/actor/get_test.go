// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestInsistsOnHttp2IfItIsTold(t *testing.T) {
	host := http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		fmt.Fprint(response, request.Host, " ", request.Proto)
	})
	for _, with2 := range []bool{true, false} {
		server := httptest.NewUnstartedServer(host)
		server.EnableHTTP2 = with2
		server.StartTLS()
		defer server.Close()
		var printed bytes.Buffer
		err := getOnce(context.Background(), server.URL, "shop.test", true, &printed)
		if (err == nil) != with2 || (printed.String() == "shop.test HTTP/2.0") != with2 {
			t.Error(with2, err, printed.String())
		}
	}
}

func TestAGetFailsIfTheAnswerIsNoSuccess(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	if err := getOnce(context.Background(), server.URL, "", false, &bytes.Buffer{}); err == nil {
		t.Error("did not fail")
	}
}
