"""Who gets which answer from which address: one table over every address of the product."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from planner.accounts.models import User
from tests.waivers import waiver_texts
from worksheets.models import ClusterTemplate
from worksheets.models.store.read import read_plan
from worksheets.plan.plan_file import digest, encode
from worksheets.queries.workbook import open_workbook
from worksheets.services.waivers import propose_waiver

pytestmark = pytest.mark.django_db

ROLES = ["viewer", "architect", "approver", "administrator", "stranger", "anonymous"]
IN = 302  # to the sign-in page

# (method, address, codes in the order of ROLES); {c} is a cluster, {t} its team, {m} a template,
# {a} an attachment, {f} the identity of a finding, whose waiver 1 waits for a signature.
TABLE = [
    ("get", "/", [200, 200, 200, 200, 200, IN]),
    ("get", "/portfolio.csv", [200, 200, 200, 200, 200, IN]),
    ("get", "/rules/", [200, 200, 200, 200, 200, IN]),
    ("get", "/guide/", [200, 200, 200, 200, 200, IN]),
    ("get", "/coverage/", [200, 200, 200, 200, 200, IN]),
    ("get", "/search/?q=node", [200, 200, 200, 200, 200, IN]),
    ("get", "/clusters/new/", [200, 200, 200, 200, 200, IN]),
    ("post", "/clusters/new/", [403, 302, 403, 302, 404, IN]),
    ("get", "/clusters/quick-start/", [200, 200, 200, 200, 200, IN]),
    ("post", "/clusters/quick-start/", [422, 422, 422, 422, 422, IN]),
    ("get", "/templates/", [200, 200, 200, 200, 200, IN]),
    ("get", "/templates/{m}/use/", [200, 200, 200, 200, 200, IN]),
    ("post", "/templates/{m}/use/", [403, 302, 403, 302, 404, IN]),
    ("post", "/templates/{m}/retire/", [403, 403, 403, 403, 403, IN]),
    ("get", "/naming/", [200, 200, 200, 200, 200, IN]),
    ("get", "/naming/node/", [403, 403, 403, 403, 403, IN]),
    ("post", "/naming/node/", [403, 403, 403, 403, 403, IN]),
    ("post", "/naming/node/remove/", [403, 403, 403, 403, 403, IN]),
    ("get", "/rules/policy.json", [200, 200, 200, 200, 200, IN]),
    ("get", "/rules/settings/", [200, 200, 200, 200, 200, IN]),
    ("get", "/rules/SPOF-FRAME/setting/", [403, 403, 403, 403, 403, IN]),
    ("post", "/rules/SPOF-FRAME/setting/", [403, 403, 403, 403, 403, IN]),
    ("post", "/rules/SPOF-FRAME/setting/remove/", [403, 403, 403, 403, 403, IN]),
    ("get", "/clusters/{c}/waivers/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/waivers/new/{f}/", [403, 200, 403, 200, 404, IN]),
    ("post", "/clusters/{c}/waivers/new/{f}/", [403, 422, 403, 422, 404, IN]),
    ("get", "/clusters/{c}/waivers/new/nothing/", [403, 404, 403, 404, 404, IN]),
    ("get", "/clusters/{c}/waivers/1/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/waivers/9/", [404, 404, 404, 404, 404, IN]),
    ("post", "/clusters/{c}/waivers/1/sign/", [403, 403, 422, 403, 404, IN]),
    ("post", "/clusters/{c}/waivers/1/reject/", [403, 403, 422, 403, 404, IN]),
    ("post", "/clusters/{c}/waivers/1/withdraw/", [403, 422, 422, 422, 404, IN]),
    ("get", "/clusters/{c}/assumptions/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/copy/", [200, 200, 200, 200, 404, IN]),
    ("post", "/clusters/{c}/copy/", [403, 302, 403, 302, 404, IN]),
    ("get", "/clusters/{c}/template/", [200, 200, 200, 200, 404, IN]),
    ("post", "/clusters/{c}/template/", [403, 403, 403, 403, 404, IN]),
    ("get", "/clusters/import/", [200, 200, 200, 200, 200, IN]),
    ("post", "/clusters/import/", [422, 422, 422, 422, 422, IN]),
    ("get", "/clusters/{c}/", [302, 302, 302, 302, 404, IN]),
    ("get", "/clusters/{c}/findings/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/coverage/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/checklists/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/diagram/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/design.pdf", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/plan.json", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/attachments/", [200, 200, 200, 200, 404, IN]),
    ("post", "/clusters/{c}/attachments/", [403, 422, 403, 422, 404, IN]),
    ("get", "/clusters/{c}/attachments/{a}/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/attachments/{a}/remove/", [403, 200, 403, 200, 404, IN]),
    ("post", "/clusters/{c}/attachments/{a}/remove/", [403, 302, 403, 302, 404, IN]),
    ("post", "/clusters/{c}/presence/?worksheet=node", [200, 200, 200, 200, 404, IN]),
    ("get", "/plan.schema.json", [200, 200, 200, 200, 200, IN]),
    ("get", "/clusters/{c}/export/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/export/?sheet=node", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/workbook.xlsx", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/node/sheet.csv", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/node/sheet.xlsx", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/nonsense/sheet.csv", [404, 404, 404, 404, 404, IN]),
    ("get", "/clusters/{c}/import/", [403, 200, 403, 200, 404, IN]),
    ("post", "/clusters/{c}/import/", [403, 422, 403, 422, 404, IN]),
    ("get", "/clusters/{c}/import/1/", [403, 404, 403, 404, 404, IN]),
    ("post", "/clusters/{c}/import/1/", [403, 404, 403, 404, 404, IN]),
    ("post", "/clusters/{c}/import/1/cancel/", [403, 404, 403, 404, 404, IN]),
    ("get", "/clusters/{c}/node/", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/node/?edit=n1", [200, 200, 200, 200, 404, IN]),
    ("get", "/clusters/{c}/nonsense/", [404, 404, 404, 404, 404, IN]),
    ("post", "/clusters/{c}/node/rows/", [403, 302, 403, 302, 404, IN]),
    ("get", "/clusters/{c}/node/rows/n1/", [302, 302, 302, 302, 404, IN]),
    ("post", "/clusters/{c}/node/rows/n1/", [403, 302, 403, 302, 404, IN]),
    ("post", "/clusters/{c}/frame/rows/f2/delete/", [403, 302, 403, 302, 404, IN]),
    ("post", "/clusters/{c}/node/rows/n1/copy/", [403, 302, 403, 302, 404, IN]),
    ("post", "/clusters/{c}/node/rows/n2/move/", [403, 302, 403, 302, 404, IN]),
    ("post", "/clusters/{c}/node/block/", [403, 200, 403, 200, 404, IN]),
    ("get", "/clusters/{c}/node/fill/", [403, 200, 403, 200, 404, IN]),
    ("post", "/clusters/{c}/node/fill/", [403, 422, 403, 422, 404, IN]),
    ("get", "/clusters/{c}/history/", [200, 200, 200, 200, 404, IN]),
    ("post", "/clusters/{c}/undo/", [403, 302, 403, 302, 404, IN]),
    ("post", "/clusters/{c}/redo/", [403, 302, 403, 302, 404, IN]),
    ("get", "/account/tokens/", [200, 200, 200, 200, 200, IN]),
    ("post", "/account/tokens/", [422, 422, 422, 422, 422, IN]),
    ("post", "/account/tokens/7/revoke/", [302, 302, 302, 302, 302, IN]),
    ("get", "/api/v1/docs/", [200, 200, 200, 200, 200, IN]),
    ("get", "/sign-in/", [302, 302, 302, 302, 302, 200]),
    ("post", "/sign-out/", [302, 302, 302, 302, 302, 302]),
    ("get", "/healthz/", [200, 200, 200, 200, 200, 200]),
]
CASES = [
    pytest.param(method, address, role, code, id=f"{method} {address} {role}")
    for method, address, codes in TABLE
    for role, code in zip(ROLES, codes, strict=True)
]


def _client(people: dict[str, User], role: str) -> Client:
    client = Client(raise_request_exception=False)
    if role != "anonymous":
        client.force_login(people[role])
    return client


@pytest.fixture
def template(people, cluster):
    """A template on offer."""
    plan = read_plan(cluster.current_id)
    return ClusterTemplate.objects.create(
        name="offered",
        content=encode(plan).decode(),
        digest=digest(plan),
        made_by=people["administrator"],
    )


@pytest.fixture
def waiver(architect, cluster):
    """A waiver that waits for a signature."""
    finding = open_workbook(cluster.current).findings[0]
    return propose_waiver(
        actor=architect, cluster_id=cluster.pk, identity=finding.identity, texts=waiver_texts()
    )


@pytest.mark.parametrize(("method", "address", "role", "code"), CASES)
def test_answer(people, team, cluster, template, attachment, waiver, method, address, role, code):
    client = _client(people, role)
    data = {"team": team.pk, "name": "third", "environment": "test", "version": "1", "lines": "[]"}
    path = address.format(
        c=cluster.pk, t=team.pk, m=template.pk, a=attachment.pk, f=waiver.identity
    )
    response = getattr(client, method)(path, data)
    assert response.status_code == code
    if role == "anonymous" and code == IN and "sign-out" not in address:
        assert response["Location"].startswith("/sign-in/")


def _addresses(resolver: URLResolver, lead: str = "") -> list[str]:
    found = []
    for pattern in resolver.url_patterns:
        route = lead + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += _addresses(pattern, route)
        elif isinstance(pattern, URLPattern):
            found.append(route)
    return found


def test_every_address_is_in_the_table(cluster):
    """A page added without a line in the table above fails here.

    The interface for scripts has a table of its own, in tests/api.
    """
    resolver = get_resolver()
    known = set()
    for _, address, _ in TABLE:
        path = address.format(c=cluster.pk, t=1, m=1, a=1, f="x").partition("?")[0]
        known.add(resolver.resolve(path).route)
    pages = {address for address in _addresses(resolver) if not address.startswith("api/")}
    assert not pages - known
