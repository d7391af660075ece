"""What can go wrong, said so that a reader knows which file and what to do."""


class SummitAnalysisError(Exception):
    """Base of every error this library raises on purpose."""


class LoadError(SummitAnalysisError):
    """A file, folder or table could not become documents."""


class FetchError(SummitAnalysisError):
    """A page could not be fetched, or may not be.

    Attributes:
        again: whether it may work another time.
    """

    def __init__(self, message: str, *, again: bool = False) -> None:
        super().__init__(message)
        self.again = again


class LexiconError(SummitAnalysisError):
    """A lexicon is malformed; the message names the file and the entry."""


class PatternError(SummitAnalysisError):
    """A search pattern cannot be understood or would match everything."""


class CorpusError(SummitAnalysisError):
    """A corpus cannot answer: an unknown document, column or an empty side."""


class SheetError(SummitAnalysisError):
    """A coding sheet is malformed, or names documents, sentences or labels that are not there."""


class ReportError(SummitAnalysisError):
    """A notebook failed or a report could not be written."""


class SummitAnalysisWarning(UserWarning):
    """Something was left out or guessed, and the result still stands."""
