"""Words in letters that the typeface of the plain house lacks, as names and addresses have them."""

GREEK, CYRILLIC = "Ωμέγα Α.Ε.", "Договор № 7"
ARABIC, JAPANESE, CHINESE, KOREAN = (
    "شركة الاختبار المحدودة (لندن) 123",
    "日本語のサービス契約",
    "北京服务有限公司",
    "서울 서비스",
)
ASTRAL = "𠮷野"
COMPOSED, UNSEEN = "Cafe\u0301", "zero\u200bwidth and \u200fmarks\u200e"
OF_THE_WORLD = f"{GREEK}, {CYRILLIC}; {ARABIC}, {JAPANESE}, {CHINESE}, {KOREAN}, {ASTRAL}の, {COMPOSED}, {UNSEEN}. "
