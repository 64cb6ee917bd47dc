"""What plans something and what does not; roles of headings below tasks; each with its nearest neighbour."""

import pytest

from kjplan.model import Measure, Section
from kjplan.parsing import parse_source
from kjplan.parsing.front.issuer import issuer_in_letterhead
from kjplan.parsing.headings.roles import is_role_title, leads_work, nested_role_of, role_of
from kjplan.reading import from_text

CALL = "一、评选范围\n全市园林企业。\n二、评选条件\n1.近3年无事故。\n2.名额不超过40个。\n三、评选程序\n各县推荐。\n四、联系人\n张三。\n"
WORK = "一、工作目标\n建成公园40个。\n二、工作任务\n1.建设公园。各县新建公园40个。\n2.管好绿地。各县落实养护经费。\n"


@pytest.mark.parametrize(
    ("title", "text", "extent"),
    [
        ("关于组织开展第三届园林企业评选表彰工作的通知", CALL, "none"),
        ("关于做好2023年园林工程师职称申报评审有关事项的通知", CALL, "none"),
        ("关于举办2023年园林技能大赛的通知", CALL, "none"),
        ("2023年园林企业遴选工作方案", CALL, "none"),
        ("关于开展公园建设试点申报的通知", WORK, "full"),
        ("关于开展园林绿化整治的通知", WORK, "full"),
        ("关于进一步做好申报资料管理的意见", WORK, "full"),
    ],
)
def test_a_call_for_applications_plans_nothing(title: str, text: str, extent: str) -> None:
    plan = parse_source(from_text(f"{title}\n各县园林局：\n现将有关事项通知如下。\n{text}")).plan
    assert plan.extent == extent
    assert (next(plan.walk(Measure), None) is None) == (extent == "none")
    assert (not plan.targets) == (extent == "none")


def test_a_call_without_words_of_its_own_is_told_by_having_no_order() -> None:
    title = "关于园林名师结对意向申报的通知\n各县园林局：\n请按要求申报。\n"
    quota = "一、首批名师工作室\n1.每个工作室确定6位成员。\n2.周期三年。\n二、结对成员\n1.成员面向农村。\n2.每位名师带徒2位。\n"
    assert parse_source(from_text(title + quota)).plan.extent == "none"
    ordered = quota.replace("首批名师工作室", "加强名师工作室建设").replace("结对成员", "推进结对帮扶")
    assert parse_source(from_text(title + ordered)).plan.extent == "full"


def test_what_a_call_grants_is_no_work() -> None:
    title = "关于申报2024年度码头研究专项的通知\n各有关单位：\n现将申报事项通知如下。\n"
    call = "一、支持措施\n1.加大支持力度。每项资助3年。\n二、支持领域\n1.突出码头工程。\n三、申报方式及时间\n1.填写申请书。\n"
    assert parse_source(from_text(title + call)).plan.extent == "none"
    ordered = call.replace("支持措施", "主要措施").replace("支持领域", "支持码头建设")
    assert parse_source(from_text(title + ordered)).plan.extent == "full"


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        (
            "（三）发展特色产业\n新建基地3个。\n（四）推进城镇建设\n新建道路3条。\n（五）深化改革创新\n精简事项3项。\n",
            "full",
        ),
        ("（三）特色产业情况\n有基地3个。\n（四）城镇概况\n有道路3条。\n（五）企业名录\n有企业3家。\n", "none"),
    ],
)
def test_a_piece_without_title_is_a_plan_where_its_headings_are_orders(text: str, extent: str) -> None:
    assert parse_source(from_text(text)).plan.extent == extent


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("清河流域水生生物面临的主要威胁", "review"),
        ("清河流域保护现状", "review"),
        ("存在的主要问题", "review"),
        ("现状与形势", "review"),
        ("发展基础", "review"),
        ("解决存在的突出问题", None),
        ("优化发展环境", None),
        ("开展保护现状调查", None),
        ("摸清资源现状", None),
        ("适用范围", "other"),
        ("试点对象", "other"),
        ("联系人及联系方式", "other"),
        ("扩大试点范围", None),
        ("规范对象管理", None),
        ("工作目标", "goals"),
        ("加强目标管理", None),
    ],
)
def test_roles_below_tasks(title: str, role: str | None) -> None:
    assert nested_role_of(title) == role


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("实施原则", "principles"),
        ("总体原则", "principles"),
        ("完善分配原则", None),
        ("“十五五”时期的主要目标任务", "goals"),
        ("确保完成目标任务", None),
        ("精准督办,确保完成目标任务", None),
        ("2022年工作完成情况", "review"),
        ("加强督办,定期汇总落实情况", None),
        ("切实解决存在的突出问题", None),
    ],
)
def test_roles_of_parts(title: str, role: str | None) -> None:
    assert role_of(title) == role


def test_how_things_stand_below_tasks_is_no_task() -> None:
    text = "2023年流域保护工作方案\n一、重点任务\n（一）清河流域\n1.面临的主要威胁\n有水坝3座。\n2.保护任务\n拆除水坝3座。\n"
    plan = parse_source(from_text(text)).plan
    found = [(n.kind, getattr(n, "role", None)) for n, _ in plan.nodes() if n.number in ("1", "2")]
    assert found == [("section", "review"), ("measure", None)]


def test_the_last_part_that_only_asks_for_leadership_is_for_safeguards() -> None:
    assert leads_work("加强对园林工作的领导")
    assert not leads_work("坚持党的领导")
    text = "2023年园林工作方案\n一、重点任务\n1.建设公园。新建3个。\n2.管好绿地。新增3处。\n{}、加强对园林工作的领导\n1.明确责任。抓好落实。\n2.落实经费。做好保障。\n"
    last = parse_source(from_text(text.format("二"))).plan.parts[-1]
    assert isinstance(last, Section)
    assert last.role == "safeguards"
    more = parse_source(from_text(text.format("二") + "三、推进绿化\n1.种树。种植3万棵。\n2.种草。种植3万亩。\n")).plan
    assert [n.role for n in more.parts if isinstance(n, Section)] == ["measures"] * 3


def test_names_of_parts_alone_on_a_line() -> None:
    assert is_role_title("重点整治内容")
    assert not is_role_title("整治内容和标准")


@pytest.mark.parametrize(
    ("letterhead", "title", "issuer"),
    [
        ("财政部国家能源局商务部", "关于印发《方案》的通知", "财政部、国家能源局、商务部"),
        ("清河市数据局", "市数据局关于申报的通知", "清河市数据局"),
        ("清河市政府", "省数据局关于申报的通知", None),
        (None, "省数据局关于申报的通知", None),
    ],
)
def test_a_letterhead_names_the_issuers(letterhead: str | None, title: str, issuer: str | None) -> None:
    assert issuer_in_letterhead(letterhead, title) == issuer


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "政府工作报告\n——在清河区第十三届人民代表大会第六次会议上\n区长 张三\n各位代表：\n现在，我代表区政府，向大会报告工作。\n",
            "清河区人民政府",
        ),
        ("政府工作报告\n清河区人民政府区长 张三\n各位代表：\n现在，我代表区政府向大会报告工作。\n", "清河区人民政府"),
        ("政府工作报告\n区长 张三\n各位代表：\n现在，我代表区政府向大会报告工作。\n", "区政府"),
        (
            "2023年工作要点\n一、抓好落实\n1.建平台。新建3个。\n某市数据局\n某市财政局\n2023年3月1日\n",
            "某市数据局、某市财政局",
        ),
    ],
)
def test_issuers(text: str, issuer: str) -> None:
    assert parse_source(from_text(text)).plan.issuer == issuer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("某市水务局关于印发《方案》的通知\n(某水〔2023〕7号)\n各县：\n请落实。\n", "某水〔2023〕7号"),
        ("2023年水务重点工作任务(某水〔2023〕7号)\n各县：\n请落实。\n", "某水〔2023〕7号"),
        ("某市水务局关于节水的意见\n某水发 〔2023〕 7 号\n各县：\n请落实。\n", "某水发〔2023〕7号"),
        ("某市水务局关于节水的意见(2023年修订)\n各县：\n请落实。\n", None),
    ],
)
def test_document_numbers_in_brackets_and_with_blanks(text: str, number: str | None) -> None:
    assert parse_source(from_text(text)).plan.document.document_number == number


def test_lines_with_labels_below_a_title_are_fields() -> None:
    plan = parse_source(
        from_text("某市2023年节水工作要点\n发布时间：2023-03-02 10:30\n一、任务\n1.建水库。新建3座。\n")
    ).plan
    assert plan.document.published_date == "2023-03-02"
    assert plan.title == "某市2023年节水工作要点"


def test_a_header_of_other_labels() -> None:
    marked = "∙【制定机关】某市水务局\n∙【公布日期】2023.01.17\n∙【时效性】现行有效\n正文\n某市2023年节水工作要点\n一、任务\n1.建水库。新建3座。\n"
    document = parse_source(from_text(marked)).plan.document
    assert (document.issuer, document.published_date) == ("某市水务局", "2023-01-17")
    blank = "索 引 号 123456782/2023-00003 公开方式 主动公开\n发布机构 某市水务局 组配分类 计划\n某市2023年节水工作要点\n一、任务\n1.建水库。新建3座。\n"
    plan = parse_source(from_text(blank)).plan
    assert (plan.document.index_number, plan.document.publisher) == ("123456782/2023-00003", "某市水务局")
    assert plan.title == "某市2023年节水工作要点"
    prose = parse_source(from_text("发布机构 要公开。\n一、任务\n1.建水库。新建3座。\n")).plan
    assert prose.document.publisher is None


def test_a_list_below_the_word_attachments_is_none_itself() -> None:
    notice = "某市水务局关于印发《节水方案》的通知\n各县：\n现将方案印发给你们。\n附件：\n1.节水方案\n2.技术要求\n某市水务局\n2023年7月4日\n附件1\n节水方案\n"
    plan = parse_source(from_text(notice + "一、任务\n1.建水库。新建3座。\n")).plan
    assert [n.number for n in plan.walk(Measure)] == ["1"]
    assert plan.title == "节水方案"
    assert plan.attachments == []


def test_a_notice_of_another_title_may_forward_a_plan() -> None:
    head = "某市政府关于分解落实节水任务的通知\n各县：\n现将节水任务分解并印发给你们。\n2023年4月1日????\n"
    plan = parse_source(from_text(head + "节水任务分解方案\n一、任务\n1.建水库。新建3座。\n")).plan
    assert (plan.title, plan.document.signed_date) == ("节水任务分解方案", "2023-04-01")
    ordinary = (
        "某市政府关于做好节水工作的通知\n各县：\n现将有关事项通知如下。\n一、任务\n1.建水库。新建3座。\n2023年4月1日\n"
    )
    assert parse_source(from_text(ordinary)).plan.notice is None


def test_a_title_stands_again_over_several_lines() -> None:
    text = (
        "某区政府 关于印发2023年节水工作要点的通知\n首页 > 公开\n某区政府\n关于印发2023年节水工作要点的\n通 知\n各街道：\n请落实。\n"
        "2023年4月1日\n2023年节水工作要点\n一、任务\n1.建水库。新建3座。\n"
    )
    plan = parse_source(from_text(text)).plan
    assert (plan.title, plan.document.addressees) == ("2023年节水工作要点", ["各街道"])


@pytest.mark.parametrize(
    ("part", "extent"), [("保障措施", "none"), ("工作原则", "none"), ("重点任务", "full"), ("主要目标", "goals")]
)
def test_an_emergency_plan_plans_only_where_a_part_says_so(part: str, extent: str) -> None:
    text = (
        "平山市森林防火应急预案\n一、总则\n1.编制目的。为做好防火工作，制定本预案。\n2.适用范围。本预案适用于全市。\n"
        f"二、{part}\n1.队伍。组建扑火队伍。\n2.物资。储备扑火物资。\n三、附则\n1.本预案自发布之日起施行。\n"
    )
    assert parse_source(from_text(text)).plan.extent == extent
