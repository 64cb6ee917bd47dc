"""What a report says and does not say: places, selection, rules that could not run, languages."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjplan import language
from kjplan.checking import RULES, Report, check, describe, listing, record, records
from kjplan.checking.rules.facts import check_character
from kjplan.errors import KjplanError
from kjplan.model import Diagnostic, Plan
from kjplan.parsing import parse_source
from kjplan.reading import from_text

PLAN = "2022年工作要点\n一、主要目标\u00a0\n1.研发平台100家；\n2.成交额达到400亿元。\n二、重点任务\n3.建设平台。 建成三家,投用。\n"


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_findings_are_in_the_order_of_their_places(checked: Callable[..., Report]) -> None:
    report = checked(PLAN)
    starts = [f.span[0] for f in report.findings if f.span]
    assert starts == sorted(starts)
    whole = [f.span is None for f in report.findings]
    assert whole == sorted(whole)
    assert any(whole)


def test_line_and_column_count_from_one(checked: Callable[..., Report]) -> None:
    found = checked(PLAN, select=["trailing-space"]).findings
    assert [(f.line, f.column, f.span) for f in found] == [(2, 7, (16, 17))]
    assert found[0].path == "x.txt"


def test_records_have_the_contracts_keys(checked: Callable[..., Report]) -> None:
    report = checked(PLAN, select=["trailing-space", "no-deadlines"])
    assert records(report) == [
        {
            "code": "trailing-space",
            "severity": "info",
            "message": "blanks at the end of the line (U+00A0)",
            "path": "x.txt",
            "line": 2,
            "column": 7,
            "span": [16, 17],
        },
        {
            "code": "no-deadlines",
            "severity": "warning",
            "message": "no measure (1 in all) states a deadline",
            "path": "x.txt",
            "line": None,
            "column": None,
            "span": None,
        },
    ]
    assert list(record(report.findings[0])) == ["code", "severity", "message", "path", "line", "column", "span"]


def test_select_and_ignore(checked: Callable[..., Report]) -> None:
    assert set(codes(checked(PLAN, select=["stray-space", "trailing-space"]))) == {"stray-space", "trailing-space"}
    assert "stray-space" not in codes(checked(PLAN, ignore=["stray-space"]))
    assert codes(checked(PLAN, select=["stray-space"], ignore=["stray-space"])) == []


def test_a_work_report_is_not_asked_who_does_what_by_when(checked: Callable[..., Report]) -> None:
    tasks = "各位代表：\n一、2022年工作安排\n（一）建设平台。新建三家。\n（二）引进人才。引进百名。\n"
    asked = {"no-deadlines", "no-responsible-units"}
    assert not asked & set(codes(checked("2022年甲市政府工作报告\n" + tasks)))
    assert asked <= set(codes(checked("2022年甲市工作要点\n" + tasks)))


def test_a_short_label_may_stand_in_every_section(checked: Callable[..., Report]) -> None:
    plan = "2022年工作要点\n一、平台\n1.{0}。新建三家。\n二、人才\n1.{0}。引进百名。\n"
    assert "duplicate-title" not in codes(checked(plan.format("实施步骤")))
    assert "duplicate-title" in codes(checked(plan.format("建设甲市研发平台")))


def test_parser_codes_are_selected_like_any_other(checked: Callable[..., Report]) -> None:
    gap = "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n3.引进人才。引进百名。\n"
    assert codes(checked(gap, select=["numbering-gap"])) == ["numbering-gap"]
    assert "numbering-gap" not in codes(checked(gap, ignore=["numbering-gap"]))
    assert "numbering-gap" not in codes(checked(gap, select=["no-deadlines"]))


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_unknown_code_names_the_nearest(checked: Callable[..., Report], option: str) -> None:
    with pytest.raises(KjplanError, match="trailing-spaces") as caught:
        checked(PLAN, **{option: ["trailing-spaces"]})
    assert "trailing-space" in (caught.value.tip or "")


def test_unknown_code_far_from_any_points_to_the_list() -> None:
    with pytest.raises(KjplanError) as caught:
        describe("zzz")
    assert "kjplan rule" in (caught.value.tip or "")


@pytest.mark.parametrize(
    ("at", "expected"), [("error", False), ("warning", True), ("info", True)], ids=["error", "warning", "info"]
)
def test_fails_at(checked: Callable[..., Report], at: str, expected: bool) -> None:
    assert checked(PLAN).fails(at) is expected  # type: ignore[arg-type]
    assert not Report().fails("info")


def test_count_by_severity(checked: Callable[..., Report]) -> None:
    report = checked(PLAN)
    assert sum(report.count(s) for s in ("error", "warning", "info")) == len(report.findings)


def test_all_rules_run_on_a_parsed_plan(checked: Callable[..., Report]) -> None:
    assert checked(PLAN).not_run == []


def test_a_bare_plan_says_which_rules_did_not_run() -> None:
    plan = parse_source(from_text(PLAN, "x.txt")).plan
    report = check(plan, path="workplan_2022.yaml")
    assert [n.code for n in report.not_run] == [code for code, rule in RULES.items() if rule.needs_text]
    assert {n.reason for n in report.not_run} == {"it reads the notice, and only the plan is at hand"}
    assert {"no-deadlines", "level-skip"} <= set(codes(report))
    assert {f.path for f in report.findings} == {"workplan_2022.yaml"}


def test_a_bare_plan_gives_spans_but_no_lines() -> None:
    plan = parse_source(from_text(PLAN)).plan
    found = check(plan, select=["level-skip"]).findings[0]
    assert (found.line, found.column, found.span) == (None, None, (18, 20))


def test_a_plan_with_its_notice_runs_all_rules() -> None:
    source = from_text(PLAN, "x.txt")
    parsed = parse_source(source)
    assert check(parsed.plan, source=source) == check(parsed)


def test_another_notice_is_not_used() -> None:
    plan = parse_source(from_text(PLAN)).plan
    report = check(plan, source=from_text(PLAN + "改\n"))
    assert {n.reason for n in report.not_run} == {"the notice is not the one that the plan was made from"}


def test_a_transcribed_plan_is_not_asked_what_the_parser_saw() -> None:
    plan = parse_source(from_text(RULES["no-measures"].trips)).plan
    plan.document.source.origin = "transcribed"
    report = check(plan, select=["no-measures", "no-deadlines"])
    assert codes(report) == []
    assert report.not_run == [
        ("no-deadlines", "only the plan's goals are recorded"),
        ("no-measures", "the plan was transcribed by hand, not parsed"),
    ]


@pytest.mark.parametrize(
    ("text", "reason", "silent"),
    [
        (RULES["not-a-plan"].trips, "the text is not a plan", "no-deadlines"),
        (RULES["plan-missing"].trips, "the plan is missing from the text", "no-responsible-units"),
        (RULES["no-measures"].trips, "only the plan's goals are recorded", "no-deadlines"),
    ],
)
def test_rules_that_do_not_apply_say_so(checked: Callable[..., Report], text: str, reason: str, silent: str) -> None:
    report = checked(text)
    assert (silent, reason) in report.not_run
    assert silent not in codes(report)


def test_parser_messages_are_said_in_chinese_with_their_words(checked: Callable[..., Report]) -> None:
    language.choose("zh")
    gap = "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n3.引进人才。引进百名。\n"
    found = checked(gap, select=["numbering-gap"]).findings[0]
    assert found.message == "编号 3. 前面缺号，按顺序应为 2；仍作为标题"


def test_a_code_of_a_newer_parser_is_passed_on() -> None:
    plan = Plan(diagnostics=[Diagnostic(code="new-code", severity="error", message="odd", line=3, column=4)])
    language.choose("zh")
    found = check(plan).findings[0]
    assert (found.code, found.severity, found.message, found.line, found.column) == ("new-code", "error", "odd", 3, 4)


def test_a_message_that_was_edited_by_hand_is_kept() -> None:
    plan = Plan(diagnostics=[Diagnostic(code="numbering-gap", severity="info", message="seen, is right")])
    language.choose("zh")
    assert [(f.severity, f.message) for f in check(plan).findings[:1]] == [("info", "seen, is right")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_of_rules(lang: language.Language) -> None:
    language.choose(lang)
    for code, rule in RULES.items():
        page = describe(code)
        assert page.startswith(f"{code} (")
        for words in (rule.what, rule.why, rule.fix):
            assert words.say() in page
    assert [row[0] for row in listing().rows] == list(RULES)


def test_pages_show_blanks_that_cannot_be_seen() -> None:
    assert "主要目标<U+00A0><U+0020>" in describe("trailing-space")
    assert "no newline at the end" in describe("no-final-newline")


def test_examples_show_what_the_eye_cannot_see() -> None:
    assert "建设<U+200B>平台" in describe("odd-character")
    assert "<U+0020>" in describe("trailing-space") or "<U+00A0>" in describe("trailing-space")


def test_describe_takes_a_code_in_any_case() -> None:
    assert describe("No-Deadlines") == describe("no-deadlines")


@pytest.mark.parametrize(
    ("code", "expected"),
    # 416049270 is the Zhengzhou bureau of science; the others are computed by hand: Σ mod 11 is 1 and 0
    [("41604927", "0"), ("00000004", "3"), ("00000000", "0"), ("D2143569", "X")],
)
def test_check_character(code: str, expected: str) -> None:
    assert check_character(code) == expected


@given(
    st.text(alphabet="一二三1234.、。；，,;：（）()《》“” \u3000\u00a0\n年月日目标重点任务平台市局负责", max_size=400)
)
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_checked(text: str) -> None:
    if not text.strip():
        return
    source = from_text(text)
    for finding in check(parse_source(source)).findings:
        if finding.span is not None:
            start, end = finding.span
            assert 0 <= start < end <= len(text)
            assert (finding.line, finding.column) == source.position(start)


@pytest.mark.parametrize(
    "unit",
    [
        "（",
        "）",
        "《",
        "“",
        " ",
        "\u00a0",
        "\u3000",
        "，",
        ",",
        "1)",
        "关于 ",
        "《关于",
        "。 ",
        "一是",
        "、",
        "等三个",
        "三项：",
        "重点实验",
        "（）",
        "甲、",
    ],
)
def test_hostile_repetition_is_linear(unit: str) -> None:
    """Quadratic work on 100,000 repetitions would not come back."""
    parsed = parse_source(from_text("2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n"))
    text = parsed.source.text + unit * 100_000 + "完"
    parsed.plan.measures[0].span = (18, len(text))
    source = replace(from_text(text), sha256=None)
    assert check(parsed.plan, source=source).not_run == []


def test_news_of_a_plan_is_not_blamed_for_what_only_the_plan_has(checked: Callable[..., Report]) -> None:
    news = "近日，甲市印发《甲市水利发展行动计划》，提出到2025年，自来水普及率达到95%。\n"
    assert set(codes(checked(news))) == {"news-of-a-plan"}
