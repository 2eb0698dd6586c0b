{{/* SPDX-License-Identifier: Apache-2.0 */}}

{{/*
Everything that the operator does in the namespaces it looks after, and no more. A server-side apply of an object that
does not exist needs "create" beside "patch". Kinds that hold data or credentials have no "delete": they go only by
their owner's deletion, which is not the operator's doing.
*/}}
{{- define "atoll.rules" -}}
# Atoll's own resources: never written, but for their status, and a ServiceDatabase's finalizer where its deletion waits for
# a last backup.
- apiGroups: [atoll.dev]
  resources: [microservices, gatewayroutes, gatewaydefaults, scalingpolicies, servicedatabases, databasebackups, databaserestores]
  verbs: [list, watch]
- apiGroups: [atoll.dev]
  resources: [servicedatabases]
  verbs: [patch]
- apiGroups: [atoll.dev]
  resources: [microservices/status, gatewayroutes/status, gatewaydefaults/status, scalingpolicies/status, servicedatabases/status, databasebackups/status, databaserestores/status]
  verbs: [patch]
# Those that a schedule asks for, and their records when they are no longer kept.
- apiGroups: [atoll.dev]
  resources: [databasebackups, databaserestores]
  verbs: [get, create, patch, delete]
# Children that can be made again.
- apiGroups: [""]
  resources: [serviceaccounts, configmaps, services]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [batch]
  resources: [jobs]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [policy]
  resources: [poddisruptionbudgets]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [networking.k8s.io]
  resources: [networkpolicies, ingresses]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [autoscaling]
  resources: [horizontalpodautoscalers]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [gateway.networking.k8s.io]
  resources: [httproutes, grpcroutes, backendtlspolicies]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [traefik.io]
  resources: [middlewares, tlsoptions, serverstransports]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [gateway.envoyproxy.io]
  resources: [securitypolicies, backendtrafficpolicies, backends]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [k8s.nginx.org]
  resources: [policies]
  verbs: [get, list, watch, create, patch, delete]
# Children that hold data or credentials.
- apiGroups: [apps]
  resources: [statefulsets]
  verbs: [get, list, watch, create, patch]
- apiGroups: [""]
  resources: [secrets, persistentvolumeclaims]
  verbs: [get, list, watch, create, patch]
# What the state of the children is read from, and what a route may name.
- apiGroups: [""]
  resources: [pods]
  verbs: [list, watch]
- apiGroups: [gateway.networking.k8s.io]
  resources: [gateways]
  verbs: [list, watch]
# What changed, for people.
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create]
{{- end }}

{{/* Kinds without a namespace that a route may name, and the labels by which a Gateway may admit namespaces. */}}
{{- define "atoll.classRules" -}}
- apiGroups: [networking.k8s.io]
  resources: [ingressclasses]
  verbs: [list, watch]
- apiGroups: [gateway.networking.k8s.io]
  resources: [gatewayclasses]
  verbs: [list, watch]
- apiGroups: [""]
  resources: [namespaces]
  verbs: [list, watch]
{{- end }}
