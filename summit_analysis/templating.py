"""The templates and style sheets that come with the package."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).resolve().parent / "templates"


@cache
def template(name: str) -> "Template":
    """Open a template; what is put into it is escaped."""
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    return environment.get_template(name)


@cache
def style_sheet(name: str) -> str:
    """Read a style sheet."""
    return (TEMPLATES / name).read_text(encoding="utf-8").strip()
