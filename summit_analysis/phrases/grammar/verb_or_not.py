"""Tell a verb from the noun or adjective it looks like."""

from summit_analysis.phrases.grammar.sentence_items import Sentence
from summit_analysis.phrases.grammar.word_lists import Grammar


def is_adjective(sentence: Sentence, verb: int, lemma: str, joined: str, grammar: Grammar) -> bool:
    """Say whether an -ed form is an adjective or a passive participle, not a verb."""
    words, end = sentence.words, len(sentence.words)
    following = words[verb + 1] if verb + 1 < end else ""
    sets = grammar.sets
    if not following or following in (",", ";", "by"):
        return lemma not in ("agree",)
    if following in sets["determiners"] or following in sets["possessives"] or following == "that":
        return False
    if following == "to":
        return joined == "," and lemma in ("believe", "expect", "know", "think", "report", "intend")
    if following in ("on", "upon") and (
        lemma in ("found", "base", "center", "build", "set") or (lemma == "focus" and joined == ",")
    ):
        return True
    if joined == "," and following in (
        "in",
        "at",
        "during",
        "between",
        "from",
        "under",
        "as",
        "with",
        "among",
    ):
        return lemma not in ("meet", "speak", "engage", "participate", "agree", "concur", "consult")
    if lemma not in sets["adjectival"]:
        return False
    if following in sets["prepositions"]:
        return lemma in (
            "share",
            "aim",
            "continue",
            "renew",
            "increase",
            "establish",
            "recognize",
            "reach",
            "adopt",
            "announce",
            "launch",
            "sign",
            "issue",
            "conclude",
        )
    if lemma == "share":
        noun_words = words[verb + 1 : verb + 6]
        return not any(
            word.rstrip("s")
            in (
                "concern",
                "view",
                "practice",
                "position",
                "experience",
                "intention",
                "recognition",
                "assessment",
                "understanding",
                "determination",
                "information",
                "hope",
                "expectation",
                "perspective",
            )
            for word in noun_words
        )
    return not sentence.printed[verb + 1][:1].isupper() and lemma not in (
        "welcome",
        "support",
        "raise",
        "address",
    )


def governs(sentence: Sentence, verb: int, grammar: Grammar) -> bool:
    """Say whether a base form is used as a verb here: what follows can be its object."""
    words, end = sentence.words, len(sentence.words)
    if verb + 1 >= end:
        return False
    following = words[verb + 1]
    sets = grammar.sets
    if following in (",", ";"):
        # "build, accelerate, and advance": a verb list goes on.
        ahead = verb + 2
        while (ahead < end and words[ahead] in ("and", ",", "or")) or (
            ahead < end and words[ahead].endswith("ly")
        ):
            ahead += 1
        found = grammar.verbs.get(words[ahead]) if ahead < end else None
        return bool(found and "b" in found[1])
    if following in ("and", "or"):
        found = grammar.verbs.get(words[verb + 2]) if verb + 2 < end else None
        return bool(found and "b" in found[1])
    if following in ("of",) or following in sets["be"]:
        return False
    if following in ("for", "between", "among", "in", "at", "from", "towards", "toward", "by"):
        lemma = grammar.verbs.get(words[verb], (words[verb], ""))[0]
        return lemma in (
            "call",
            "look",
            "meet",
            "cooperate",
            "work",
            "collaborate",
            "invest",
            "engage",
            "participate",
            "act",
            "strive",
            "advocate",
            "press",
            "build",
            "refrain",
            "abstain",
            "remain",
            "stand",
            "join",
            "converge",
            "coordinate",
            "commit",
        )
    return True
