"""Texts and names cut to the room there is."""


def shortened(text: str, most: int) -> str:
    """Cut a text that is too long, between words where that leaves at least half of the room.

    Args:
        text: what to cut.
        most: how many characters there may be, with the mark of what is left out.

    Example:
        >>> shortened("The Lanner Strait Forum", 30), shortened("The Lanner Strait Forum", 16)
        ('The Lanner Strait Forum', 'The Lanner …')
        >>> shortened("Interparliamentary", 10)
        'Interparl…'
    """
    if len(text) <= most:
        return text
    words = text[: most - 1].rpartition(" ")[0].rstrip()
    return f"{words} …" if len(words) >= most / 2 else f"{text[: most - 1]}…"
