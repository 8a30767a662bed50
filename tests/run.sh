#!/bin/sh
# Runs every check and every test of the project, in a virtual environment of its own.
# Outside tools that tests use are installed where that is possible (root on Debian). Elsewhere the tests that need a
# missing tool are skipped and say so; with CI=true a missing tool is a failure.
set -u
cd "$(dirname "$0")/.."
. docs/environment.sh

has_package() {
    dpkg-query --show --showformat='${Status}' "$1" 2>/dev/null | grep -q '^install ok installed$'
}

missing_packages() {
    command -v soffice >/dev/null || echo libreoffice-writer-nogui
    command -v pdftoppm >/dev/null || echo poppler-utils
    command -v chromium >/dev/null || echo chromium
    command -v npm >/dev/null || echo npm
    command -v qpdf >/dev/null || echo qpdf
    # The Nu validator runs in Java. So does veraPDF, which needs the classes of JAXB; our few lines around it are compiled.
    command -v javac >/dev/null || echo default-jdk-headless
    has_package libjaxb-java || echo libjaxb-java
    # Their letters are as wide as those of Calibri, Cambria, Arial and Times, so that LibreOffice breaks lines as Word does.
    for font in fonts-crosextra-carlito fonts-crosextra-caladea fonts-liberation2; do
        has_package "$font" || echo "$font"
    done
}

install_outside_tools() {
    missing=$(missing_packages)
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086  # the list is meant to be split into words
        install_packages $missing || echo "Not installed:" $missing
    fi
}

# Checkers from npm, in the virtual environment; they drive the Chromium of Debian and bring none along.
provide_node_tools() {
    place="$ENVIRONMENT/node"
    if [ -f "$place/installed" ] && [ -z "$(find tests/tools/package.json -newer "$place/installed")" ]; then
        return
    fi
    command -v npm >/dev/null || return 0
    echo "Installing checkers with npm"
    mkdir -p "$place" && cp tests/tools/package.json "$place/" &&
        PUPPETEER_SKIP_DOWNLOAD=1 npm install --prefix "$place" --no-audit --no-fund --no-package-lock --loglevel=error &&
        touch "$place/installed"
}

failed=""
check() {
    name=$1
    shift
    echo "== $name"
    "$@" || failed="$failed, $name"
}

provide_environment '[dev]' || exit
if may_install; then
    install_outside_tools
fi
provide_node_tools || echo "Not installed: the checkers from npm"
PATH="$PWD/$ENVIRONMENT/bin:$PATH"
export PATH

check "format" ruff format --check --quiet .
check "lint" ruff check --quiet .
check "types" mypy
check "arrows" lint-imports
check "tests" python -m pytest --numprocesses auto --dist loadgroup --quiet

if [ -n "$failed" ]; then
    echo "FAILED: ${failed#, }"
    exit 1
fi
echo "All checks and tests passed."
