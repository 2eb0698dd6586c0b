// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"math/big"
	"net"
	"net/http"
	"testing"
	"time"
)

func TestTellsForWhomItWasAskedByTLS(t *testing.T) {
	certificate := selfSigned(t, "vault.internal")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- serveOn(stopped, encrypted(listener, certificate), newHandler(isReady), time.Millisecond)
	}()
	known := x509.NewCertPool()
	known.AddCert(certificate.Leaf)
	client := http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{RootCAs: known, ServerName: "vault.internal"}, DisableKeepAlives: true}}
	response, err := client.Get("https://" + listener.Addr().String() + "/echo")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var body map[string]any
	if err := json.NewDecoder(response.Body).Decode(&body); err != nil || body["tlsServerName"] != "vault.internal" {
		t.Error(err, body)
	}
	if response, err := http.Get("http://" + listener.Addr().String() + "/echo"); err != nil || response.StatusCode != http.StatusBadRequest {
		t.Error("plain HTTP was not turned away:", response, err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestHasNoServerNameByPlainHTTP(t *testing.T) {
	if _, body := ask(t, newHandler(isReady), "/echo"); body["tlsServerName"] != "" {
		t.Error(body)
	}
}

func selfSigned(t *testing.T, name string) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{name},
		IsCA: true, BasicConstraintsValid: true}
	content, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(content)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{content}, PrivateKey: key, Leaf: leaf}
}
