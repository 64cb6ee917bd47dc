"""Fields that stand several on a line, in cells, behind titles or below a title said twice. All texts are invented."""

import pytest

import kjplan
from kjplan.model import Measure
from kjplan.reading.tidying.draft import Draft
from kjplan.reading.tidying.residue import take_out_residue
from tests.parsing.heads_text import BODY, PLAN, told

_TITLE = "甲市粮食局关于加强粮站管理的通知"
_TABLE = "| 公开事项名称: | 关于加强粮站管理的通知 | ||\n| 索引号: | 000019705/2022-00050 | 主办单位: | 甲市粮食局 |\n| 制发日期: | 2022-05-30 |\n\n关于加强粮站管理的通知\n"
_PUBLISHED: dict[str, object] = {"published_date": "2023-05-17", "document_number": "甲粮发〔2023〕28号"}

HEADS: list[tuple[str, dict[str, object]]] = [
    (
        f"{_TITLE}\n\n发布时间：2023-05-17 来源：甲市政府网 字号：[大][中][小]\n\n甲粮发〔2023〕28号\n\n{BODY}",
        _PUBLISHED,
    ),
    (f"{_TITLE}\n发布时间：2023-05-17 来源：甲市政府网 【字体：大 中 小】\n甲粮发〔2023〕28号\n{BODY}", _PUBLISHED),
    (
        f"# {_TITLE}\n\n_发布时间：2023-05-17_ _来源：甲市政府网_ _字号：\\[大\\]\\[中\\]\\[小\\]_\n\n甲粮发〔2023〕28号\n\n{BODY}",
        _PUBLISHED,
    ),
    (f"{_TITLE}\n发布时间：2023-05-17 字号：甲粮发〔2023〕28号\n{BODY}", _PUBLISHED),
    (
        f"{_TITLE}\n字号：大 中 小\n甲粮发〔2023〕28号\n{BODY}",
        {"document_number": "甲粮发〔2023〕28号", "published_date": None},
    ),
    (f"{_TITLE}\n来源：甲市粮食局       2023-05-17 09:12\n【字体：大中小】\n{BODY}", {"published_date": "2023-05-17"}),
    (
        f"| 目录项的基本信息 |\n\n{_TABLE}{BODY}",
        {"index_number": "000019705/2022-00050", "issuer": "甲市粮食局", "written_date": "2022-05-30"},
    ),
    (
        f"{_TABLE.replace('主办单位: | 甲市粮食局', '主办单位: | 甲市政府网')}{BODY}甲市粮食局\n2022年5月14日\n",
        {"index_number": "000019705/2022-00050", "issuer": "甲市粮食局", "written_date": "2022-05-14"},
    ),
    (
        f"关于印发《甲市2025年粮食重点工作安排》的通知(发布日期：2025年03月11日文号：甲粮环〔2025〕43号)\n\n各区人民政府：\n\n现将《甲市2025年粮食重点工作安排》印发给你们。\n\n甲市粮食局\n\n2026年4月15日\n\n甲市2025年粮食重点工作安排\n{PLAN}",
        {
            "title": "甲市2025年粮食重点工作安排",
            "document_number": "甲粮环〔2025〕43号",
            "published_date": "2025-03-11",
            "written_date": "2026-04-15",
        },
    ),
    (
        f"关于加强粮站管理的通知 发布日期：2025年03月11日 文号：甲粮环〔2025〕43号\n{BODY}",
        {
            "title": "关于加强粮站管理的通知",
            "document_number": "甲粮环〔2025〕43号",
            "published_date": "2025-03-11",
        },
    ),
    (f"关于加强粮站管理的通知（试行）\n{BODY}", {"title": "关于加强粮站管理的通知（试行）", "document_number": None}),
    (
        f"《关于本市粮站管理方案的通知》\n\n甲市粮食局关于本市粮站管理方案的通知\n\n甲粮价（2012）020号\n\n{BODY}\n附表\n| 名称 | 数量 |\n| 甲 | 3 |\n\n注：一、本表按月填。\n\n甲市粮食局\n\n二○一二年六月十五日\n",
        {"issuer": "甲市粮食局", "document_number": "甲粮价（2012）020号", "written_date": "2012-06-15"},
    ),
    (
        f"{_TITLE}\n{BODY}\n附件\n某粮库验收意见\n粮库已经建成。\n乙县粮食局\n2012年6月15日\n",
        {"issuer": "甲市粮食局", "written_date": None},
    ),
    (f"关于印发甲市粮站办法的通知\n甲市粮站办法\n{BODY}", {"title": "甲市粮站办法"}),
    (
        f"2022年5月粮站运行监测情况\n\n作者：发布时间：2022-06-09\n\n{PLAN}",
        {"title": "2022年5月粮站运行监测情况", "published_date": "2022-06-09"},
    ),
    (
        "仓储,设施,基础,发展,粮食,改造\n关于第9次会议第3号提案答复的函\n关于第9次会议第3号提案答复的函\n甲粮提〔2024〕11号\n您提出的提案收悉，现答复如下：\n一、关于建设\n建成粮库。\n",
        {"title": "关于第9次会议第3号提案答复的函", "document_number": "甲粮提〔2024〕11号"},
    ),
    (
        f"市粮食局关于进一步规范\n\n粮站建设管理有关事项的通知\n\n{BODY}",
        {"title": "市粮食局关于进一步规范粮站建设管理有关事项的通知", "issuer": "市粮食局"},
    ),
    (
        f"市粮食局关于粮站建设管理的规定\n粮站建设管理的规定自发布之日起施行。\n{BODY}",
        {"title": "市粮食局关于粮站建设管理的规定"},
    ),
    (
        f"甲省政府办公厅\n关于印发甲省加快建设现代\n粮库体系实施方案的通知\n各市：\n《甲省加快建设现代粮库体系的实施方案》已经省政府同意，现印发给你们。\n甲省政府办公厅\n2024年2月7日\n甲省加快建设现代\n粮库体系的实施方案\n{PLAN}",
        {"title": "甲省加快建设现代粮库体系的实施方案"},
    ),
    (f"9部门印发《推动粮站建设方案》的通知\n{BODY}", {"issuer": None}),
    (f"甲市粮食局等9部门印发《推动粮站建设方案》的通知\n{BODY}", {"issuer": "甲市粮食局等9部门"}),
    (f"某二中团委2009学年工作计划\n{PLAN}", {"issuer": "某二中团委"}),
    (f"甲市工会2023年工作要点\n{PLAN}", {"issuer": "甲市工会"}),
    (f"甲市公立医院2022年改革工作要点\n{PLAN}", {"issuer": None}),
    (f"全市幼儿园2022年工作要点\n{PLAN}", {"issuer": None}),
]


@pytest.mark.parametrize(("text", "fields"), HEADS)
def test_fields_are_read_where_pages_put_them(text: str, fields: dict[str, object]) -> None:
    assert told(text, fields) == fields


@pytest.mark.parametrize(("last", "due"), [("2009年9月", []), ("2009年9月完成验收。", ["2009年9月"])])
def test_a_month_alone_on_the_last_line_dates_the_plan(last: str, due: list[str]) -> None:

    plan = kjplan.parse(f"某二中团委2009学年工作计划\n{PLAN}（三）清理码头。加强清理。\n{last}\n")
    tasks = [node for node in plan.walk(Measure) if node.title == "清理码头"]
    assert [d.text for task in tasks for d in task.due] == due


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("_发布_ 甲", "发布 甲"),
        ("甲_乙_丙", "甲_乙_丙"),
        ("_年_月_日", "_年_月_日"),
        ("见\\[大\\]", "见[大]"),
        ("C:\\粮库", "C:\\粮库"),
    ],
)
def test_what_is_left_of_slanted_and_escaped_markdown(text: str, words: str) -> None:

    draft = Draft(text)
    take_out_residue(draft)
    assert draft.text == words
