"""Names of consoles that stood as texts on frames become rows of their own worksheet."""

from collections import defaultdict

from django.db import migrations

from worksheets.plan.migrations import migrate


def move(apps, schema_editor):
    Frame = apps.get_model("worksheets", "Frame")
    Hmc = apps.get_model("worksheets", "Hmc")
    frames = defaultdict(list)
    for frame in Frame.objects.exclude(hmc="").order_by("revision_id", "position", "id"):
        frames[frame.revision_id].append(frame)
    for revision_id, members in frames.items():
        texts = [{"key": frame.key, "hmc": frame.hmc} for frame in members]
        sheets = migrate({"frame": texts, "hmc": []}, 1, 2)
        rows = {}
        for position, row in enumerate(sheets.get("hmc", [])):
            rows[row["key"]] = Hmc.objects.create(revision_id=revision_id, position=position, **row)
        for frame, found in zip(members, sheets["frame"], strict=True):
            for key in found.get("hmcs", []):
                frame.hmcs.through.objects.create(frame=frame, hmc=rows[key])


class Migration(migrations.Migration):
    dependencies = [("worksheets", "0002_every_worksheet")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
