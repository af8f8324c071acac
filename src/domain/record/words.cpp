#include "leadbook/domain/record/records.hpp"

namespace leadbook {

template <>
std::span<const Word<Stage>> words<Stage>() {
  static constexpr Word<Stage> table[] = {
      {Stage::lead, "lead", "Lead", "招商线索", "clue|线索"},
      {Stage::valid_lead, "valid_lead", "Effective lead", "有效线索", "effective|valid"},
      {Stage::negotiating, "negotiating", "In negotiation", "在谈", "洽谈|negotiation"},
      {Stage::intent, "intent", "Intent reached", "意向", "意向达成"},
      {Stage::signed_, "signed", "Signed", "签约", "已签约|contracted"},
      {Stage::procedures, "procedures", "Preliminary procedures", "前期手续", "前期|手续"},
      {Stage::land_supplied, "land_supplied", "Land supplied", "供地", "已供地|land"},
      {Stage::started, "started", "Construction started", "开工", "已开工|start|construction"},
      {Stage::civil_works_done,
       "civil_works_done",
       "Civil works completed",
       "土建完成",
       "civil_works|civil works done"},
      {Stage::completed, "completed", "Completed", "竣工", "已竣工"},
      {Stage::in_production, "in_production", "In production", "投产", "已投产|production"},
      {Stage::at_capacity, "at_capacity", "At design capacity", "达产", "已达产|capacity"},
      {Stage::suspended, "suspended", "Suspended", "停工", "stopped|暂停"},
      {Stage::terminated, "terminated", "Terminated", "解约", "cancelled|终止"},
  };
  return table;
}

template <>
std::span<const Word<CountyKind>> words<CountyKind>() {
  static constexpr Word<CountyKind> table[] = {
      {CountyKind::county, "county", "County", "县"},
      {CountyKind::district, "district", "District", "区"},
      {CountyKind::county_city, "county_city", "County-level city", "县级市"},
      {CountyKind::banner, "banner", "Banner", "旗"},
      {CountyKind::zone, "zone", "Zone", "开发区"},
      {CountyKind::park, "park", "Park", "园区", "产业园"},
      {CountyKind::town, "town", "Town", "乡镇", "镇|乡|街道"},
  };
  return table;
}

template <>
std::span<const Word<Completeness>> words<Completeness>() {
  static constexpr Word<Completeness> table[] = {
      {Completeness::whole, "whole", "All parts", "分项齐全", "yes|是|齐全|全部"},
  };
  return table;
}

template <>
std::span<const Word<Zones>> words<Zones>() {
  static constexpr Word<Zones> table[] = {
      {Zones::none, "none", "Left out", "不列入"},
      {Zones::own, "own", "Rows of their own", "单独列出"},
      {Zones::host, "host", "With their county", "计入所在县区"},
  };
  return table;
}

template <>
std::span<const Word<CompanyKind>> words<CompanyKind>() {
  static constexpr Word<CompanyKind> table[] = {
      {CompanyKind::enterprise,
       "enterprise",
       "Enterprise",
       "企业",
       "company|公司|民营企业|国有企业|民企|国企|央企|外企|firm"},
      {CompanyKind::chamber_of_commerce,
       "chamber_of_commerce",
       "Chamber of commerce",
       "商会",
       "chamber"},
      {CompanyKind::association, "association", "Association", "协会", "行业协会|学会|联合会"},
      {CompanyKind::fund, "fund", "Fund", "基金", "投资基金|基金公司|产业基金"},
      {CompanyKind::government,
       "government",
       "Government",
       "政府",
       "政府部门|机关|党政机关|政府机构"},
      {CompanyKind::public_institution,
       "public_institution",
       "Public institution",
       "事业单位",
       "institution|高校|院校|大学|科研院所|研究所"},
      {CompanyKind::other, "other", "Other", "其他"},
  };
  return table;
}

template <>
std::span<const Word<Capital>> words<Capital>() {
  static constexpr Word<Capital> table[] = {
      {Capital::domestic, "domestic", "Domestic", "内资"},
      {Capital::foreign, "foreign", "Foreign", "外资"},
      {Capital::mixed, "mixed", "Mixed", "合资"},
  };
  return table;
}

template <>
std::span<const Word<Erasure>> words<Erasure>() {
  static constexpr Word<Erasure> table[] = {
      {Erasure::erased, "erased", "Details erased", "已删除个人信息", "已删除"},
  };
  return table;
}

template <>
std::span<const Word<DelegationStatus>> words<DelegationStatus>() {
  static constexpr Word<DelegationStatus> table[] = {
      {DelegationStatus::planned, "planned", "Planned", "计划", "plan"},
      {DelegationStatus::done, "done", "Done", "已完成", "完成"},
  };
  return table;
}

template <>
std::span<const Word<NegotiationMode>> words<NegotiationMode>() {
  static constexpr Word<NegotiationMode> table[] = {
      {NegotiationMode::onsite,
       "onsite",
       "On site",
       "上门",
       "上门招商|door to door|面对面|登门|登门拜访|拜访|走访|实地|面谈|visit|face to face"},
      {NegotiationMode::online,
       "online",
       "Online",
       "线上",
       "云洽谈|视频|视频会议|视频洽谈|电话|电话洽谈|微信|网络|网上|线上洽谈|phone|telephone|call|"
       "video|wechat"},
      {NegotiationMode::reception,
       "reception",
       "Reception at home",
       "来访接待",
       "接待|来访|到访|来访洽谈|接待来访|来访考察"},
  };
  return table;
}

template <>
std::span<const Word<Purpose>> words<Purpose>() {
  static constexpr Word<Purpose> table[] = {
      {Purpose::first_contact, "first_contact", "First contact", "首谈", "初次接触"},
      {Purpose::follow_up, "follow_up", "Follow-up", "跟进", "续谈"},
      {Purpose::return_visit, "return_visit", "Return visit", "回访", "考察"},
  };
  return table;
}

template <>
std::span<const Word<Outcome>> words<Outcome>() {
  static constexpr Word<Outcome> table[] = {
      {Outcome::exchange, "exchange", "Exchange", "交流", "洽谈|对接|初步洽谈|初步接触"},
      {Outcome::consensus, "consensus", "Consensus", "共识", "达成共识|初步共识"},
      {Outcome::intent,
       "intent",
       "Intent",
       "意向",
       "达成意向|初步意向|达成初步意向|初步达成意向|合作意向|意向性"},
      {Outcome::signed_, "signed", "Signed", "签约", "已签约|签订合同|签订协议"},
      {Outcome::broken_off, "broken_off", "Broken off", "中止", "终止|破裂|未果|搁置|暂停|放弃"},
  };
  return table;
}

template <>
std::span<const Word<SigningKind>> words<SigningKind>() {
  static constexpr Word<SigningKind> table[] = {
      {SigningKind::intent_letter,
       "intent_letter",
       "Letter of intent",
       "意向书",
       "合作意向书|意向协议|合作意向|意向协议书|备忘录|loi|intent|mou|memorandum"},
      {SigningKind::framework,
       "framework",
       "Framework agreement",
       "框架协议",
       "战略合作协议|框架|框架合同|框架协议书|合作框架协议|战略框架协议|战略合作框架协议|战略协议"},
      {SigningKind::contract,
       "contract",
       "Contract",
       "合同",
       "正式合同|投资合同|正式协议|投资协议|投资协议书|项目合同|agreement"},
      {SigningKind::supplement,
       "supplement",
       "Supplement",
       "补充协议",
       "amendment|补充合同|补充|变更协议"},
  };
  return table;
}

template <>
std::span<const Word<SigningMode>> words<SigningMode>() {
  static constexpr Word<SigningMode> table[] = {
      {SigningMode::onsite, "onsite", "On site", "现场", "现场签约|集中签约|线下"},
      {SigningMode::online,
       "online",
       "Online",
       "云签约",
       "线上|视频|视频签约|网签|远程|cloud|cloud signing"},
      {SigningMode::mixed, "mixed", "Mixed", "线上线下", "混合"},
  };
  return table;
}

template <>
std::span<const Word<PartyRole>> words<PartyRole>() {
  static constexpr Word<PartyRole> table[] = {
      {PartyRole::signer,
       "signer",
       "Signer",
       "签约方",
       "甲方|乙方|丙方|丁方|签约单位|party|party a|party b|first party|second party"},
      {PartyRole::witness, "witness", "Witness", "见证方", "见证|见证人|见证单位|鉴证方|监督方"},
  };
  return table;
}

template <>
std::span<const Word<Frameworks>> words<Frameworks>() {
  static constexpr Word<Frameworks> table[] = {
      {Frameworks::do_not_count, "do_not_count", "Do not count", "不计入", "no|off"},
      {Frameworks::count, "count", "Count", "计入", "yes|on"},
  };
  return table;
}

template <>
std::span<const Word<EventKind>> words<EventKind>() {
  static constexpr Word<EventKind> table[] = {
      {EventKind::promotion_conference, "promotion_conference", "Promotion conference", "推介会"},
      {EventKind::reception, "reception", "Reception", "接待"},
      {EventKind::survey, "survey", "Survey", "调研"},
      {EventKind::promotion_meeting, "promotion_meeting", "Project promotion meeting", "推进会"},
      {EventKind::signing_ceremony, "signing_ceremony", "Signing ceremony", "签约仪式"},
      {EventKind::start_ceremony, "start_ceremony", "Start ceremony", "开工仪式"},
      {EventKind::completion_ceremony, "completion_ceremony", "Completion ceremony", "竣工仪式"},
      {EventKind::other, "other", "Other", "其他"},
  };
  return table;
}

template <>
std::span<const Word<TaskKind>> words<TaskKind>() {
  static constexpr Word<TaskKind> table[] = {
      {TaskKind::obstacle, "obstacle", "Obstacle", "问题", "困难"},
      {TaskKind::directive, "directive", "Directive", "批示", "要求"},
      {TaskKind::follow_up, "follow_up", "Follow-up", "跟进"},
  };
  return table;
}

template <>
std::span<const Word<TaskArea>> words<TaskArea>() {
  static constexpr Word<TaskArea> table[] = {
      {TaskArea::land, "land", "Land", "用地"},
      {TaskArea::energy, "energy", "Energy", "用能"},
      {TaskArea::environment, "environment", "Environment", "环保"},
      {TaskArea::financing, "financing", "Financing", "融资"},
      {TaskArea::labour, "labour", "Labour", "用工", "employment"},
      {TaskArea::approval, "approval", "Approval", "审批"},
      {TaskArea::other, "other", "Other", "其他"},
  };
  return table;
}

}  // namespace leadbook
