package energy.ebbflow.simulator.lab;

import java.util.List;

/** Numbers that only depend on a seed (SplitMix64). */
final class Dice {
  private static final double UNIT = 0x1.0p-53;
  private long state;

  Dice(long seed) {
    state = seed;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0, below {@code bound}. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** From {@code low}, below {@code high}. */
  double between(double low, double high) {
    return low + (high - low) * ((next() >>> 11) * UNIT);
  }

  /** True with this probability. */
  boolean chance(double probability) {
    return between(0, 1) < probability;
  }

  <T> T pick(List<T> of) {
    return of.get(below(of.size()));
  }
}
