"""Text that a spreadsheet will not run as a formula."""

import re
from typing import Any

# A spreadsheet runs a cell that begins with one of these (OWASP, "CSV Injection").
RE_FORMULA = re.compile(r"\s*[=+\-@\t\r\n]")
RE_DISARMED = re.compile(r"'(?=\s*[=+\-@\t\r\n'])")


def disarm(value: Any) -> Any:
    """Put an apostrophe before text that a spreadsheet would run.

    Example:
        >>> disarm("=1+1"), disarm("Japan"), arm(disarm("- The two leaders met."))
        ("'=1+1", 'Japan', '- The two leaders met.')
    """
    if not isinstance(value, str):
        return value
    return f"'{value}" if RE_FORMULA.match(value) or RE_DISARMED.match(value) else value


def arm(value: Any) -> Any:
    """Undo `disarm`."""
    return RE_DISARMED.sub("", value, count=1) if isinstance(value, str) else value
