"""The whole URL table on one page. Must never hold an address that carries a secret."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import msgspec
from aiohttp import web as http

from rooms.command import Nothing
from web import (
    account_api,
    account_pages,
    api,
    exit_pages,
    export_pages,
    files,
    installing,
    joining_pages,
    machine,
    pages,
    security,
    shell,
)
from web.accounts.shapes import (
    CameIn,
    ChangePassphrase,
    Confirm,
    Me,
    NoFields,
    Recover,
    RecoveryCodes,
    SecondFactorOffer,
    SignedIn,
    SignIn,
    SignUp,
    StepUp,
    Suggestions,
)
from web.context import SITE, Site
from web.middleware import BODY_MAX_BYTES, answer_everything, headers_signal

Handler = Callable[[http.Request], Awaitable[http.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Route:
    """One address. JSON ones say what they take and answer, for `/openapi.json`."""

    method: str
    path: str
    handler: Handler
    takes: type[msgspec.Struct] | None = None
    gives: type[msgspec.Struct] | None = None
    status: int = 200

    @property
    def summary(self) -> str:
        """What it is for, as its handler says."""
        return (self.handler.__doc__ or "").partition("\n")[0]


ROUTES: Final = (
    # pages, all of which work without JavaScript but the app itself
    Route("GET", "/", pages.landing),
    Route("GET", "/help", pages.help_now),
    Route("GET", "/gallery", pages.gallery),
    Route("GET", "/sign-up", joining_pages.sign_up_form),
    Route("POST", "/sign-up", joining_pages.sign_up),
    Route("GET", "/sign-in", account_pages.sign_in_form),
    Route("POST", "/sign-in", account_pages.sign_in),
    Route("GET", "/recover", account_pages.recover_form),
    Route("POST", "/recover", account_pages.recover),
    Route("GET", "/step-up", account_pages.step_up_form),
    Route("POST", "/step-up", account_pages.step_up),
    Route("GET", "/second-factor", account_pages.second_factor_page),
    Route("POST", "/second-factor", account_pages.offer_second_factor),
    Route("POST", "/second-factor/confirm", account_pages.confirm_second_factor),
    Route("POST", "/sign-out", pages.sign_out),
    Route("GET", "/exit", exit_pages.about_exit),
    Route("POST", "/exit", exit_pages.leave),
    Route("GET", "/account/export", export_pages.export_page),
    Route("POST", "/account/export", export_pages.begin_export),
    Route("GET", "/account/export.json", export_pages.export_file),
    Route("GET", "/offline", pages.offline),
    Route("GET", "/shell", pages.shell),
    Route("GET", "/rooms", pages.shortcut),
    Route("GET", "/people", pages.shortcut),
    Route("GET", "/account", pages.shortcut),
    Route("GET", "/app", pages.app),
    Route("GET", "/app/{view:.*}", pages.app),
    # JSON; `/api/commands/{name}` takes and answers what `web.wire.VERBS` says of the name
    Route("POST", "/api/accounts", api.sign_up, SignUp, CameIn, 201),
    Route("GET", "/api/suggestions", api.suggestions, None, Suggestions),
    Route("POST", "/api/sign-ins", account_api.sign_in, SignIn, SignedIn, 201),
    Route("DELETE", "/api/sign-ins/current", account_api.sign_out, None, Nothing),
    Route("POST", "/api/step-ups", account_api.step_up, StepUp, SignedIn, 201),
    Route("POST", "/api/recoveries", account_api.recover, Recover, CameIn, 201),
    Route("POST", "/api/recovery-codes", account_api.renew_codes, NoFields, RecoveryCodes),
    Route("POST", "/api/passphrase", account_api.change_passphrase, ChangePassphrase, SignedIn),
    Route("POST", "/api/second-factor", account_api.offer_factor, NoFields, SecondFactorOffer),
    Route("POST", "/api/second-factor/confirm", account_api.confirm_factor, Confirm, SignedIn, 201),
    Route("DELETE", "/api/second-factor", account_api.drop_factor, None, Nothing),
    Route("GET", "/api/me", account_api.me, None, Me),
    Route("POST", "/api/commands/{name}", api.command),
    # files, from a fixed list
    Route("GET", "/static/{file:.*}", files.serve),
    Route("GET", "/delivered/{file:.*}", files.serve),
    Route("GET", "/vendor/{file:.*}", files.serve),
    Route("GET", "/helplines.json", files.serve_helplines),
    Route("GET", "/asyncapi.json", files.serve),
    Route("GET", "/openapi.json", files.serve),
    Route("GET", "/robots.txt", files.serve),
    # what makes it a place on a home screen, also without a network
    Route("GET", "/service-worker.js", shell.service_worker),
    Route("GET", "/app.webmanifest", installing.manifest),
    Route("GET", "/notes.webmanifest", installing.neutral_manifest),
    # machines
    Route("GET", "/healthz", machine.healthz),
    Route("GET", "/readyz", machine.readyz),
    Route("GET", "/metrics", machine.metrics),
)


def build_app(site: Site) -> http.Application:
    """Everything that is spoken over HTTP; sockets are added to it by whoever has them."""
    app = http.Application(middlewares=[answer_everything], client_max_size=BODY_MAX_BYTES)
    app[SITE] = site
    always = security.headers(site.settings.public_url, site.pages.import_map.encode())
    app.on_response_prepare.append(headers_signal(always))
    for route in ROUTES:
        if route.method == "GET":
            app.router.add_get(route.path, route.handler)
        else:
            app.router.add_route(route.method, route.path, route.handler)
    return app
