// SPDX-License-Identifier: Apache-2.0

package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"sync"
	"time"
)

// codeLife is how long somebody who has logged in has to fetch a token.
const codeLife = time.Minute

// tokenLife is how long a token is valid.
const tokenLife = time.Hour

// provider is an OpenID Connect provider (OpenID Connect Core 1.0, with PKCE as in RFC 7636) at which everybody is logged in
// as ada without being asked. It is there if ACTOR_PROVIDER_ISSUER has its URL, and knows one client, whose secret
// ACTOR_PROVIDER_SECRET has:
//
//	/provider/.well-known/openid-configuration  where everything is
//	/provider/authorize                         sends the browser back with a code
//	/provider/token                             gives the client a token for the code, once
//	/provider/keys                              the public keys of its tokens
type provider struct {
	issuer, secret string
	key            *ecdsa.PrivateKey

	lock   sync.Mutex
	grants map[string]grant
}

// grant is what a code was given out for.
type grant struct {
	client, redirect, challenge, nonce string
	until                              time.Time
}

func addProvider(mux *http.ServeMux) {
	issuer := os.Getenv("ACTOR_PROVIDER_ISSUER")
	if issuer == "" {
		return
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	newProvider(issuer, os.Getenv("ACTOR_PROVIDER_SECRET"), key).add(mux)
}

func newProvider(issuer, secret string, key *ecdsa.PrivateKey) *provider {
	return &provider{issuer: issuer, secret: secret, key: key, grants: map[string]grant{}}
}

func (known *provider) add(mux *http.ServeMux) {
	mux.HandleFunc("GET /provider/.well-known/openid-configuration", known.configuration)
	mux.HandleFunc("GET /provider/authorize", known.authorize)
	mux.HandleFunc("POST /provider/token", known.token)
	mux.HandleFunc("GET /provider/keys", known.publicKeys)
}

func (known *provider) configuration(response http.ResponseWriter, _ *http.Request) {
	answer(response, map[string]any{
		"issuer": known.issuer, "authorization_endpoint": known.issuer + "/authorize",
		"token_endpoint": known.issuer + "/token", "jwks_uri": known.issuer + "/keys",
		"response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"},
		"id_token_signing_alg_values_supported": []string{"ES256"},
		"code_challenge_methods_supported":      []string{"S256"},
	})
}

func (known *provider) authorize(response http.ResponseWriter, request *http.Request) {
	asked := request.URL.Query()
	back, err := url.Parse(asked.Get("redirect_uri"))
	if err != nil || !back.IsAbs() || asked.Get("client_id") == "" || asked.Get("response_type") != "code" {
		http.Error(response, "wanted: response_type=code, client_id, redirect_uri", http.StatusBadRequest)
		return
	}
	if method := asked.Get("code_challenge_method"); asked.Has("code_challenge") && method != "S256" {
		http.Error(response, "code_challenge_method has to be S256", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	known.lock.Lock()
	known.grants[code] = grant{
		client: asked.Get("client_id"), redirect: asked.Get("redirect_uri"), challenge: asked.Get("code_challenge"),
		nonce: asked.Get("nonce"), until: time.Now().Add(codeLife),
	}
	known.lock.Unlock()
	query := back.Query()
	query.Set("code", code)
	query.Set("state", asked.Get("state"))
	back.RawQuery = query.Encode()
	http.Redirect(response, request, back.String(), http.StatusFound)
}

func (known *provider) token(response http.ResponseWriter, request *http.Request) {
	client, secret, found := request.BasicAuth()
	if !found || secret != known.secret {
		refuse(response, http.StatusUnauthorized, "invalid_client")
		return
	}
	given, ok := known.redeem(request.PostFormValue("code"))
	if !ok || given.client != client || given.redirect != request.PostFormValue("redirect_uri") ||
		request.PostFormValue("grant_type") != "authorization_code" ||
		(given.challenge != "" && given.challenge != challengeOf(request.PostFormValue("code_verifier"))) {
		refuse(response, http.StatusBadRequest, "invalid_grant")
		return
	}
	identity, err := known.identity(given)
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	response.Header().Set("Cache-Control", "no-store")
	answer(response, map[string]any{
		"access_token": rand.Text(), "token_type": "Bearer", "expires_in": int(tokenLife.Seconds()), "id_token": identity,
	})
}

// redeem takes a code out of use.
func (known *provider) redeem(code string) (grant, bool) {
	known.lock.Lock()
	defer known.lock.Unlock()
	given, found := known.grants[code]
	delete(known.grants, code)
	return given, found && time.Now().Before(given.until)
}

func challengeOf(verifier string) string {
	sum := sha256.Sum256([]byte(verifier))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

func refuse(response http.ResponseWriter, status int, problem string) {
	response.Header().Set("Content-Type", "application/json")
	response.WriteHeader(status)
	fmt.Fprintf(response, "{\"error\":%q}\n", problem)
}

// identity is a signed token that says who has logged in (JWS with ES256, RFC 7518).
func (known *provider) identity(given grant) (string, error) {
	now := time.Now()
	claims := map[string]any{
		"iss": known.issuer, "sub": "ada", "aud": given.client, "iat": now.Unix(), "exp": now.Add(tokenLife).Unix(),
	}
	if given.nonce != "" {
		claims["nonce"] = given.nonce
	}
	text, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	signed := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"ES256","typ":"JWT","kid":"one"}`)) + "." +
		base64.RawURLEncoding.EncodeToString(text)
	sum := sha256.Sum256([]byte(signed))
	r, s, err := ecdsa.Sign(rand.Reader, known.key, sum[:])
	if err != nil {
		return "", err
	}
	size := known.size()
	signature := append(r.FillBytes(make([]byte, size)), s.FillBytes(make([]byte, size))...)
	return signed + "." + base64.RawURLEncoding.EncodeToString(signature), nil
}

func (known *provider) size() int { return crypto.SHA256.Size() }

func (known *provider) publicKeys(response http.ResponseWriter, _ *http.Request) {
	text, err := known.jwks()
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	response.Header().Set("Content-Type", "application/json")
	io.WriteString(response, text)
}

func (known *provider) jwks() (string, error) {
	// The point is one byte that says how it is written, and then x and y.
	point, err := known.key.PublicKey.Bytes()
	if err != nil {
		return "", err
	}
	size := known.size()
	text, err := json.Marshal(map[string]any{"keys": []map[string]string{{
		"kty": "EC", "crv": "P-256", "kid": "one", "use": "sig", "alg": "ES256",
		"x": base64.RawURLEncoding.EncodeToString(point[1 : 1+size]),
		"y": base64.RawURLEncoding.EncodeToString(point[1+size:]),
	}}})
	return string(text), err
}
