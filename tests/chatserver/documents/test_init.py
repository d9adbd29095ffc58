"""The record is fresh, and is the same wherever it is written."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from chatserver import documents
from tests.house.tree import ROOT


@pytest.mark.parametrize("name", documents.KEPT)
def test_what_is_kept_is_what_the_code_says(name: str) -> None:
    kept = (ROOT / name).read_text(encoding="utf-8")
    assert kept == documents.KEPT[name](), f"{name} has drifted: run `make docs`"


def test_everything_is_written_below_the_given_folder(tmp_path: Path) -> None:
    written = documents.write_all(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in written] == list(documents.KEPT)
    assert all(path.read_text(encoding="utf-8") for path in written)


def test_a_server_serves_two_documents() -> None:
    served = documents.served()
    assert json.loads(served["asyncapi.json"])["asyncapi"] == "3.0.0"
    assert json.loads(served["openapi.json"])["openapi"] == "3.1.0"
    assert len(served) == 2


def test_no_document_depends_on_the_order_of_a_set() -> None:
    everything = "".join(render() for render in documents.KEPT.values()).encode()
    here = hashlib.sha256(everything + b"".join(documents.served().values())).hexdigest()
    program = (
        "import hashlib; from chatserver import documents as d;"
        "kept = ''.join(render() for render in d.KEPT.values()).encode();"
        "print(hashlib.sha256(kept + b''.join(d.served().values())).hexdigest())"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": "20261120"},
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert elsewhere.stdout.strip() == here
