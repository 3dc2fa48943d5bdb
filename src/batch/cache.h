#pragma once

#include <map>
#include <memory>
#include <mutex>

namespace handout::batch {

/// What several jobs share: made once, by whoever asks first, and read by all. A maker that throws leaves the place
/// empty, so that the next job meets the same failure.
template <typename Key, typename Value>
class Cache {
 public:
  template <typename Make>
  std::shared_ptr<const Value> get(const Key& key, const Make& make) {
    const std::shared_ptr<Slot> slot = slot_of(key);
    const std::lock_guard lock(slot->mutex);
    if (!slot->value) slot->value = std::make_shared<const Value>(make());
    return slot->value;
  }

  /// Lets go of what no later job needs; memory stays flat however long the batch.
  void release(const Key& key) {
    const std::lock_guard lock(mutex_);
    slots_.erase(key);
  }

 private:
  struct Slot {
    std::mutex mutex;
    std::shared_ptr<const Value> value;
  };
  std::shared_ptr<Slot> slot_of(const Key& key) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<Slot>& slot = slots_[key];
    if (!slot) slot = std::make_shared<Slot>();
    return slot;
  }

  std::mutex mutex_;
  std::map<Key, std::shared_ptr<Slot>> slots_;
};

}  // namespace handout::batch
