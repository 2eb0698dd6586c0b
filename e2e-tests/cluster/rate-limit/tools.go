// SPDX-License-Identifier: Apache-2.0

//go:build tools

// Package tools names the program that build-binaries compiles, so that go.mod pins it.
package tools

import _ "github.com/envoyproxy/ratelimit/src/service_cmd"
