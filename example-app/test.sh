#!/bin/sh
# Start the server as in production, wait until it answers, test it over HTTP,
# stop it as a container engine would. Waiting matters: a suite that ends
# before the server's workers have booted records a different profile each time.
set -eu

gunicorn --bind 127.0.0.1:8000 --workers 1 app:app &
server=$!

python3 - <<'PYTHON'
import socket, time

for _ in range(100):
    try:
        socket.create_connection(("127.0.0.1", 8000), timeout=10).close()
        break
    except ConnectionRefusedError:
        time.sleep(0.1)
else:
    raise SystemExit("the server did not start within 10 s")
PYTHON

status=0
pytest-3 -p no:cacheprovider tests || status=$?

kill -TERM "$server"
wait "$server" || true
exit "$status"
