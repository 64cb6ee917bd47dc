"""What a clause says that gives a figure and no verb of its own."""

import re

EARNED = re.compile("[^,;:。、]{0,8}(?:利润|利税|税收|收入|产值|增加值|销售额|营收|利润总额|纳税额|税金)")
"""Money that is made, as that before it: 实现营业收入50亿元，利润总额3亿元."""
PROMISED = re.compile(
    "(?:城镇|农村)新增|(?:失业|就业困难|困难|脱贫|转移|农村|农牧)[^,;:。、]{0,10}(?:再?就业)$|(?:年度|当年|本年)(?:计划)?(?:完成)?投资$|[^,;:。]{2,16}(?:改造|培训|扩招|落户|造林|搬迁|整治|脱贫|筛查|体检|接种)$|实际(?:利用|使用)外资$"
)
"""What plans promise without a verb: 城镇新增就业5万人，失业人员再就业1万人; 年度计划投资30亿元."""
DONE = ("出栏", "存栏", "引才", "造林", "移栽")
"""A noun that ends with the deed that is counted takes no verb from the clause before."""
GIVING = ("救助", "资助", "发放", "改厕", "创建", "提供", "培训", "引进", "新增")
"""Verbs that no 改造 takes: 救助儿童20名，家庭无障碍改造30户."""
BUDGETED = ("赤字", "债券", "国债")
"""What a budget gives one after the other, without a verb: 赤字率按3%安排；财政赤字3万亿元，其中中央财政赤字2万亿元."""
NO_SUBJECT = re.compile("对|凡|年(?!度)")
"""What no subject begins with."""
AMOUNT = re.compile(
    "[^,;:。、]{2,16}(?:总?产量|总?面积|里程|装机(?:容量)?|存栏量?|出栏量?|产值|收入|税收|销售额|交易额|利润|增加值)"
)
"""What is measured and not only counted, behind another that is: 种植面积达到30万亩，水产品产量2万吨."""
RATES = ("率", "率均", "优良比例", "达标比例", "合格比例", "普及比例", "覆盖比例", "处置比例", "利用比例", "公开比例")
"""What a clause ends with that names a rate; 女性比例40% may only tell who they are."""
