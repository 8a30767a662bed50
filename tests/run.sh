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
