# Read by tests/run.sh and docs/example.sh from the top of the project: makes the virtual environment both work in.

ENVIRONMENT=.venv

# May we install Debian packages: root, with apt?
may_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

install_packages() {
    echo "Installing with apt: $*"
    DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The first Python of 3.11 or newer that can make a virtual environment; $PYTHON names another one.
find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# Installs the project in place with its dependencies ($1: extras such as '[dev]'), again when they were declared anew.
provide_environment() {
    stamp="$ENVIRONMENT/installed$1"
    if [ -f "$stamp" ] && [ -z "$(find pyproject.toml setup.py -newer "$stamp")" ]; then
        return
    fi
    if ! python=$(find_python); then
        may_install && install_packages python3 python3-venv
        python=$(find_python) || {
            echo "This needs Python 3.11 or newer with its venv module (on Debian: apt-get install python3-venv)." >&2
            return 2
        }
    fi
    echo "Setting up $ENVIRONMENT with $("$python" --version)"
    "$python" -m venv "$ENVIRONMENT" &&
        "$ENVIRONMENT/bin/python" -m pip install --quiet --quiet --disable-pip-version-check --editable ".$1" &&
        touch "$stamp"
}
