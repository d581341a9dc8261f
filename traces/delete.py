"""Taking a trace away for good: the only way out of a store that can otherwise only grow."""

import shutil

from traces.database import TraceError, connect, forget, readable_errors
from traces.store import TraceStore
from traces.writer import WriterLock


def delete(store: TraceStore, trace: str) -> str:
    """Delete a trace, its events and its files; returns its full id.

    Raises:
        TraceError: there is no such trace, a process still writes it, or its files cannot be removed.
    """
    id = store.find(trace)
    folder = store.folder(id)
    folder.mkdir(parents=True, exist_ok=True)
    lock = WriterLock(folder)
    try:
        connection = connect(store.path)
        try:
            with readable_errors(store.path):
                forget(connection, id)
        finally:
            connection.close()
        shutil.rmtree(folder)
    except OSError as error:
        raise TraceError(f"the files of trace {id} cannot be removed: {error.strerror or error} ({folder})") from error
    finally:
        lock.release()
    return id
