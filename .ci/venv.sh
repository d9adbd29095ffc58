#!/bin/sh
# Make the virtual environment $1 with a Python that is new enough ($2 is tried first).
# Installs nothing by itself: it says what is missing.
set -eu
venv=$1
wanted=${2:-python3}

if "$venv/bin/python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    exit 0
fi

explain() {
    echo "$1" >&2
    echo "  Debian, Ubuntu:  apt-get install python3 python3-venv" >&2
    echo "  Fedora:          dnf install python3" >&2
    echo "  macOS:           install Python 3.11 or newer from python.org" >&2
    echo "Another Python can be named: make run PYTHON=/path/to/python3.12" >&2
    exit 1
}

python=
found=
for candidate in "$wanted" python3.13 python3.12 python3.11; do
    version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) ||
        continue
    found="$found $candidate is $version;"
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue
    "$candidate" -c 'import venv, ensurepip' 2>/dev/null || {
        found="${found%;} (without venv or ensurepip);"
        continue
    }
    python=$candidate
    break
done
[ -n "$found" ] || explain "There is no python3 here. Python 3.11 or newer is needed."
[ -n "$python" ] ||
    explain "Python 3.11 or newer, with venv and ensurepip, is needed. Found:${found%;}."

echo "Making $venv with $python ..."
"$python" -m venv --clear "$venv"
