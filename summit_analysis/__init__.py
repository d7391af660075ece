"""Load diplomatic text and ask plain questions of it: words, topics, phrases.

The public names are listed in `__init__.pyi`. Each is imported when it is first used, so that
importing the package costs next to nothing.
"""

import lazy_loader

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
