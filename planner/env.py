"""What the environment says about this installation.

The process environment wins. In development a file ``.env`` beside manage.py fills what it
leaves open; production reads no file, so that what runs is what its operator declared.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

DEVELOPMENT = "development"
PRODUCTION = "production"


def mode(variables: Mapping[str, str]) -> str:
    """``PLANNER_ENV``, which is production when nothing is said.

    Raises ImproperlyConfigured for any other word, so that a misspelt "developement" does not
    quietly become something else.
    """
    chosen = variables.get("PLANNER_ENV", PRODUCTION)
    if chosen not in (DEVELOPMENT, PRODUCTION):
        raise ImproperlyConfigured(
            f"PLANNER_ENV is {chosen!r}. Set it to {DEVELOPMENT} or {PRODUCTION}; "
            f"leaving it unset means {PRODUCTION}."
        )
    return chosen


def reader(base: Path) -> environ.Env:
    """The environment, completed by ``base/.env`` in development."""
    env = environ.Env()
    if mode(os.environ) == DEVELOPMENT and (base / ".env").is_file():
        env.read_env(base / ".env", overwrite=False)
    return env


def flag(env: environ.Env, name: str, *, default: bool) -> bool:
    """A yes/no variable; raises ImproperlyConfigured for anything but a plain yes or no."""
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False}
    text = env.str(name, default="").strip().lower()
    if not text:
        return default
    if text not in words:
        raise ImproperlyConfigured(f"{name} is {text!r}. Set it to true or false.")
    return words[text]
