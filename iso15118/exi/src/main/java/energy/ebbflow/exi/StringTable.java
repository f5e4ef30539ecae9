package energy.ebbflow.exi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values that a message has carried so far, for peers that refer back to them. Strings are only
 * noted; the partition of each name is sorted out when the first reference comes, which in the
 * field is almost never.
 */
final class StringTable {
  private static final int INITIAL = 16;

  private @Nullable String[] values = new String[INITIAL];
  private int[] names = new int[INITIAL];
  private int size;
  private int[][] partitions = new int[0][];
  private int[] partitionSizes = new int[0];
  private int sorted;

  /** Forgets everything. */
  void clear() {
    if (size > 0) {
      Arrays.fill(values, 0, size, null);
      size = 0;
    }
    if (sorted > 0) {
      Arrays.fill(partitionSizes, 0);
      sorted = 0;
    }
  }

  /**
   * Notes a value that came in full; the number of values is bounded by the size of the message.
   */
  void add(int name, String value) {
    if (size == names.length) {
      values = Arrays.copyOf(values, 2 * size);
      names = Arrays.copyOf(names, 2 * size);
    }
    values[size] = value;
    names[size] = name;
    size++;
  }

  /** How many values there are. */
  int globalSize() {
    return size;
  }

  /** How many values there are of one name. */
  int localSize(int name) {
    sort();
    return name < partitionSizes.length ? partitionSizes[name] : 0;
  }

  /** The value at {@code index}, which is below {@link #globalSize}. */
  String global(int index) {
    String value = values[index];
    if (value == null) {
      throw new IllegalStateException("the string table has a hole at " + index);
    }
    return value;
  }

  /** The value of a name at {@code index}, which is below {@link #localSize}. */
  String local(int name, int index) {
    return global(partitions[name][index]);
  }

  private void sort() {
    for (; sorted < size; sorted++) {
      int name = names[sorted];
      if (name >= partitions.length) {
        partitions = Arrays.copyOf(partitions, name + INITIAL);
        partitionSizes = Arrays.copyOf(partitionSizes, name + INITIAL);
      }
      int[] partition = partitions[name];
      int used = partitionSizes[name];
      if (partition == null || used == partition.length) {
        partition = partition == null ? new int[INITIAL] : Arrays.copyOf(partition, 2 * used);
        partitions[name] = partition;
      }
      partition[used] = sorted;
      partitionSizes[name] = used + 1;
    }
  }
}
