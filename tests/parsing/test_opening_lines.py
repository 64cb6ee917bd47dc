"""Titles over two lines in text out of PDF whose first line has no kind of document, and lines of a page above a title."""

import pytest

import kjplan

BODY = "\n　　一、加强巡护。新建护林站4处，年底前完成。\n　　二、加强宣传。开展宣传活动。\n"


@pytest.mark.parametrize(
    ("lines", "title", "issuer"),
    [
        ("丹江市林业局\n2031年工作要点", "丹江市林业局2031年工作要点", "丹江市林业局"),
        ("丹江市林业局2031年法治政府\n建设工作方案", "丹江市林业局2031年法治政府建设工作方案", "丹江市林业局"),
        ("丹江市2031—2032年秋冬季森林防火综合\n整治行动方案", "丹江市2031—2032年秋冬季森林防火综合整治行动方案", None),
        ("丹江市林区公路设施和防火道路管护\n提升行动方案", "丹江市林区公路设施和防火道路管护提升行动方案", None),
        ("丹江市林业局政务公开\n整治行动方案", "整治行动方案", None),
        ("丹江市林区道路管护政策\n整治行动方案", "整治行动方案", None),
        ("丹江市林业局2031年法治政府\n\n建设工作方案", "建设工作方案", None),
        ("林区公路设施和防火道路管护\n提升行动方案", "提升行动方案", None),
    ],
)
def test_a_title_over_two_lines(lines: str, title: str, issuer: str | None) -> None:
    plan = kjplan.parse(lines + BODY)
    assert (plan.title, plan.issuer) == (title, issuer)
