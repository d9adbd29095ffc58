"""Pack what pages load by gzip, as small as that can be: `python -m tests.support.packing FOLDER`.

`.ci/delivery.mjs` asks for it. Zopfli looks seconds for what the library looks milliseconds for and
saves one byte in thirty, which every phone feels and no server waits for. Must never leave out a
file that pages load.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from zopfli import gzip

PACKED: Final = (".js", ".css")


def pack(folder: Path) -> None:
    """Beside each script and sheet its packed form, with `.gz` after its name."""
    for path in sorted(folder.iterdir()):
        if path.suffix in PACKED:
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))


if __name__ == "__main__":
    pack(Path(sys.argv[1]))
