// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
)

// serveByTLS answers on :8443 too, with the certificate of a folder as a Secret of type kubernetes.io/tls has it.
func serveByTLS(stopped context.Context, folder string, handler http.Handler) (<-chan error, error) {
	certificate, err := tls.LoadX509KeyPair(filepath.Join(folder, "tls.crt"), filepath.Join(folder, "tls.key"))
	if err != nil {
		return nil, fmt.Errorf("ACTOR_TLS_FOLDER: %w", err)
	}
	listener, err := net.Listen("tcp", ":8443")
	if err != nil {
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- serveOn(stopped, encrypted(listener, certificate), handler, drainLimit) }()
	return ended, nil
}

func encrypted(listener net.Listener, certificate tls.Certificate) net.Listener {
	return tls.NewListener(listener, &tls.Config{
		Certificates: []tls.Certificate{certificate}, NextProtos: []string{"http/1.1"}, MinVersion: tls.VersionTLS12,
	})
}

// serverName is whom a client has asked for by TLS; empty for plain HTTP.
func serverName(request *http.Request) string {
	if request.TLS == nil {
		return ""
	}
	return request.TLS.ServerName
}
