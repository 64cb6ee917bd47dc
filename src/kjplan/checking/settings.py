"""How a check is set: which rules, which severities, from where on it fails; as a configuration file says it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from kjplan.checking.findings import SEVERITIES
from kjplan.checking.rules import resolve
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Severity
from kjplan.storage.configuration import Configuration

KEYS = ("select", "ignore", "severity", "fail-at", "per-file-ignores")
"""What a configuration may say."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for the check of one file."""

    select: tuple[str, ...] = ()
    """Codes, groups or first words of codes of the rules to run; all where empty."""
    ignore: tuple[str, ...] = ()
    """The same, of rules to leave out."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Severities other than the rules' own, by code."""
    fail_at: Severity = "error"
    """The severity from which on the check fails."""

    def over(
        self, *, select: Iterable[str], ignore: Iterable[str], severity: Iterable[str], fail_at: Severity | None
    ) -> "Settings":
        """These settings with those of the command line laid over them.

        :param select: replaces the selection where it is not empty
        :param ignore: adds to what is ignored
        :param severity: ``CODE=error`` and the like, one by one
        :param fail_at: replaces the severity that fails where it is given
        :raises KjplanError: unknown codes or severities
        """
        return replace(
            self,
            select=tuple(select) or self.select,
            ignore=(*self.ignore, *ignore),
            severity={**self.severity, **severities(severity)},
            fail_at=fail_at or self.fail_at,
        )


def severities(given: Iterable[str]) -> dict[str, Severity]:
    """Severities by code from words such as ``no-deadlines=error`` or ``blanks=warning``.

    :raises KjplanError: no ``=``, or an unknown code or severity
    """
    found: dict[str, Severity] = {}
    for word in given:
        name, sign, value = word.partition("=")
        if not sign:
            tip = say("写法：no-deadlines=error", "write no-deadlines=error")
            raise KjplanError(say("缺少级别", "a code without its severity"), word, tip)
        found |= dict.fromkeys(resolve(name), _severity(value.strip()))
    return found


def _severity(value: object) -> Severity:
    """A severity by name.

    :raises KjplanError: there is none of that name
    """
    for severity in SEVERITIES:
        if value == severity:
            return severity
    raise KjplanError(say("没有这个级别", "no such severity"), str(value), ", ".join(SEVERITIES))


def settings_from(configuration: Configuration | None, path: Path | None = None) -> Settings:
    """What a configuration says about one file.

    :param configuration: None for none
    :param path: the file, for ``per-file-ignores``
    :raises KjplanError: unknown keys, codes or severities, or values of a wrong type; file and key are named
    """
    if configuration is None:
        return Settings()
    table = configuration.table
    for key in table:
        if key not in KEYS:
            tip = say("可用：", "choose from ") + ", ".join(KEYS)
            raise configuration.error(say("配置中有不认识的键", "unknown key in the configuration"), key, tip)
    ignore = _codes(configuration, "ignore", table.get("ignore", []))
    for pattern, words in _table(configuration, "per-file-ignores").items():
        codes = _codes(configuration, f"per-file-ignores.{pattern}", words)
        if path is not None and _fits(path, configuration.path.parent, pattern):
            ignore += codes
    severity = _severities(configuration)
    fail_at = _configured(configuration, "fail-at", table.get("fail-at", "error"))
    return Settings(_codes(configuration, "select", table.get("select", [])), ignore, severity, fail_at)


def _severities(configuration: Configuration) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for name, value in _table(configuration, "severity").items():
        key = f"severity.{name}"
        severity = _configured(configuration, key, value)
        found |= {code: severity for word in _codes(configuration, key, [name]) for code in resolve(word)}
    return found


def _configured(configuration: Configuration, key: str, value: object) -> Severity:
    try:
        return _severity(value)
    except KjplanError as error:
        raise configuration.error(str(error), key, error.tip) from None


def _table(configuration: Configuration, key: str) -> dict[str, Any]:
    value = configuration.table.get(key, {})
    if not isinstance(value, dict):
        raise configuration.error(say("这里应是一张表", "a table is wanted"), key)
    return value


def _codes(configuration: Configuration, key: str, words: object) -> tuple[str, ...]:
    """A list of codes, each of which stands for at least one rule."""
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        tip = say('如 ["no-deadlines", "blanks"]', 'such as ["no-deadlines", "blanks"]')
        raise configuration.error(say("这里应是代码的列表", "a list of codes is wanted"), key, tip)
    for word in words:
        try:
            resolve(word)
        except KjplanError as error:
            raise configuration.error(str(error), key, error.tip) from None
    return tuple(words)


def _fits(path: Path, folder: Path, pattern: str) -> bool:
    """Whether a pattern means a file: by its name, or by its way from the folder of the configuration."""
    try:
        way = path.absolute().relative_to(folder.absolute()).as_posix()
    except ValueError:
        way = path.as_posix()
    return fnmatch(way, pattern) or fnmatch(path.name, pattern)


def as_codes(codes: str | Iterable[str]) -> tuple[str, ...]:
    """The codes in strings that each name one, or several with commas between; one string is no list of its characters."""
    given = (codes,) if isinstance(codes, str) else codes
    return tuple(code.strip() for words in given for code in words.split(",") if code.strip())
