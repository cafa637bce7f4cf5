# MinIO from its last source release, which no published image has: the images before it have known holes.
FROM golang:1.26.8-bookworm AS build
ENV CGO_ENABLED=0 GOFLAGS=-trimpath
RUN go install -ldflags='-s -w' github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c \
 && go install -ldflags='-s -w' github.com/minio/mc@v0.0.0-20250313080218-cf909e1063a9 \
 && mkdir /data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /go/bin/minio /go/bin/mc /bin/
# A new volume takes over whose the folder is.
COPY --from=build --chown=1000:1000 /data /data
ENV PATH=/bin
USER 1000:1000
EXPOSE 9000
VOLUME ["/data"]
HEALTHCHECK --interval=5s --timeout=5s --retries=30 CMD ["mc", "--config-dir", "/tmp/mc", "ready", "local"]
ENTRYPOINT ["minio"]
