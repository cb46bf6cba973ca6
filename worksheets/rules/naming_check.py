"""Whether a naming rule can be used: its mask, and the example shown to whoever departs from it."""

from __future__ import annotations

from worksheets.plan.formats import name as name_format
from worksheets.plan.formats import unprintable
from worksheets.plan.markers import NAME_LENGTH
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.rules.mask import Mask, MaskError, read_mask


def usable_mask(worksheet: str, text: str) -> Mask:
    """Read the mask of a worksheet's rule. Raises MaskError."""
    wrong = unprintable(text, lines=False)
    if wrong:
        raise MaskError(f"The mask {wrong}; remove it.")
    mask = read_mask(text)
    if worksheet == ClusterOptions.slug and any(piece.cluster for piece in mask.pieces):
        raise MaskError("{cluster} cannot stand in the rule for the cluster's own name.")
    return mask


def example_problem(example: str, mask: Mask | None) -> str:
    """What is wrong with an example, or an empty text."""
    if not example:
        return "Enter a name that follows the mask; it is shown to whoever departs from it."
    if len(example) > NAME_LENGTH:
        return f"A name has at most {NAME_LENGTH} characters."
    wrong = unprintable(example, lines=False) or name_format(example)
    if wrong:
        return f"No row can be called so: it {wrong}."
    if mask is not None and mask.read(example, None) is None:
        return f"{example} does not follow the mask {mask.text}; correct one of the two."
    return ""
