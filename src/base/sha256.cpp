// The hash of what was read and signed (FORMATS, Sign-offs), by FIPS 180-4.
#include "base/unicode.h"

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace handout {
namespace {

using State = std::array<std::uint32_t, 8>;
constexpr std::size_t block_size = 64;

/// FIPS 180-4, 4.2.2: the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// FIPS 180-4, 5.3.3: the fractional parts of the square roots of the first eight primes.
constexpr State initial_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// FIPS 180-4, 6.2.2. The schedule keeps the last 16 of its words.
void add_block(State& state, const char* block) {
  std::array<std::uint32_t, 16> w{};
  for (std::size_t t = 0; t < 16; ++t) {
    for (std::size_t i = 0; i < 4; ++i)
      w[t] = w[t] << 8U | static_cast<std::uint8_t>(block[4 * t + i]);
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t t = 0; t < 64; ++t) {
    if (t >= 16) {
      const std::uint32_t before_15 = w[(t + 1) % 16], before_2 = w[(t + 14) % 16];
      const std::uint32_t s0 = std::rotr(before_15, 7) ^ std::rotr(before_15, 18) ^ before_15 >> 3U;
      const std::uint32_t s1 = std::rotr(before_2, 17) ^ std::rotr(before_2, 19) ^ before_2 >> 10U;
      w[t % 16] += s1 + w[(t + 9) % 16] + s0;
    }
    const std::uint32_t sum_1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t temporary_1 = h + sum_1 + ((e & f) ^ (~e & g)) + round_constants[t] + w[t % 16];
    const std::uint32_t sum_0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const std::uint32_t temporary_2 = sum_0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + temporary_1;
    d = c;
    c = b;
    b = a;
    a = temporary_1 + temporary_2;
  }
  const State added = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i)
    state[i] += added[i];
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  State state = initial_state;
  std::size_t done = 0;
  for (; done + block_size <= bytes.size(); done += block_size)
    add_block(state, bytes.data() + done);

  // Padding (5.1.1): a one bit, zeros, and the length in bits as 64 bits, to whole blocks.
  std::string padded(bytes.substr(done));
  padded += static_cast<char>(0x80);
  padded.append((2 * block_size - 8 - padded.size()) % block_size, '\0');
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (int shift = 56; shift >= 0; shift -= 8)
    padded += static_cast<char>(bits >> static_cast<unsigned>(shift) & 0xFFU);
  for (std::size_t begin = 0; begin < padded.size(); begin += block_size)
    add_block(state, padded.data() + begin);

  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const std::uint32_t word : state) {
    for (int shift = 28; shift >= 0; shift -= 4)
      hex += digits.at(word >> static_cast<unsigned>(shift) & 0xFU);
  }
  return hex;
}

}  // namespace handout
