{{- /* Traefik's flags, in the official chart's order: what is added by hand comes last and so has the last word. */ -}}
{{- define "traefik.arguments" }}
{{- range $name, $port := .Values.ports }}
{{- with $port }}
- --entryPoints.{{ $name }}.address=:{{ .port }}/tcp
{{- end }}
{{- end }}
- --ping=true
{{- with .Values.metrics.prometheus }}
- --metrics.prometheus=true
- --metrics.prometheus.entrypoint={{ .entryPoint }}
{{- if .addRoutersLabels }}
- --metrics.prometheus.addRoutersLabels=true
{{- end }}
{{- with .buckets }}
- --metrics.prometheus.buckets={{ . }}
{{- end }}
{{- range $label, $header := .headerLabels }}
- --metrics.prometheus.headerlabels.{{ $label }}={{ $header }}
{{- end }}
{{- end }}
{{- with .Values.providers }}
{{- if .kubernetesCRD.enabled }}
- --providers.kubernetescrd
{{- end }}
{{- if .kubernetesIngress.enabled }}
- --providers.kubernetesingress
{{- end }}
{{- if .file.enabled }}
- --providers.file.directory=/etc/traefik/dynamic
- --providers.file.watch={{ .file.watch }}
{{- end }}
{{- end }}
{{- range $name, $port := .Values.ports }}
{{- with $port }}
{{- with .http }}
{{- with .redirections }}
{{- with .entryPoint }}
- --entryPoints.{{ $name }}.http.redirections.entryPoint.to=:{{ (index $.Values.ports .to).exposedPort }}
- --entryPoints.{{ $name }}.http.redirections.entryPoint.scheme={{ .scheme }}
- --entryPoints.{{ $name }}.http.redirections.entryPoint.permanent={{ .permanent }}
{{- end }}
{{- end }}
{{- if (.tls).enabled }}
- --entryPoints.{{ $name }}.http.tls=true
{{- end }}
{{- with .underscoreHeadersStrategy }}
- --entryPoints.{{ $name }}.http.underscoreHeadersStrategy={{ . }}
{{- end }}
{{- end }}
{{- with .forwardedHeaders }}
{{- with .trustedIPs }}
- --entryPoints.{{ $name }}.forwardedHeaders.trustedIPs={{ join "," . }}
{{- end }}
{{- if .insecure }}
- --entryPoints.{{ $name }}.forwardedHeaders.insecure
{{- end }}
{{- end }}
{{- with ((.transport).lifeCycle).graceTimeOut }}
- --entryPoints.{{ $name }}.transport.lifeCycle.graceTimeOut={{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- /* Older charts, K3s' among them, write `logs.general` and `logs.access`. */ -}}
{{- $log := .Values.log | default (.Values.logs).general }}
{{- with $log }}
{{- with .level }}
- --log.level={{ . }}
{{- end }}
{{- with .format }}
- --log.format={{ . }}
{{- end }}
{{- end }}
{{- $access := .Values.accessLog | default (.Values.logs).access }}
{{- with $access }}
{{- if .enabled }}
- --accesslog=true
{{- with .format }}
- --accesslog.format={{ . }}
{{- end }}
{{- with .fields }}
{{- with .headers }}
{{- with .defaultMode }}
- --accesslog.fields.headers.defaultmode={{ . }}
{{- end }}
{{- range $header, $mode := .names }}
- --accesslog.fields.headers.names.{{ $header }}={{ $mode }}
{{- end }}
{{- end }}
{{- with (.queryParameters).defaultMode }}
- --accesslog.fields.queryparameters.defaultmode={{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- range .Values.additionalArguments }}
{{- /* Younger than the release that the module proxy can build. */}}
{{- if not (contains "aliasHeadersStrategy" .) }}
- {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
