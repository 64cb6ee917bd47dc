"""Traditional characters of the words that the rules know, and the simplified ones that stand for them when words are compared.

One character for one, so that offsets stay true; what is written stays as it is written. Characters that simplified text uses too
(著, 乾) are none of them.
"""

import re
from collections.abc import Collection

_PAIRS = (
    "萬万與与醜丑專专業业東东丟丢兩两嚴严個个箇个臨临為为爲为舉举麼么麽么義义烏乌習习鄉乡書书買买爭争於于雲云亞亚產产産产畝亩億亿僅仅從从倉仓儀仪們们價价眾众衆众優优會会傳传傷伤倫伦體体餘余偵侦僑侨脩修債债"
    "償偿儲储殭僵兒儿剋克兌兑黨党蘭兰關关興兴養养獸兽內内冊册寫写軍军農农鼕冬沖冲衝冲決决況况凍冻凈净淨净準准淩凌減减幾几憑凭凱凯齣出擊击劃划則则創创刪删別别彆别製制劑剂辦办務务動动勵励勞劳勢势區区醫医韆千"
    "昇升陞升華华協协單单佔占衛卫衞卫卽即卻却廠厂廳厅厤历曆历歷历厲厉壓压縣县叄叁參参蔘参雙双發发髮发變变隻只檯台臺台颱台葉叶號号閤合弔吊衕同後后嚮向曏向噸吨聽听啓启啟启員员週周諮咨響响譟噪迴回團团糰团園园"
    "睏困囪囱圍围國国圖图圓圆場场壞坏塊块堅坚墰坛壇坛壜坛罈坛罎坛壯壮聲声處处備备復复複复夠够頭头夾夹奮奋奬奖獎奖奧奥婦妇學学寧宁牠它實实審审傢家寬宽對对導导壽寿將将爾尔塵尘儘尽盡尽侷局層层屆届屬属嵗岁歲岁"
    "崗岗島岛嶺岭峽峡峯峰鉅巨鞏巩幣币佈布帥帅師师帶带幀帧蓆席幫帮幹干榦干並并併并廣广莊庄慶庆牀床庫库應应廢废開开異异棄弃張张彈弹強强歸归噹当當当彔录錄录録录彥彦徹彻徵征徑径逕径誌志態态總总懲惩願愿戲戏戰战"
    "戶户纔才紮扎託托釦扣執执擴扩掃扫揚扬撫抚護护報报牴抵擔担擬拟擁拥撥拨擇择拏拿掛挂擋挡揮挥撈捞損损換换據据擺摆襬摆攤摊撐撑敎教數数鬥斗觔斤斷断鏇旋旂旗無无旣既舊旧時时顯显晉晋曉晓暫暂朮术術术機机雜杂權权"
    "桿杆條条來来鬆松闆板極极構构菓果樞枢査查標标棟栋欄栏樹树樣样覈核檔档橋桥樁桩樑梁檢检檻槛歐欧殘残畢毕氣气匯汇彙汇滙汇漢汉汙污沒没洩泄氾泛汎泛註注潔洁測测濟济瀏浏濃浓濬浚湧涌潤润漲涨漁渔滲渗溫温遊游灣湾"
    "谿溪泝溯遡溯滯滞滿满濱滨潛潜燈灯災灾爐炉點点煙烟燒烧熱热愛爱牽牵狀状獨独豬猪獻献瑪玛環环現现電电暢畅疇畴療疗盞盏鹽盐監监蓋盖盤盘眞真瞞瞒礦矿碼码礎础確确離离俬私鞦秋種种祕秘積积稱称稅税穩稳窯窑竪竖豎竖"
    "競竞筆笔築筑篩筛籌筹簽签籤签簡简類类糧粮係系繫系緊紧纍累糾纠紅红約约級级紀纪純纯綱纲納纳紡纺紐纽綫线線线練练組组細细織织終终經经結结繞绕遶绕繪绘給给絡络絕绝絶绝統统繼继績绩續续維维綜综綠绿緑绿綴缀纜缆"
    "緩缓編编緣缘縮缩繕缮繳缴網网罰罚羣群職职聯联肅肃脅胁揹背脈脉腳脚脫脱騰腾緻致藝艺節节蘆芦囌苏蘇苏範范薦荐榮荣葯药藥药獲获穫获營营懞蒙濛蒙矇蒙藍蓝慮虑虛虚銜衔補补錶表裝装見见觀观規规視视覽览覺觉計计訂订"
    "認认討讨讓让訓训議议記记講讲許许論论設设訪访証证證证評评識识訴诉詞词譯译試试話话詢询該该詳详語语誤误說说説说請请諸诸諾诺讀读課课誰谁調调談谈謀谋諧谐謝谢貝贝負负貢贡財财責责敗败賬账貨货質质貧贫購购貫贯"
    "貳贰貼贴貴贵貸贷貿贸費费賃赁資资賦赋賠赔贅赘賽赛踐践躋跻蹤踪車车轉转輪轮輕轻載载較较輔辅輛辆輯辑輸输轄辖辭辞闢辟邊边遼辽達达遷迁過过邁迈運运還还這这進进遠远違违連连遲迟跡迹蹟迹適适選选遞递踰逾遺遗郵邮"
    "鄭郑埰采寀采採采釋释裏里裡里鑑鉴鑒鉴針针鍼针鈡钟鍾钟鐘钟鋼钢鈎钩鉤钩鐵铁銀银舖铺鋪铺鏈链銷销鍋锅錯错錨锚鍵键鎭镇鎮镇長长門门閉闭問问間间閘闸聞闻閱阅閲阅隊队陣阵階阶際际陸陆陝陕險险隨随難难麪面麫面麵面"
    "韓韩頁页頂顶頃顷項项順顺須须鬚须顧顾頓顿頒颁預预領领頻频顆颗題题額额顛颠風风飲饮舘馆館馆饋馈馬马驅驱駐驻驗验驟骤魚鱼魯鲁鳥鸟鴨鸭麥麦黃黄齊齐龍龙"
)
"""Each traditional character before its simplified one."""
SIMPLIFIED = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | {"「": "“", "」": "”", "『": "‘", "』": "’"}
_TABLE = str.maketrans(SIMPLIFIED)
_COMMON = "國會業為爲實發與務單責區縣進標體應設對產"
"""No longer text in traditional characters is without one of these."""
_REPLIED = re.compile("(?<=[答批回])覆")
"""答覆 is 答复, but 覆盖 is written so in both."""
_LONG = 40
_TRADITIONAL = frozenset(SIMPLIFIED)


def as_written(simplified: Collection[str]) -> frozenset[str]:
    """Simplified characters with the traditional ones that stand for them, to be looked for in words that are not folded."""
    return frozenset(simplified).union(old for old, new in SIMPLIFIED.items() if new in simplified)


def simplify(text: str) -> str:
    """The text with its traditional characters, and 「」, as simplified text has them; the same object where it has none."""
    if _TRADITIONAL.isdisjoint(text) if len(text) <= _LONG else not _has_traditional(text):
        return text
    text = text.translate(_TABLE)
    return _REPLIED.sub("复", text) if "覆" in text else text


def _has_traditional(text: str) -> bool:
    """Few characters are looked for in a long text, which is ten times as quick as looking each of its own up."""
    return any(map(text.__contains__, _COMMON))
