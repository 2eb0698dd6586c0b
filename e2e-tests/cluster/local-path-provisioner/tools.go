// SPDX-License-Identifier: Apache-2.0

//go:build tools

// Package tools names the programs that build-binaries compiles, so that go.mod pins them.
package tools

import (
	_ "github.com/rancher/local-path-provisioner"
)
