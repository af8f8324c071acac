#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/amount/currency_table.hpp"
#include "domain/amount/text.hpp"
#include "leadbook/domain/amount/money.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

// Facts of ISO 4217. Left out are metals, units of account and codes for tests, which have no
// minor unit, and currencies withdrawn.
constexpr std::array rows = {
    CurrencyRow{"AED", 2, "UAE Dirham", "阿联酋迪拉姆", "迪拉姆|emirati dirham|dirham"},
    CurrencyRow{"AFN", 2, "Afghani", "阿富汗尼"},
    CurrencyRow{"ALL", 2, "Lek", "阿尔巴尼亚列克", "列克|albanian lek"},
    CurrencyRow{"AMD", 2, "Armenian Dram", "亚美尼亚德拉姆"},
    CurrencyRow{"ANG", 2, "Netherlands Antillean Guilder", "荷属安的列斯盾"},
    CurrencyRow{"AOA", 2, "Kwanza", "安哥拉宽扎", "宽扎|angolan kwanza"},
    CurrencyRow{"ARS", 2, "Argentine Peso", "阿根廷比索"},
    CurrencyRow{"AUD", 2, "Australian Dollar", "澳元", "澳大利亚元|澳币|a$|au$|aud$"},
    CurrencyRow{"AWG", 2, "Aruban Florin", "阿鲁巴弗罗林"},
    CurrencyRow{"AZN", 2, "Azerbaijan Manat", "阿塞拜疆马纳特", "₼"},
    CurrencyRow{"BAM", 2, "Convertible Mark", "波黑可兑换马克"},
    CurrencyRow{"BBD", 2, "Barbados Dollar", "巴巴多斯元"},
    CurrencyRow{"BDT", 2, "Taka", "孟加拉塔卡", "塔卡|৳|bangladeshi taka"},
    CurrencyRow{"BGN", 2, "Bulgarian Lev", "保加利亚列弗", "列弗"},
    CurrencyRow{"BHD", 3, "Bahraini Dinar", "巴林第纳尔"},
    CurrencyRow{"BIF", 0, "Burundi Franc", "布隆迪法郎"},
    CurrencyRow{"BMD", 2, "Bermudian Dollar", "百慕大元"},
    CurrencyRow{"BND", 2, "Brunei Dollar", "文莱元", "文莱币"},
    CurrencyRow{"BOB", 2, "Boliviano", "玻利维亚诺"},
    CurrencyRow{"BOV", 2, "Mvdol", "玻利维亚资金单位"},
    CurrencyRow{"BRL", 2, "Brazilian Real", "巴西雷亚尔", "雷亚尔|r$|brazilian reais"},
    CurrencyRow{"BSD", 2, "Bahamian Dollar", "巴哈马元"},
    CurrencyRow{"BTN", 2, "Ngultrum", "不丹努尔特鲁姆"},
    CurrencyRow{"BWP", 2, "Pula", "博茨瓦纳普拉"},
    CurrencyRow{"BYN", 2, "Belarusian Ruble", "白俄罗斯卢布"},
    CurrencyRow{"BZD", 2, "Belize Dollar", "伯利兹元"},
    CurrencyRow{"CAD", 2, "Canadian Dollar", "加元", "加拿大元|加币|c$|ca$|cad$"},
    CurrencyRow{"CDF", 2, "Congolese Franc", "刚果法郎"},
    CurrencyRow{"CHE", 2, "WIR Euro", "WIR欧元"},
    CurrencyRow{"CHF", 2, "Swiss Franc", "瑞士法郎", "瑞郎|sfr"},
    CurrencyRow{"CHW", 2, "WIR Franc", "WIR法郎"},
    CurrencyRow{"CLF", 4, "Unidad de Fomento", "智利发展单位"},
    CurrencyRow{"CLP", 0, "Chilean Peso", "智利比索"},
    CurrencyRow{"CNY",
                2,
                "Yuan Renminbi",
                "人民币",
                "元|圆|元人民币|人民币元|rmb|yuan|renminbi|yuan rmb|rmb yuan|renminbi yuan|"
                "chinese yuan|¥|cn¥|rmb¥|cny¥|元rmb"},
    CurrencyRow{"COP", 2, "Colombian Peso", "哥伦比亚比索"},
    CurrencyRow{"COU", 2, "Unidad de Valor Real", "哥伦比亚实际价值单位"},
    CurrencyRow{"CRC", 2, "Costa Rican Colon", "哥斯达黎加科朗"},
    CurrencyRow{"CUC", 2, "Peso Convertible", "古巴可兑换比索"},
    CurrencyRow{"CUP", 2, "Cuban Peso", "古巴比索"},
    CurrencyRow{"CVE", 2, "Cabo Verde Escudo", "佛得角埃斯库多"},
    CurrencyRow{"CZK", 2, "Czech Koruna", "捷克克朗"},
    CurrencyRow{"DJF", 0, "Djibouti Franc", "吉布提法郎"},
    CurrencyRow{"DKK", 2, "Danish Krone", "丹麦克朗"},
    CurrencyRow{"DOP", 2, "Dominican Peso", "多米尼加比索"},
    CurrencyRow{"DZD", 2, "Algerian Dinar", "阿尔及利亚第纳尔"},
    CurrencyRow{"EGP", 2, "Egyptian Pound", "埃及镑"},
    CurrencyRow{"ERN", 2, "Nakfa", "厄立特里亚纳克法"},
    CurrencyRow{"ETB", 2, "Ethiopian Birr", "埃塞俄比亚比尔"},
    CurrencyRow{"EUR", 2, "Euro", "欧元", "€"},
    CurrencyRow{"FJD", 2, "Fiji Dollar", "斐济元"},
    CurrencyRow{"FKP", 2, "Falkland Islands Pound", "福克兰群岛镑"},
    CurrencyRow{"GBP", 2, "Pound Sterling", "英镑", "£|british pound|pound|sterling"},
    CurrencyRow{"GEL", 2, "Lari", "格鲁吉亚拉里", "₾"},
    CurrencyRow{"GHS", 2, "Ghana Cedi", "加纳塞地", "₵"},
    CurrencyRow{"GIP", 2, "Gibraltar Pound", "直布罗陀镑"},
    CurrencyRow{"GMD", 2, "Dalasi", "冈比亚达拉西"},
    CurrencyRow{"GNF", 0, "Guinean Franc", "几内亚法郎"},
    CurrencyRow{"GTQ", 2, "Quetzal", "危地马拉格查尔"},
    CurrencyRow{"GYD", 2, "Guyana Dollar", "圭亚那元"},
    CurrencyRow{"HKD", 2, "Hong Kong Dollar", "港币", "港元|港圆|香港元|港纸|hk$|hkd$|hk dollar"},
    CurrencyRow{"HNL", 2, "Lempira", "洪都拉斯伦皮拉"},
    CurrencyRow{"HTG", 2, "Gourde", "海地古德"},
    CurrencyRow{"HUF", 2, "Forint", "匈牙利福林", "福林|hungarian forint"},
    CurrencyRow{"IDR", 2, "Rupiah", "印尼盾", "印尼卢比|印度尼西亚卢比|indonesian rupiah"},
    CurrencyRow{"ILS", 2, "New Israeli Sheqel", "以色列新谢克尔", "谢克尔|₪|israeli shekel|shekel"},
    CurrencyRow{"INR", 2, "Indian Rupee", "印度卢比", "卢比|₹"},
    CurrencyRow{"IQD", 3, "Iraqi Dinar", "伊拉克第纳尔"},
    CurrencyRow{"IRR", 2, "Iranian Rial", "伊朗里亚尔"},
    CurrencyRow{"ISK", 0, "Iceland Krona", "冰岛克朗"},
    CurrencyRow{"JMD", 2, "Jamaican Dollar", "牙买加元"},
    CurrencyRow{"JOD", 3, "Jordanian Dinar", "约旦第纳尔"},
    CurrencyRow{"JPY", 0, "Yen", "日元", "日圆|日币|円|jp¥|jpy¥|japanese yen"},
    CurrencyRow{"KES", 2, "Kenyan Shilling", "肯尼亚先令"},
    CurrencyRow{"KGS", 2, "Som", "吉尔吉斯斯坦索姆"},
    CurrencyRow{"KHR", 2, "Riel", "柬埔寨瑞尔", "瑞尔|៛|cambodian riel"},
    CurrencyRow{"KMF", 0, "Comorian Franc", "科摩罗法郎"},
    CurrencyRow{"KPW", 2, "North Korean Won", "朝鲜元", "朝鲜圆"},
    CurrencyRow{"KRW", 0, "Won", "韩元", "韩圆|韩币|₩|korean won|south korean won"},
    CurrencyRow{"KWD", 3, "Kuwaiti Dinar", "科威特第纳尔"},
    CurrencyRow{"KYD", 2, "Cayman Islands Dollar", "开曼群岛元"},
    CurrencyRow{"KZT", 2, "Tenge", "哈萨克斯坦坚戈", "坚戈|₸|kazakhstani tenge"},
    CurrencyRow{"LAK", 2, "Lao Kip", "老挝基普", "基普|₭"},
    CurrencyRow{"LBP", 2, "Lebanese Pound", "黎巴嫩镑"},
    CurrencyRow{"LKR", 2, "Sri Lanka Rupee", "斯里兰卡卢比"},
    CurrencyRow{"LRD", 2, "Liberian Dollar", "利比里亚元"},
    CurrencyRow{"LSL", 2, "Loti", "莱索托洛蒂"},
    CurrencyRow{"LYD", 3, "Libyan Dinar", "利比亚第纳尔"},
    CurrencyRow{"MAD", 2, "Moroccan Dirham", "摩洛哥迪拉姆"},
    CurrencyRow{"MDL", 2, "Moldovan Leu", "摩尔多瓦列伊"},
    CurrencyRow{"MGA", 2, "Malagasy Ariary", "马达加斯加阿里亚里"},
    CurrencyRow{"MKD", 2, "Denar", "北马其顿代纳尔"},
    CurrencyRow{"MMK", 2, "Kyat", "缅甸元", "缅元|缅币|myanmar kyat"},
    CurrencyRow{"MNT", 2, "Tugrik", "蒙古图格里克", "图格里克|₮|mongolian tugrik"},
    CurrencyRow{"MOP", 2, "Pataca", "澳门元", "澳门币|葡币|mop$|macau pataca|macanese pataca"},
    CurrencyRow{"MRU", 2, "Ouguiya", "毛里塔尼亚乌吉亚"},
    CurrencyRow{"MUR", 2, "Mauritius Rupee", "毛里求斯卢比"},
    CurrencyRow{"MVR", 2, "Rufiyaa", "马尔代夫拉菲亚"},
    CurrencyRow{"MWK", 2, "Malawi Kwacha", "马拉维克瓦查"},
    CurrencyRow{"MXN", 2, "Mexican Peso", "墨西哥比索", "mx$"},
    CurrencyRow{"MXV", 2, "Mexican Unidad de Inversion", "墨西哥投资单位"},
    CurrencyRow{"MYR", 2, "Malaysian Ringgit", "马来西亚林吉特", "林吉特|令吉|马币|ringgit"},
    CurrencyRow{"MZN", 2, "Mozambique Metical", "莫桑比克梅蒂卡尔"},
    CurrencyRow{"NAD", 2, "Namibia Dollar", "纳米比亚元"},
    CurrencyRow{"NGN", 2, "Naira", "尼日利亚奈拉", "奈拉|₦|nigerian naira"},
    CurrencyRow{"NIO", 2, "Cordoba Oro", "尼加拉瓜科多巴"},
    CurrencyRow{"NOK", 2, "Norwegian Krone", "挪威克朗"},
    CurrencyRow{"NPR", 2, "Nepalese Rupee", "尼泊尔卢比"},
    CurrencyRow{"NZD", 2, "New Zealand Dollar", "新西兰元", "纽元|纽币|nz$|nzd$"},
    CurrencyRow{"OMR", 3, "Rial Omani", "阿曼里亚尔", "omani rial"},
    CurrencyRow{"PAB", 2, "Balboa", "巴拿马巴波亚"},
    CurrencyRow{"PEN", 2, "Sol", "秘鲁索尔", "peruvian sol"},
    CurrencyRow{"PGK", 2, "Kina", "巴布亚新几内亚基那"},
    CurrencyRow{"PHP", 2, "Philippine Peso", "菲律宾比索", "₱"},
    CurrencyRow{"PKR", 2, "Pakistan Rupee", "巴基斯坦卢比", "pakistani rupee"},
    CurrencyRow{"PLN", 2, "Zloty", "波兰兹罗提", "兹罗提|polish zloty"},
    CurrencyRow{"PYG", 0, "Guarani", "巴拉圭瓜拉尼", "₲"},
    CurrencyRow{"QAR", 2, "Qatari Rial", "卡塔尔里亚尔", "qatari riyal"},
    CurrencyRow{"RON", 2, "Romanian Leu", "罗马尼亚列伊"},
    CurrencyRow{"RSD", 2, "Serbian Dinar", "塞尔维亚第纳尔"},
    CurrencyRow{"RUB", 2, "Russian Ruble", "俄罗斯卢布", "卢布|₽|ruble|rouble|russian rouble"},
    CurrencyRow{"RWF", 0, "Rwanda Franc", "卢旺达法郎"},
    CurrencyRow{"SAR", 2, "Saudi Riyal", "沙特里亚尔"},
    CurrencyRow{"SBD", 2, "Solomon Islands Dollar", "所罗门群岛元"},
    CurrencyRow{"SCR", 2, "Seychelles Rupee", "塞舌尔卢比"},
    CurrencyRow{"SDG", 2, "Sudanese Pound", "苏丹镑"},
    CurrencyRow{"SEK", 2, "Swedish Krona", "瑞典克朗"},
    CurrencyRow{"SGD", 2, "Singapore Dollar", "新加坡元", "新元|新币|坡币|s$|sg$|sgd$"},
    CurrencyRow{"SHP", 2, "Saint Helena Pound", "圣赫勒拿镑"},
    CurrencyRow{"SLE", 2, "Leone", "塞拉利昂利昂"},
    CurrencyRow{"SOS", 2, "Somali Shilling", "索马里先令"},
    CurrencyRow{"SRD", 2, "Surinam Dollar", "苏里南元"},
    CurrencyRow{"SSP", 2, "South Sudanese Pound", "南苏丹镑"},
    CurrencyRow{"STN", 2, "Dobra", "圣多美多布拉", "多布拉"},
    CurrencyRow{"SVC", 2, "El Salvador Colon", "萨尔瓦多科朗"},
    CurrencyRow{"SYP", 2, "Syrian Pound", "叙利亚镑"},
    CurrencyRow{"SZL", 2, "Lilangeni", "斯威士兰里兰吉尼"},
    CurrencyRow{"THB", 2, "Baht", "泰铢", "铢|฿|thai baht"},
    CurrencyRow{"TJS", 2, "Somoni", "塔吉克斯坦索莫尼"},
    CurrencyRow{"TMT", 2, "Turkmenistan New Manat", "土库曼斯坦马纳特"},
    CurrencyRow{"TND", 3, "Tunisian Dinar", "突尼斯第纳尔"},
    CurrencyRow{"TOP", 2, "Pa'anga", "汤加潘加"},
    CurrencyRow{"TRY", 2, "Turkish Lira", "土耳其里拉", "里拉|₺"},
    CurrencyRow{"TTD", 2, "Trinidad and Tobago Dollar", "特立尼达和多巴哥元"},
    CurrencyRow{"TWD", 2, "New Taiwan Dollar", "新台币", "台币|新台湾元|nt$|ntd|taiwan dollar"},
    CurrencyRow{"TZS", 2, "Tanzanian Shilling", "坦桑尼亚先令"},
    CurrencyRow{"UAH", 2, "Hryvnia", "乌克兰格里夫纳", "₴"},
    CurrencyRow{"UGX", 0, "Uganda Shilling", "乌干达先令"},
    CurrencyRow{"USD",
                2,
                "US Dollar",
                "美元",
                "美金|美圆|$|us$|usd$|u.s. dollar|american dollar|usd dollar|dollar"},
    CurrencyRow{"USN", 2, "US Dollar (Next day)", "次日美元"},
    CurrencyRow{"UYI", 0, "Uruguay Peso en Unidades Indexadas", "乌拉圭指数单位比索"},
    CurrencyRow{"UYU", 2, "Peso Uruguayo", "乌拉圭比索", "uruguayan peso"},
    CurrencyRow{"UYW", 4, "Unidad Previsional", "乌拉圭养老金单位"},
    CurrencyRow{"UZS", 2, "Uzbekistan Sum", "乌兹别克斯坦苏姆"},
    CurrencyRow{"VED", 2, "Bolivar Digital", "委内瑞拉数字玻利瓦尔"},
    CurrencyRow{"VES", 2, "Bolivar Soberano", "委内瑞拉主权玻利瓦尔"},
    CurrencyRow{"VND", 0, "Dong", "越南盾", "₫|vietnamese dong"},
    CurrencyRow{"VUV", 0, "Vatu", "瓦努阿图瓦图"},
    CurrencyRow{"WST", 2, "Tala", "萨摩亚塔拉"},
    CurrencyRow{"XAF", 0, "CFA Franc BEAC", "中非法郎"},
    CurrencyRow{"XCD", 2, "East Caribbean Dollar", "东加勒比元"},
    CurrencyRow{"XCG", 2, "Caribbean Guilder", "加勒比盾"},
    CurrencyRow{"XOF", 0, "CFA Franc BCEAO", "西非法郎"},
    CurrencyRow{"XPF", 0, "CFP Franc", "太平洋法郎"},
    CurrencyRow{"YER", 2, "Yemeni Rial", "也门里亚尔"},
    CurrencyRow{"ZAR", 2, "Rand", "南非兰特", "兰特|south african rand"},
    CurrencyRow{"ZMW", 2, "Zambian Kwacha", "赞比亚克瓦查"},
    CurrencyRow{"ZWG", 2, "Zimbabwe Gold", "津巴布韦金"},
};
static_assert(std::all_of(rows.begin(), rows.end(), [](const CurrencyRow& row) {
  return row.minor_digits <= Currency::most_minor_digits;
}));

struct Name {
  std::string text;
  const CurrencyRow* row;
};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) letter = text::to_small(letter);
  return lower;
}

void add_name(std::vector<Name>& names, std::string_view text, const CurrencyRow& row) {
  names.push_back({lower_ascii(text), &row});
  const bool takes_plural = text.size() > 3 && is_latin(text.back()) && text.back() != 's';
  if (takes_plural) names.push_back({lower_ascii(text) + "s", &row});
}

std::vector<Name> make_names() {
  std::vector<Name> names;
  for (const auto& row : rows) {
    names.push_back({lower_ascii(row.code), &row});
    add_name(names, row.english, row);
    add_name(names, row.chinese, row);
    for (const auto synonym : text::split(row.synonyms, '|')) {
      if (!synonym.empty()) add_name(names, synonym, row);
    }
  }
  std::sort(names.begin(), names.end(), [](const Name& left, const Name& right) {
    return left.text < right.text;
  });
  return names;
}

const std::vector<Name>& all_names() {
  static const std::vector<Name> names = make_names();
  return names;
}

/// Codes and names as they are suggested.
std::vector<std::string> make_spellings() {
  std::vector<std::string> spellings;
  for (const auto& row : rows) {
    spellings.emplace_back(row.chinese);
    spellings.emplace_back(row.code);
    spellings.push_back(lower_ascii(row.english));
    for (const auto synonym : text::split(row.synonyms, '|')) {
      if (synonym.size() > 3) spellings.emplace_back(synonym);
    }
  }
  return spellings;
}

const std::vector<std::string>& spellings() {
  static const std::vector<std::string> spellings = make_spellings();
  return spellings;
}

std::size_t common_length(std::string_view left, std::string_view right) {
  const std::size_t most = std::min(left.size(), right.size());
  std::size_t length = 0;
  while (length < most && left[length] == right[length]) ++length;
  return length;
}

}  // namespace

std::span<const CurrencyRow> currency_rows() { return rows; }

const CurrencyRow* find_currency(std::string_view code) {
  const auto found = std::lower_bound(
      rows.begin(), rows.end(), code, [](const CurrencyRow& row, std::string_view wanted) {
        return row.code < wanted;
      });
  return found != rows.end() && found->code == code ? &*found : nullptr;
}

CurrencyMatch match_currency(std::string_view text) {
  const auto& names = all_names();
  std::string_view searched = text;
  while (!searched.empty()) {
    const auto after = std::upper_bound(
        names.begin(), names.end(), searched, [](std::string_view wanted, const Name& name) {
          return wanted < name.text;
        });
    if (after == names.begin()) return {};
    // No name between this one and the text, so a shorter one must lie in what both share.
    const Name& name = *(after - 1);
    const std::size_t length = common_length(name.text, searched);
    if (length == name.text.size()) {
      if (!ends_word(text, length)) return {};
      return {name.row, length};
    }
    searched = searched.substr(0, length);
  }
  return {};
}

std::string suggest_currency(std::string_view word, std::span<const std::string> others) {
  const std::string folded = text::fold(word);
  if (folded.empty()) return "";
  std::vector<std::string> candidates;
  for (const auto& list : {others, std::span<const std::string>(spellings())}) {
    for (const auto& candidate : list) {
      const std::string lower = lower_ascii(candidate);
      if (lower == folded) return "";  // known, only out of place
      // What was broken off is likelier than what has another letter.
      if (folded.size() > 1 && lower.starts_with(folded)) return candidate;
      // A slip seldom changes both ends, and measuring all distances would make refusals slow.
      if (lower.front() == folded.front() || lower.back() == folded.back()) {
        candidates.push_back(candidate);
      }
    }
  }
  const auto nearest = text::closest(folded, candidates, 1);
  return nearest.empty() ? "" : nearest.front();
}

Result<Currency> Currency::parse(std::string_view text) {
  const CurrencyRow* row = find_currency(text);
  if (row == nullptr) {
    const auto folded = fold_amount_text(text);
    const auto match = folded ? match_currency(*folded) : CurrencyMatch{};
    if (match.row != nullptr && match.length == folded->size()) row = match.row;
  }
  if (row != nullptr) {
    Currency currency;
    row->code.copy(currency.code_, 3);
    currency.minor_digits_ = static_cast<std::int8_t>(row->minor_digits);
    return currency;
  }
  const std::string quoted = quote_input(text);
  const std::string suggestion = suggest_currency(quoted);
  if (suggestion.empty()) {
    return Problem{
        say("there is no currency '{}': give an ISO code such as CNY, HKD or USD", quoted)};
  }
  return Problem{say("there is no currency '{}'; did you mean '{}'?", quoted, suggestion)};
}

std::vector<std::string_view> Currency::codes_with(int minor_digits) {
  std::vector<std::string_view> codes;
  for (const auto& row : rows) {
    if (row.minor_digits == minor_digits) codes.push_back(row.code);
  }
  return codes;
}

std::string_view Currency::name() const {
  const CurrencyRow* row = find_currency(code());
  return row == nullptr ? code() : choose(row->english, row->chinese);
}

}  // namespace leadbook
