"""Where browsers take pushes: push services that the settings name, and no other address."""

from __future__ import annotations

import pytest

from moderation.notices import pushing
from moderation.notices.pushing import BROWSERS_MAX, Subscribe, Unsubscribe
from tests.moderation.duty.standing import AUTH, ENDPOINT, HOSTS, P256DH, at, subscribe
from tests.support.scene import Scene


def code(scene: Scene, **more: str) -> str:
    command = Subscribe(**{"endpoint": ENDPOINT, "p256dh": P256DH, "auth": AUTH, **more})
    return scene.refused(
        lambda work: pushing.subscribe(work, at(scene.maria), command, hosts=HOSTS)
    ).code


def kept(scene: Scene) -> list[str]:
    return [str(row[2]) for row in scene.snapshot()["push_subscription"]]


def test_a_browser_is_kept_once_and_forgotten_when_told(scene: Scene) -> None:
    subscribe(scene, at(scene.maria))
    subscribe(scene, at(scene.maria))
    assert kept(scene) == [ENDPOINT]
    scene.do(pushing.unsubscribe, at(scene.maria), Unsubscribe(endpoint=ENDPOINT))
    assert kept(scene) == []


def test_a_browser_belongs_to_whoever_is_signed_in_on_it(scene: Scene) -> None:
    subscribe(scene, at(scene.maria))
    subscribe(scene, at(scene.adam))
    ((_, user_id, *_),) = scene.snapshot()["push_subscription"]
    assert user_id == scene.adam.user_id


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://updates.push.services.mozilla.com/x",
        "https://evil.example/x",
        "https://updates.push.services.mozilla.com.evil.example/x",
        "https://evil.example/#updates.push.services.mozilla.com",
        "https://updates.push.services.mozilla.com@evil.example/x",
        "https://updates.push.services.mozilla.com:8443/x",
        "https://push.apple.com.evil.example/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://[broken/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_the_server_calls_no_address_of_somebodys_choosing(scene: Scene, endpoint: str) -> None:
    assert code(scene, endpoint=endpoint) == "bad_type"


@pytest.mark.parametrize(
    "more",
    [
        {"p256dh": "AAAA"},
        {"p256dh": "A" * 87},
        {"p256dh": "é" * 87},
        {"auth": "AAAA"},
        {"auth": "!" * 22},
    ],
)
def test_keys_have_their_form(scene: Scene, more: dict[str, str]) -> None:
    assert code(scene, **more) == "bad_type"


def test_a_test_may_stand_in_for_a_push_service_on_this_machine() -> None:
    assert pushing.is_service("http://127.0.0.1:9999/x", ("127.0.0.1",))
    assert not pushing.is_service("http://127.0.0.1:9999/x", HOSTS)
    assert not pushing.is_service("http://push.example/x", ("push.example",))


def test_nobody_has_more_browsers_than_that(scene: Scene) -> None:
    for number in range(BROWSERS_MAX):
        subscribe(scene, at(scene.maria), f"{ENDPOINT}{number}")
    assert code(scene) == "too_many"


def test_only_staff_is_called(scene: Scene) -> None:
    command = Subscribe(endpoint=ENDPOINT, p256dh=P256DH, auth=AUTH)
    refused = scene.refused(
        lambda work: pushing.subscribe(work, at(scene.anna), command, hosts=HOSTS)
    )
    assert refused.code == "forbidden"
    assert scene.no(pushing.unsubscribe, scene.anna, Unsubscribe(endpoint="")) == "forbidden"
