// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
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

// gRPCCall is what is called, and how.
type gRPCCall struct {
	url, host     string
	authorization string
	// message is what is sent, without the length before it; nil for one that an actor sends back.
	message []byte
}

// call makes one gRPC call by HTTP/2 without TLS, and prints the pod that answered and the path that it was asked for. With
// a message of one's own, for a service that is no actor, it prints the answer's in base64.
func call(stopped context.Context, arguments []string) error {
	flags := flag.NewFlagSet("call", flag.ContinueOnError)
	host := flags.String("host", "", "the authority, for a gateway that goes by it")
	authorization := flags.String("authorization", "", "the header of that name")
	message := flags.String("message", "", "a message of the service's own, in base64")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("a call needs a URL that ends in /SERVICE/METHOD")
	}
	made := gRPCCall{url: flags.Arg(0), host: *host, authorization: *authorization}
	if *message != "" {
		decoded, err := base64.StdEncoding.DecodeString(*message)
		if err != nil {
			return err
		}
		made.message = decoded
	}
	return callOnce(stopped, made, os.Stdout)
}

// framed puts before a message that it is not compressed, and how long it is.
func framed(message []byte) []byte {
	return append(binary.BigEndian.AppendUint32([]byte{0}, uint32(len(message))), message...)
}

func callOnce(stopped context.Context, made gRPCCall, to io.Writer) error {
	limit, forget := context.WithTimeout(stopped, getLimit)
	defer forget()
	sent := grpcMessage
	if made.message != nil {
		sent = framed(made.message)
	}
	request, err := http.NewRequestWithContext(limit, http.MethodPost, made.url, bytes.NewReader(sent))
	if err != nil {
		return err
	}
	request.Host = made.host
	if made.authorization != "" {
		request.Header.Set("Authorization", made.authorization)
	}
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
	if grpcStatus != "0" || (made.message == nil && !bytes.Equal(body, grpcMessage)) {
		return fmt.Errorf("%s answered %s, grpc-status %q, %q", made.url, response.Status, grpcStatus, body)
	}
	if made.message != nil {
		_, err = fmt.Fprintln(to, base64.StdEncoding.EncodeToString(body[min(5, len(body)):]))
		return err
	}
	_, err = fmt.Fprintf(to, "%s %s\n", response.Header.Get("Actor-Pod"), response.Header.Get("Actor-Path"))
	return err
}
