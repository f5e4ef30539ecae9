package energy.ebbflow.hal.modbus;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Which registers are asked for at once, so that there are few questions.
 *
 * @param blocks in the order of their addresses
 */
record RegisterBlocks(List<RegisterMap.Block> blocks) {
  RegisterBlocks {
    blocks = List.copyOf(blocks);
  }

  /**
   * Plans the questions.
   *
   * @param most registers that the device gives at once
   */
  static RegisterBlocks plan(Stream<RegisterField> fields, int most) {
    List<RegisterField> sorted =
        fields.sorted(Comparator.comparingInt(RegisterField::address)).toList();
    List<RegisterMap.Block> blocks = new ArrayList<>();
    for (RegisterField field : sorted) {
      RegisterMap.Block last = blocks.isEmpty() ? null : blocks.getLast();
      if (last != null && field.end() - last.address() <= most) {
        int count = Math.max(last.count(), field.end() - last.address());
        blocks.set(blocks.size() - 1, new RegisterMap.Block(last.address(), count));
      } else {
        blocks.add(new RegisterMap.Block(field.address(), field.type().registers()));
      }
    }
    return new RegisterBlocks(blocks);
  }

  /** Whether every question has an answer of the right length. */
  boolean fits(List<byte[]> answers) {
    if (answers.size() != blocks.size()) {
      return false;
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (answers.get(i).length != blocks.get(i).count() * 2) {
        return false;
      }
    }
    return true;
  }

  /** The value of a field that was planned with; empty if the device says that it has none. */
  OptionalDouble value(RegisterField field, List<byte[]> answers) {
    for (int i = 0; i < blocks.size(); i++) {
      RegisterMap.Block block = blocks.get(i);
      if (field.address() >= block.address() && field.end() <= block.address() + block.count()) {
        return field.read(answers.get(i), block.address());
      }
    }
    throw new IllegalStateException("the field at " + field.address() + " is in no block");
  }

  /** A register that was planned with, as it came: a pattern of bits is never absent. */
  int word(int address, List<byte[]> answers) {
    for (int i = 0; i < blocks.size(); i++) {
      RegisterMap.Block block = blocks.get(i);
      if (address >= block.address() && address < block.address() + block.count()) {
        return ByteBuffer.wrap(answers.get(i)).getShort((address - block.address()) * 2) & 0xFFFF;
      }
    }
    throw new IllegalStateException("the register at " + address + " is in no block");
  }
}
