#include "pdf/write_file.h"

#include <vector>

#include "base/sha256.h"
#include "pdf/numbers.h"

namespace handout::pdf {
namespace {

/// A row of the cross-reference stream.
struct CrossReference {
  enum class Kind : std::uint8_t { free = 0, at_offset = 1, in_stream = 2 };
  Kind kind = Kind::free;
  std::uint32_t where = 0;  ///< byte offset, or the object stream's number
  std::uint16_t index = 0;  ///< within the object stream
};

// Readers unpack a whole object stream to see one object; few compress better than many.
constexpr std::size_t objects_in_a_stream = 1000;

void append_stream_object(std::string& file, std::uint32_t number, std::string_view entries, std::string_view bytes) {
  append_integer(file, number);
  file.append(" 0 obj\n<<").append(entries).append("/Filter/FlateDecode/Length ");
  append_integer(file, static_cast<std::int64_t>(bytes.size()));
  file.append(">>\nstream\n").append(bytes).append("\nendstream\nendobj\n");
}

std::string reference_to(Object object) {
  return std::to_string(object.number) + " 0 R";
}

void append_big_endian(std::string& out, std::uint32_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out += static_cast<char>((value >> shift) & 0xff);
}

/// PNG's filter "up" (ISO 32000-1, 7.4.4.4): the rows of a table that counts upwards become all the same.
std::string less_row_above(std::string_view table, std::size_t columns) {
  constexpr char up = 2;
  std::string out;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (i % columns == 0) out += up;
    out += static_cast<char>(table[i] - (i < columns ? 0 : table[i - columns]));
  }
  return out;
}

class FileWriter {
 public:
  FileWriter(const HaruDocument& document, const Profile& profile, Deflater& deflater)
      : document_(document), profile_(profile), deflater_(deflater), rows_(document.object_count() + 1) {}

  std::string write() {
    // The comment's four high bytes tell file transfer programs that this is no text (7.5.2).
    file_.append(profile_.header).append("\n%\xE2\xE3\xCF\xD3\n");
    write_streams();
    write_objects();
    write_cross_references();
    return std::move(file_);
  }

 private:
  bool is_left_out(Object object) const {
    return document_.is_hidden(object) || (profile_.info == InfoDictionary::left_out && object == document_.info());
  }

  void write_streams() {
    for (std::uint32_t number = 1; number <= document_.object_count(); ++number) {
      if (!document_.is_stream({number})) continue;
      rows_[number] = {CrossReference::Kind::at_offset, static_cast<std::uint32_t>(file_.size()), 0};
      append_integer(file_, number);
      file_.append(" 0 obj\n");
      document_.write_value({number}, file_);
      file_.append("\nendobj\n");
    }
  }

  void write_objects() {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 1; number <= document_.object_count(); ++number)
      if (!document_.is_stream({number}) && !is_left_out({number})) numbers.push_back(number);
    for (std::size_t begin = 0; begin < numbers.size(); begin += objects_in_a_stream) {
      const std::size_t end = std::min(begin + objects_in_a_stream, numbers.size());
      write_object_stream(
          {numbers.begin() + static_cast<std::ptrdiff_t>(begin), numbers.begin() + static_cast<std::ptrdiff_t>(end)});
    }
  }

  void write_object_stream(const std::vector<std::uint32_t>& numbers) {
    const auto stream = static_cast<std::uint32_t>(rows_.size());
    std::string index, values;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      append_integer(index, numbers[i]);
      index += ' ';
      append_integer(index, static_cast<std::int64_t>(values.size()));
      index += ' ';
      document_.write_value({numbers[i]}, values);
      values += '\n';
      rows_[numbers[i]] = {CrossReference::Kind::in_stream, stream, static_cast<std::uint16_t>(i)};
    }
    rows_.push_back({CrossReference::Kind::at_offset, static_cast<std::uint32_t>(file_.size()), 0});
    std::string entries = "/Type/ObjStm/N ";
    append_integer(entries, static_cast<std::int64_t>(numbers.size()));
    entries += "/First ";
    append_integer(entries, static_cast<std::int64_t>(index.size()));
    append_stream_object(file_, stream, entries, deflater_.deflate(index + values));
  }

  void write_cross_references() {
    const auto number = static_cast<std::uint32_t>(rows_.size());
    const auto offset = static_cast<std::uint32_t>(file_.size());
    rows_.push_back({CrossReference::Kind::at_offset, offset, 0});
    const int offset_bytes = offset < 0x10000 ? 2 : offset < 0x1000000 ? 3 : 4;
    std::string table;
    for (const CrossReference& row : rows_) {
      table += static_cast<char>(row.kind);
      append_big_endian(table, row.where, offset_bytes);
      append_big_endian(table, row.index, 2);
    }
    const std::size_t columns = 1 + static_cast<std::size_t>(offset_bytes) + 2;
    const std::string identifier = sha256_hex(file_).substr(0, 32);
    std::string entries = "/Type/XRef/W[1 " + std::to_string(offset_bytes) + " 2]/Size " + std::to_string(rows_.size());
    entries += "/Root " + reference_to(document_.catalog());
    if (profile_.info == InfoDictionary::written) entries += "/Info " + reference_to(document_.info());
    entries += "/ID[<" + identifier + "><" + identifier + ">]";
    entries += "/DecodeParms<</Predictor 12/Columns " + std::to_string(columns) + ">>";
    append_stream_object(file_, number, entries, deflater_.deflate(less_row_above(table, columns)));
    file_ += "startxref\n" + std::to_string(offset) + "\n%%EOF\n";
  }

  const HaruDocument& document_;
  const Profile& profile_;
  Deflater& deflater_;
  std::vector<CrossReference> rows_;
  std::string file_;
};

}  // namespace

std::string write_file(const HaruDocument& document, const Profile& profile, Deflater& deflater) {
  return FileWriter(document, profile, deflater).write();
}

}  // namespace handout::pdf
