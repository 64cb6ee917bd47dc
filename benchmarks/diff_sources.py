"""Real plans to change, and real words of other offices to change them with.

The shipped 2022 notice, and, where the corpus stands beside the checkout, the documents of its half a (the half by a hash
of the id, as its scorer has it; half b stays out of sight). Nothing of the corpus is copied into the project.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from kjplan.api import parse_file
from kjplan.model import Measure, Plan

ROOT = Path(__file__).parent.parent
NOTICE = ROOT / "data" / "notices" / "workplan_2022.txt"
CORPUS = ROOT.parent / "shared" / "corpus"

_KINDS = {
    "central_gwr": "report",
    "hailar_gwr": "report",
    "province_gwr_2026": "report",
    "mee_flat": "environment",
    "gov_cn_flat": "policy",
    "gov_cn_2018_19": "policy",
    "pdf_docx_text": "city",
}
"""What each folder's documents are about; words are only ever taken from a document of another kind."""

_CLAUSE = re.compile(r"[^,，。;；:：\n]+")
_PLAIN = re.compile(r"[一-鿿、]{5,24}")

# Work of other offices, in words of our own: all there is to take from where the corpus is absent.
OWN_CLAUSES = [
    "修缮老旧小区排水管网",
    "完成背街小巷路灯亮化",
    "开展校园食品安全检查",
    "新开通三条公交线路",
    "清理河道淤泥和垃圾",
    "为独居老人安装呼叫器",
    "补植行道树和绿篱",
    "改扩建乡镇卫生院",
    "整治占道经营和乱停车",
    "举办社区邻里文化节",
    "疏通农村饮水管道",
    "检修供热换热站",
    "巡查森林防火瞭望塔",
    "发放春耕种子和化肥",
    "登记散养家禽免疫",
    "修补通村公路路面",
    "更换小区高空电梯",
    "收治流浪犬只",
]
OWN_TITLES = [
    "改善人居环境",
    "畅通城市交通",
    "守护食品安全",
    "丰富群众生活",
    "办好养老实事",
    "管好供水供热",
    "防治动物疫病",
    "养护农村公路",
]


@dataclass(frozen=True)
class Original:
    """A real plan."""

    name: str
    """Folder and file, or notice_2022."""
    kind: str
    """What it is about; see ``_KINDS``."""
    plan: Plan


@dataclass(frozen=True)
class Donor:
    """Words of offices that do other work."""

    clauses: tuple[str, ...]
    titles: tuple[str, ...]
    tasks: tuple[tuple[str, str], ...]
    """Whole tasks: title and text."""


@cache
def originals() -> tuple[Original, ...]:
    """Every real plan that holds at least six measures with some text, the shipped notice first."""
    found = [Original("notice_2022", "science", parse_file(NOTICE).plan)]
    for folder, kind in _KINDS.items():
        for path in sorted((CORPUS / folder).glob("*.txt")):
            if not path.name.endswith(".html.txt") and _in_half_a(folder, path):
                found.append(Original(f"{folder}/{path.stem}", kind, parse_file(path).plan))
    return tuple(one for one in found if sum(len(m.text) >= 30 for m in one.plan.measures) >= 6)


def _in_half_a(folder: str, path: Path) -> bool:
    identity = f"{folder}__{path.name.split('.')[0]}"
    return hashlib.sha256(identity.encode()).digest()[0] % 2 == 0


@cache
def donor(kind: str) -> Donor:
    """Words from all documents that are about something else than ``kind``."""
    others = [one for one in originals() if one.kind != kind and not {one.kind, kind} <= {"report", "city", "policy"}]
    measures = list(chain.from_iterable(one.plan.measures for one in others if one.name != "notice_2022"))
    clauses = {c for m in measures for c in _CLAUSE.findall(m.text) if _PLAIN.fullmatch(c)}
    titles = {m.title for m in measures if m.title and _PLAIN.fullmatch(m.title)}
    tasks = {(m.title, m.text) for m in measures if m.title in titles and _is_task(m)}
    own_tasks = [(title, f"{'，'.join(OWN_CLAUSES[2 * n : 2 * n + 4])}。") for n, title in enumerate(OWN_TITLES)]
    if len(tasks) < len(own_tasks):
        return Donor(tuple(OWN_CLAUSES), tuple(OWN_TITLES), tuple(own_tasks))
    return Donor(tuple(sorted(clauses)), tuple(sorted(titles)), tuple(sorted((t or "", x) for t, x in tasks)))


def _is_task(measure: Measure) -> bool:
    return 40 <= len(measure.text) <= 400 and not measure.items and not re.search(r"[0-9\n]", measure.text)
