"""Fuzz one target: ``python -m fuzz.run TARGET [--runs N] [--seconds N]``, with the extra ``fuzz`` installed.

What was learned is kept under ``.fuzz/TARGET`` and taken up by the next run; an input that breaks a promise is written beside
it as ``crash-…`` or ``timeout-…``.
"""

import argparse
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kjplan"]):
    from fuzz.seeds import dictionary, seeds
    from fuzz.targets import TARGETS

FOLDER = Path(".fuzz")
SLOWEST = 20
"""Seconds that one input may take, instrumented and on a busy machine; inputs are at most LONGEST bytes."""
LONGEST = 3000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--seconds", type=int, default=0)
    options = parser.parse_args()
    corpus = FOLDER / options.target
    corpus.mkdir(parents=True, exist_ok=True)
    for n, seed in enumerate(seeds(options.target)):
        (corpus / f"seed-{n:03}").write_bytes(seed)
    words = FOLDER / "words.dict"
    words.write_text(dictionary(), encoding="ascii")
    limits = [
        f"-runs={options.runs}",
        f"-max_total_time={options.seconds}",
        f"-max_len={LONGEST}",
        f"-timeout={SLOWEST}",
    ]
    quiet = [f"-dict={words}", f"-artifact_prefix={FOLDER}/{options.target}-", "-print_final_stats=1", "-verbosity=0"]
    atheris.Setup([sys.argv[0], str(corpus), *limits, *quiet], TARGETS[options.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
