// The fields of the records of contact.hpp.
#pragma once

#include "leadbook/domain/record/contact.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook {

template <>
struct Describe<Contact> {
  static constexpr KindFacts facts = {
      .kind = Kind::contact,
      .letters = "L",
      .identifier = "contact",
      .english = "contact",
      .chinese = "联系人",
      .synonyms = "contacts",
      .named_by = {"name", "state"},
      .found_by = {"name", "post"},
      .told_by = {"name", "state", "post", "company"},
      .typed = {"company", "name"},
      .listed = {"id", "company", "name", "post", "phone", "wechat", "state"},
      .searched_by = {"name", "post"},
      .looked_up = 11};
  static constexpr auto fields = std::make_tuple(
      field(&Contact::company,
            "company",
            "Company",
            "企业",
            N_("the firm or chamber it belongs to"),
            Need::required),
      personal(field(&Contact::name, "name", "Name", "姓名", N_("the person's name"))),
      personal(field(&Contact::post, "post", "Post", "职务", N_("the post there"))),
      personal(field(&Contact::phone, "phone", "Phone", "电话", N_("telephone numbers"))),
      personal(field(&Contact::wechat, "wechat", "WeChat", "微信", N_("the WeChat account"))),
      personal(field(&Contact::email, "email", "E-mail", "邮箱", N_("the e-mail address"))),
      personal(field(&Contact::note, "note", "Note", "备注", N_("anything else"))),
      personal(by_program(field(&Contact::salt, "salt", "Salt", "校验盐"))),
      by_program(field(&Contact::seal, "seal", "Seal", "校验值")),
      by_program(field(&Contact::state, "state", "State", "状态")));
};
static_assert(is_complete<Contact>);

}  // namespace leadbook
