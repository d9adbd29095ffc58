"""Follows the pointers of a document."""

from chatserver.documents.answers import pointers


def dangling(document: dict[str, object]) -> list[str]:
    """The pointers that lead nowhere."""
    return [pointer for pointer in pointers(document) if not _leads(document, pointer)]


def _leads(document: object, pointer: str) -> bool:
    for part in pointer.removeprefix("#/").split("/"):
        if not isinstance(document, dict) or part not in document:
            return False
        document = document[part]
    return True
