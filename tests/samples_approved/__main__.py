"""Takes the findings of the samples as they are now for right: make approve."""

from __future__ import annotations

from tests.samples_approved import FOLDER, approved_file, samples, told


def main() -> None:
    now = {approved_file(name): told(name, data) for name, data in samples().items()}
    for gone in set(FOLDER.glob("*.txt")) - now.keys():
        gone.unlink()
    for file, text in now.items():
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
