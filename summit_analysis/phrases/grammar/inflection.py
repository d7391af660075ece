"""The forms of an English verb, by rule, with the irregular ones given."""

from collections.abc import Mapping, Sequence

VOWELS = "aeiou"


def verb_forms(lemma: str, irregular: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Make the forms of a verb.

    Args:
        lemma: the verb as a dictionary lists it; of `co-host` the last part is inflected.
        irregular: past and participle of the verbs that no rule makes.

    Returns:
        Each form and its letters: `b` base, `s` third person, `d` past, `n` past participle,
        `g` the form in -ing. One form can be several things.

    Example:
        >>> verb_forms("agree", {})
        {'agree': 'b', 'agrees': 's', 'agreed': 'dn', 'agreeing': 'g'}
        >>> sorted(verb_forms("speak", {"speak": ["spoke", "spoken"]}))
        ['speak', 'speaking', 'speaks', 'spoke', 'spoken']
    """
    if lemma in irregular:
        past, participle = irregular[lemma]
        doubled = past.endswith("ed") and past != lemma + "ed" and not lemma.endswith(("e", "y"))
        stem = past[:-2] if doubled else _stem(lemma)
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        past = participle = lemma[:-1] + "ied"
        stem = lemma
    else:
        stem = _stem(lemma)
        past = participle = lemma + "d" if lemma.endswith("e") else stem + "ed"
    if lemma in irregular and lemma.endswith(
        ("set", "sit", "put", "cut", "let", "get", "run", "win", "bid")
    ):
        stem = lemma + lemma[-1]
    if lemma == "begin":
        stem = "beginn"
    forms: dict[str, str] = {}
    for form, letter in (
        (lemma, "b"),
        (_third_person(lemma), "s"),
        (past, "d"),
        (participle, "n"),
        (stem + "ing", "g"),
    ):
        forms[form] = forms.get(form, "") + letter
    return forms


def _stem(lemma: str) -> str:
    """Return what -ing is added to."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "y"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1]
    return lemma


def _third_person(lemma: str) -> str:
    if lemma == "have":
        return "has"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma + "s"


def singular(noun: str) -> str:
    """Return the singular of a regular plural noun.

    Example:
        >>> [singular(noun) for noun in ("views", "ties", "countries", "emphasis", "forces")]
        ['view', 'tie', 'country', 'emphasis', 'force']
    """
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is", "news")):
        return noun
    if noun.endswith("ies") and len(noun) == 4:
        return noun[:-1]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1]
