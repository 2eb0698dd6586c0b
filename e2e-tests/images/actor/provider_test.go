// SPDX-License-Identifier: Apache-2.0

package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

const (
	testIssuer = "https://login.example.com/provider"
	testBack   = "http://shop.example.com/oauth2/callback"
)

func newTestProvider(t *testing.T) (*provider, *http.ServeMux) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	known := newProvider(testIssuer, "secret", key)
	mux := http.NewServeMux()
	known.add(mux)
	return known, mux
}

// logIn returns the code that the browser is sent back with.
func logIn(t *testing.T, mux *http.ServeMux, challenge string) string {
	t.Helper()
	asked := url.Values{"response_type": {"code"}, "client_id": {"shop"}, "redirect_uri": {testBack}, "state": {"a b"}}
	if challenge != "" {
		asked.Set("code_challenge", challenge)
		asked.Set("code_challenge_method", "S256")
	}
	response := httptest.NewRecorder()
	mux.ServeHTTP(response, httptest.NewRequest("GET", "/provider/authorize?"+asked.Encode(), nil))
	back, err := url.Parse(response.Header().Get("Location"))
	if err != nil || response.Code != http.StatusFound || !strings.HasPrefix(back.String(), testBack+"?") {
		t.Fatalf("sent back by %d to %s: %v", response.Code, back, err)
	}
	if state := back.Query().Get("state"); state != "a b" {
		t.Errorf("the state came back as %q", state)
	}
	return back.Query().Get("code")
}

func redeem(mux *http.ServeMux, secret, code, verifier string) *httptest.ResponseRecorder {
	form := url.Values{"grant_type": {"authorization_code"}, "code": {code}, "redirect_uri": {testBack}, "code_verifier": {verifier}}
	request := httptest.NewRequest("POST", "/provider/token", strings.NewReader(form.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.SetBasicAuth("shop", secret)
	response := httptest.NewRecorder()
	mux.ServeHTTP(response, request)
	return response
}

func TestACodeIsGoodForOneToken(t *testing.T) {
	known, mux := newTestProvider(t)
	code := logIn(t, mux, "")

	response := redeem(mux, "secret", code, "")
	if response.Code != http.StatusOK {
		t.Fatalf("answered %d: %s", response.Code, response.Body)
	}
	var given struct {
		Identity string `json:"id_token"`
	}
	if err := json.Unmarshal(response.Body.Bytes(), &given); err != nil {
		t.Fatal(err)
	}
	requireSigned(t, known, given.Identity)

	if again := redeem(mux, "secret", code, ""); again.Code != http.StatusBadRequest {
		t.Errorf("the code was taken twice: %d", again.Code)
	}
}

func TestWhoIsNotTheClientGetsNoToken(t *testing.T) {
	_, mux := newTestProvider(t)
	if response := redeem(mux, "guess", logIn(t, mux, ""), ""); response.Code != http.StatusUnauthorized {
		t.Errorf("another secret was answered with %d", response.Code)
	}
	if response := redeem(mux, "secret", "guess", ""); response.Code != http.StatusBadRequest {
		t.Errorf("another code was answered with %d", response.Code)
	}
}

func TestACodeBelongsToWhomeverAskedForIt(t *testing.T) {
	_, mux := newTestProvider(t)
	if response := redeem(mux, "secret", logIn(t, mux, challengeOf("mine")), "other"); response.Code != http.StatusBadRequest {
		t.Errorf("another verifier was answered with %d", response.Code)
	}
	if response := redeem(mux, "secret", logIn(t, mux, challengeOf("mine")), "mine"); response.Code != http.StatusOK {
		t.Errorf("the verifier was answered with %d", response.Code)
	}
}

// requireSigned checks a token with the key that the provider publishes.
func requireSigned(t *testing.T, known *provider, token string) {
	t.Helper()
	text, err := known.jwks()
	if err != nil {
		t.Fatal(err)
	}
	var published struct{ Keys []struct{ X, Y string } }
	if err := json.Unmarshal([]byte(text), &published); err != nil || len(published.Keys) != 1 {
		t.Fatalf("%s: %v", text, err)
	}
	number := func(text string) *big.Int {
		bytes, err := base64.RawURLEncoding.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		return new(big.Int).SetBytes(bytes)
	}
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		t.Fatalf("%q is no token", token)
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil {
		t.Fatal(err)
	}
	half := len(signature) / 2
	key := ecdsa.PublicKey{Curve: elliptic.P256(), X: number(published.Keys[0].X), Y: number(published.Keys[0].Y)}
	sum := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	if !ecdsa.Verify(&key, sum[:], new(big.Int).SetBytes(signature[:half]), new(big.Int).SetBytes(signature[half:])) {
		t.Errorf("%q is not signed with the key in %s", token, text)
	}
}
