// SPDX-License-Identifier: Apache-2.0

//go:build tools

// Package tools keeps the module of the object store that build-s3 builds.
package tools

import _ "github.com/versity/versitygw/cmd/versitygw"
