"""Who may speak to the local server: programs on this machine, and its own page in a browser."""

from __future__ import annotations

import hmac
import logging
from typing import Any

from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError, RequestHandler

from bot.local.server.site import Site

logger = logging.getLogger(__name__)

_LOOPBACK = {"127.0.0.1", "::1"}


class LocalHandler(RequestHandler):
    """Refuses every request that another web site could have caused."""

    browsers = True
    """Whether a browser on the server's own page may call."""

    def initialize(self, site: Site) -> None:
        """Tornado passes the keyword arguments of the route."""
        self.site = site

    def prepare(self) -> None:
        """Check peer, Host, Origin and Sec-Fetch-Site before anything is read."""
        request = self.request
        if request.remote_ip not in _LOOPBACK or request.host not in self.site.hosts:
            raise HTTPError(403, "wrong host")
        if self.browsers:
            self._check_browser(request)
        elif {"Origin", "Sec-Fetch-Site"} & {*request.headers}:
            raise HTTPError(403, "no browser may call this")

    def is_token(self, token: str) -> bool:
        """Whether the address names the bot's token."""
        return hmac.compare_digest(token.encode(), self.site.token.encode())

    def set_default_headers(self) -> None:
        """Headers that no answer should lack."""
        self.clear_header("Server")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")

    def log_exception(self, *error: Any) -> None:  # noqa: ANN401 - tornado's
        """Note an error without the address, which holds the token."""
        if not isinstance(error[1], HTTPError):
            logger.error("%s failed", type(self).__name__, exc_info=error)

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ANN401 - tornado's
        """One plain line."""
        error = kwargs.get("exc_info", (None, None))[1]
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {getattr(error, 'log_message', None) or self._reason}\n")

    def _check_browser(self, request: HTTPServerRequest) -> None:
        origin = request.headers.get("Origin")
        if request.method == "POST" and origin is None:
            raise HTTPError(403, "no origin")
        if origin is not None and origin.removeprefix("http://") not in self.site.hosts:
            raise HTTPError(403, "wrong origin")
        if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
            raise HTTPError(403, "another site asked")
