// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestFailsAsOftenAsItIsTold(t *testing.T) {
	handler := newHandler(isReady)
	for _, wanted := range []int{503, 503, 200, 200} {
		if response, _ := ask(t, handler, "/flaky/one?fail=2"); response.StatusCode != wanted {
			t.Error(wanted, response.Status)
		}
	}
	for path, wanted := range map[string]int{"/flaky/other?fail=0": 200, "/flaky/other": 400, "/flaky/other?fail=-1": 400} {
		if response, _ := ask(t, handler, path); response.StatusCode != wanted {
			t.Error(path, response.Status)
		}
	}
}

func TestIsStuckAsOftenAsItIsTold(t *testing.T) {
	server := httptest.NewServer(newHandler(isReady))
	defer server.Close()
	impatient := http.Client{Timeout: 50 * time.Millisecond}
	if _, err := impatient.Get(server.URL + "/stuck/one?first=1"); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	response, err := http.Get(server.URL + "/stuck/one?first=1")
	if err != nil || response.StatusCode != 200 {
		t.Fatal(response, err)
	}
	response.Body.Close()
}

func TestHoldsAnAnswerUntilItIsReleased(t *testing.T) {
	server := httptest.NewServer(newHandler(isReady))
	defer server.Close()
	held, err := http.Get(server.URL + "/held/one")
	if err != nil {
		t.Fatal(err)
	}
	defer held.Body.Close()
	lines := bufio.NewScanner(held.Body)
	if !lines.Scan() || !strings.Contains(lines.Text(), "held") {
		t.Fatal(lines.Text())
	}
	// It may be asked for twice.
	for range 2 {
		response, err := http.Get(server.URL + "/release/one")
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
	}
	if !lines.Scan() || !strings.Contains(lines.Text(), "released") || lines.Scan() {
		t.Error(lines.Text())
	}
}

func TestGivesAsMuchTextAsItIsAskedFor(t *testing.T) {
	for path, wanted := range map[string]int{"/large?size=0": 0, "/large?size=100000": 100_000} {
		response, body := ask(t, newHandler(isReady), path)
		if text, _ := body["text"].(string); response.StatusCode != 200 || len(text) != wanted {
			t.Error(path, response.Status, len(text))
		}
	}
	if response, _ := ask(t, newHandler(isReady), "/large?size=99999999999"); response.StatusCode != 400 {
		t.Error(response.Status)
	}
}

func TestTellsHowManyBytesCame(t *testing.T) {
	request := httptest.NewRequest(http.MethodPost, "/echo", strings.NewReader(strings.Repeat("x", 1234)))
	recorder := httptest.NewRecorder()
	newHandler(isReady).ServeHTTP(recorder, request)
	var body struct{ Bytes int }
	if err := json.Unmarshal(recorder.Body.Bytes(), &body); err != nil || body.Bytes != 1234 {
		t.Error(body, err)
	}
}
