"""docker-compose.yml and Dockerfile fit the project; no container engine is needed to see it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dev import check_health, system

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
OPERATOR = {
    "SECRET_KEY": "0f9e8d7c6b5a43211a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f",
    "POSTGRES_PASSWORD": "6d5e4f3a2b1c",
    "ALLOWED_HOSTS": "planner.example.com,planner",
}
VARIABLE = re.compile(r"\$\{(\w+)(?::([?-])([^}]*))?\}")


def environment(service: str, operator: dict[str, str]) -> dict[str, str]:
    """What the service gets when the operator has set these; KeyError where one is missing."""

    def value(found: re.Match[str]) -> str:
        name, sign, default = found.groups()
        return operator.get(name, default) if sign == "-" else operator[name]

    given = SERVICES[service]["environment"]
    return {name: VARIABLE.sub(value, text) for name, text in given.items()}


@pytest.mark.parametrize("service", ["db", "migrate", "web"])
@pytest.mark.parametrize("name", ["SECRET_KEY", "POSTGRES_PASSWORD"])
def test_no_secret_has_a_default(service, name):
    for text in SERVICES[service]["environment"].values():
        for variable, sign, _ in VARIABLE.findall(text):
            assert variable != name or sign == "?"
    assert not set(OPERATOR.values()) & set(SERVICES[service]["environment"].values())


def test_a_missing_secret_stops_every_service_that_needs_it():
    for service, name in [("db", "POSTGRES_PASSWORD"), ("web", "SECRET_KEY")]:
        with pytest.raises(KeyError):
            environment(service, {key: OPERATOR[key] for key in OPERATOR if key != name})


def test_the_database_is_healthy_and_migrated_before_the_pages_are_served():
    assert "pg_isready" in SERVICES["db"]["healthcheck"]["test"][1]
    assert SERVICES["migrate"]["depends_on"]["db"]["condition"] == "service_healthy"
    assert "migrate" in SERVICES["migrate"]["command"]
    web = SERVICES["web"]["depends_on"]
    assert web["db"]["condition"] == "service_healthy"
    assert web["migrate"]["condition"] == "service_completed_successfully"
    assert SERVICES["web"]["image"] == SERVICES["migrate"]["image"]


def test_only_this_machine_can_reach_the_published_port():
    assert "ports" not in SERVICES["db"]
    assert SERVICES["web"]["ports"] == ["127.0.0.1:8000:8000"]


def start(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Load the settings as the container would."""
    code = (
        "import json; from planner import settings as s; d = s.DATABASES['default'];"
        "print(json.dumps([s.PLANNER_ENV, d['ENGINE'], d['HOST'], d['USER'], d['PASSWORD'],"
        "d['NAME'], s.ALLOWED_HOSTS]))"
    )
    kept = {name: text for name, text in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH")}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=kept | variables, capture_output=True, text=True)


def test_the_site_starts_in_production_with_what_compose_gives_it():
    done = start(environment("web", OPERATOR))

    assert done.returncode == 0, done.stderr
    mode, engine, host, user, password, name, hosts = json.loads(done.stdout)
    database = environment("db", OPERATOR)
    assert (mode, engine) == ("production", "django.db.backends.postgresql")
    assert host in SERVICES
    assert user == database["POSTGRES_USER"]
    assert password == database["POSTGRES_PASSWORD"]
    assert name == database["POSTGRES_DB"]
    assert hosts == ["planner.example.com", "planner"]


def test_the_settings_read_every_variable_that_compose_sets():
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "planner").glob("*.py"))

    for name in SERVICES["web"]["environment"]:
        assert f'"{name}"' in source, name


def instructions(word: str) -> list[str]:
    return re.findall(rf"^{word} (.+)$", DOCKERFILE, re.M)


def test_the_image_gets_files_that_exist_and_are_not_ignored():
    allowed = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.M)

    for line in instructions("COPY"):
        for source in line.split()[:-1]:
            assert (ROOT / source).exists(), source
            assert any(source == path or source.startswith(f"{path}/") for path in allowed), source


def test_the_image_has_what_the_documents_need():
    assert set(system.PACKAGES) <= set(DOCKERFILE.split())


def test_the_image_runs_programs_that_are_installed_as_somebody_without_rights():
    (command,) = [json.loads(line) for line in instructions("CMD")]
    base = (ROOT / "requirements" / "base.txt").read_text(encoding="utf-8")

    assert f"\n{command[0]}==" in base
    module = command[-1].partition(":")[0]
    assert (ROOT / f"{module.replace('.', '/')}.py").exists()
    assert instructions("USER") == ["planner"]
    assert "--require-hashes --requirement requirements/base.txt" in DOCKERFILE
    assert "manage.py collectstatic" in DOCKERFILE
    assert "dev/check_health.py" in re.search(r"^HEALTHCHECK .+$", DOCKERFILE, re.M)[0]
    assert f'"{check_health.PORT}"' in instructions("CMD")[0]


def test_the_image_is_of_a_python_the_requirements_are_made_for():
    (image,) = instructions("FROM")

    assert re.match(r"python:3\.1[12]-", image)
