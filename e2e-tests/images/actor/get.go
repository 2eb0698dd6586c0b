// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"crypto/tls"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
)

// get makes one request and prints the body. What it is told by --host is the Host header and, with TLS, the server's name.
func get(stopped context.Context, arguments []string) error {
	flags := flag.NewFlagSet("get", flag.ContinueOnError)
	host := flags.String("host", "", "the Host header, for a gateway that goes by it")
	http2 := flags.Bool("http2", false, "fail unless HTTP/2 is agreed on, whoever the server's certificate is for")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("get needs one URL")
	}
	return getOnce(stopped, flags.Arg(0), *host, *http2, os.Stdout)
}

func getOnce(stopped context.Context, url, host string, http2 bool, to io.Writer) error {
	client := http.Client{Timeout: getLimit}
	if http2 {
		// The certificates of test gateways are self-made.
		client.Transport = &http.Transport{
			ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{ServerName: host, InsecureSkipVerify: true},
		}
	}
	request, err := http.NewRequestWithContext(stopped, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	request.Host = host
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if _, err := io.Copy(to, response.Body); err != nil {
		return err
	}
	if !isSuccess(response.StatusCode) {
		return fmt.Errorf("%s answered %s", url, response.Status)
	}
	if http2 && response.ProtoMajor != 2 {
		return fmt.Errorf("%s answered by %s", url, response.Proto)
	}
	return nil
}
