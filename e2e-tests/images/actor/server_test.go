// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// ask calls the handler and returns the status and, if it was JSON, the object.
func ask(t *testing.T, handler http.Handler, path string) (*http.Response, map[string]any) {
	t.Helper()
	recorder := httptest.NewRecorder()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	request.Header.Set("X-User", "ada")
	handler.ServeHTTP(recorder, request)
	var body map[string]any
	if recorder.Header().Get("Content-Type") == "application/json" {
		if err := json.Unmarshal(recorder.Body.Bytes(), &body); err != nil {
			t.Fatal(err)
		}
	}
	return recorder.Result(), body
}

func isReady() bool { return true }

func TestSaysWhichVersionItIs(t *testing.T) {
	t.Setenv("ACTOR_VERSION", "7")
	response, body := ask(t, newHandler(isReady), "/")
	if response.StatusCode != 200 || body["version"] != "7" || response.Header.Get(versionHeader) != "7" {
		t.Error(response.Status, body, response.Header)
	}
}

func TestAnswersProbes(t *testing.T) {
	never := newHandler(func() bool { return false })
	for path, wanted := range map[string]int{"/health/live": 200, "/health/ready": 503} {
		if response, _ := ask(t, never, path); response.StatusCode != wanted {
			t.Error(path, response.Status)
		}
	}
	if response, _ := ask(t, newHandler(isReady), "/health/ready"); response.StatusCode != 200 {
		t.Error(response.Status)
	}
}

func TestShowsItsConfigAsItIsNow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "greeting")
	t.Setenv("ACTOR_CONFIG_FILE", file)
	t.Setenv("GREETING", "hello")
	for _, content := range []string{"one", "two"} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, body := ask(t, newHandler(isReady), "/config?env=GREETING"); body["file"] != content || body["env"] != "hello" {
			t.Error(body)
		}
	}
}

func TestShowsWhatArrived(t *testing.T) {
	_, body := ask(t, newHandler(isReady), "/echo/a/b?c=d")
	headers, _ := body["headers"].(map[string]any)
	user, _ := headers["X-User"].([]any)
	if body["path"] != "/echo/a/b" || body["query"] != "c=d" || body["method"] != "GET" || len(user) != 1 || user[0] != "ada" {
		t.Error(body)
	}
}

func TestAnswersWithTheWantedStatus(t *testing.T) {
	for path, wanted := range map[string]int{
		"/status/503": 503, "/status/204": 204, "/status/1000": 400, "/slow?for=1ms": 200, "/burn?for=1ms": 200,
		"/slow": 400, "/burn?for=1h": 400, "/nothing": 404,
	} {
		if response, _ := ask(t, newHandler(isReady), path); response.StatusCode != wanted {
			t.Error(path, response.Status)
		}
	}
}

func TestGoesOnAnsweringOnKeptConnectionsAndAsksForNewOnes(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- serveOn(stopped, listener, newHandler(isReady), time.Hour) }()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1}}
	last := false
	for count := 0; !last; count++ {
		response, err := client.Get("http://" + listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, response.Body); err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		last = response.Close
		if count == 0 {
			stop()
		}
	}
	// It waits for an hour, or until the only connection is closed, which it now is.
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestReadsSizes(t *testing.T) {
	for text, wanted := range map[string]int64{"512Mi": 512 << 20, "2Gi": 2 << 30, "7": 7, "3Ki": 3072} {
		if read, err := parseSize(text); err != nil || read != wanted {
			t.Error(text, read, err)
		}
	}
	for _, text := range []string{"", "Mi", "-1Mi", "1.5Gi", "512M"} {
		if _, err := parseSize(text); err == nil {
			t.Error(text, "is taken for a size")
		}
	}
}

func TestRefusesBehaviourThatItDoesNotKnow(t *testing.T) {
	for variable, value := range map[string]string{
		"ACTOR_CRASH_AFTER": "soon", "ACTOR_START_AFTER": "-1s", "ACTOR_EAT": "all", "ACTOR_NEVER_READY": "perhaps",
	} {
		t.Run(variable, func(t *testing.T) {
			t.Setenv(variable, value)
			if _, err := readBehaviour(); err == nil {
				t.Error("is not refused")
			}
		})
	}
}
