"""What people do with the workbench; every use case owns its transaction."""

from workbench.workflow.importing import Imported, article_folders, import_folder, import_pair
from workbench.workflow.jobs import end_interrupted, job, start_measuring, start_rescore
from workbench.workflow.previews import (
    Unfinished,
    discard_preview,
    discard_waiting,
    import_preview,
    unfinished,
)
from workbench.workflow.queue import Waiting, queue, set_deadline
from workbench.workflow.reading import (
    checks,
    compared,
    export,
    history,
    outlets,
    outlines,
    segment,
    successor,
    summaries,
    version,
)
from workbench.workflow.receiving import Intake, Received, receive
from workbench.workflow.renewing import Renewal
from workbench.workflow.repair import (
    Aside,
    Pairing,
    last_step,
    merge_with_next,
    pairing_of,
    redo,
    repair,
    split_at_caret,
    undo,
)
from workbench.workflow.review import (
    apply_suggestion,
    dismiss,
    dismiss_while_typing,
    revert,
    save,
    take_both,
    undismiss,
)
from workbench.workflow.scoring import article_scores, measure, rescore
from workbench.workflow.systems import Measured, measure_systems, measured

__all__ = [
    "Aside",
    "Imported",
    "Intake",
    "Measured",
    "Pairing",
    "Received",
    "Renewal",
    "Unfinished",
    "Waiting",
    "apply_suggestion",
    "article_folders",
    "article_scores",
    "checks",
    "compared",
    "discard_preview",
    "discard_waiting",
    "dismiss",
    "dismiss_while_typing",
    "end_interrupted",
    "export",
    "history",
    "import_folder",
    "import_pair",
    "import_preview",
    "job",
    "last_step",
    "measure",
    "measure_systems",
    "measured",
    "merge_with_next",
    "outlets",
    "outlines",
    "pairing_of",
    "queue",
    "receive",
    "redo",
    "repair",
    "rescore",
    "revert",
    "save",
    "segment",
    "set_deadline",
    "split_at_caret",
    "start_measuring",
    "start_rescore",
    "successor",
    "summaries",
    "take_both",
    "undismiss",
    "undo",
    "unfinished",
    "version",
]
