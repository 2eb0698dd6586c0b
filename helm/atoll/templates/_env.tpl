{{/* SPDX-License-Identifier: Apache-2.0 */}}

{{/* The operator's settings, under the names that OperatorConfig gives them. */}}
{{- define "atoll.env" -}}
- name: JAVA_TOOL_OPTIONS
  value: {{ .Values.javaOptions | quote }}
- name: QUARKUS_HTTP_PORT
  value: {{ .Values.http.port | quote }}
{{- with .Values.namespaces }}
- name: ATOLL_NAMESPACES
  value: {{ join "," . | quote }}
{{- end }}
# The Jobs of backups run it too.
- name: ATOLL_IMAGE
  value: {{ include "atoll.image" . | quote }}
- name: ATOLL_IMAGE_PULL_POLICY
  value: {{ .Values.image.pullPolicy | quote }}
- name: ATOLL_RECONCILE_THREADS
  value: {{ .Values.operator.reconcileThreads | quote }}
- name: ATOLL_MAX_RECONCILE_INTERVAL
  value: {{ .Values.operator.maxReconcileInterval | quote }}
- name: ATOLL_RETRY_INTERVAL
  value: {{ .Values.operator.retryInterval | quote }}
- name: ATOLL_METRICS_MAX_RESOURCES
  value: {{ .Values.metrics.maxResources | quote }}
- name: ATOLL_REGISTRY_ENABLED
  value: {{ .Values.registry.enabled | quote }}
- name: ATOLL_REGISTRY_INTERVAL
  value: {{ .Values.registry.interval | quote }}
- name: ATOLL_NETWORK_ACCESS_GATEWAY_NAMESPACES
  value: {{ join "," .Values.networkAccess.gatewayNamespaces | quote }}
- name: ATOLL_NETWORK_ACCESS_MONITORING_NAMESPACES
  value: {{ join "," .Values.networkAccess.monitoringNamespaces | quote }}
- name: ATOLL_LEADER_ELECTION_ENABLED
  value: {{ .Values.leaderElection.enabled | quote }}
{{- if .Values.leaderElection.enabled }}
- name: ATOLL_LEADER_ELECTION_LEASE_NAME
  value: {{ .Values.leaderElection.leaseName | quote }}
- name: ATOLL_LEADER_ELECTION_LEASE_NAMESPACE
  value: {{ .Release.Namespace | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}
