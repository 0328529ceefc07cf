"""The words that Chinese, Japanese and Korean bylines are made of, as tables: labels, titles, families, towns."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    **dict.fromkeys(
        "文 文字 撰文 作者 撰稿 撰稿人 採訪 采访 採訪撰文 采访撰文 採訪、撰文 采访、撰文 特約撰文 記者 记者"
        " 本報記者 本报记者 校園記者 校园记者 學生記者 学生记者 實習記者 实习记者 特約記者 特约记者 通讯员"
        " 通訊員 報導 报道 取材 取材・文 取材･文 取材・執筆 執筆 ライター 寄稿 文責 聞き手 聞き手・構成"
        " 構成・文 글 글쓴이 지은이 작성자 취재 취재·글 글·취재 기자 취재기자 학생기자".split(),
        "writer",
    ),
    **dict.fromkeys(
        "文圖 文图 圖文 图文 文·圖 文·图 圖、文 图、文 文、圖 文、图 文／圖 文/圖 文/图 文·摄影 文・攝影"
        " 撰文攝影 文・写真 写真・文 取材・文・写真 取材・文・撮影 文・撮影 글·사진 글・사진 글/사진 글,사진"
        " 글과사진 사진·글".split(),
        "writer+photographer",
    ),
    **dict.fromkeys(
        "攝影 摄影 攝 摄 圖 图 圖片 图片 照片 攝影記者 摄影记者 写真 撮影 カメラ 사진 사진기자 사진제공".split(),
        "photographer",
    ),
    **dict.fromkeys("錄影 录像 影片 影像 視頻 视频 動画 영상 촬영".split(), "videographer"),
    **dict.fromkeys("插畫 插畫家 插画 繪圖 绘图 漫畫 漫画 イラスト 挿絵 그림 일러스트 만화".split(), "illustrator"),
    **dict.fromkeys("設計 设计 美編 美编 排版 デザイン 디자인".split(), "designer"),
    **dict.fromkeys("編輯 编辑 責任編輯 责任编辑 責編 责编 執行編輯 主編 主编 編集 編集者 편집".split(), "editor"),
    **dict.fromkeys("翻譯 翻译 譯者 译者 譯 译 編譯 编译 翻訳 訳 訳者 번역 옮긴이".split(), "translator"),
    **dict.fromkeys("整理 構成 정리".split(), "compiler"),
}
"""What stands before names → what those named did."""

POSTS: Mapping[str, str] = {
    **dict.fromkeys(
        "記者 记者 기자 학생기자 수습기자 인턴기자 객원기자 취재기자 선임기자 전문기자 명예기자 시민기자"
        " 특파원 논설위원 칼럼니스트".split(),
        "writer",
    ),
    **dict.fromkeys("사진기자 攝影記者 摄影记者".split(), "photographer"),
    **dict.fromkeys("편집장 부편집장 편집국장 편집위원 편집기자 부장".split(), "writer"),
}
"""Titles that stand behind names → what their holders do."""

CHINESE_FAMILIES = (
    "王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何林高羅罗鄭郑梁謝谢宋唐許许鄧邓馮冯韓韩曹曾彭蕭萧蔡潘田董袁于余葉叶蔣蒋"
    "杜蘇苏魏程呂吕丁任盧卢姚沈鍾钟姜崔譚谭陸陆范汪廖石金韋韦賈贾夏付方鄒邹熊白孟秦邱侯江尹薛閆闫段雷龍龙黎史陶賀贺毛郝顧顾龔龚"
    "邵萬万覃武錢钱戴嚴严莫孔向湯汤溫温康施文牛樊葛邢安齊齐易喬乔伍龐庞顏颜倪莊庄聶聂章魯鲁岳翟申歐欧柯游詹簡简巫洪連连紀纪"
)
"""The most frequent family names of China and Taiwan, in both scripts."""

JAPANESE_FIRST = (
    "佐鈴高田伊渡山中小加吉井松木林清斎斉齋森池橋阿石前藤後岡長村近坂遠青西福太三岩和上原金安大服河工武菊今柴酒久市宮内平野新北"
    "島浜黒白水星杉堀本荒須片早矢古川関土谷竹千丸横熊神星東南永成望桜茂菅辻岸飯栗梅奥尾片笠秋浅樋津滝沢澤寺天丹根五六八二"
)
"""First characters of the most frequent family names of Japan."""

NO_KANA = frozenset(
    "です ます した する ない から まで には では とは こと もの など だけ ため たち さん くん より では"
    " にて との への".split()
)
"""Endings of words and sentences that have the form of a given name in kana."""

NO_NAME = frozenset("的了是在與与及不為为這这那們们也就都之其於於被讓让從从說说會会能要我你他她它報导")
"""Characters of sentences, which names hardly ever have."""

KOREAN_FAMILIES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길"
    "연위표명기반왕금옥육인맹제모탁국"
)
"""The most frequent family names of Korea, of one syllable."""

NO_KOREAN = frozenset(
    "신문 방송 전문 사진 학생 취재 여성 선임 정치부 경제부 사회부 문화부 체육부 국제부 편집부 취재부"
    " 사진부 보도부 학술부 기획부 여론부 대학부 전공자 이야기 소개 안내 기고 연재 정리 인터뷰 기획 특집"
    " 이미지 자료 제공 공지 문의 이메일 대학생 고등학생 기사 편집 영상 현장 주간 이상 이하 한국 서울 하나"
    " 우리 모두 전체 공동 인용 유튜브 인스타 홈페이지 김치".split()
)
"""Words that have the form of a Korean name."""

NO_ONE = frozenset(
    "佚名 不詳 不详 未知 無 无 匿名 本人 本刊 本報 本报 網路 网络 資料 资料 如上 同上 なし 不明 미상 없음 익명".split()
)
ORGANISATION_ENDS = (
    "編輯部|编辑部|編集部|編集室|編輯室|通訊社|通讯社|通信社|新聞社|新闻社|新聞|新闻|報社|报社|學會|学会|協會|协会"
    "|委員會|委员会|大學|大学|中心|편집부|편집국|편집위원회|신문사|통신|뉴스|신문|학생회|위원회|대학교|동아리"
)

TOWNS = (
    "台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|新竹|基隆|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮|台東|臺東|澎湖|金門|綜合|综合|北京|上海"
    "|廣州|广州|深圳|香港|澳門|南京|武漢|武汉|成都|重慶|重庆|天津|杭州|西安|東京|东京"
)
