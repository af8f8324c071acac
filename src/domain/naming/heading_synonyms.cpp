// The headings under which offices keep the fields of the records.
#include "leadbook/domain/naming/heading.hpp"

namespace leadbook {
namespace {

using Words = std::span<const std::string_view>;

struct FieldSynonyms {
  std::string_view field;
  Words words;
};

constexpr std::string_view county[] = {
    "县市区",     "县区",         "县(市)区", "县(市、区)", "县（市、区）",
    "区县",       "市县",         "县市",     "所在市县",   "所在县区",
    "所在县市区", "隶属区县",     "隶属县区", "所属县区",   "所属区县",
    "所属县市区", "所属县(市)区", "责任县区", "承接县区",   "落户县区",
    "落地县区",   "项目所在地",   "所属地区", "地区",       "District"};
constexpr std::string_view companies[] = {"投资方",
                                          "投资企业",
                                          "投资企业名称",
                                          "投资方名称",
                                          "投资单位",
                                          "投资主体",
                                          "投资商",
                                          "投资人",
                                          "客商",
                                          "客商名称",
                                          "企业名称",
                                          "企业",
                                          "公司名称",
                                          "引进企业",
                                          "合作企业",
                                          "合作方",
                                          "Company",
                                          "Investor"};
constexpr std::string_view investment[] = {"总投资",
                                           "投资额",
                                           "投资总额",
                                           "总投资额",
                                           "项目总投资",
                                           "计划投资",
                                           "计划总投资",
                                           "计划投资额",
                                           "拟投资",
                                           "拟投资额",
                                           "估算投资",
                                           "Investment",
                                           "Total investment",
                                           "Investment amount",
                                           "Planned investment amount",
                                           "Amount"};
constexpr std::string_view outside[] = {"引进资金",
                                        "引资额",
                                        "引资金额",
                                        "合同引资额",
                                        "合同引进资金",
                                        "引进外资",
                                        "引进市外资金",
                                        "引进县外资金",
                                        "引进省外资金"};
constexpr std::string_view chain[] = {"产业链", "所属产业链", "重点产业链"};
constexpr std::string_view industry[] = {
    "行业", "产业", "所属行业", "所属产业", "行业类别", "产业类别", "产业类型", "行业分类"};
constexpr std::string_view content[] = {"建设内容",
                                        "项目内容",
                                        "主要建设内容",
                                        "建设内容及规模",
                                        "建设规模及内容",
                                        "建设内容和规模",
                                        "项目概况",
                                        "项目简介"};
constexpr std::string_view land[] = {
    "用地", "用地面积", "占地", "占地面积", "项目用地", "规划用地"};
constexpr std::string_view leader[] = {"包保领导", "责任领导", "包联领导", "牵头领导", "分管领导"};
constexpr std::string_view source[] = {"来源", "资料来源", "数据来源", "信息来源", "出处"};
constexpr std::string_view note[] = {"备注", "备注说明", "说明", "其他说明", "Remarks", "Comment"};
constexpr std::string_view location[] = {"地点", "地址", "所在地", "Location"};
constexpr std::string_view day[] = {"日期", "时间", "年月日"};

constexpr std::string_view project_title[] = {
    "项目名称", "项目", "项目名", "招商项目", "Project name"};
constexpr std::string_view lead_on[] = {"线索日期", "接洽日期", "首次接洽日期", "首谈日期"};
constexpr std::string_view planned_start[] = {
    "计划开工", "计划开工时间", "计划开工日期", "拟开工时间"};
constexpr std::string_view planned_completion[] = {
    "计划竣工", "计划竣工时间", "计划竣工日期", "竣工时间"};
constexpr std::string_view planned_production[] = {"计划投产", "计划投产时间", "计划投产日期"};
constexpr std::string_view fixed_assets[] = {"固定资产投资", "固投", "固定资产投资额"};
constexpr std::string_view jobs[] = {"带动就业", "就业人数", "安置就业", "预计就业"};
constexpr std::string_view sales[] = {"预计产值", "年产值", "预计销售收入", "年销售收入"};
constexpr std::string_view tax[] = {"预计税收", "年税收", "年纳税", "年上缴税金"};

constexpr FieldSynonyms of_project[] = {{"title", project_title},
                                        {"county", county},
                                        {"investors", companies},
                                        {"planned_investment", investment},
                                        {"outside_amount", outside},
                                        {"chain", chain},
                                        {"industry", industry},
                                        {"content", content},
                                        {"land", land},
                                        {"leader", leader},
                                        {"source", source},
                                        {"note", note},
                                        {"lead_on", lead_on},
                                        {"planned_start", planned_start},
                                        {"planned_completion", planned_completion},
                                        {"planned_production", planned_production},
                                        {"fixed_assets", fixed_assets},
                                        {"forecast_jobs", jobs},
                                        {"forecast_sales", sales},
                                        {"forecast_tax", tax}};

constexpr std::string_view signed_project[] = {
    "项目名称", "签约项目", "签约项目名称", "项目名", "Project name"};
constexpr std::string_view contract_no[] = {
    "合同编号", "合同号", "协议编号", "协议号", "合同(协议)编号", "Contract number", "Contract"};
constexpr std::string_view paper[] = {"合同名称", "协议名称", "合同(协议)名称"};
constexpr std::string_view paper_kind[] = {"合同类型",
                                           "协议类型",
                                           "合同类别",
                                           "协议类别",
                                           "签约类型",
                                           "合同性质",
                                           "协议性质",
                                           "签约性质",
                                           "签约类别",
                                           "性质",
                                           "文件类别"};
constexpr std::string_view signed_on[] = {"签约日期",
                                          "签约时间",
                                          "签订日期",
                                          "签订时间",
                                          "签署日期",
                                          "签署时间",
                                          "签约日",
                                          "签约年月",
                                          "日期",
                                          "时间",
                                          "Signing date",
                                          "Signed on",
                                          "Date signed",
                                          "Date"};
constexpr std::string_view signed_at[] = {"签约地点", "签署地点"};
constexpr std::string_view signed_how[] = {"签约方式", "签约形式"};
constexpr std::string_view parties[] = {"签约企业", "签约单位", "签约双方", "乙方", "签约主体"};
constexpr std::string_view contract_amount[] = {
    "合同金额",   "合同额",          "合同总额",         "合同投资额",    "签约额",
    "签约金额",   "签约总额",        "协议金额",         "协议投资额",    "协议投资",
    "协议总投资", "投资额",          "总投资",           "总投资额",      "投资总额",
    "项目总投资", "计划总投资",      "计划投资额",       "投资金额",      "Contract value",
    "Investment", "Contract amount", "Amount signed",    "Signed amount", "Deal value",
    "Value",      "Total amount",    "Total investment", "成交额",        "金额"};
constexpr std::string_view phase[] = {"期次", "期数", "建设期"};
constexpr std::string_view ceremony[] = {"签约活动", "签约仪式", "集中签约活动"};
constexpr std::string_view amends[] = {"原合同编号", "原合同号", "原协议编号"};

constexpr FieldSynonyms of_signing[] = {{"project", signed_project},
                                        {"contract_no", contract_no},
                                        {"title", paper},
                                        {"kind", paper_kind},
                                        {"on", signed_on},
                                        {"place", signed_at},
                                        {"mode", signed_how},
                                        {"parties", parties},
                                        {"amount", contract_amount},
                                        {"outside_amount", outside},
                                        {"phase", phase},
                                        {"ceremony", ceremony},
                                        {"amends", amends},
                                        {"source", source},
                                        {"note", note}};

constexpr std::string_view company_name[] = {"企业名称",
                                             "公司名称",
                                             "单位名称",
                                             "企业",
                                             "公司",
                                             "名称",
                                             "客商名称",
                                             "商会名称",
                                             "Company name"};
constexpr std::string_view credit_code[] = {
    "统一社会信用代码", "社会信用代码", "信用代码", "统一代码", "Credit code"};
constexpr std::string_view company_home[] = {
    "注册地", "总部", "总部所在地", "注册地址", "所在地", "地址"};
constexpr std::string_view company_kind[] = {"企业类型", "类型", "单位类型", "企业性质"};
constexpr std::string_view aliases[] = {"简称", "别名", "曾用名", "英文名"};
constexpr std::string_view flags[] = {"标签", "企业标签", "资质"};

constexpr FieldSynonyms of_company[] = {{"name", company_name},
                                        {"credit_code", credit_code},
                                        {"home", company_home},
                                        {"kind", company_kind},
                                        {"aliases", aliases},
                                        {"flags", flags},
                                        {"source", source},
                                        {"note", note}};

constexpr std::string_view county_name[] = {"名称", "县区名称", "县市区", "区县", "地区", "单位"};
constexpr std::string_view county_code[] = {"代码", "行政区划代码", "区划代码", "编码"};
constexpr FieldSynonyms of_county[] = {
    {"name", county_name}, {"code", county_code}, {"source", source}, {"note", note}};

constexpr std::string_view trip[] = {"名称", "小分队", "招商活动", "外出招商"};
constexpr std::string_view trip_leader[] = {"带队领导", "领队", "带队人", "带队"};
constexpr std::string_view starts[] = {"出发日期", "开始日期", "开始时间", "出发时间"};
constexpr std::string_view ends[] = {"返回日期", "结束日期", "结束时间", "返回时间"};
constexpr FieldSynonyms of_delegation[] = {{"title", trip},
                                           {"county", county},
                                           {"leader", trip_leader},
                                           {"starts", starts},
                                           {"ends", ends},
                                           {"source", source},
                                           {"note", note}};

constexpr std::string_view talk_on[] = {"洽谈日期", "洽谈时间", "拜访日期", "拜访时间", "时间"};
constexpr std::string_view talk_with[] = {
    "洽谈企业", "拜访企业", "企业名称", "企业", "客商", "客商名称", "对接企业", "公司名称"};
constexpr std::string_view talk_about[] = {"洽谈项目", "对接项目", "项目名称"};
constexpr std::string_view talk_text[] = {"洽谈情况",
                                          "洽谈纪要",
                                          "对接情况",
                                          "进展情况",
                                          "摘要",
                                          "会谈纪要",
                                          "会谈内容",
                                          "会谈情况",
                                          "主要内容",
                                          "内容摘要"};
constexpr std::string_view talk_promises[] = {"承诺", "承诺内容", "双方承诺"};
constexpr std::string_view talk_next[] = {"下一步工作", "下步工作", "下步打算", "下一步打算"};
constexpr FieldSynonyms of_negotiation[] = {{"on", talk_on},
                                            {"county", county},
                                            {"counterparts", talk_with},
                                            {"project", talk_about},
                                            {"summary", talk_text},
                                            {"promises", talk_promises},
                                            {"next_step", talk_next},
                                            {"place", location},
                                            {"source", source},
                                            {"note", note}};

constexpr std::string_view event_title[] = {"活动名称", "会议名称", "名称"};
constexpr FieldSynonyms of_event[] = {{"title", event_title},
                                      {"on", day},
                                      {"county", county},
                                      {"place", location},
                                      {"source", source},
                                      {"note", note}};

constexpr std::string_view station_title[] = {"驻点名称", "名称"};
constexpr std::string_view station_head[] = {"站长", "联系人"};
constexpr FieldSynonyms of_station[] = {
    {"title", station_title}, {"head", station_head}, {"source", source}, {"note", note}};

constexpr std::string_view task_title[] = {
    "督办事项", "任务", "工作事项", "问题", "工作任务", "交办事项"};
constexpr std::string_view task_owner[] = {"责任单位", "责任部门", "牵头单位"};
constexpr std::string_view task_due[] = {
    "完成时限", "办结时限", "截止日期", "时限", "办理时限", "完成时间", "要求完成时间", "截止时间"};
constexpr FieldSynonyms of_task[] = {{"title", task_title},
                                     {"owner", task_owner},
                                     {"due", task_due},
                                     {"county", county},
                                     {"source", source},
                                     {"note", note}};

constexpr std::string_view figure_area[] = {"地区", "县区", "县市区", "单位"};
constexpr std::string_view figure_period[] = {"时间", "期间", "年份", "月份"};
constexpr std::string_view figure_printed[] = {"数值", "数据"};
constexpr FieldSynonyms of_figure[] = {{"area", figure_area},
                                       {"period", figure_period},
                                       {"printed", figure_printed},
                                       {"source", source},
                                       {"note", note}};

constexpr FieldSynonyms of_rate[] = {{"on", day}, {"source", source}};

constexpr std::string_view procedure_item[] = {"手续名称", "审批事项", "事项", "办理事项"};
constexpr std::string_view procedure_department[] = {"部门", "办理部门", "责任部门"};
constexpr std::string_view procedure_submitted[] = {"申报时间", "受理日期", "受理时间"};
constexpr std::string_view procedure_granted[] = {"办结时间", "批复日期", "批复时间", "取得时间"};
constexpr std::string_view project_name[] = {"项目名称", "项目"};
constexpr FieldSynonyms of_procedure[] = {{"project", project_name},
                                          {"item", procedure_item},
                                          {"department", procedure_department},
                                          {"submitted", procedure_submitted},
                                          {"granted", procedure_granted},
                                          {"source", source},
                                          {"note", note}};

constexpr std::string_view funds_on[] = {"到位时间", "入账日期", "日期", "时间"};
constexpr std::string_view funds_amount[] = {"到位金额", "到账金额", "金额"};
constexpr FieldSynonyms of_funds[] = {{"project", project_name},
                                      {"on", funds_on},
                                      {"amount", funds_amount},
                                      {"source", source},
                                      {"note", note}};

constexpr std::string_view contact_company[] = {"单位", "单位名称", "企业名称", "公司名称", "公司"};
constexpr std::string_view contact_name[] = {"联系人", "联系人姓名", "名字"};
constexpr std::string_view contact_post[] = {"职位", "岗位", "Title", "Position"};
constexpr std::string_view contact_phone[] = {
    "手机", "手机号", "手机号码", "联系电话", "电话号码", "联系方式", "Mobile", "Telephone"};
constexpr std::string_view contact_wechat[] = {"微信号", "微信账号"};
constexpr std::string_view contact_email[] = {"电子邮箱", "电子邮件", "邮件", "Email"};
constexpr FieldSynonyms of_contact[] = {{"company", contact_company},
                                        {"name", contact_name},
                                        {"post", contact_post},
                                        {"phone", contact_phone},
                                        {"wechat", contact_wechat},
                                        {"email", contact_email},
                                        {"note", note}};

constexpr std::string_view target_county[] = {"县市区", "地区", "单位", "县（市、区）"};
constexpr std::string_view target_period[] = {"年度", "年份", "时间"};
constexpr std::string_view target_amount[] = {"目标", "年度目标", "全年目标", "任务数", "目标值"};
constexpr FieldSynonyms of_target[] = {{"county", target_county},
                                       {"period", target_period},
                                       {"amount", target_amount},
                                       {"source", source},
                                       {"note", note}};

constexpr std::string_view outlay_year[] = {"年度", "年份", "计划年度"};
constexpr std::string_view outlay_planned[] = {"本年计划投资",
                                               "当年计划投资",
                                               "今年计划投资",
                                               "年计划投资",
                                               "年度投资计划",
                                               "年度计划",
                                               "年度计划投资额",
                                               "本年度计划投资"};
constexpr std::string_view outlay_done[] = {"完成投资",
                                            "年度完成投资",
                                            "当年完成投资",
                                            "今年完成投资",
                                            "本年累计完成投资",
                                            "累计完成投资",
                                            "本年度完成投资",
                                            "完成投资额"};
constexpr std::string_view outlay_on[] = {"截至", "截至日期", "截止日期", "统计截止日期"};
constexpr FieldSynonyms of_outlay[] = {{"project", project_name},
                                       {"year", outlay_year},
                                       {"planned", outlay_planned},
                                       {"done", outlay_done},
                                       {"on", outlay_on},
                                       {"source", source},
                                       {"note", note}};

constexpr std::string_view aggregate_count[] = {"项目数", "项目个数", "个数", "项目数量"};
constexpr std::string_view aggregate_amount[] = {
    "总投资", "投资额", "签约额", "合同金额", "投资总额"};
constexpr FieldSynonyms of_aggregate[] = {{"county", target_county},
                                          {"period", target_period},
                                          {"count", aggregate_count},
                                          {"amount", aggregate_amount},
                                          {"source", source},
                                          {"note", note}};

// NOLINTNEXTLINE(readability-function-size): a table
std::span<const FieldSynonyms> table_of(Kind kind) {
  switch (kind) {
    case Kind::project:
      return of_project;
    case Kind::signing:
      return of_signing;
    case Kind::company:
      return of_company;
    case Kind::contact:
      return of_contact;
    case Kind::county:
      return of_county;
    case Kind::delegation:
      return of_delegation;
    case Kind::negotiation:
      return of_negotiation;
    case Kind::event:
      return of_event;
    case Kind::station:
      return of_station;
    case Kind::task:
      return of_task;
    case Kind::figure:
      return of_figure;
    case Kind::rate:
      return of_rate;
    case Kind::procedure:
      return of_procedure;
    case Kind::funds:
      return of_funds;
    case Kind::target:
      return of_target;
    case Kind::outlay:
      return of_outlay;
    case Kind::aggregate:
      return of_aggregate;
    case Kind::book:
    case Kind::map:
    case Kind::import:
    case Kind::program:
    case Kind::credit:
    case Kind::report:
      break;
  }
  return {};
}

}  // namespace

std::span<const std::string_view> synonyms_of(Kind kind, std::string_view field) {
  for (const auto& [name, words] : table_of(kind)) {
    if (name == field) return words;
  }
  return {};
}

}  // namespace leadbook
