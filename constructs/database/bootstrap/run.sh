#!/bin/sh
# Makes the users of a database. Reads what libpq reads of the administrator (PGHOST, PGUSER, PGPASSWORD and so on), and
#   CLUSTER                                  where they sign in from
#   OWNER, OWNER_PASSWORD                    who migrates
#   APPLICATION, APPLICATION_PASSWORD        who reads and writes rows
#   IDENTITY                                 who does so by an identity of the cloud's, if anyone
set -eu
cd "$(dirname "$0")"

sql() { psql --no-psqlrc --quiet --no-password --set ON_ERROR_STOP=1 "$@"; }

# The job's deadline ends it.
until pg_isready --quiet; do
  echo "waiting for the server at $PGHOST"
  sleep 2
done

sql --output /dev/null --single-transaction --file groups.sql --file logins.sql ${IDENTITY:+--file identity.sql}

# psql makes the hash, so that no password is in a statement, which servers log
# (https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMAND-PASSWORD). Without a terminal it reads the
# password, and the same again, from here.
set_password() { printf '%s\n%s\n' "$2" "$2" | sql --command "\\password \"$1\""; }
set_password "$OWNER" "$OWNER_PASSWORD"
set_password "$APPLICATION" "$APPLICATION_PASSWORD"
echo "$OWNER and $APPLICATION may sign in"
