#include "leadbook/domain/place/characters.hpp"

#include <array>
#include <cstddef>

#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

constexpr char32_t first_han = 0x4E00;
constexpr char32_t last_han = 0x9FFF;

/// Each Traditional character with its Simplified form after it: those frequent in the names of
/// companies and places. The few that stand for two words (乾, 著) are left out.
constexpr std::u32string_view traditional_pairs =
    U"並并亞亚佈布佔占併并來来係系俠侠倉仓個个們们倫伦偉伟側侧傘伞備备傳传債债僑侨價价"
    U"儀仪億亿優优儲储兒儿內内兩两冊册凍冻凱凯別别則则剛刚創创劃划劇剧劉刘劍剑劑剂勁劲"
    U"動动務务勝胜勞劳勢势勳勋勵励匯汇協协參参吳吴呂吕員员問问啓启啟启喬乔單单嚴严國国"
    U"圍围園园圓圆圖图團团執执堅坚堯尧報报場场塊块塵尘墾垦壇坛壓压壩坝壯壮壺壶壽寿奧奥"
    U"奮奋娛娱婁娄婦妇嬰婴孫孙學学宮宫實实寧宁審审寫写寬宽寶宝將将專专尋寻對对導导層层"
    U"屬属岡冈島岛峽峡崑昆崗岗崙仑嶸嵘嶺岭嶽岳巒峦巖岩帥帅師师帳帐帶带幣币幫帮幹干幾几"
    U"庫库廈厦廚厨廟庙廠厂廢废廣广廬庐廳厅張张強强彈弹彌弥彎弯後后徑径從从復复恆恒悅悦"
    U"愛爱態态慮虑慶庆憲宪憶忆應应懷怀戰战戲戏戶户掃扫掛挂揚扬換换揮挥摯挚撫抚擁拥擇择"
    U"擊击擔担據据擬拟擴扩擺摆攜携攝摄數数斷断於于時时晉晋暉晖暢畅曆历曉晓曠旷書书會会"
    U"東东條条棄弃棗枣棟栋棧栈楊杨楓枫業业極极榮荣構构槍枪樂乐樓楼標标樞枢樣样樸朴樹树"
    U"橋桥機机橫横檔档檢检檸柠櫻樱欄栏權权欽钦歐欧歡欢歲岁歷历歸归殼壳氣气氫氢決决沖冲"
    U"況况涇泾涼凉淨净淵渊減减渦涡測测湞浈湯汤準准溝沟溫温滄沧滬沪滿满漁渔漢汉漣涟潁颍"
    U"潔洁潤润澤泽濃浓濕湿濟济濤涛濰潍濱滨瀋沈瀘泸瀟潇瀾澜灘滩灣湾灤滦為为烏乌無无煉炼"
    U"煙烟煥焕熱热燁烨燈灯燒烧營营燭烛爍烁爐炉爭争爾尔牆墙狀状獅狮獎奖獨独獲获現现瑋玮"
    U"瑤瑶瑩莹瑪玛璣玑環环瓊琼瓏珑產产畝亩畢毕畫画異异當当療疗發发盡尽監监盤盘盧卢眾众"
    U"碩硕確确碼码磚砖磯矶礎础礦矿禎祯禮礼稜棱種种稱称穀谷積积穎颖穩稳競竞筆笔箏筝節节"
    U"範范築筑簡简籃篮籌筹籠笼糧粮紀纪約约紅红紋纹納纳純纯紗纱紙纸級级紡纺細细紹绍終终"
    U"組组結结絕绝絡络給给統统絲丝綏绥經经綜综綠绿綫线維维綱纲網网綿绵緊紧緒绪線线緣缘"
    U"編编緯纬縣县縱纵總总績绩織织繡绣繫系繼继續续纖纤纜缆羅罗羣群義义習习聖圣聞闻聯联"
    U"聰聪聲声職职聽听肅肃腦脑腸肠膠胶膽胆臨临臺台與与興兴舉举舊旧舖铺艙舱艦舰艷艳茲兹"
    U"荊荆莊庄莖茎華华萬万葉叶蓋盖蓮莲蔣蒋蔥葱蕪芜蕭萧薑姜薦荐薩萨藍蓝藝艺藥药蘄蕲蘆芦"
    U"蘇苏蘊蕴蘋苹蘭兰處处號号蝦虾蟲虫蠶蚕衆众術术衛卫衝冲裏里補补裝装裡里製制複复見见"
    U"規规視视親亲覺觉覽览觀观訂订計计訊讯訓训託托記记訥讷訪访設设許许評评詞词試试詩诗"
    U"話话詳详認认語语誠诚課课誼谊調调談谈請请論论諸诸諾诺謀谋謙谦講讲謝谢證证識识譚谭"
    U"譜谱議议護护譽誉變变豐丰豔艳豬猪貓猫貝贝財财貢贡貨货販贩貫贯貴贵買买貸贷費费貿贸"
    U"賀贺資资賈贾賓宾賞赏賢贤賣卖質质賴赖購购賽赛贊赞贏赢贛赣趙赵踐践躍跃車车軌轨軍军"
    U"軒轩軟软軸轴載载輔辅輕轻輛辆輝辉輪轮輯辑輸输輻辐轉转轎轿辦办農农迴回連连週周進进"
    U"運运過过達达遜逊遞递遠远適适遷迁選选遼辽邁迈還还邊边邏逻郵邮鄉乡鄒邹鄖郧鄧邓鄭郑"
    U"鄰邻鄲郸醫医醬酱釀酿釋释針针鈞钧鈦钛鈴铃鈺钰鉀钾鉅钜鉑铂鉛铅鉬钼銀银銅铜銳锐銷销"
    U"鋁铝鋅锌鋒锋鋪铺鋰锂鋼钢錄录錢钱錦锦錫锡鍋锅鍵键鍾钟鎂镁鎖锁鎮镇鎳镍鏈链鏡镜鐘钟"
    U"鐳镭鐵铁鑄铸鑑鉴鑒鉴鑽钻長长門门閃闪開开閏闰間间閣阁閩闽閱阅闊阔闖闯關关陘陉陝陕"
    U"陣阵陰阴陳陈陸陆陽阳隊队階阶際际隨随險险隴陇雙双雜杂雞鸡離离難难雲云電电霧雾靈灵"
    U"靜静鞏巩韋韦韓韩韜韬韻韵響响頁页頂顶項项順顺須须頌颂預预領领頤颐頭头頻频顆颗題题"
    U"額额顏颜願愿類类顧顾顯显風风飄飘飛飞飯饭飲饮飼饲飾饰餃饺餅饼養养餘余館馆饒饶馬马"
    U"馮冯馳驰駐驻駕驾駝驼駿骏騎骑騰腾驕骄驗验驚惊驛驿體体髮发鬆松鬱郁魚鱼魯鲁鮮鲜鯨鲸"
    U"鱗鳞鳥鸟鳳凤鳴鸣鴨鸭鴻鸿鵝鹅鵬鹏鶴鹤鷗鸥鷹鹰鸞鸾鹽盐麗丽麥麦麵面黃黄點点黨党齊齐"
    U"齋斋龍龙龐庞龔龚龜龟區区簽签籤签責责噸吨稅税負负說说説说這这該该讓让沒没繳缴撥拨擊击賽赛誌志歷历啟启"
    U"綠绿雙双壘垒軌轨餘余趕赶緊紧";

using HanTable = std::array<char16_t, last_han - first_han + 1>;

HanTable make_simplified() {
  HanTable table;
  for (std::size_t at = 0; at < table.size(); ++at) {
    table[at] = static_cast<char16_t>(first_han + at);
  }
  for (std::size_t at = 0; at + 1 < traditional_pairs.size(); at += 2) {
    table[traditional_pairs[at] - first_han] = static_cast<char16_t>(traditional_pairs[at + 1]);
  }
  return table;
}

/// The folded form of a character that has one of its own: ASCII, its full-width twin, common Han.
/// Nothing (0) where the whole text decides.
char32_t fold_alone(char32_t code) {
  if (code >= U'！' && code <= U'～') code -= U'！' - U'!';
  if (code == U'　') code = U' ';
  if (code >= U'A' && code <= U'Z') return code - U'A' + U'a';
  if (code > U' ' && code < 0x7F) return code;
  return code >= first_han && code <= last_han ? simplify(code) : 0;
}

}  // namespace

char32_t simplify(char32_t code) {
  static const HanTable simplified = make_simplified();
  if (code < first_han || code > last_han) return code;
  return simplified[code - first_han];
}

std::u32string fold_name(std::string_view text) {
  // Nearly all names hold only characters that fold alone; the rest takes the long way.
  std::u32string folded = text::decode(text);
  bool alone = true;
  for (char32_t& code : folded) {
    const char32_t form = fold_alone(code);
    alone = alone && (form != 0 || code == U' ');
    if (form != 0) code = form;
  }
  if (alone) return folded;
  folded = text::decode(text::fold(text));
  for (char32_t& code : folded) code = simplify(code);
  return folded;
}

bool is_han(char32_t code) {
  return (code >= 0x3400 && code <= last_han) || code == U'〇' ||
         (code >= 0x20000 && code <= 0x3FFFF) || (code >= 0xF900 && code <= 0xFAFF);
}

bool is_word_character(char32_t code) {
  if (code < 0x80) return (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
  // Letters of other scripts; punctuation of Unicode's first pages and of Han text is none.
  return code >= 0xC0 && code != U'×' && code != U'÷' && !is_han(code) &&
         !(code >= 0x2000 && code <= 0x303F) && !(code >= 0xFE00 && code <= 0xFF0F);
}

}  // namespace leadbook
