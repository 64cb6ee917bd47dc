"""The report page in a real browser: filters, no overflow, no request, no console message, no serious fault of access."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kjplan
from kjplan import language
from kjplan.model import Plan
from tests.conftest import NOTICE, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

Open = Callable[..., "Page"]

HOSTILE = """某市2023年<img src=x onerror=alert(1)>工作要点
一、主要目标
1.新增"><script>alert(1)</script>企业1000家以上。
二、重点</style></script><b>任务
1.<img src=x onerror=alert(2)>平台建设。{{ 7*7 }}建成javascript:alert(3)平台。（市科技局"onmouseover="alert(4)负责）
2.[点我](javascript:alert(5))统计。完成《<script>办法》编制。
"""
TASKS = """某市2023年工作要点
一、主要目标
1.新增高新技术企业1000家。
2.研发投入强度达到2.6%。
二、壮大企业
1.壮大高新技术企业。新增高新技术企业1000家以上。（市科技局牵头，市财政局配合，6月底前完成）
2.建设平台。出台《平台管理办法》。（市发展改革委负责）
三、汇聚人才
3.引进人才。做好ＡＢＣ服务。（市人社局、市科技局按职责分工负责）
"""


@pytest.fixture
def shown(browser: "Browser", tmp_path: Path) -> Iterator[Open]:
    """Open the report on a plan; at the end nothing may have been asked for, run, or complained of."""
    asked: list[str] = []
    said: list[str] = []

    def answer(dialog: "Dialog") -> None:
        said.append(dialog.message)
        dialog.dismiss()

    def show(plan: Plan | str, *, against: Plan | None = None, width: int = 1440, dark: bool = False) -> "Page":
        path = tmp_path / "plan.html"
        plan = kjplan.parse(plan) if isinstance(plan, str) else plan
        path.write_text(kjplan.report(plan, against=against), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", answer)
        page.goto(path.as_uri())
        return page

    yield show
    assert all(url.startswith("file:") and url.endswith("/plan.html") for url in asked), asked
    assert said == []


def visible(page: "Page") -> list[str | None]:
    return [m.get_attribute("id") for m in page.locator("article.measure:visible").all()]


def test_search_finds_in_title_words_and_facts(shown: Open) -> None:
    page = shown(TASKS)
    assert page.get_by_text("显示 3 / 3 项").is_visible()
    search = page.get_by_label("查找")
    search.fill("平台")
    assert visible(page) == ["M2"]
    assert page.get_by_text("显示 1 / 3 项").is_visible()
    assert page.locator("h3:visible").all_inner_texts().count("三、 汇聚人才") == 0
    search.fill("abc")
    assert visible(page) == ["M3"]
    search.fill("高新 财政局")
    assert visible(page) == ["M1"]
    search.fill("没有的词")
    assert visible(page) == []
    page.get_by_role("button", name="清除").click()
    assert visible(page) == ["M1", "M2", "M3"]


@pytest.mark.parametrize(
    ("label", "choice", "found"),
    [
        ("部分", "二、 壮大企业", ["M1", "M2"]),
        ("责任单位", "市科技局", ["M1", "M3"]),
        ("责任单位", "市财政局", ["M1"]),
        ("内容", "文件", ["M2"]),
        ("内容", "时限", ["M1"]),
        ("内容", "量化指标", ["M1"]),
        ("内容", "落实的目标", ["M1"]),
    ],
)
def test_choices(shown: Open, label: str, choice: str, found: list[str]) -> None:
    page = shown(TASKS)
    page.get_by_label(label, exact=True).select_option(choice)
    assert visible(page) == found


def test_filters_combine(shown: Open) -> None:
    page = shown(TASKS)
    page.get_by_label("责任单位").select_option("市科技局")
    page.get_by_label("部分", exact=True).select_option("三、 汇聚人才")
    assert visible(page) == ["M3"]
    page.get_by_label("查找").fill("高新")
    assert visible(page) == []


def test_the_keyboard_alone_will_do(shown: Open) -> None:
    page = shown(TASKS)
    page.keyboard.press("/")
    page.keyboard.type("人才")
    assert visible(page) == ["M3"]
    page.keyboard.press("Escape")
    assert visible(page) == ["M1", "M2", "M3"]
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert visible(page) == ["M3"]


def test_a_link_to_a_measure_that_is_filtered_out_shows_it(shown: Open) -> None:
    page = shown(TASKS)
    page.get_by_label("查找").fill("人才")
    page.locator("#goals").get_by_role("link", name="壮大高新技术企业").first.click()
    page.wait_for_function("!document.getElementById('M1').hidden")
    assert "M1" in visible(page)


def test_the_page_is_whole_without_scripts_and_on_paper(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_text(kjplan.report(kjplan.parse(TASKS)), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator("article.measure").count() == page.locator("article.measure:visible").count() == 3
    assert not page.locator("#filters").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_overflows_and_no_serious_fault_of_access(
    shown: Open, accessibility: Any, width: int, dark: bool, lang: language.Language
) -> None:
    language.choose(lang)
    older = kjplan.load(ROOT / "data" / "workplan_2020.yaml")
    page = shown(kjplan.parse_file(NOTICE).plan, against=older, width=width, dark=dark)
    wide = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1"
    wide += " && !e.closest('.table')).map(e => e.outerHTML.slice(0, 80))"
    assert page.evaluate(wide) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(accessibility.axe_script)
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.impact, v.id, v.nodes[0].html]))")
    assert [fault for fault in found if fault[0] in ("serious", "critical")] == []
    assert page.evaluate("axe.run().then(r => r.passes.length)") > 10


def test_hostile_titles_stay_text(shown: Open) -> None:
    page = shown(HOSTILE, against=kjplan.parse(TASKS))
    assert page.locator("img, b img, script + script, [onerror], [onmouseover]").count() == 0
    assert page.locator("script").count() == 1
    assert "<img src=x onerror=alert(1)>" in page.title()
    assert "<img src=x onerror=alert(2)>平台建设" in page.locator("article.measure").first.inner_text()
    page.get_by_label("查找").fill("<script>办法")
    assert visible(page) == ["M2"]
    for link in page.locator("a").all():
        assert (link.get_attribute("href") or "").startswith("#")


def test_a_large_plan_is_filtered_at_once(shown: Open) -> None:
    many = "某市2023年工作要点\n一、重点任务\n" + "".join(f"{n}.任务{n}。完成第{n}批工作。\n" for n in range(1, 501))
    page = shown(many)
    page.get_by_label("查找").fill("任务500")
    assert visible(page) == ["M500"]
