"""Show sentences, computed from the data, as paragraphs."""

from dataclasses import dataclass
from html import escape

from summit_analysis.errors import SummitAnalysisError


@dataclass(frozen=True)
class Answer:
    """Paragraphs that show themselves; made by `answer`."""

    paragraphs: tuple[str, ...]

    def __str__(self) -> str:
        """The paragraphs as plain text."""
        return "\n\n".join(self.paragraphs)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        inner = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.paragraphs)
        return f'<div class="sa-answer">{inner}</div>'


def answer(*paragraphs: str) -> Answer:
    """Show findings as running text, one paragraph each.

    The text may quote documents, so it is shown as it is: nothing in it becomes markup.

    Args:
        *paragraphs: sentences, as the functions of `findings` write them; empty ones are left out.

    Returns:
        An `Answer`, which shows itself in a notebook. In a report the first one of a notebook is
        the answer that the index page quotes.

    Raises:
        SummitAnalysisError: a paragraph is no text.

    Example:
        >>> print(answer("Japan is named most.", ""))
        Japan is named most.
    """
    odd = [part for part in paragraphs if not isinstance(part, str)]
    if odd:
        raise SummitAnalysisError(f"answer() takes sentences, not {type(odd[0]).__name__}.")
    return Answer(tuple(text for text in (part.strip() for part in paragraphs) if text))
