# SPDX-License-Identifier: Apache-2.0
# Short names for the commands of this repository; each can be run by hand as well. ./mvnw and bin/jdk-home find a
# JDK 25 by themselves and say what is missing.
.DEFAULT_GOAL := help

.PHONY: unit
unit: ## the tests that need no cluster, in seconds once built
	./mvnw -pl crds,operator test

.PHONY: test
test: ## all tests; the first time builds Kubernetes, a gateway and more from source (20 to 40 minutes)
	e2e-tests/cluster/build-binaries && e2e-tests/cluster/kind prepare --with envoy && ./mvnw verify

.PHONY: demo
demo: ## a cluster with nodes, the operator, the sample shop and an order placed in it; stays up
	e2e-tests/demo/demo up

.PHONY: demo-down
demo-down: ## ends the demo and leaves nothing behind
	e2e-tests/demo/demo down

.PHONY: demo-lite
demo-lite: ## the same resources on a bare control plane, in seconds and without pods; stays up
	e2e-tests/demo/demo-lite up

.PHONY: demo-lite-down
demo-lite-down: ## ends it and leaves nothing behind
	e2e-tests/demo/demo-lite down

.PHONY: control-plane
control-plane: ## a bare control plane to try things on; prints its KUBECONFIG line
	@e2e-tests/cluster/control-plane up

.PHONY: control-plane-down
control-plane-down: ## ends it and leaves nothing behind
	e2e-tests/cluster/control-plane down

.PHONY: kind
kind: ## a cluster with nodes, made by Kind; prints its KUBECONFIG line; the first time builds for 20 to 40 minutes
	@e2e-tests/cluster/kind up

.PHONY: kind-down
kind-down: ## ends it and leaves nothing behind
	e2e-tests/cluster/kind down

.PHONY: bench
bench: ## requests, time and memory for 1,000 services
	e2e-tests/benchmark/run

.PHONY: fmt
fmt: ## formats the Java sources
	./mvnw -q spotless:apply

.PHONY: generate
generate: ## writes what is made from the code: CRDs, their copies in the chart, REFERENCE.md, docs/gateway-features.md
	./mvnw -q -pl crds,operator test -Dtest='GeneratedFilesTest,FeatureTableTest' -Dsurefire.failIfNoSpecifiedTests=false \
		-Datoll.update=true

.PHONY: help
help: ## this list
	@awk -F ': ## ' '/^[a-z-]+: ## / {printf "make %-20s %s\n", $$1, $$2}' Makefile
