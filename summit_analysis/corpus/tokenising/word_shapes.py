"""Words shortened to what Punkt sees of those it does not know: letters, capitals, figures."""

import re
from string import ascii_lowercase, ascii_uppercase, digits

RE_WORDS = re.compile(r"\w+")
RE_LONG_RUN = re.compile(r"(?:xx(?=x)|XX(?=X)|1(?=1))(?P<more>x+|X+|1+)")
TO_SHAPE = str.maketrans(
    {letter: "x" for letter in ascii_lowercase}
    | {letter: "X" for letter in ascii_uppercase}
    | {digit: "1" for digit in digits}
)


def shape(piece: str, known: frozenset[str]) -> str:
    """Shorten the words of a piece, but for those that are known.

    Punkt knows words by its parameters only; of all others it sees whether they are capitals, and
    one letter or several, and of figures that they are figures.

    Example:
        >>> shape("[A/8820/Add.1].", frozenset(["a"]))
        '[A/1/Xxx.1].'
    """
    return RE_WORDS.sub(lambda word: shorten(word[0], known), piece)


def shorten(word: str, known: frozenset[str] = frozenset()) -> str:
    """Put one letter, two letters or a figure in the place of all runs of them in an unknown word.

    Example:
        >>> shorten("sovereignty"), shorten("Peace"), shorten("1945"), shorten("McMahon")
        ('xx', 'Xxx', '1', 'XxXxx')
    """
    if word.isascii() and word.isalpha() and (word.islower() or word.istitle()):
        short = ("Xxx" if word[0] < "a" else "xx")[: len(word)]
    else:
        letters = word.translate(TO_SHAPE)
        short = RE_LONG_RUN.sub(lambda run: run[0][: -len(run["more"])], letters)
    return word if word.lower() in known or short.lower() in known else short


def lengthened(piece: str, cut: int, known: frozenset[str]) -> int:
    """Find the character of a piece that a character of its shape, between words, stands for.

    Example:
        >>> piece, known = "peace.)Then", frozenset()
        >>> shape(piece, known)[:3], piece[: lengthened(piece, 3, known)]
        ('xx.', 'peace.')
    """
    for word in RE_WORDS.finditer(piece):
        if word.start() >= cut:
            break
        cut += len(word[0]) - len(shorten(word[0], known))
    return cut
