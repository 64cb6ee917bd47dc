"""Findings as SARIF 2.1.0 (OASIS), which code-scanning services read: one run, the rules with their pages, the results.

The same findings give the same bytes wherever they are made: files are named by their way from the working folder, and
there are no times, machines or users in it.
"""

from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote
from zlib import crc32

from kjplan._version import __version__
from kjplan.checking.files import Examined
from kjplan.checking.findings import Finding
from kjplan.checking.rules import GROUPS, RULES, Rule, describe
from kjplan.model import Severity
from kjplan.output.escape import visible
from kjplan.output.remarks import is_as_in_file, remarks

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def to_sarif(examined: list[Examined]) -> dict[str, Any]:
    """All reports as one SARIF log, to be written as JSON."""
    index = {code: n for n, code in enumerate(RULES)}
    run = {
        "tool": {
            "driver": {
                "name": "kjplan",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule, group) for group, (_, rules) in GROUPS.items() for rule in rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "note", "message": {"text": visible(words)}, "locations": [_location(one.where)]}
                    for one in examined
                    for words in remarks(one)
                ],
            }
        ],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that kjplan was run in."}}},
        "columnKind": "unicodeCodePoints",
        "results": [result for one in examined for result in _results(one, index)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, group: str) -> dict[str, Any]:
    page = describe(rule.code)
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.what.say()},
        "fullDescription": {"text": rule.why.say()},
        "help": {"text": page, "markdown": _markdown(page)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [group]},
    }


def _markdown(page: str) -> str:
    """A rule's page as Markdown: its examples are indented by four, which makes them code; its words hold no marks."""
    return page.replace("<", "&lt;")


def _results(one: Examined, index: dict[str, int]) -> list[dict[str, Any]]:
    """The findings on one file. A result that stands twice on the same words is told apart by its number."""
    seen: dict[str, int] = {}
    results = []
    for finding in one.report.findings:
        print_ = _fingerprint(finding, one)
        seen[print_] = seen.get(print_, 0) + 1
        result: dict[str, Any] = {"ruleId": finding.code}
        if finding.code in index:
            result["ruleIndex"] = index[finding.code]
        result |= {
            "level": _LEVELS[finding.severity],
            "message": {"text": visible(finding.message)},
            "locations": [_location(finding.path, _region(finding, one))],
            "partialFingerprints": {"words/v1": f"{print_}:{seen[print_]}"},
        }
        if finding.path is None:
            del result["locations"]
        results.append(result)
    return results


def _fingerprint(finding: Finding, one: Examined) -> str:
    """A number that stays when lines above are added: made of the code and the words concerned."""
    words = one.source.text[slice(*finding.span)] if one.source and finding.span else finding.message
    return f"{crc32(f'{finding.code} {words}'.encode('utf-8', 'surrogatepass')):08x}"


def _location(path: str | None, region: dict[str, int] | None = None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(path or "")}
    if region is not None:
        place["region"] = region
    return {"physicalLocation": place}


def _artifact(path: str) -> dict[str, str]:
    """How a file is named: by its way from the working folder, or in full where it is outside of that."""
    way = Path(path)
    if way.is_absolute():
        try:
            way = way.relative_to(Path.cwd())
        except ValueError:
            return {"uri": way.as_uri()}
    uri = quote(PurePath(way).as_posix())
    return {"uri": uri} if uri.startswith("..") else {"uri": uri, "uriBaseId": _ROOT}


def _region(finding: Finding, one: Examined) -> dict[str, int]:
    """Where a finding stands. One about the whole is put on the first line: code scanning shows none without a line."""
    if finding.line is None or finding.column is None or not is_as_in_file(one, finding):
        return {"startLine": 1}
    region = {"startLine": finding.line, "startColumn": finding.column}
    if finding.span is not None and one.source is not None:
        start, end = finding.span
        line, column = one.source.position(end - 1)
        region |= {"endLine": line, "endColumn": column + 1, "charOffset": start, "charLength": end - start}
    return region
