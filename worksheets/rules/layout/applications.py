"""Resource groups and what belongs to their applications."""

from __future__ import annotations

from collections import defaultdict

from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.wpar import Wpar
from worksheets.rules.layout.indexes import Indexes
from worksheets.rules.memory import remembered
from worksheets.rules.paths import paths_in, upwards


class Applications(Indexes):
    """Monitors, files and processors by controller, and what hangs on which group."""

    @remembered
    def wpars_of(self) -> dict[str, list[Wpar]]:
        """Workload partitions by resource group."""
        found: dict[str, list[Wpar]] = defaultdict(list)
        for row in self.ordered(Wpar):
            if row.resource_group:
                found[row.resource_group].append(row)
        return found

    @remembered
    def led(self) -> dict[DependencyKind, dict[tuple[str, str], Dependency]]:
        """By kind: pairs of leading and following group (keys) with a row that joins them."""
        found: dict[DependencyKind, dict[tuple[str, str], Dependency]]
        found = {kind: {} for kind in DependencyKind}
        for row in self.ordered(Dependency):
            for follower in row.groups if row.leader and row.kind.has_leader else ():
                if follower != row.leader:
                    found[row.kind].setdefault((row.leader, follower), row)
        return found

    @remembered
    def groups_of_controller(self) -> dict[str, list[ResourceGroup]]:
        """Resource groups by application controller."""
        found: dict[str, list[ResourceGroup]] = defaultdict(list)
        for row in self.groups:
            for controller in row.controllers:
                found[controller].append(row)
        return found

    @remembered
    def monitors_of(self) -> dict[str, list[ApplicationMonitor]]:
        """Monitors by application controller."""
        found: dict[str, list[ApplicationMonitor]] = defaultdict(list)
        for row in self.ordered(ApplicationMonitor):
            for controller in row.controllers:
                found[controller].append(row)
        return found

    @remembered
    def collections_of(self) -> dict[str, list[FileCollection]]:
        """File collections by path of a file."""
        found: dict[str, list[FileCollection]] = defaultdict(list)
        for row in self.ordered(FileCollection):
            for path in dict.fromkeys(paths_in(row.files)):
                found[path].append(row)
        return found

    @remembered
    def collected(self) -> frozenset[str]:
        """Files of the file collections and all directories above them."""
        return frozenset(at for path in self.collections_of for at in upwards(path))

    @remembered
    def provisioning_of(self) -> dict[str, list[Provisioning]]:
        """Rows of processors and memory to add, by application controller."""
        found: dict[str, list[Provisioning]] = defaultdict(list)
        for row in self.ordered(Provisioning):
            if row.controller:
                found[row.controller].append(row)
        return found

    @remembered
    def groups_that_grow(self) -> frozenset[str]:
        """Groups (keys) whose controllers have processors and memory to add."""
        return frozenset(
            group.key
            for group in self.groups
            if not self.provisioning_of.keys().isdisjoint(group.controllers)
        )

    @remembered
    def start_seconds(self) -> dict[str, int]:
        """How long the start of each group (key) holds up its event, as far as measured: start
        scripts in the foreground, and the HMC while it adds processors and memory."""
        found: dict[str, int] = defaultdict(int)
        for group in self.groups:
            for row in self.plan.pick(ApplicationController, group.controllers):
                if row.startup_mode is StartupMode.FOREGROUND:
                    found[group.key] += row.start_time or 0
                found[group.key] += sum(
                    added.delay or 0 for added in self.provisioning_of.get(row.key, ())
                )
        return found
