package energy.ebbflow.iso15118.message.hostile;

import energy.ebbflow.iso15118.message.MessageSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Mutated messages without end: {@code MutationRun [COUNT [SEED]]} with {@code -Xmx64m} feeds COUNT
 * (1,000,000) of them to every set and reports the worst single decode.
 */
public final class MutationRun {
  private static final int WARM_UP = 20_000;
  private static final int REPETITIONS = 5;

  private MutationRun() {}

  /** What a run saw. */
  record Outcome(int decoded, int rejected, long worstNanos) {}

  /** Runs all sets. */
  public static void main(String... arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    for (MessageSet set : MessageSet.values()) {
      run(set, WARM_UP, seed + 1);
      Outcome outcome = run(set, count, seed);
      System.out.printf(
          Locale.ROOT,
          "%-11s %,d decoded, %,d rejected, worst %.1f us%n",
          set.label(),
          outcome.decoded(),
          outcome.rejected(),
          outcome.worstNanos() / 1e3);
    }
  }

  static Outcome run(MessageSet set, int count, long seed) {
    CodecFuzzTarget.use(set);
    List<byte[]> documents = Corpus.of(set, false);
    List<byte[]> fragments = Corpus.of(set, true);
    SplittableRandom random = new SplittableRandom(seed);
    int decoded = 0;
    long worst = 0;
    for (int i = 0; i < count; i++) {
      boolean fragment = random.nextInt(4) == 0;
      List<byte[]> corpus = fragment ? fragments : documents;
      byte[] input =
          mutated(
              corpus.get(random.nextInt(corpus.size())),
              corpus.get(random.nextInt(corpus.size())),
              random);
      long start = System.nanoTime();
      try {
        decoded += CodecFuzzTarget.check(input, 0, input.length, fragment) ? 1 : 0;
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            set.label()
                + (fragment ? " fragment " : " document ")
                + java.util.HexFormat.of().formatHex(input)
                + " (seed "
                + seed
                + ", number "
                + i
                + ")",
            e);
      }
      long nanos = System.nanoTime() - start;
      for (int again = 0; nanos > worst && again < REPETITIONS; again++) {
        // A pause of the machine is not the fault of the input: it would have to come every time.
        start = System.nanoTime();
        CodecFuzzTarget.check(input, 0, input.length, fragment);
        nanos = Math.min(nanos, System.nanoTime() - start);
      }
      worst = Math.max(worst, nanos);
    }
    return new Outcome(decoded, count - decoded, worst);
  }

  private static byte[] mutated(byte[] seed, byte[] other, SplittableRandom random) {
    byte[] input = seed.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && input.length > 1; i++) {
      int at = random.nextInt(input.length);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> input[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> input[at] = (byte) random.nextInt(256);
        case 4 -> input[at] = (byte) 0xFF;
        case 5 -> input = Arrays.copyOf(input, at + 1);
        case 6 -> {
          int from = Math.min(at, other.length - 1);
          int length = Math.min(input.length, other.length) - from;
          if (length > 0) {
            System.arraycopy(other, from, input, from, length);
          }
        }
        default -> {
          byte[] longer = Arrays.copyOf(input, input.length + 1 + random.nextInt(8));
          System.arraycopy(
              input, at, longer, longer.length - (input.length - at), input.length - at);
          input = longer;
        }
      }
    }
    return input;
  }
}
