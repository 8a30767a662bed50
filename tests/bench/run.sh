#!/bin/sh
# Runs the benchmark in the virtual environment of the project, with the peers that can be installed here.
set -u
cd "$(dirname "$0")/../.."
. docs/environment.sh

provide_environment '[dev,bench]' || exit

# A peer from npm; without npm the table says that it is left out.
peers="$ENVIRONMENT/bench"
if command -v npm >/dev/null && [ ! tests/bench/package.json -ot "$peers/installed" ]; then
    mkdir -p "$peers" && cp tests/bench/package.json "$peers/" &&
        npm install --prefix "$peers" --no-audit --no-fund --no-package-lock --loglevel=error &&
        touch "$peers/installed"
fi

exec "$ENVIRONMENT/bin/python" -m tests.bench "$@"
