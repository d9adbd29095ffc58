"""Every setting: its name, default and meaning, read once from a TOML file and the environment.

Nothing else reads configuration. It must never print or keep a secret in an explanation, and
never stop at the first wrong setting: whoever runs the server hears of all of them at once.
"""

import difflib
import ipaddress
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from chatserver.alert_settings import SECRET, AlertSettings
from chatserver.disagreements import Problem, disagreements
from chatserver.values import ADDRESS, COUNTRY, from_text, from_toml, is_loopback, origin_of
from moderation.cases.triage import CASES_MAX

FILE_NAME: Final = "chatserver.toml"
PREFIX: Final = "CHAT_"

_FILES: Final = frozenset({"helplines_file", "journal_file"})
"""Where an empty text means a place of our own choosing, anything else a path."""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Config(AlertSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What whoever runs this server has decided. Fixed once the server has started."""

    host: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=253,
            description="The address to listen on. Anything but loopback needs an https "
            "`public_url`, because passphrases must not cross a network in the clear.",
        ),
    ] = "127.0.0.1"
    port: Annotated[
        int,
        Meta(
            ge=0,
            le=65_535,
            description="The port to listen on; 0 takes any free one. `PORT` is read as well.",
        ),
    ] = 8080
    data_dir: Annotated[
        Path,
        Meta(description="The folder for the database and the server's lock; made if absent."),
    ] = Path("var")
    public_url: Annotated[
        str,
        Meta(
            max_length=300,
            description="The address people type, without a path. If it is https, sign-in "
            "cookies are Secure. Empty: `http://127.0.0.1:` and the port.",
        ),
    ] = ""
    origins: Annotated[
        tuple[str, ...],
        Meta(
            description="Further browser origins that may connect, each exactly as a browser "
            "sends it. That of `public_url` is always allowed and, on loopback, localhost and "
            "127.0.0.1 with the server's port.",
        ),
    ] = ()
    trusted_proxies: Annotated[
        tuple[str, ...],
        Meta(
            description="Addresses or networks of reverse proxies whose X-Forwarded-For is "
            "believed. Empty: nobody's.",
        ),
    ] = ()
    insecure_http: Annotated[
        bool,
        Meta(
            description="Serve people over plain HTTP beyond this machine all the same. "
            "Passphrases and messages can then be read on the way: for tests only.",
        ),
    ] = False
    site_name: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=60,
            description="What the pages call this place, until an administrator decides otherwise "
            "on the page.",
        ),
    ] = "Peer support"
    demo: Annotated[
        bool,
        Meta(
            description="Say on every page that this is a demonstration, with invented people, of "
            "which nothing is kept. It changes nothing else; `make demo` sets it."
        ),
    ] = False
    language: Annotated[
        str,
        Meta(
            max_length=20,
            description="The language that the pages speak: `en`, or any other whose words are "
            "here. `en-XA` marks and lengthens every text, for whoever works on the pages.",
        ),
    ] = "en"
    registration: Annotated[
        Literal["open", "invite", "closed"],
        Meta(
            description="Who may make an account: anybody (`open`), whoever was invited "
            "(`invite`), or nobody (`closed`). `open` is as `invite` until an administrator has "
            "confirmed that the help lines were called. What an administrator decides on the page "
            "goes before it."
        ),
    ] = "open"
    help_country: Annotated[
        str,
        Meta(
            pattern=COUNTRY,
            description="The country whose outside help lines are shown first, as its "
            "two-letter ISO code, such as NZ. Empty: none goes first. What an administrator "
            "decides on the page goes before it.",
        ),
    ] = ""
    helplines_file: Annotated[
        str,
        Meta(
            description="Your own file of outside help lines, in place of the one that comes "
            "with the server. Empty: that one.",
        ),
    ] = ""
    exit_url: Annotated[
        str,
        Meta(
            pattern=ADDRESS,
            max_length=300,
            description="Where the quick exit leads: a site that many people open, that says "
            "nothing of whoever does, and that loads quickly where your people live.",
        ),
    ] = "https://www.wikipedia.org/"
    journal_file: Annotated[
        str,
        Meta(
            description="The journal of what was erased, taken back, banned and renamed, so that "
            "restoring a backup does not undo it. Put it on another disk than `data_dir`. Empty: "
            "journal.jsonl in `data_dir`.",
        ),
    ] = ""
    journal_days: Annotated[
        int,
        Meta(
            ge=30,
            le=3650,
            description="Days that the journal goes back. A backup that is older can't be restored "
            "without bringing back what went since, so destroy backups before that.",
        ),
    ] = 400
    session_days: Annotated[
        int, Meta(ge=1, le=365, description="Days after which a sign-in ends.")
    ] = 30
    staff_idle_min: Annotated[
        int,
        Meta(
            ge=5,
            le=10_080,
            description="Minutes after which a sign-in of a moderator or administrator ends that "
            "nobody used.",
        ),
    ] = 720
    retention_days: Annotated[
        int,
        Meta(ge=1, le=3650, description="Days that a new room keeps its messages, unless set."),
    ] = 90
    cases_max: Annotated[
        int,
        Meta(
            ge=1,
            le=50,
            description="How many people one moderator follows up on at a time, but where "
            "somebody's life is in danger now: what is good for whoever helps.",
        ),
    ] = CASES_MAX
    argon2_parallel: Annotated[
        int,
        Meta(
            ge=1,
            le=64,
            description="How many passphrases may be checked at the same time. Each check takes "
            "a processor and tens of megabytes for a moment.",
        ),
    ] = 2
    deadline_drain_s: Annotated[
        int,
        Meta(ge=1, le=60, description="Seconds that a stopping server takes to finish its work."),
    ] = 8
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Meta(description="The least serious lines that the log keeps."),
    ] = "info"
    development: Annotated[
        bool,
        Meta(
            description="Show every part of the pages at /gallery, for whoever works on them. "
            "Nobody else needs it.",
        ),
    ] = False
    metrics_token: Annotated[
        str,
        Meta(
            extra=SECRET,
            description="The bearer token for /metrics, at least 16 characters. Empty: /metrics "
            "answers on loopback only.",
        ),
    ] = ""

    def __post_init__(self) -> None:
        """Fill in the one default that depends on another setting."""
        if not self.public_url:
            msgspec.structs.force_setattr(self, "public_url", _loopback_url(self.port))

    @property
    def secure(self) -> bool:
        """Whether people reach us by https, so that cookies can say so."""
        return self.public_url.startswith("https://")

    @property
    def database_path(self) -> Path:
        """The one file that everything is kept in."""
        return self.data_dir / "chat.sqlite3"

    @property
    def journal_path(self) -> Path:
        """The file that must outlive the database."""
        return Path(self.journal_file or self.data_dir / "journal.jsonl")

    @property
    def allowed_origins(self) -> frozenset[str]:
        """Every `Origin` that a browser may come with, spelled exactly so."""
        allowed = {self.public_url, *self.origins}
        if is_loopback(self.host):
            names = ["localhost", "127.0.0.1", *(["[::1]"] if self.host == "::1" else [])]
            allowed |= {origin_of(f"http://{name}:{self.port}") or "" for name in names}
        return frozenset(allowed)

    @property
    def trusted_networks(self) -> tuple[Network, ...]:
        """`trusted_proxies`, ready for asking whether an address lies within."""
        return tuple(ipaddress.ip_network(proxy) for proxy in self.trusted_proxies)

    def at_port(self, port: int) -> "Config":
        """The same settings once the port is known: port 0 becomes a real one on listening."""
        derived = self.public_url == _loopback_url(self.port)
        public_url = "" if derived else self.public_url
        return msgspec.structs.replace(self, port=port, public_url=public_url)


def _loopback_url(port: int) -> str:
    return origin_of(f"http://127.0.0.1:{port}") or ""


class ConfigProblems(Exception):
    """Every wrong setting. The server does not start."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.words for problem in problems))
        self.problems = problems


class Setting(msgspec.Struct, frozen=True):
    """What the declaration above says about one setting."""

    name: str
    kind: msgspec.inspect.Type
    default: Any
    meaning: str
    secret: bool

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return PREFIX + self.name.upper()


class Loaded(msgspec.Struct, frozen=True):
    """The settings, and where each that is not left to its default was found."""

    config: Config
    sources: dict[str, str]


class _Given(msgspec.Struct, frozen=True):
    """One value as it was found, before anybody has looked at it."""

    value: object
    place: str  # how an explanation names it: CHAT_PORT, or port in chatserver.toml
    is_text: bool  # from the environment, hence still to be read as a number or a list


def settings() -> tuple[Setting, ...]:
    """Every setting, in the order in which they are declared, those of alerts last."""
    info = msgspec.inspect.type_info(Config)
    assert isinstance(info, msgspec.inspect.StructType)
    found = []
    alerts = AlertSettings.__struct_fields__
    for field in sorted(info.fields, key=lambda field: field.name in alerts):
        noted = field.type
        assert isinstance(noted, msgspec.inspect.Metadata), field.name
        meaning = str((noted.extra_json_schema or {})["description"])
        secret = bool((noted.extra or {}).get("secret"))
        found.append(Setting(field.name, noted.type, field.default, meaning, secret))
    return tuple(found)


def load(environ: Mapping[str, str], cwd: Path) -> Config:
    """The settings that hold here; raises `ConfigProblems` with all that is wrong."""
    return read(environ, cwd).config


def read(environ: Mapping[str, str], cwd: Path) -> Loaded:
    """Like `load`, and says where each setting was found."""
    problems: list[Problem] = []
    given = _from_file(environ, cwd, problems) | _from_environment(environ, problems)
    values: dict[str, Any] = {}
    for setting in settings():
        if setting.name in given:
            try:
                values[setting.name] = _understood(setting, given[setting.name], cwd)
            except ValueError as error:
                problems.append(Problem(setting.name, f"{given[setting.name].place} {error}."))
    values.setdefault("data_dir", cwd / Config().data_dir)
    config = Config(**values)
    known_wrong = {problem.setting for problem in problems}
    problems += [found for found in disagreements(config) if found.setting not in known_wrong]
    if problems:
        raise ConfigProblems(problems)
    return Loaded(config, {name: found.place for name, found in given.items()})


def _from_file(environ: Mapping[str, str], cwd: Path, problems: list[Problem]) -> dict[str, _Given]:
    """What the TOML file says: the one that CHAT_CONFIG names, else the usual one if it exists."""
    named = environ.get(PREFIX + "CONFIG")
    path = cwd / (named or FILE_NAME)
    if named is None and not path.exists():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        problems.append(Problem("", f"The file {path.name} for settings cannot be read."))
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        problems.append(Problem("", f"{path.name} is not valid TOML, so nothing in it was read."))
        return {}
    names = [setting.name for setting in settings()]
    problems += [
        Problem("", f"{key} in {path.name} is not a setting.{_perhaps(key, names)}")
        for key in table
        if key not in names
    ]
    return {
        name: _Given(table[name], f"{name} in {path.name}", is_text=False)
        for name in names
        if name in table
    }


def _from_environment(environ: Mapping[str, str], problems: list[Problem]) -> dict[str, _Given]:
    """What the environment says: CHAT_… for each setting, and PORT."""
    names = {setting.variable: setting.name for setting in settings()}
    allowed = [*names, PREFIX + "CONFIG"]
    problems += [
        Problem("", f"{variable} is not a setting.{_perhaps(variable, allowed)}")
        for variable in sorted(environ)
        if variable.startswith(PREFIX) and variable not in allowed
    ]
    given = {
        name: _Given(environ[variable], variable, is_text=True)
        for variable, name in names.items()
        if variable in environ
    }
    if "PORT" in environ:
        if environ.get("CHAT_PORT", environ["PORT"]) != environ["PORT"]:
            problems.append(Problem("port", "PORT and CHAT_PORT differ. Keep one of them."))
        given["port"] = _Given(environ["PORT"], "PORT", is_text=True)
    return given


def _perhaps(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f" Did you mean {near[0]}?" if near else ""


def _understood(setting: Setting, given: _Given, cwd: Path) -> object:
    """The value as its setting's type; raises ValueError with the rest of a sentence."""
    read_value = from_text if given.is_text else from_toml
    value = read_value(setting.kind, given.value, quote=not setting.secret)
    if setting.name in _FILES:
        return str(cwd / str(value)) if value else ""
    return cwd / value if isinstance(value, Path) else value
