"""Every text that a person reads goes through a catalogue."""

from pathlib import Path
from typing import Final

import pytest

from tests.support import words

# place -> why what looks like words there is none of a page.
NOT_OF_A_PAGE: Final[dict[str, str]] = {
    "moderation/help/helplines.py": "errors of whoever writes the file; its own text is the site's",
    "web/accounts/operating.py": "the command line's, for whoever runs the server",
}
# (place, text) -> why it is none.
NOT_READ: Final[dict[tuple[str, str], str]] = {
    ("web/static/hotkeys.js", "a[href], button:not(:disabled), input, select, textarea"): "CSS",
    (
        "web/static/parts/case-keys.js",
        "input, textarea, select, [contenteditable], dialog",
    ): "CSS",
    (
        "web/static/parts/neighbour.js",
        "button:not([disabled]), a[href], summary, input",
    ): "CSS",
    ("web/static/parts/empty.js", "glow faint"): "a class of CSS",
    ("web/templates/landing.html", "front"): "a class of CSS",
    ("web/static/parts/later.js", "under way"): "a state",
    ("web/static/quick-exit.js", "￼=1; Path=/; SameSite=Strict; Max-Age=￼￼"): "a cookie",
    (
        "moderation/listening.py",
        "I have the pills here. I am going to kill myself tonight.",
    ): "for the detector to hear",
    (
        "web/static/service-worker.js",
        "You have a new message",
    ): "a worker has no catalogue: as neutral as can be, in one language",
    (
        "web/vendoring.py",
        "The specifier value means value, which is not in the manifest.",
    ): "for whoever changes the manifest",
    ("web/wire.py", "Object contains unknown field"): "how msgspec says it",
}


def left_out() -> list[words.Fault]:
    """What nobody could translate."""
    found = (*words.in_browser().faults, *words.on_server().faults)
    return [
        fault
        for fault in found
        if fault.place not in NOT_OF_A_PAGE and (fault.place, fault.text) not in NOT_READ
    ]


def test_no_text_is_left_out() -> None:
    assert left_out() == []


def test_no_excuse_outlives_its_cause() -> None:
    found = {*words.in_browser().faults, *words.on_server().faults}
    assert NOT_OF_A_PAGE.keys() - {fault.place for fault in found} == set()
    assert NOT_READ.keys() - {(fault.place, fault.text) for fault in found} == set()


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("const a = () => html`<p>Left out</p>`;", "Left out"),
        ("const a = () => html`<p>So ${b}, and more</p>`;", "So , and more"),
        ('const a = () => html`<a aria-label="Left out">${b}</a>`;', 'aria-label="Left out"'),
        ('const a = () => html`<${B} words="Left out" />`;', 'words="Left out"'),
        ("const a = () => html`<${B} words=${`Left ${out} here`} />`;", "Left ￼ here"),
        ('const a = () => html`<p>${b ? "Left" : ""}</p>`;', "Left"),
        ('document.title = "Rooms";', "Rooms"),
        ('const a = t("Too early");', "t() before the page's words are there"),
        ("const a = () => t(`glued ${b}`);", "a text that is glued"),
        ('const a = () => t("Spaces ");', "spaces at the end of “Spaces ”"),
        ('const a = () => t("{lost} value", { found });', "no value for {lost}"),
        ('const a = () => tn("{count} {lost}", "{count} {lost}", 2);', "no value for {lost}"),
    ],
)
def test_a_text_left_out_of_a_module_would_be_seen(tmp_path: Path, line: str, text: str) -> None:
    (tmp_path / "module.js").write_text(f"{line}\n")
    found = words.read_modules([tmp_path / "module.js"]).faults
    assert text in {fault.text for fault in found}


def test_what_nobody_reads_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "module.js").write_text(
        "const a = (k) => {\n"
        '  if (k.key === "Escape" || k.code === "Some Thing") throw new Error("Never this way");\n'
        '  return html`<p class="one two" data-x="a b" aria-live="polite now">⋯ ${a}</p>`;\n'
        "};\n"
    )
    assert words.read_modules([tmp_path / "module.js"]).faults == ()


def test_every_way_to_say_something_is_read(tmp_path: Path) -> None:
    (tmp_path / "module.js").write_text(
        'const a = mark("It is unkind");\n'
        'const b = (n) => [t(n ? "One" : "Other"), tn("{count} room", "{count} rooms", n),\n'
        '  tx("Read {link} " + "first.", { link: n })];\n'
    )
    found = words.read_modules([tmp_path / "module.js"])
    assert found.faults == ()
    assert {(each.one, each.other) for each in found.messages} == {
        ("It is unkind", None),
        ("One", None),
        ("Other", None),
        ("{count} room", "{count} rooms"),
        ("Read {link} first.", None),
    }


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Left out</p>", "Left out"),
        ('<img alt="Left out">', "Left out"),
        ('<p>{{ "Left out" if a else _("Kept") }}</p>', "Left out"),
        ("<p>{% trans %}Kept{% endtrans %} and left</p>", "and left"),
        ("{% block title %}Left{% endblock %}", "Left"),
    ],
)
def test_a_text_left_out_of_a_template_would_be_seen(
    tmp_path: Path, source: str, text: str
) -> None:
    (tmp_path / "page.html").write_text(source)
    found = words.read_template(tmp_path / "page.html")
    assert [fault.text for fault in found.faults] == [text]


def test_a_text_of_a_template_is_read(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        '<p class="one two">{% trans %}By {{ a }}{% endtrans %} {{ _("%(n)s more", n=1) }}'
        "{% trans n=2 %}{{ n }} part{% pluralize %}{{ n }} parts{% endtrans %}</p>"
    )
    found = words.read_template(tmp_path / "page.html")
    assert found.faults == ()
    assert [(each.one, each.other) for each in found.messages] == [
        ("By %(a)s", None),
        ("%(n)s more", None),
        ("%(n)s part", "%(n)s parts"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        'raise Refusal("closed", "This has ended by now.")',
        'raise Refusal("closed", f"This ended {a} days ago.")',
        'TITLE = "Please sign in again."',
    ],
)
def test_a_text_left_out_of_python_would_be_seen(tmp_path: Path, line: str) -> None:
    (tmp_path / "module.py").write_text(f"{line}\n")
    assert words.read_python(tmp_path / "module.py").faults != ()


def test_a_text_of_python_is_read(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(
        '"""Words about a module, for whoever works on it."""\n'
        'A = mark("This has " "ended.")\n'
        'B = Said("{count} fits.", "{count} fit.", count=2)\n'
        'raise ValueError("This is never shown to anyone.")\n'
    )
    found = words.read_python(tmp_path / "module.py")
    assert found.faults == ()
    assert [(each.one, each.other) for each in found.messages] == [
        ("This has ended.", None),
        ("{count} fits.", "{count} fit."),
    ]
