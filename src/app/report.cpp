#include "app/report.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace handout::app {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const Diagnostic& diagnostic) {
  Json json;
  json["severity"] = diagnostic.severity == Severity::error ? "error" : "warning";
  json["code"] = diagnostic.code;
  json["message"] = diagnostic.message;
  if (diagnostic.where.file) {
    const LineColumn place = line_column(*diagnostic.where.file, diagnostic.where.begin);
    json["file"] = diagnostic.where.file->path;
    json["line"] = place.line;
    json["column"] = place.column;
  }
  if (!diagnostic.hint.empty()) json["hint"] = diagnostic.hint;
  return json;
}

Json as_json(const Diagnostics& diagnostics) {
  Json json = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.items())
    json.push_back(as_json(diagnostic));
  return json;
}

}  // namespace

struct JsonReport::Parts {
  Json problems = Json::array(), jobs = Json::array();
};

JsonReport::JsonReport() : parts_(std::make_unique<Parts>()) {}
JsonReport::~JsonReport() = default;

void JsonReport::add(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.items())
    parts_->problems.push_back(as_json(diagnostic));
}

void JsonReport::add(const batch::JobResult& result) {
  Json json;
  json["handout"] = result.job.handout;
  json["locale"] = result.job.locale.tag;
  json["layout"] = result.job.layout;
  json["brand"] = result.job.brand;
  json["paper"] = std::string(design::paper_name(result.job.paper));
  json["file"] = result.job.file;
  json["printed"] = result.printed;
  if (!result.removed.empty()) json["removed"] = result.removed;
  if (!result.edition.empty()) json["edition"] = result.edition;
  if (result.pages > 0) {
    json["pages"] = result.pages;
    json["setting"] = result.setting;
    json["overflow-lines"] = result.overflow_lines;
  }
  if (result.printed) json["bytes"] = result.bytes;
  json["problems"] = as_json(result.diagnostics);
  parts_->jobs.push_back(std::move(json));
}

std::string JsonReport::text() const {
  Json json;
  json["handout"] = HANDOUT_VERSION;
  json["problems"] = parts_->problems;
  json["jobs"] = parts_->jobs;
  // Ill-formed text in a message must not cost the whole report.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace handout::app
