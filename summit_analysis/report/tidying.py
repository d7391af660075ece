"""Make a notebook's outputs say the same from run to run and from machine to machine."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbformat import NotebookNode

RE_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+(?=>)")
RE_WARNED_IN = re.compile(r"^.*?([^/\\\n]+):(\d+): (\w*Warning): ", re.MULTILINE)
RE_PROGRESS = re.compile(r"^.*\r(?!\n)", re.MULTILINE)


def tidy_outputs(notebook: "NotebookNode") -> None:
    """Drop memory addresses, overwritten progress lines and the folders that warnings name."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                output.text = tidy_text(output.text)
            elif "text/plain" in output.get("data", {}):
                output.data["text/plain"] = RE_ADDRESS.sub("", output.data["text/plain"])


def tidy_text(text: str) -> str:
    """Tidy what a cell printed.

    Example:
        >>> tidy_text("/usr/lib/python3/site-packages/kit/load.py:12: UserWarning: odd file")
        'load.py:12: UserWarning: odd file'
        >>> tidy_text("<object at 0x7f3a>")
        '<object>'
    """
    text = RE_PROGRESS.sub("", text)
    text = RE_WARNED_IN.sub(r"\1:\2: \3: ", text)
    return RE_ADDRESS.sub("", text)
