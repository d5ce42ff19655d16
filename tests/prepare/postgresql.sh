#!/bin/sh
# Starts or stops a PostgreSQL server for the tests, in a folder of its own, on the loopback address.
#   eval "$(tests/prepare/postgresql.sh start)"   sets CDS_TEST_POSTGRES and CDS_TEST_POSTGRES_FOLDER
#   tests/prepare/postgresql.sh restart           ends and starts it again, as a crash would
#   tests/prepare/postgresql.sh stop              stops the server of CDS_TEST_POSTGRES_FOLDER
set -eu

user=$(id -un)
as_server() { if [ "$user" = root ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

programs() {
  for folder in /usr/lib/postgresql/*/bin; do [ -x "$folder/initdb" ] && { echo "$folder"; return; }; done
  return 1
}

start() {
  if ! bin=$(programs); then
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; } >&2
    bin=$(programs)
  fi
  folder=$(mktemp -d /tmp/cds-postgresql-XXXXXX)
  [ "$user" = root ] && chown postgres "$folder"
  # Below the ports that the system gives to whoever asks for any: nobody gets it while the server is away. Another program may have it already.
  port=$(( 20000 + $$ % 12000 ))
  as_server "$bin/initdb" -D "$folder/data" -A trust -U cds --no-sync >/dev/null
  attempt=1
  until as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 300 -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder" start >&2; do
    [ $attempt -lt 5 ] || { cat "$folder/log" >&2; exit 1; }
    attempt=$(( attempt + 1 )) port=$(( port + 1 ))
  done
  echo "export CDS_TEST_POSTGRES='Host=127.0.0.1;Port=$port;Database=postgres;Username=cds'"
  echo "export CDS_TEST_POSTGRES_FOLDER='$folder'"
}

restart() {
  bin=$(programs)
  as_server "$bin/pg_ctl" -D "$CDS_TEST_POSTGRES_FOLDER/data" -l "$CDS_TEST_POSTGRES_FOLDER/log" -m immediate -w -t 300 restart >&2
}

stop() {
  bin=$(programs)
  as_server "$bin/pg_ctl" -D "$CDS_TEST_POSTGRES_FOLDER/data" -m immediate stop >&2 || true
  rm -rf "$CDS_TEST_POSTGRES_FOLDER"
}

"$1"
