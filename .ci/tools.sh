#!/bin/sh
# See that the named tools are here: `tools.sh chromium node`.
# On Debian as root what is missing is installed; elsewhere it is named, and the run fails.
set -eu

missing=
need() { missing="$missing $1"; }

for tool in "$@"; do
    case $tool in
    chromium)
        command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
            command -v google-chrome >/dev/null 2>&1 || need chromium
        ;;
    node)
        command -v node >/dev/null 2>&1 || need nodejs
        command -v npm >/dev/null 2>&1 || need npm
        ;;
    *)
        echo "tools.sh does not know the tool '$tool'." >&2
        exit 2
        ;;
    esac
done
[ -n "$missing" ] || exit 0

if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing with apt-get:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of package names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
    exit 0
fi

echo "These are needed for the tests and are not here:$missing" >&2
echo "  Debian (as root):  apt-get install$missing" >&2
echo "  Fedora:            dnf install$missing" >&2
echo "  macOS:             brew install node; brew install --cask chromium" >&2
exit 1
