"""Settings: what is wrong is explained in words, all of it at once, and secrets stay secret."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatserver import config as configuration
from chatserver.config import Config, ConfigProblems, load

SECRET = "a-token-that-nobody-may-see"


def problems(cwd: Path, **environ: str) -> list[str]:
    """The sentences that these variables earn."""
    with pytest.raises(ConfigProblems) as caught:
        load(environ, cwd)
    return [problem.words for problem in caught.value.problems]


def write(folder: Path, text: str, name: str = "chatserver.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    config = load({}, tmp_path)
    assert (config.host, config.port) == ("127.0.0.1", 8080)
    assert config.data_dir == tmp_path / "var"
    assert config.public_url == "http://127.0.0.1:8080"
    assert not config.secure
    assert config.deadline_drain_s == 8


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'port = 81\nsite_name = "Here"\ntrusted_proxies = ["10.0.0.0/8"]\n')
    config = load({"CHAT_PORT": "82"}, tmp_path)
    assert (config.port, config.site_name) == (82, "Here")
    assert [str(network) for network in config.trusted_networks] == ["10.0.0.0/8"]


def test_the_file_can_be_named(tmp_path: Path) -> None:
    write(tmp_path, "port = 81", "other.toml")
    assert load({"CHAT_CONFIG": "other.toml"}, tmp_path).port == 81


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    assert problems(tmp_path, CHAT_CONFIG="nowhere.toml") == [
        "The file nowhere.toml for settings cannot be read."
    ]


def test_port_is_read_as_platforms_give_it(tmp_path: Path) -> None:
    assert load({"PORT": "9000"}, tmp_path).port == 9000
    assert load({"PORT": "9000", "CHAT_PORT": "9000"}, tmp_path).port == 9000
    assert problems(tmp_path, PORT="9000", CHAT_PORT="9001") == [
        "PORT and CHAT_PORT differ. Keep one of them."
    ]


def test_every_wrong_setting_is_explained_at_once(tmp_path: Path) -> None:
    write(tmp_path, "argon2_parallel = 0\ncolour = 'blue'\norigins = [1]\n")
    assert problems(tmp_path, CHAT_PORT="eighty", CHAT_HSOT="x", CHAT_LOG_LEVEL="loud") == [
        "colour in chatserver.toml is not a setting.",
        "CHAT_HSOT is not a setting. Did you mean CHAT_HOST?",
        "CHAT_PORT must be a whole number from 0 to 65535; it is “eighty”.",
        (
            "origins in chatserver.toml must be a list of texts (separated by commas in the "
            "environment); it is “[1]”."
        ),
        "argon2_parallel in chatserver.toml must be a whole number from 1 to 64; it is “0”.",
        "CHAT_LOG_LEVEL must be debug or error or info or warning; it is “loud”.",
    ]


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("CHAT_PORT", "65536", "whole number from 0 to 65535"),
        ("CHAT_PORT", "", "whole number from 0 to 65535"),
        ("CHAT_PORT", "٨٠", "whole number from 0 to 65535"),
        ("CHAT_INSECURE_HTTP", "perhaps", "true or false"),
        ("CHAT_REGISTRATION", "shut", "closed or invite or open"),
        ("CHAT_HELP_COUNTRY", "nz", "two capital letters"),
        ("CHAT_SITE_NAME", "", "1 to 60 characters"),
        ("CHAT_SITE_NAME", " Here", "without spaces at either end"),
        ("CHAT_DATA_DIR", "", "a path"),
        ("CHAT_DATA_DIR", "a-file", "must be a folder"),
        ("CHAT_HELPLINES_FILE", "nowhere.toml", "not there"),
        ("CHAT_ORIGINS", "*", "not an origin"),
        ("CHAT_ORIGINS", "https://chat.example/", "not an origin"),
        ("CHAT_ORIGINS", "https://Chat.example", "not an origin"),
        ("CHAT_ORIGINS", "https://chat.example:443", "not an origin"),
        ("CHAT_ORIGINS", "null", "not an origin"),
        ("CHAT_PUBLIC_URL", "ftp://chat.example", "http:// or https://"),
        ("CHAT_PUBLIC_URL", "https://chat.example/app", "Write https://chat.example."),
        ("CHAT_PUBLIC_URL", "http://chat.example", "in the clear"),
        ("CHAT_PUBLIC_URL", "https://[broken", "http:// or https://"),
        ("CHAT_TRUSTED_PROXIES", "somewhere", "neither an address nor a network"),
        ("CHAT_TRUSTED_PROXIES", "0.0.0.0/0", "believe anyone"),
        ("CHAT_METRICS_TOKEN", "short", "at least 16 characters"),
    ],
)
def test_each_wrong_value_earns_one_sentence(
    tmp_path: Path, variable: str, value: str, expected: str
) -> None:
    write(tmp_path, "", "a-file")
    (only,) = problems(tmp_path, **{variable: value})
    assert expected in only


def test_broken_toml_is_said_once(tmp_path: Path) -> None:
    write(tmp_path, "port = = 1")
    assert problems(tmp_path) == ["chatserver.toml is not valid TOML, so nothing in it was read."]


def test_a_number_in_the_file_is_not_a_text(tmp_path: Path) -> None:
    write(tmp_path, 'port = "81"\ninsecure_http = 1\n')
    first, second = problems(tmp_path)
    assert first.startswith("port in chatserver.toml must be a whole number")
    assert second.startswith("insecure_http in chatserver.toml must be true or false")


class TestPassphrasesAreNotSentInTheClear:
    def test_a_reachable_address_needs_https(self, tmp_path: Path) -> None:
        (only,) = problems(tmp_path, CHAT_HOST="0.0.0.0")  # noqa: S104 - refused
        assert "passphrases would cross the network in the clear" in only

    def test_https_in_front_is_sound(self, tmp_path: Path) -> None:
        config = load({"CHAT_HOST": "::", "CHAT_PUBLIC_URL": "https://chat.example"}, tmp_path)
        assert config.secure
        assert config.allowed_origins == {"https://chat.example"}

    def test_somebody_may_insist(self, tmp_path: Path) -> None:
        config = load({"CHAT_HOST": "::", "CHAT_INSECURE_HTTP": "yes"}, tmp_path)
        assert config.insecure_http


class TestOrigins:
    def test_loopback_is_allowed_as_people_spell_it(self, tmp_path: Path) -> None:
        config = load({"CHAT_PORT": "81", "CHAT_ORIGINS": "https://a.example"}, tmp_path)
        assert config.allowed_origins == {
            "http://127.0.0.1:81",
            "http://localhost:81",
            "https://a.example",
        }

    def test_a_default_port_is_not_spelled(self, tmp_path: Path) -> None:
        config = load({"CHAT_PORT": "80"}, tmp_path)
        assert config.allowed_origins == {"http://127.0.0.1", "http://localhost"}

    def test_a_free_port_becomes_known_on_listening(self) -> None:
        config = Config(port=0).at_port(4321)
        assert config.public_url == "http://127.0.0.1:4321"
        assert "http://localhost:4321" in config.allowed_origins

    def test_a_chosen_address_survives_that(self) -> None:
        config = Config(port=0, public_url="https://chat.example").at_port(4321)
        assert config.public_url == "https://chat.example"


def configuration_variables() -> list[str]:
    return [setting.variable for setting in configuration.settings()]


def test_no_explanation_shows_a_secret(tmp_path: Path) -> None:
    for setting in configuration.settings():
        if setting.secret:
            write(tmp_path, f'{setting.name} = ["{SECRET}"]\nX_{setting.name} = "{SECRET}"')
            shown = problems(tmp_path, CHAT_PORT="x", **{f"{setting.variable}S": SECRET})
            assert not [words for words in shown if SECRET in words]
            assert len(shown) == 4


@given(
    environ=st.dictionaries(
        st.sampled_from([*configuration_variables(), "PORT"]), st.text(max_size=60), max_size=4
    )
)
def test_any_text_is_taken_or_explained(environ: dict[str, str]) -> None:
    explained: list[str] = []
    try:
        load(environ, Path("/nowhere"))
    except ConfigProblems as wrong:
        explained = [problem.words for problem in wrong.problems]
    assert all(words.endswith((".", "?")) for words in explained)
