"""Names of national bodies that stand side by side with nothing between: 民政部财政部审计署.

A text that lost its line breaks glues the names that sign below each other. Where a name ends cannot be told from its characters (国务院国有资产监督管理委员会 is
one, 国家税务总局临江市税务局 too), so only names that are known are parted: the departments of the State Council (国发〔2023〕5号, with those of the years before),
offices of the Central Committee, the courts and the people's organisations, in full and as they are commonly shortened.
"""

from kjplan.extraction.tables import one_of, words
from kjplan.late import late

_DEPARTMENTS = words(
    "外交部 国防部 国家发展和改革委员会 国家发展改革委 发展改革委 教育部 科学技术部 科技部 工业和信息化部 国家民族事务委员会 国家民委 公安部 国家安全部 民政部 司法部 财政部"
    " 人力资源和社会保障部 人力资源社会保障部 人社部 国土资源部 自然资源部 环境保护部 生态环境部 住房和城乡建设部 住房城乡建设部 交通运输部 水利部 农业部 农业农村部 商务部 文化部"
    " 文化和旅游部 国家卫生健康委员会 国家卫生健康委 卫生健康委 国家卫生计生委 国家卫生和计划生育委员会 退役军人事务部 退役军人部 应急管理部 应急部 中国人民银行 人民银行 审计署"
    " 国务院国有资产监督管理委员会 国务院国资委 国资委 海关总署 国家税务总局 税务总局 国家市场监督管理总局 国家市场监管总局 市场监管总局 国家工商行政管理总局 工商总局"
    " 国家质量监督检验检疫总局 质检总局 国家金融监督管理总局 金融监管总局 中国银行保险监督管理委员会 中国银保监会 银保监会 中国证券监督管理委员会 中国证监会 证监会"
    " 国家广播电视总局 国家新闻出版广电总局 新闻出版广电总局 广电总局 国家体育总局 体育总局 国家信访局 国家统计局 统计局 国家知识产权局 知识产权局 国家国际发展合作署"
    " 国家医疗保障局 国家医保局 医保局 国家机关事务管理局 国管局 国家粮食和物资储备局 国家粮食局 国家能源局 能源局 国家数据局 国家国防科技工业局 国家国防科工局 国防科工局"
    " 国家烟草专卖局 国家移民管理局 国家林业和草原局 国家林草局 林草局 国家林业局 国家海洋局 国家旅游局 国家铁路局 中国民用航空局 中国民航局 民航局 国家邮政局 邮政局 国家文物局"
    " 国家中医药管理局 国家中医药局 中医药局 国家疾病预防控制局 国家疾控局 国家矿山安全监察局 国家矿山安监局 国家消防救援局 国家外汇管理局 国家外汇局 外汇局"
    " 国家药品监督管理局 国家药监局 药监局 国家食品药品监督管理总局 国家乡村振兴局 国务院扶贫办 国家标准化管理委员会 国家标准委 国家认证认可监督管理委员会 国家认监委"
)
_OTHERS = words(
    "中共中央 国务院 中央组织部 中央宣传部 中央统战部 中央政法委 中央网信办 国家互联网信息办公室 国家网信办 中央编办 中央文明办 中央农办 最高人民法院 最高人民检察院 中国科学院"
    " 中国工程院 中国气象局 中国地震局 国家自然科学基金委员会 中华全国总工会 全国总工会 共青团中央 全国妇联 中华全国妇女联合会 中国科协 全国工商联 中国残联 中央军委"
)
_NAME = f"(?:{one_of((*_DEPARTMENTS, *_OTHERS))})(?:办公厅秘书局|办公[厅室]|秘书局|综合[司局])?"
_NAMES = late(f"(?:{_NAME}){{2,40}}")
_EACH = late(_NAME)
_LONGEST = 600


def parted(words: str) -> list[str]:
    """The names of national bodies that words consist of from end to end; the words as they are where they are one name, or others.

    :param words: what stands where a name or several are to stand, without blanks
    """
    if len(words) > _LONGEST or _NAMES.fullmatch(words) is None:
        return [words]
    return _EACH.findall(words)
