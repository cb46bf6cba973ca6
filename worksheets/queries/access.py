"""The only road to a cluster: each function checks the right to it.

What a person may not know of does not exist for them (Http404); what they may see but not do is
refused (PermissionDenied).
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import Http404

from planner.accounts.access import Action, OrganisationAction, may, may_for_all, team_ids
from planner.accounts.models import Team, User
from worksheets.models import Cluster, ClusterTemplate, Revision

# What a bigint column can hold; the database refuses to compare it with more.
_LARGEST_ID = 2**63 - 1


def visible_clusters(user: User) -> QuerySet[Cluster]:
    """All clusters that the person may see."""
    clusters = Cluster.objects.select_related("current", "team")
    return clusters if user.is_superuser else clusters.filter(team_id__in=team_ids(user))


def cluster_for(user: User, cluster_id: int, action: Action = Action.VIEW) -> Cluster:
    """The cluster with its current revision and team, if the person may do that to it.

    Raises Http404 for a cluster the person may not see, PermissionDenied for the rest.
    """
    cluster = visible_clusters(user).filter(id=cluster_id).first()
    if cluster is None:
        raise Http404("There is no such cluster, or it is not yours to see.")
    _require(user, action, cluster.team_id)
    return cluster


def locked_revision(user: User, cluster_id: int, action: Action) -> Revision:
    """The current revision of a cluster, locked until the transaction ends.

    Every write to a cluster takes this lock first, so writes to one cluster follow each other.
    Raises as `cluster_for` does.
    """
    if cluster_id > _LARGEST_ID:
        raise Http404("There is no such cluster.")
    revisions = Revision.objects.select_related("cluster").select_for_update(of=("self",))
    revision = revisions.filter(cluster_id=cluster_id, cluster__current_id=F("id")).first()
    if revision is None or not may(user, Action.VIEW, revision.cluster.team_id):
        raise Http404("There is no such cluster, or it is not yours to see.")
    _require(user, action, revision.cluster.team_id)
    return revision


def team_for(user: User, team_id: int, action: Action) -> Team:
    """A team for which the person may do that; raises as `cluster_for` does."""
    team = Team.objects.filter(id=team_id).first()
    if team is None or not may(user, Action.VIEW, team.id):
        raise Http404("There is no such team, or it is not yours.")
    _require(user, action, team.id)
    return team


def template_for(template_id: int) -> ClusterTemplate:
    """A template on offer; everybody who is signed in may see and use it. Raises Http404."""
    template = None
    if template_id <= _LARGEST_ID:
        template = ClusterTemplate.objects.filter(id=template_id, retired_at=None).first()
    if template is None:
        raise Http404("There is no such template, or it has been retired.")
    return template


def require_for_all(user: User, action: OrganisationAction) -> None:
    """Raise PermissionDenied unless the person may do that for the whole organisation."""
    if not may_for_all(user, action):
        raise PermissionDenied(
            f"Only a steward of the organisation may {action.value}; an operator names stewards."
        )


def _require(user: User, action: Action, team_id: int) -> None:
    if not may(user, action, team_id):
        raise PermissionDenied(f"Your roles in this team do not let you {action.value} here.")
