"""Findings as GitHub shows them at the lines of a pull request: ``::error file=…,line=…,col=…::message``, and what to do below.

What a workflow prints is read as commands, so nothing of a document may end a line or a property: see
``_data`` and ``_property``, which escape what GitHub's own toolkit escapes.
"""

from kjplan.checking.files import Examined
from kjplan.checking.findings import Finding
from kjplan.checking.rules import RULES
from kjplan.language import say
from kjplan.model import Severity
from kjplan.output.escape import visible
from kjplan.output.remarks import is_as_in_file, remarks

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def to_github(examined: list[Examined]) -> str:
    """All findings as workflow commands, one a line; then what did not run, and what was left out."""
    lines: list[str] = []
    for one in examined:
        lines += [_annotation(finding, one) for finding in one.report.findings]
        lines += [_note(one.where, words) for words in remarks(one)]
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding, one: Examined) -> str:
    properties = {} if finding.path is None else {"file": finding.path}
    message = finding.message
    if finding.line is not None and not is_as_in_file(one, finding):
        message += say(f"（文字第 {finding.line} 行）", f" (line {finding.line} of its text)")
    elif finding.line is not None:
        properties |= {"line": str(finding.line), "col": str(finding.column)}
        properties |= _end(finding, one)
    properties["title"] = f"kjplan {finding.code}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    told = visible(message) if finding.code not in RULES else f"{visible(message)}\n{RULES[finding.code].fix.say()}"
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(told)}"


def _end(finding: Finding, one: Examined) -> dict[str, str]:
    """The end of a finding that stays on its line; GitHub refuses columns over several."""
    if finding.span is None or one.source is None:
        return {}
    line, column = one.source.position(finding.span[1] - 1)
    return {"endLine": str(line), "endColumn": str(column)} if line == finding.line else {}


def _note(path: str, words: str) -> str:
    return f"::notice file={_property(path)},title=kjplan::{_data(visible(words))}"


def _data(text: str) -> str:
    """A message: what would end it or the line is escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value: the same, and what would end the value."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
