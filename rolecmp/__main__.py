"""The console entry point: ``rolecmp`` and ``python -m rolecmp`` both start here."""

import gc
import os
import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit with its code."""
    code = _INTERRUPTED
    try:
        code = _run()
    except KeyboardInterrupt:
        pass
    except SystemExit as leaving:  # a shell's completion, answered inside Typer
        code = leaving.code if isinstance(leaving.code, int) else 1
    _leave(code)


def _run() -> int:
    # A run lives for a fraction of a second and makes no cycles worth finding: without the
    # collector a small command is a tenth faster, reading a large catalog a quarter. Only
    # the process that is ours alone may decide this, so no library module does.
    gc.disable()
    import signal

    # Nothing has been written yet that would have to be cleared away, and an exception may be
    # raised in a callback of the import system, which prints it and goes on. Where interrupts
    # are ignored, as behind nohup, they stay so.
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeded:
        signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
    from rolecmp.cli import run

    if heeded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return run(sys.argv[1:])


def _leave(code: int) -> None:
    """Leave without taking the interpreter apart, a sixth of the time of a small command."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # closed, or its reader gone: there is nobody to tell
            pass
        except KeyboardInterrupt:  # while what reads the answer keeps it waiting
            code = _INTERRUPTED
    os._exit(code)


if __name__ == "__main__":
    main()
