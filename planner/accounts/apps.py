"""The application that holds people and teams."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "planner.accounts"
    label = "accounts"
    verbose_name = "people and teams"

    def ready(self) -> None:
        from planner.accounts import sign_in_events

        sign_in_events.connect()
