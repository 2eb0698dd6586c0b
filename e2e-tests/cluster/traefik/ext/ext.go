// SPDX-License-Identifier: Apache-2.0

// Package ext adds nothing to Traefik's dynamic configuration.
package ext

// HTTP is what could be added to the configuration of HTTP.
type HTTP struct{}

// Router is what could be added to a router.
type Router struct{}
