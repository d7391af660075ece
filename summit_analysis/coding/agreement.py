"""Agreement corrected for chance, with NLTK's measures."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from summit_analysis.coding.coded_sheets import Key


def label_kappas(
    coded: Mapping[Key, AbstractSet[str]], found: Mapping[Key, AbstractSet[str]], labels: list[str]
) -> list[float]:
    """Compute Cohen's kappa of each label, sentence by sentence.

    Args:
        coded: the labels of every coded sentence.
        found: the labels found in them; a sentence without any may be missing.
        labels: which to compute, in order.

    Returns:
        Kappa (Cohen 1960) by label; missing where one side uses the label everywhere or nowhere
        together with the other, so that chance alone explains all.
    """
    from nltk.metrics.agreement import AnnotationTask

    kappas = []
    for label in labels:
        said = {
            key: (label in topics, label in found.get(key, ())) for key, topics in coded.items()
        }
        if len({value for pair in said.values() for value in pair}) < 2:
            kappas.append(float("nan"))
            continue
        data = [
            (coder, key, pair[place])
            for key, pair in said.items()
            for place, coder in enumerate(("sheet", "lexicon"))
        ]
        kappas.append(float(AnnotationTask(data=data).kappa()))
    return kappas


def masi_alpha(
    coded: Mapping[Key, AbstractSet[str]], found: Mapping[Key, AbstractSet[str]]
) -> float:
    """Compute Krippendorff's alpha over sets of labels with the MASI distance.

    Args:
        coded: the labels of every coded sentence.
        found: the labels found in them.

    Returns:
        Alpha (Krippendorff 1980) with MASI (Passonneau 2006); 1 is full agreement, 0 chance. No
        label at all is a label of its own, since MASI has no distance between empty sets.
    """
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import masi_distance

    empty = frozenset({"(none)"})
    data = [
        (coder, key, frozenset(topics) or empty)
        for key, own in coded.items()
        for coder, topics in (("sheet", own), ("lexicon", found.get(key, frozenset())))
    ]
    if len({topics for _, _, topics in data}) < 2:
        return 1.0
    return float(AnnotationTask(data=data, distance=masi_distance).alpha())
