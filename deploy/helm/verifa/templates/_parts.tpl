{{- define "verifa.labels" -}}
app.kubernetes.io/name: verifa
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "verifa.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag }}
{{- end -}}
{{- end }}

{{- define "verifa.pod" -}}
automountServiceAccountToken: false
{{- with .Values.imagePullSecrets }}
imagePullSecrets: {{ toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.nodeSelector }}
nodeSelector: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{ toYaml . | nindent 2 }}
{{- end }}
volumes:
  - name: tmp
    emptyDir: {}
  - name: master-keys
    secret: { secretName: {{ .Values.secrets.masterKeys }}, defaultMode: 0440 }
{{- end }}

{{- define "verifa.container" -}}
image: {{ include "verifa.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  - { name: master-keys, mountPath: /keys, readOnly: true }
{{- end }}

{{- /* Every setting is a string; the last one of a name wins. */ -}}
{{- define "verifa.settings" -}}
{{- $values := .root.Values -}}
{{- $all := dict
  "TEMPORAL_ADDRESS" $values.temporal.address
  "TEMPORAL_NAMESPACE" $values.temporal.namespace
  "S3_ENDPOINT" $values.objectStore.endpoint
  "S3_BUCKET" $values.objectStore.bucket
  "S3_REGION" $values.objectStore.region
  "ERASURE_JOURNAL_BUCKET" $values.objectStore.journalBucket
  "MASTER_KEYS_FILE" "/keys/master-keys.json"
  "WORKFLOW_BUNDLE" "/app/dist/workflow-bundle.js"
  "PUBLIC_URL" $values.publicUrl
  "ADMIN_HOST" "0.0.0.0"
  "ADMIN_PORT" "9464" -}}
{{- range $more := prepend .more $values.settings -}}
{{- $all = mergeOverwrite $all (deepCopy ($more | default dict)) -}}
{{- end -}}
{{- range $name, $value := $all }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
