"""Documents as collections, sites and extractors hand them on: numbered, with glued numbers, paths and pieces. All words are invented."""

import pytest

import kjplan
from kjplan.model import Measure
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text
from tests.parsing.heads_text import PLAN, told

_SENT = "各县人民政府：《青岚省码头工作要点》已经省政府同意，现印发给你们，请认真贯彻执行。"

HEADS: list[tuple[str, str, dict[str, object]]] = [
    (
        "an entry of a collection",
        f"1. 青岚省人民政府办公厅关于印发青岚省码头服\n务工作要点的通知（2023 年5 月10 日）\n青政办发〔2023〕38 号\n{_SENT}\n青岚省人民政府办公厅\n2023 年5 月10 日\n青岚省码头服务工作要点\n{PLAN}",
        {"title": "青岚省码头服务工作要点", "document_number": "青政办发〔2023〕38号", "written_date": "2023-05-10"},
    ),
    (
        "the same with a page between",
        f"12. 青岚省水利厅关于印发码头服务优化\n\n# Page 1231:\n提升工作要点的通知（2023 年6 月20 日）\n各处：\n现将要点印发给你们。\n{PLAN}",
        {"title": "码头服务优化提升工作要点", "written_date": "2023-06-20", "issuer": "青岚省水利厅"},
    ),
    (
        "a number glued to the title, signature and remark to the words",
        f"青岚省人民政府办公厅关于印发青岚省码头工作要点的通知青政办发〔2020〕43号\n\n{_SENT}青岚省人民政府办公厅2020年11月1日（此件公开发布）\n\n\n青岚省码头工作要点\n\n{PLAN}",
        {"title": "青岚省码头工作要点", "document_number": "青政办发〔2020〕43号", "written_date": "2020-11-01"},
    ),
    (
        "no glued number",
        f"青岚省关于印发全省码头方案的通知\n青政办发〔2020〕43号\n{PLAN}",
        {"title": "全省码头方案", "document_number": "青政办发〔2020〕43号"},
    ),
    (
        "names of the page above the title",
        f"关于加强码头管理的通知_青岚省水利厅\n首页\n信息公开\n在线办事\n互动回应\n专题专栏\n关于加强码头管理的通知\n2018-09-29 16:45\n来源：青岚水利\n{PLAN}",
        {"title": "关于加强码头管理的通知", "published_date": "2018-09-29"},
    ),
    (
        "who issues above the title",
        f"青岚市水利局\n青岚市财政局\n关于加强码头管理的通知\n{PLAN}",
        {"title": "青岚市水利局青岚市财政局关于加强码头管理的通知"},
    ),
    (
        "a path that ends in a kind of document",
        f"【关于做好2021年码头工作的通知(青水运〔2020〕17号)】-青岚省水利厅\n首页\n>\n政策\n>\n通知\n关于做好2021年码头工作的通知(青水运〔2020〕17号)\n发布时间：2020/12/02\n来源：\n运行处\n[ 打印 ]\n青岚省水利厅关于做好\n2021年码头工作的通知\n青水运〔2020〕17号\n各市水利局：\n{PLAN}",
        {
            "title": "青岚省水利厅关于做好2021年码头工作的通知",
            "document_number": "青水运〔2020〕17号",
            "published_date": "2020-12-02",
        },
    ),
    ("nothing but a kind", f"通知\n各科室：\n{PLAN}", {"title": "通知"}),
    (
        "a day and a title",
        f"2020年4月23日    关于完善码头补贴政策的通知\n{PLAN}",
        {"title": "关于完善码头补贴政策的通知", "written_date": "2020-04-23"},
    ),
    (
        "a bracket that is no day",
        f"青岚省水利厅关于加强码头管理的通知（2023年13月40日）\n{PLAN}",
        {"title": "青岚省水利厅关于加强码头管理的通知（2023年13月40日）", "written_date": None},
    ),
    (
        "a day and no title",
        f"2020年4月23日    码头开工\n关于完善码头补贴政策的通知\n{PLAN}",
        {"title": "关于完善码头补贴政策的通知", "written_date": None},
    ),
    (
        "a head in YAML",
        f"---\ntitle: 关于加强码头管理的意见\nicon: article\ndate: 2019-10-17\nauthor: 青岚省水利厅\ntag:\n  - 码头\n---\n\n{PLAN}",
        {"title": "关于加强码头管理的意见", "published_date": "2019-10-17", "issuer": "青岚省水利厅"},
    ),
    ("rules of a table and no head", f"---\n关于加强码头管理的意见\n---\n{PLAN}", {"title": "关于加强码头管理的意见"}),
    (
        "attachments whose links were lost",
        f"关于加强码头管理的通知\n{PLAN}特此通知。\n附件：\n青岚省水利厅\n2020年2月20日\n",
        {"written_date": "2020-02-20", "issuer": "青岚省水利厅"},
    ),
    (
        "several sign on one line",
        f"关于加强码头管理的通知\n（青水办〔2024〕21 号）\n{PLAN}青岚省水利厅办公室 青岚省交通厅综合司 2024年10月28日\n",
        {"written_date": "2024-10-28", "document_number": "青水办〔2024〕21号"},
    ),
    (
        "fields without colons",
        f"关于印发码头工作要点的通知\n\n2023-01-05 10:00 青岚区人民政府办公室\n索 引 号 MB1999522/2023-05475 发文日期 2023-01-03\n发布机构 区人民政府办公室 文    号 青政办〔2023〕1号\n分   类 政务公开 有 效 性 有效\n\n{PLAN}",
        {"published_date": "2023-01-05", "topic": "政务公开", "document_number": "青政办〔2023〕1号"},
    ),
    (
        "junk of a page above a title that names a document",
        f"电脑桌面\n添加到电脑桌面\n安装后可以快捷访问\n\n贯彻落实《关于加强码头工作的意见》的任务分解方案\n{PLAN}",
        {"title": "贯彻落实《关于加强码头工作的意见》的任务分解方案"},
    ),
]


@pytest.mark.parametrize(("text", "fields"), [case[1:] for case in HEADS], ids=[case[0] for case in HEADS])
def test_heads_as_they_are_handed_on(text: str, fields: dict[str, object]) -> None:
    assert told(text, fields) == fields
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    assert [task.title for task in parsed.plan.walk(Measure)] == ["建设粮库", "修缮渡口"]


def test_a_first_task_is_no_entry_of_a_collection() -> None:
    plan = kjplan.parse("1. 落实关于加强码头管理的通知（2023年5月10日）要求，建设码头。\n2. 修缮渡口。年底前完成。\n")
    assert (plan.title, [part.number for part in plan.parts]) == (None, ["1", "2"])


def test_html_left_in_a_text() -> None:
    text = "甲市2023年工作要点\n<p>一、重点任务</p>\n<p>1.<strong>建设码头。</strong>新建码头5座。</p><p>2.修缮渡口。<br>年底前完成。</p>\n"
    plan = kjplan.parse(text)
    assert [(t.title, t.text) for t in plan.walk(Measure)] == [
        ("建设码头", "新建码头5座。"),
        ("修缮渡口", "年底前完成。"),
    ]
    kept = kjplan.parse("甲市2023年工作要点\n一、重点任务\n1.建设码头。新建<p>标识码头5座。\n")
    assert "<p>" in next(kept.walk(Measure)).text


@pytest.mark.parametrize(
    ("mark", "tasks"), [("。", ["建设码头", "修缮渡口"]), (".", ["建设码头", "修缮渡口"]), ("，", [])]
)
def test_a_full_stop_for_the_dot_of_a_number(mark: str, tasks: list[str]) -> None:
    text = f"甲市2023年工作要点\n一、重点任务\n1{mark} 建设码头。新建码头5座。\n2{mark} 修缮渡口。年底前完成。\n"
    assert [t.title for t in kjplan.parse(text).walk(Measure) if t.title in ("建设码头", "修缮渡口")] == tasks


def test_entries_of_a_list_that_begin_with_a_year() -> None:
    text = (
        "关于印发2024年重点工作分解的通知\n各镇：\n现印发给你们，请执行。\n附件：1.2024年重点工作责任分解\n2.2024年实事责任分解\n甲市水利局\n"
        "2024年2月19日\n附件1\n2024年重点工作责任分解\n序号\n主  要  任  务\n责 任 单 位\n1\n新建码头5座。\n水利局\n2\n修缮渡口6处。\n交通局\n"
    )
    plan = kjplan.parse(text)
    assert [(t.title, [b.name for b in t.responsibility.bodies]) for t in plan.walk(Measure)] == [
        ("新建码头5座", ["水利局"]),
        ("修缮渡口6处", ["交通局"]),
    ]


_ROWS = [
    "甲市2023年工作要点",
    "一、重点任务",
    "（一）",
    "优化码头。省水利厅帮助各县归并泊位登记手续，",
    "缩短登记时",
    "间，按月公布泊位图，一并改造渡口报港登记系统和船舶报港查询网页",
    "面，把全部登记手续办结天数缩短到45个工作日以内，",
    "小型船",
    "舶缩短到9个工作日以内。同时推动船坞和货栈一起开放，让船民货主",
    "少跑一趟，",
    "（省水利厅、省交通厅按职",
    "责分工负责，6月底前完成）",
    "（二）",
    "提升航道。",
    "各县要把航道疏浚项目排好次序，先疏浚窄处，后疏浚",
    "浅处，把疏浚弃土堆放在指定滩地，不得占用耕地，船民可以按照枯水",
    "期通航次序在渡口报港登记系统里预约船坞，",
    "列入",
    "预约名册。推行夜间灯标、",
    "雾号、",
    "浮筒，改造老旧灯标的电源和锚链，推动全省航道灯标样式统一起来并",
    "公布。（省发展改革委负责）",
]


def test_pieces_of_lines_that_marks_broke_are_one_paragraph() -> None:
    text = "\n".join(_ROWS) + "\n"
    plan = kjplan.parse(text)
    tasks = list(plan.walk(Measure))
    assert [t.title for t in tasks] == ["优化码头", "提升航道"]
    assert [[b.name for b in t.responsibility.bodies] for t in tasks] == [["省水利厅", "省交通厅"], ["省发展改革委"]]
    assert partition_faults(text, parse_source(from_text(text)).leaves) == []


def test_a_list_whose_lines_end_with_commas_stays_a_list() -> None:
    text = "甲市2023年工作要点\n一、重点任务\n" + "".join(f"{n}.建设码头{n}号，\n" for n in range(1, 30))
    assert len(list(kjplan.parse(text).walk(Measure))) == 29


_FLAT = (
    "为了加强码头管理，现将有关工作通知如下：一、建设平台。" + "新建平台5个，加强服务，做好组织实施和监督检查。" * 14
    + "二、优化服务。" + "推进服务，做好宣传引导和督促落实，形成工作合力。" * 10 + "青岚省水利厅2024年10月28日"
)  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "number", "addressees"),
    [
        ("（青水办〔2024〕21号）各市、自治州水利局：", "青水办〔2024〕21号", ["各市、自治州水利局"]),
        ("青水办〔2024〕21号文件要求各市：", None, []),
    ],
)
def test_number_and_addressees_of_a_flat_text_below_its_title(
    opening: str, number: str | None, addressees: list[str]
) -> None:
    plan = kjplan.parse(f"关于加强码头管理的通知\n{opening}{_FLAT}\n")
    assert (plan.document.document_number, plan.document.addressees) == (number, addressees)
    assert [task.title for task in plan.walk(Measure)] == ["建设平台", "优化服务"]


@pytest.mark.parametrize(
    ("title", "tasks"),
    [("关于水利局领导工作分工的通知", 0), ("关于班子成员分工调整的通知", 0), ("关于领导小组工作任务分工的通知", 2)],
)
def test_which_leader_looks_after_what_is_no_plan(title: str, tasks: int) -> None:
    text = f"{title}\n各科室：\n现将分工通知如下：\n一、推进码头建设。负责码头处工作。\n二、做好渡口管理。负责渡口处工作。\n"
    assert len(list(kjplan.parse(text).walk(Measure))) == tasks


@pytest.mark.parametrize("number", ["青水办<2011>63号", "青水办〈2011〉63号", "青水办[2011]63号"])
def test_brackets_of_a_document_number(number: str) -> None:
    plan = kjplan.parse(f"青岚省水利厅关于加强码头管理的通知（{number}）\n{PLAN}")
    assert (plan.title, plan.document.document_number) == ("青岚省水利厅关于加强码头管理的通知", number)


def test_whoever_has_a_telephone_signs_nothing() -> None:
    text = f"关于加强码头管理的通知\n{PLAN}青岚省水利厅码头处 张三 010-66000513\n青岚省水利厅码头处\n2018年3月2日\n"
    plan = kjplan.parse(text)
    assert (plan.document.signatures, plan.document.signed_date) == (["青岚省水利厅码头处"], "2018-03-02")
