from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.errors import SourceError
from kjplan.parsing import parse_source
from kjplan.reading import decode, read
from tests.conftest import ROOT
from tests.reading.builders import (
    LAYOUTS,
    TEXTS,
    html_page,
    lines_of,
    outline,
    plan_of,
    plan_of_lines,
    shown_lines_of,
)


def text_of(markup: str) -> str:
    return decode(f"<html><body>{markup}</body></html>".encode()).text


def lines(markup: str) -> list[str]:
    return [line for line in text_of(markup).split("\n") if line]


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_a_page_gives_the_plan_of_the_text_it_was_made_from(path: Path) -> None:
    words = shown_lines_of(path)
    assert outline(plan_of(html_page(words).encode(), "notice.html")) == outline(plan_of_lines(words))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("甲<br>乙<br/>丙</br>丁", ["甲", "乙", "丙", "丁"]),
        ("<div>甲<span>乙</span><b>丙</b></div>", ["甲乙丙"]),
        ("<ul><li>甲</li><li>乙</li></ul>丙", ["甲", "乙", "丙"]),
        ("<table><tr><th>索 引 号：</th><td>1</td></tr></table>", ["索 引 号：", "1"]),
        ("<h1>甲</h1>乙", ["甲", "乙"]),
        ("<p>加强\n    统筹 a\n b</p>", ["加强统筹 a b"]),
        ("<pre>甲\n  乙\n</pre>", ["甲", "  乙"]),
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ('<ol start="3" type="a"><li>甲<li value="9">乙</ol>', ["c.甲", "i.乙"]),
        ('<ol style="list-style: none"><li>甲</ol>', ["甲"]),
        ("<nav><ol><li>首页</ol></nav>甲", ["首页", "甲"]),
        ("a<textarea><b>不是标签</b></textarea>", ["a", "<b>不是标签</b>"]),
        ("Ａ　甲\xa0乙", ["Ａ　甲\xa0乙"]),
    ],
)
def test_lines(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<script>if (a < b) '<p>否</p>'</script>甲", ["甲"]),
        ("<style>p > a {}</style>甲", ["甲"]),
        ("<!-- <p>否</p> -->甲<!-->乙<!--->丙", ["甲乙丙"]),
        ("<![CDATA[x]]>甲<?php 否 ?>乙", ["甲乙"]),
        ("<template><p>否</p></template>甲<noscript>否</noscript>", ["甲"]),
        ('<div hidden>否<div>否</div></div>甲<p style="DISPLAY : none">否</p>乙', ["甲", "乙"]),
        ('<p hidden>否<p>甲<div style="visibility:hidden">否</div>', ["甲"]),
        ('<td><span style="display:none">否</td><td>甲</td><p><span>乙</span></span>', ["甲", "乙"]),
        ("<title>否</title>甲<iframe>否</iframe>", ["甲"]),
    ],
)
def test_what_is_not_shown_is_no_text(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<div style='display:block'>甲</div>", "甲"),
        ("<div hidden>从不关闭，一个字也不丢", "从不关闭，一个字也不丢"),
        ("1 < 2，a <3", "1 < 2，a <3"),
        ('<a title="a>b">甲</a>', "甲"),
        ('<a title="没有关上的引号>甲</a><p>乙', "甲\n乙"),
        ("甲<p", "甲<p"),
        ("<p class=x>甲</p class=y>", "甲"),
    ],
)
def test_every_visible_word_is_kept(markup: str, expected: str) -> None:
    assert decode(b"<div></div>" + markup.encode()).text == expected + "\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("&lt;p&gt;甲&lt;/p&gt;", "<p>甲</p>"),
        ("&amp;lt;p&amp;gt;", "&lt;p&gt;"),
        ("&#20013;&#x56fd;&nbsp;&ldquo;", "中国\xa0“"),
        ("&#99999999999999999999;&#0;", "\ufffd\ufffd"),
        ("R&D 甲&乙", "R&D 甲&乙"),
    ],
)
def test_references_are_decoded_once_and_are_never_markup(written: str, shown: str) -> None:
    assert lines(f"<p>{written}</p>") == [shown]


NOTICE = "<p>二〇二三年科技工作要点</p><p>一、重点任务</p>"


@pytest.mark.parametrize(
    ("head", "encoding", "stored"),
    [
        ('<meta charset="gb2312">', "gb18030", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gbk", "gb18030"),
        ('<meta charset="utf-8">', "utf-8", "utf-8"),
        ('<meta charset="gb2312">', "utf-8", "utf-8"),
        ('<meta charset="utf-8">', "gb18030", "gb18030"),
        ('<meta charset="iso-8859-1">', "gb18030", "gb18030"),
        ('<meta charset="no-such">', "gb18030", "gb18030"),
        ("", "gb18030", "gb18030"),
        ("", "utf-8", "utf-8"),
        ('<meta charset="gb2312">', "utf-8-sig", "utf-8"),
        ("", "utf-16", "utf-16"),
    ],
)
def test_any_declaration_of_the_encoding(head: str, encoding: str, stored: str) -> None:
    source = decode(f"<html><head>{head}</head>{NOTICE}</html>".encode(encoding), "a.html")
    assert (source.text, source.encoding) == ("二〇二三年科技工作要点\n一、重点任务\n", stored)


def test_a_page_in_traditional_characters() -> None:
    source = decode("<html><meta charset=big5><p>科技工作要點".encode("big5"), "a.html")
    assert (source.text, source.encoding) == ("科技工作要點\n", "big5hkscs")


METADATA = """<table><tr><td><b>索 引 号：</b></td><td>123456782/2023-00015</td><td><b>主题分类：</b></td><td>城乡建设</td></tr>
<tr><td>发文机关：</td><td><p>某市人民政府办公室</p></td><td>成文日期：</td><td>2023年2月3日</td></tr>
<tr><td>标　　题：</td><td colspan="3">某市人民政府办公室关于加快海绵城市建设的实施意见</td></tr>
<tr><td>发文字号：</td><td>某政办〔2023〕7号</td><td>发布日期：</td><td>2023年2月10日</td></tr></table>
<table><tr><td>主 题 词：</td><td></td></tr></table>"""


def test_a_labelled_metadata_table_navigation_and_share_buttons() -> None:
    words = lines_of(LAYOUTS / "labelled-header.txt")[6:]
    before = f'<nav><a href="/">首页</a> &gt; <a>公开</a></nav>{METADATA}'
    after = '<div class="share">分享到：<a>微博</a></div><footer><p>主办单位：某市人民政府</p></footer>'
    page = html_page(words, before=before, after=after)
    source = decode(page.encode(), "a.html")
    assert [(kind, source.text[slice(*span)]) for kind, span in source.furniture] == [
        ("navigation", "首页 > 公开"),
        ("navigation", "分享到：微博"),
        ("footer", "主办单位：某市人民政府"),
    ]
    expected = outline(parse_source(read(LAYOUTS / "labelled-header.txt")).plan)
    assert outline(plan_of(page.encode(), "a.html")) == expected


def test_an_empty_value_does_not_take_the_line_after_the_table() -> None:
    assert text_of("<table><tr><td>主题词：</td><td></td></tr></table><p>标题</p>") == "主题词：\n\n标题\n"


TWINS = sorted((ROOT.parent / "shared" / "corpus").glob("*/*.html.txt"))


@pytest.mark.skipif(not TWINS, reason="the corpus beside the checkout is absent")
@pytest.mark.parametrize("path", TWINS, ids=lambda p: p.stem)
def test_a_real_page_gives_the_plan_of_its_text(path: Path) -> None:
    source = read(path)
    assert source.media_type == "text/html"
    twin = path.with_name(path.name.replace(".html.txt", ".txt"))
    same = outline(parse_source(source).plan) == outline(parse_source(read(twin)).plan)
    assert same, "the plans differ; compare the two with kjplan show"


HOSTILE = {
    "nested": "<div>" * 60_000,
    "nested tables": "<table><tr><td>" * 20_000,
    "formatting": "".join(f"<p><b id={i}>" for i in range(20_000)),
    "unclosed tags": "<a " * 100_000,
    "bracket": "<" * 300_000,
    "quotes": '<a b="' * 50_000,
    "quoted ends": '<a b=">" ' * 33_000,
    "references": "&amp;" * 60_000,
    "huge reference": "&#" + "9" * 300_000,
    "comments": "<!--" * 75_000,
    "titles": "<title>" * 42_000,
    "style": '<ol style="' + "list-style:" * 27_000 + '">',
    "hidden": "<i hidden><nav>" * 20_000,
    "blanks": "<p" + " " * 300_000 + ">",
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_are_read_in_bounded_time(markup: str) -> None:
    """Each took minutes or gigabytes in a parser that builds a tree or goes back over the text; here, half a second."""
    source = decode(f"<html><p>甲{markup}".encode())
    assert source.text.startswith("甲")
    assert len(source.text) <= len(markup) + 10


@pytest.mark.parametrize("markup", ["<html></html>", "<html><script>x", "<p hidden>x</p>", "<div>&nbsp;</div>"])
def test_a_page_without_words_is_an_error(markup: str) -> None:
    with pytest.raises(SourceError, match=r"no text|nothing but blanks"):
        decode(markup.encode(), "a.html")


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=20
)


@given(st.lists(words.filter(lambda t: t.strip()), min_size=1, max_size=8))
def test_escaped_words_come_back_as_they_were(paragraphs: list[str]) -> None:
    import html

    page = "<html>" + "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    assert decode(page.encode()).text == "\n".join(paragraphs) + "\n"


@given(st.text(st.sampled_from('<>/!-"=&;#ab \n中p'), max_size=60))
def test_no_markup_breaks_the_reader(markup: str) -> None:
    source = decode(f"<html>甲<p>{markup}".encode())
    assert source.text.startswith("甲\n")
    for _, (start, end) in source.furniture:
        assert 0 <= start < end <= len(source.text)
