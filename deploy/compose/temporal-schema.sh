#!/bin/sh
# Brings the schema of Temporal's two databases to the release of these tools, any number of times. The server does not
# start on an older one. SQL_PLUGIN, SQL_HOST, SQL_PORT, SQL_USER and SQL_PASSWORD name the databases.
set -eu
tool=${TEMPORAL_SQL_TOOL:-temporal-sql-tool}
for pair in temporal=temporal temporal_visibility=visibility; do
  # A schema that is there keeps its version: this makes the table of versions where there is none.
  "$tool" --db "${pair%=*}" setup-schema --version 0.0
  "$tool" --db "${pair%=*}" update-schema --schema-name "postgresql/v12/${pair#*=}"
done
