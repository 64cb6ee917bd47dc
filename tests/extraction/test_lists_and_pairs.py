"""Who answers, in unusual lists and in pairs of who sees to all and who does it; each with its nearest neighbour. All texts are
invented."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（市消防支队牵总，市住建局按职责配合）", "市消防支队 lead · 市住建局 support"),
        ("责任单位：市资规局（主）、市财政局（协）", "市资规局 lead · 市财政局 support"),
        ("责任单位：市资规局（物价）、市财政局", "市资规局（物价） joint · 市财政局 joint"),
        ("建设平台。（★市医保局、市财政局）", "市医保局 lead · 市财政局 joint"),
        ("建设平台。（1.市民政局；2.市残联）", "市民政局 joint · 市残联 joint"),
        ("建设平台。（1.5万元）", ""),
        ("（牵头：市体育局　落实：各街道）", "市体育局 lead · 各街道 joint"),
        ("抓落实：建立台账。", ""),
        ("公安、消防部门按职责分工负责。", "公安 joint · 消防部门 joint"),
        ("公安、消防企业按职责分工负责。", ""),
        ("市消防救援局统筹协调，各县区具体组织实施。", "市消防救援局 lead · 各县区 joint"),
        ("由市文物局统一组织，市博物馆具体承办。", "市文物局 lead · 市博物馆 joint"),
        ("市消防救援局统筹协调，提升服务能力。", ""),
        ("此项工作责任单位为市医保局。", "市医保局 lead"),
        ("此项工作责任重大。", ""),
        ("市文物局主办，市博物馆承办，市文旅集团协办。", "市文物局 lead · 市博物馆 joint · 市文旅集团 support"),
        ("市文物局主办，提升影响力。", ""),
        ("加强统筹协调，推动任务落实。", ""),
    ],
)
def test_who_answers(text: str, expected: str) -> None:
    assert " · ".join(f"{b.name} {b.role}" for b in find_responsibility([passage(text)]).bodies) == expected
