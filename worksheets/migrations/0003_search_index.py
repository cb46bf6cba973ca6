"""The index of the search, where the database can have it."""

from django.db import migrations

from worksheets.models.store import search_index


def install(apps, schema_editor):
    search_index.install(schema_editor.connection)


def remove(apps, schema_editor):
    search_index.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("worksheets", "0002_every_worksheet")]

    operations = [migrations.RunPython(install, remove)]
