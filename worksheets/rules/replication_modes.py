"""How storage units copy, by method: data for rules."""

from __future__ import annotations

from collections.abc import Mapping

from worksheets.plan.rows.replication import ReplicationMethod, ReplicationMode

_SYNC = frozenset({ReplicationMode.SYNC})
_ASYNC = frozenset({ReplicationMode.ASYNC})
_BOTH = _SYNC | _ASYNC

MODES: Mapping[ReplicationMethod, frozenset[ReplicationMode]] = {
    ReplicationMethod.PPRC: _SYNC,
    ReplicationMethod.DS8000_INBAND: _SYNC,
    ReplicationMethod.DS8000_GLOBAL: _ASYNC,
    ReplicationMethod.HYPERSWAP: _SYNC,
    ReplicationMethod.SVC: _BOTH,
    ReplicationMethod.XIV: _BOTH,
    ReplicationMethod.SRDF: _BOTH,
    ReplicationMethod.TRUECOPY: _BOTH,
}
