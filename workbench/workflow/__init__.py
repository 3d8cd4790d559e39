"""What people do with the workbench; every use case owns its transaction."""

from workbench.workflow.importing import Imported, article_folders, import_folder, import_pair
from workbench.workflow.jobs import end_interrupted, job, start_rescore
from workbench.workflow.reading import export, history, segment, summaries, version
from workbench.workflow.review import (
    apply_suggestion,
    dismiss,
    dismiss_while_typing,
    revert,
    save,
    undismiss,
)
from workbench.workflow.scoring import article_scores, rescore

__all__ = [
    "Imported",
    "apply_suggestion",
    "article_folders",
    "article_scores",
    "dismiss",
    "dismiss_while_typing",
    "end_interrupted",
    "export",
    "history",
    "import_folder",
    "import_pair",
    "job",
    "rescore",
    "revert",
    "save",
    "segment",
    "start_rescore",
    "summaries",
    "undismiss",
    "version",
]
