"""Tasks that a measure gives to named areas: zones and counties as a kind (区县(市)); places by their names are in ``places``."""

import re
from collections.abc import Sequence

from kjplan.extraction.names.names import AREA, AREA_ENDS, HINT
from kjplan.extraction.tables import tried_at
from kjplan.late import late
from kjplan.model import AreaTask
from kjplan.reading.text import Passage

AREAS = rf"(?:{AREA})(?:[、和及与](?:{AREA}))*"
REST = r"[^,。;!]{2,80}"
DOING = "(?=开展|建设|实施|制定|做好|落实|探索|推进|创建|打造|加强|建立|加快|出台|发展|组织|完善|布局|设立|推广|试点|建成|申报|争创|培育)"
"""A verb that makes what follows a task."""
_FORMS = (
    # 以经开区、航空港区为重点,开展智能物流应用推广; not 以高新技术企业为重点: no area
    rf"以(?P<areas1>{AREAS})(?:等)?为(?:重点|依托|核心|载体|试点|引领|主体)[,、]?(?P<task>{REST})",
    # 指导区县(市)开展绩效评价: the whole clause is the task
    rf"(?P<clause>(?:积极|重点|大力|加快)?(?:指导|支持|督促|鼓励|引导|推动|协调|组织|督导)(?P<areas2>{AREAS})(?:等地|等)?(?:先行先试|率先)?{DOING}{REST})",
    # 在经开区、航空港区开展试点; not 正在高新区建设
    rf"(?<![正现存旨所实外内潜])在(?P<areas4>{AREAS})(?:等地|等)?(?:率先|先行|重点|分别|同步|稳步)?(?P<there>{DOING}[一-鿿]{{2}}{REST})",
    # 积极发挥区县(市)能动性; not 发挥郑洛新国家自创区郑州片区创新引领作用
    rf"(?P<effect>(?:积极|充分|切实|更好)?(?:发挥|调动)(?P<areas3>{AREAS})(?:的)?[^,。;!]{{0,12}}?(?:能动性|积极性|主动性|创造性|作用|优势))",
)
_WHERE = {"task": "areas1", "clause": "areas2", "there": "areas4", "effect": "areas3"}
"""The group of the areas by that of the task, which ends last in each form."""
_OPENS = re.compile("[以积重大加指支督鼓引推协组在充切更发调]")
"""The first characters of the forms."""
_BEFORE = 20
"""A form begins no further before the end of an area's name: 更好发挥郑州高新技术产业开发区."""
_TASK = late("|".join(f"(?:{form})" for form in _FORMS))
_ONE = late(AREA)


def find_area_tasks(passage: Passage, ends: Sequence[int] | None = None) -> list[AreaTask]:
    """Tasks for areas in order, the task in the words of the text.

    以…为重点 and 在… give the areas and the task behind it; of 指导…开展… and 发挥…能动性 the whole clause is the task.

    :param ends: where what ``names.HINT`` finds in the passage ends, where that is known
    """
    folded = passage.folded
    found: list[AreaTask] = []
    places = _opened(folded, [m.end() for m in HINT.finditer(folded)] if ends is None else ends)
    for m in tried_at(places, _TASK, folded) if places else ():
        task = str(m.lastgroup)
        found.append(
            AreaTask(
                areas=[passage.text[a.start() : a.end()] for a in _ONE.finditer(folded, *m.span(_WHERE[task]))],
                task=passage.text[m.start(task) : m.end(task)],
                span=passage.span(*m.span()),
            )
        )
    return found


def _opened(folded: str, ends: Sequence[int]) -> list[int]:
    """Where a form may begin, near enough before the end of an area's name."""
    found: list[int] = []
    at = 0
    for end in ends:
        if folded[end - 1] in AREA_ENDS:
            found += [m.start() for m in _OPENS.finditer(folded, max(at, end - _BEFORE), end)]
            at = end
    return found
