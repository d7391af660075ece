"""Counts with their nouns and verbs, so that no sentence speaks of "1 terms"."""


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Write a count in figures with its noun, as notes do.

    Args:
        count: how many there are.
        noun: of what, in the singular.
        plural: its plural, where that is more than an s.

    Example:
        >>> counted(1, "match", "matches"), counted(1201, "match", "matches"), counted(0, "term")
        ('1 match', '1,201 matches', '0 terms')
    """
    return f"{count:,} {_noun(count, noun, plural)}"


def number_of(count: int, noun: str, plural: str | None = None) -> str:
    """Write a count with its noun, as `counted` does, with none and one in words, as in prose.

    Example:
        >>> number_of(1, "document"), number_of(1201, "document"), number_of(0, "match", "matches")
        ('one document', '1,201 documents', 'no matches')
    """
    number = {0: "no", 1: "one"}.get(count, f"{count:,}")
    return f"{number} {_noun(count, noun, plural)}"


def is_are(count: int) -> str:
    """Choose the verb for a number of things."""
    return "is" if count == 1 else "are"


def was_were(count: int) -> str:
    """Choose the verb for a number of things that were."""
    return "was" if count == 1 else "were"


def verb(count: int, plain: str) -> str:
    """Give a verb the ending that goes with a number of things.

    Example:
        >>> verb(1, "stand"), verb(2, "stand")
        ('stands', 'stand')
    """
    return plain + "s" * (count == 1)


def _noun(count: int, noun: str, plural: str | None) -> str:
    return noun if count == 1 else plural or noun + "s"
