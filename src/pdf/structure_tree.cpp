#include "pdf/structure_tree.h"

#include <algorithm>
#include <limits>

#include "pdf/structure_attributes.h"
#include "pdf/structure_types.h"

namespace handout::pdf {
namespace {

using design::StructureId;
using design::StructureNode;
using design::StructureType;

constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

/// A marked-content sequence of an element; `order` counts all of the document's, as drawn.
struct Mark {
  std::uint32_t page = 0, mcid = 0, order = 0;
};
using MarksOfElements = std::vector<std::vector<Mark>>;

MarksOfElements marks_of_elements(const std::vector<PageContent>& pages, std::size_t element_count) {
  MarksOfElements marks(element_count);
  std::uint32_t order = 0;
  for (std::uint32_t page = 0; page < pages.size(); ++page)
    for (std::uint32_t mcid = 0; mcid < pages[page].marks.size(); ++mcid)
      marks.at(pages[page].marks[mcid].value).push_back({page, mcid, order++});
  return marks;
}

bool is_table_part(StructureType type) {
  return type == StructureType::table_row || type == StructureType::table_header_cell ||
         type == StructureType::table_cell;
}

/// Rows and cells of a kept table.
void keep_table_parts(const std::vector<StructureNode>& nodes, std::uint32_t id, std::vector<bool>& kept) {
  for (const std::uint32_t child : nodes[id].children) {
    if (!is_table_part(nodes[child].type)) continue;
    kept[child] = true;
    keep_table_parts(nodes, child, kept);
  }
}

std::vector<bool> kept_nodes(const pages::PagedDocument& document, const std::vector<PageContent>& pages) {
  const std::vector<StructureNode>& nodes = document.structure.nodes;
  std::vector<bool> kept(nodes.size(), false);
  const auto keep_with_ancestors = [&](std::uint32_t id) {
    while (!kept[id]) {
      kept[id] = true;
      id = nodes[id].parent;
    }
  };
  if (!nodes.empty()) kept[0] = true;
  for (const PageContent& page : pages)
    for (const StructureId id : page.marks)
      keep_with_ancestors(id.value);
  for (const pages::Page& page : document.pages)
    for (const pages::LinkArea& link : page.links)
      keep_with_ancestors(link.element.value);
  for (std::uint32_t id = 0; id < nodes.size(); ++id)
    if (kept[id] && nodes[id].type == StructureType::table) keep_table_parts(nodes, id, kept);
  return kept;
}

class TreeWriter {
 public:
  TreeWriter(HaruDocument& haru, const StructureElements& elements, const DrawnPages& drawn, const Profile& profile)
      : haru_(haru),
        elements_(elements),
        drawn_(drawn),
        profile_(profile),
        nodes_(elements.document().structure.nodes),
        marks_(marks_of_elements(drawn.contents, nodes_.size())),
        references_(nodes_.size()),
        first_orders_(nodes_.size(), never) {}

  void write() {
    for (const LinkAnnotation& link : drawn_.links)
      references_[link.element.value].push_back(&link);
    find_first_orders();
    const Object root = haru_.add_dictionary("StructTreeRoot");
    write_namespace(root);
    write_parent_tree(root);
    write_elements(root);
    haru_.set(root, "K", {elements_.object({0})});
    haru_.set(haru_.catalog(), "StructTreeRoot", {root});
    haru_.set(haru_.catalog(), "MarkInfo", {Entries{{"Marked", {true}}}});
  }

 private:
  void find_first_orders();
  void write_namespace(Object root);
  void write_parent_tree(Object root);
  void write_elements(Object root);
  void write_element(std::uint32_t id, Object parent, const FigureBoxes&);
  void write_kids(std::uint32_t id);
  Value kid(const Mark&, std::uint32_t own_page) const;

  HaruDocument& haru_;
  const StructureElements& elements_;
  const DrawnPages& drawn_;
  const Profile& profile_;
  const std::vector<StructureNode>& nodes_;
  MarksOfElements marks_;
  std::vector<std::vector<const LinkAnnotation*>> references_;
  std::vector<std::uint32_t> first_orders_;  ///< of the first thing drawn in each element or below it
  Object namespace_;
};

/// Children come after their parents in `nodes`, so one pass from the end sees every child first.
void TreeWriter::find_first_orders() {
  for (std::size_t id = nodes_.size(); id-- > 0;) {
    if (!marks_[id].empty()) first_orders_[id] = std::min(first_orders_[id], marks_[id].front().order);
    if (id > 0) {
      std::uint32_t& parent = first_orders_[nodes_[id].parent];
      parent = std::min(parent, first_orders_[id]);
    }
  }
}

void TreeWriter::write_namespace(Object root) {
  if (profile_.namespace_uri.empty()) return;
  namespace_ = haru_.add_dictionary("Namespace");
  haru_.set(namespace_, "NS", {Ascii{std::string(profile_.namespace_uri)}});
  haru_.set(root, "Namespaces", {Array{{namespace_}}});
}

void TreeWriter::write_parent_tree(Object root) {
  Array numbers;
  std::int32_t key = 0;
  for (const PageContent& page : drawn_.contents) {
    Array elements;
    for (const StructureId id : page.marks)
      elements.push_back({elements_.object(id)});
    numbers.push_back({key++});
    numbers.push_back({haru_.add_array(elements)});
  }
  for (const LinkAnnotation& link : drawn_.links) {
    numbers.push_back({key++});
    numbers.push_back({elements_.object(link.element)});
  }
  const Object tree = haru_.add_dictionary();
  haru_.set(tree, "Nums", {std::move(numbers)});
  haru_.set(root, "ParentTree", {tree});
  haru_.set(root, "ParentTreeNextKey", {key});
}

void TreeWriter::write_elements(Object root) {
  const FigureBoxes boxes = figure_boxes(elements_.document());
  for (std::uint32_t id = 0; id < nodes_.size(); ++id) {
    if (!elements_.is_kept({id})) continue;
    write_element(id, id == 0 ? root : elements_.object({nodes_[id].parent}), boxes);
  }
}

void TreeWriter::write_element(std::uint32_t id, Object parent, const FigureBoxes& boxes) {
  const StructureNode& node = nodes_[id];
  const Object element = elements_.object({id});
  haru_.set(element, "S", {Name{std::string(type_name(node.type, profile_))}});
  haru_.set(element, "P", {parent});
  if (!profile_.namespace_uri.empty()) haru_.set(element, "NS", {namespace_});
  if (node.lang) haru_.set(element, "Lang", {Ascii{node.lang->tag}});
  if (node.alt) haru_.set(element, "Alt", {Text{*node.alt}});
  if (const std::string attributes = attribute_entry(elements_.document().structure, {id}, boxes, profile_);
      !attributes.empty())
    haru_.set_raw(element, attributes);
  write_kids(id);
}

Value TreeWriter::kid(const Mark& mark, std::uint32_t own_page) const {
  if (mark.page == own_page) return {static_cast<std::int32_t>(mark.mcid)};
  return {Entries{
      {"Type", {Name{"MCR"}}}, {"Pg", {drawn_.objects[mark.page]}}, {"MCID", {static_cast<std::int32_t>(mark.mcid)}}}};
}

/// The tree's children in the tree's order; the element's own sequences before the first child drawn after them.
void TreeWriter::write_kids(std::uint32_t id) {
  const std::vector<Mark>& marks = marks_[id];
  const std::uint32_t own_page = marks.empty() ? never : marks.front().page;
  Array kids;
  std::size_t next_mark = 0;
  for (const std::uint32_t child : nodes_[id].children) {
    if (!elements_.is_kept({child})) continue;
    while (next_mark < marks.size() && first_orders_[child] != never && marks[next_mark].order < first_orders_[child])
      kids.push_back(kid(marks[next_mark++], own_page));
    kids.push_back({elements_.object({child})});
  }
  while (next_mark < marks.size())
    kids.push_back(kid(marks[next_mark++], own_page));
  for (const LinkAnnotation* link : references_[id])
    kids.push_back(
        {Entries{{"Type", {Name{"OBJR"}}}, {"Pg", {drawn_.objects[link->page]}}, {"Obj", {link->annotation}}}});

  const Object element = elements_.object({id});
  if (own_page != never) haru_.set(element, "Pg", {drawn_.objects[own_page]});
  if (kids.size() == 1) {
    haru_.set(element, "K", kids.front());
  } else if (!kids.empty()) {
    haru_.set(element, "K", {std::move(kids)});
  }
}

}  // namespace

StructureElements::StructureElements(HaruDocument& haru, const pages::PagedDocument& document,
                                     const std::vector<PageContent>& pages)
    : document_(document), kept_(kept_nodes(document, pages)), objects_(kept_.size()) {
  // Type is optional in a structure element (ISO 32000-1, table 323): some two hundred elements do without it.
  for (std::size_t id = 0; id < kept_.size(); ++id)
    if (kept_[id]) objects_[id] = haru.add_dictionary();
}

Object StructureElements::object(StructureId id) const {
  while (!kept_.at(id.value))
    id.value = document_.structure[id].parent;
  return objects_[id.value];
}

void write_structure(HaruDocument& haru, const StructureElements& elements, const DrawnPages& drawn,
                     const Profile& profile) {
  TreeWriter(haru, elements, drawn, profile).write();
}

}  // namespace handout::pdf
