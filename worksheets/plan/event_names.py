"""The predefined events of PowerHA, by the names that clmgr and hacmp.out print."""

from __future__ import annotations

import difflib

_STEPS = """
    acquire_service_addr acquire_takeover_addr release_service_addr release_takeover_addr
    get_disk_vg_fs release_vg_fs start_server stop_server start_udresource stop_udresource
    rg_online rg_offline rg_move_acquire rg_move_release rg_move_fence
    node_up_local node_up_remote node_down_local node_down_remote
    site_up_local site_up_remote site_down_local site_down_remote
    swap_address join_interface fail_interface join_standby fail_standby
    cluster_notify event_error config_too_long unstable_too_long admin_op
    intersite_fallover_prevented split_merge_prompt
    reconfig_topology_start reconfig_topology_complete reconfig_resource_complete
    reconfig_resource_acquire reconfig_resource_acquire_fence reconfig_resource_acquire_secondary
    reconfig_resource_release reconfig_resource_release_fence reconfig_resource_release_secondary
    reconfig_configuration_dependency_acquire reconfig_configuration_dependency_release
    reconfig_configuration_dependency_complete
"""
_COMPLETED = """
    node_up node_up_local node_up_remote node_down node_down_local node_down_remote
    network_up network_down swap_adapter swap_address rg_move
    server_down server_restart resource_state_change external_resource_state_change
    site_up site_up_local site_up_remote site_down site_down_local site_down_remote
    site_isolation site_merge migrate
"""
EVENT_NAMES = frozenset(
    {*_STEPS.split()} | {name + end for name in _COMPLETED.split() for end in ("", "_complete")}
)


def event_name(text: str) -> str | None:
    """Accept the name of one predefined event; otherwise say what is wrong."""
    if text in EVENT_NAMES:
        return None
    near = difflib.get_close_matches(text.lower(), EVENT_NAMES, n=2, cutoff=0.6)
    hint = f" (perhaps {' or '.join(near)})" if near else ""
    return f"is not a predefined event of PowerHA{hint}"


def event_names(text: str) -> str | None:
    """Accept names of predefined events with commas between them."""
    names = [name.strip() for name in text.split(",")]
    for name in names:
        wrong = event_name(name)
        if wrong:
            return f"names {name[:60]!r}, which {wrong}"
    return "names an event twice" if len(set(names)) < len(names) else None
