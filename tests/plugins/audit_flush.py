"""Lets tests that commit empty the tables afterwards, event log included.

Django empties all tables after a test that uses real transactions. The event log refuses that,
so its guard is lifted for as long as the emptying takes and the chain begins anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.db.backends.base.operations import BaseDatabaseOperations


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    # Django's modules import each other in a circle that only goes well from this end.
    from django.db import models  # noqa: F401, I001
    from django.db import transaction
    from django.db.backends.base.operations import BaseDatabaseOperations

    from planner.audit import guard

    empty_tables = BaseDatabaseOperations.execute_sql_flush

    def empty_tables_and_begin_chain(self: BaseDatabaseOperations, sql_list: Iterable[str]) -> None:
        from planner.audit.models import ChainHead

        statements = list(sql_list)
        if not any(guard.TABLE in statement for statement in statements):
            empty_tables(self, statements)
            return
        with transaction.atomic(using=self.connection.alias):
            guard.remove(self.connection)
            empty_tables(self, statements)
            guard.install(self.connection)
            ChainHead.objects.using(self.connection.alias).get_or_create(pk=ChainHead.ROW)

    BaseDatabaseOperations.execute_sql_flush = empty_tables_and_begin_chain
    config.add_cleanup(lambda: setattr(BaseDatabaseOperations, "execute_sql_flush", empty_tables))
