"""The container's health check asks the way the site wants to be asked."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dev import check_health


class Site(BaseHTTPRequestHandler):
    """Answers its health page under one name only."""

    def do_GET(self):
        known = self.headers["Host"] == "planner.example.com" and self.path == "/healthz/"
        self.send_response(200 if known else 400)
        self.end_headers()

    def log_message(self, *_):
        """Tests are quiet."""


@pytest.fixture
def site(monkeypatch):
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setattr(check_health, "PORT", server.server_port)
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("hosts", ["planner.example.com", " planner.example.com , b.example.com"])
def test_a_site_that_answers_is_healthy(site, monkeypatch, hosts):
    monkeypatch.setenv("ALLOWED_HOSTS", hosts)

    assert check_health.main() is None


def test_a_site_that_refuses_is_not(site, monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "other.example.com")

    assert "400" in check_health.main()


def test_a_site_that_is_down_is_not(monkeypatch):
    monkeypatch.setattr(check_health, "PORT", 1)

    assert "refused" in check_health.main()
