"""Corrected articles as files, one module per format."""

from workbench.export.txt import Export, export_text

__all__ = ["Export", "export_text"]
