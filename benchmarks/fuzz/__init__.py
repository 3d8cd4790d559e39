"""Inputs and requests that nobody makes, in great numbers: see ``__main__``."""
