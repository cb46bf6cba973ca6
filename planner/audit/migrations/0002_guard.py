"""The first link of the chain, and the triggers that guard the events."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from planner.audit import guard


def begin_chain(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("audit", "ChainHead").objects.using(schema_editor.connection.alias).create(
        pk=1, number=0, digest="0" * 64
    )


def install_guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guard.install(schema_editor.connection)


def remove_guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guard.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunPython(begin_chain, migrations.RunPython.noop, elidable=False),
        migrations.RunPython(install_guard, remove_guard, elidable=False),
    ]
