"""docs/settings.md, written from the settings themselves.

It must never say anything about a setting that the declaration does not say.
"""

from chatserver.config import FILE_NAME, settings
from chatserver.values import described


def render_settings() -> str:
    """The page docs/settings.md."""
    parts = [
        "# Settings",
        (
            "Every setting has a sound default: `make run` needs none of them. They are read from "
            f"`{FILE_NAME}` in the working directory (or the file that `CHAT_CONFIG` names), then "
            "from the environment, which wins. A name that is not listed here is an error. "
            "`chatserver config check` explains what is wrong, all of it at once."
        ),
        "This page is written by `make docs` from `chatserver/config.py`.",
    ]
    for setting in settings():
        default = setting.default
        shown = ", ".join(default) if isinstance(default, tuple) else str(default)
        shown = shown.lower() if isinstance(default, bool) else shown
        parts += [
            f"## {setting.name}",
            setting.meaning,
            f"- In the environment: `{setting.variable}`\n"
            f"- Value: {described(setting.kind)}\n"
            f"- Default: {f'`{shown}`' if shown else 'empty'}"
            + ("\n- Secret: never shown, not even by `config check`" if setting.secret else ""),
        ]
    return "\n\n".join(parts) + "\n"
