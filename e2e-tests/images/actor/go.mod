// SPDX-License-Identifier: Apache-2.0

// The service that end-to-end scenarios deploy, and the client that calls it. Nothing but Go's own library.
module atoll.dev/e2e-tests/images/actor

go 1.26.0
