// SPDX-License-Identifier: Apache-2.0

// Stands in for a module of Traefik's own that is not published: the extension points of its commercial edition.
module github.com/traefik/traefik/dynamic/ext

go 1.26.0
