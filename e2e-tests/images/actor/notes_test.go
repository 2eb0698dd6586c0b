// SPDX-License-Identifier: Apache-2.0

package main

import (
	"net/http"
	"testing"
)

func TestTellsWhatArrivedUnobserved(t *testing.T) {
	handler := newHandler(isReady)
	if response, _ := ask(t, handler, "/noted/one"); response.StatusCode != http.StatusNotFound {
		t.Error(response.Status)
	}
	for range 2 {
		if response, body := ask(t, handler, "/note/one?by=hand"); response.StatusCode != http.StatusOK || body["path"] != "/note/one" {
			t.Error(response.Status, body)
		}
	}
	ask(t, handler, "/note/other")
	response, body := ask(t, handler, "/noted/one")
	if response.StatusCode != http.StatusOK || body["pod"] == nil {
		t.Error(response.Status, body)
	}
	for name, wanted := range map[string]any{"requests": 2.0, "path": "/note/one", "query": "by=hand"} {
		if body[name] != wanted {
			t.Error(name, "is not", wanted, "but", body[name])
		}
	}
}
