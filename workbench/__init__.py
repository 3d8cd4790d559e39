"""Review AI translations of Italian news: clean, align, check, score, correct, export."""

from workbench.errors import WorkbenchError
from workbench.model import Finding, Link, Paragraph

__version__ = "0.1.0"

__all__ = ["Finding", "Link", "Paragraph", "WorkbenchError", "__version__"]
