{{- define "smtpbot.name" -}}
{{- if contains .Values.platform .Release.Name -}}
{{ .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else -}}
{{ printf "%s-%s" .Release.Name .Values.platform | trunc 63 | trimSuffix "-" }}
{{- end -}}
{{- end -}}

{{- define "smtpbot.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: {{ .Values.platform }}
{{- end -}}

{{- define "smtpbot.labels" -}}
{{ include "smtpbot.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}
