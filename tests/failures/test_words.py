from __future__ import annotations

from worksheets.failures.words import by_name, listed, shortened


def test_numbers_in_names_sort_as_numbers() -> None:
    assert by_name(["rg10", "rg2", "RG1", "rg2", "²x"]) == ["RG1", "rg2", "rg10", "²x"]


def test_lists_of_names() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["b", "a"]) == "a and b"
    assert listed("cab") == "a, b and c"
    assert listed("abcdef") == "a, b, c, d, e and f"
    assert listed("abcdefgh") == "a, b, c, d, e, f and 2 more"


def test_long_stages_end_with_the_number_of_the_others() -> None:
    assert shortened("abcdef") == tuple("abcdef")
    assert shortened(f"n{number}" for number in range(12)) == (
        "n0", "n1", "n2", "n3", "n4", "n5", "and 6 more",
    )  # fmt: skip
