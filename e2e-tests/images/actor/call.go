// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

// grpcMessage is one message as it is on the wire: not compressed, three bytes long. Which three does not matter.
var grpcMessage = []byte{0, 0, 0, 0, 3, 'h', 'i', '!'}

// call makes one gRPC call by HTTP/2 without TLS, and prints the pod that answered and the path that it was asked for.
func call(stopped context.Context, arguments []string) error {
	flags := flag.NewFlagSet("call", flag.ContinueOnError)
	host := flags.String("host", "", "the authority, for a gateway that goes by it")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("a call needs a URL that ends in /SERVICE/METHOD")
	}
	return callOnce(stopped, flags.Arg(0), *host, os.Stdout)
}

func callOnce(stopped context.Context, url, host string, to io.Writer) error {
	limit, forget := context.WithTimeout(stopped, getLimit)
	defer forget()
	request, err := http.NewRequestWithContext(limit, http.MethodPost, url, bytes.NewReader(grpcMessage))
	if err != nil {
		return err
	}
	request.Host = host
	request.Header.Set("Content-Type", "application/grpc")
	request.Header.Set("Te", "trailers")
	protocols := new(http.Protocols)
	protocols.SetUnencryptedHTTP2(true)
	client := http.Client{Transport: &http.Transport{Protocols: protocols, IdleConnTimeout: time.Second}}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	// An answer without a message has its status among the headers.
	grpcStatus := response.Trailer.Get("Grpc-Status") + response.Header.Get("Grpc-Status")
	if grpcStatus != "0" || !bytes.Equal(body, grpcMessage) {
		return fmt.Errorf("%s answered %s, grpc-status %q, %q", url, response.Status, grpcStatus, body)
	}
	_, err = fmt.Fprintf(to, "%s %s\n", response.Header.Get("Actor-Pod"), response.Header.Get("Actor-Path"))
	return err
}
