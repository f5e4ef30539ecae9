package energy.ebbflow.iso15118.message.hostile;

import energy.ebbflow.iso15118.message.MessageSet;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Mutated messages without end: {@code MutationRun [COUNT [SEED]]} with {@code -Xmx64m} feeds COUNT
 * (1,000,000) of them to every set and reports what the worst of them cost.
 *
 * <p>A try may be interrupted: by the scheduler, by the garbage collector, by code that is compiled
 * anew. So there are three numbers. {@code worst} is the wall time of the worst input, the best of
 * six tries of it. {@code processor} is the same in time of this thread on a processor, which knows
 * no waiting. {@code single try} is the longest wall time of any first try, with the time that this
 * thread was on a processor meanwhile and the time that the collector took meanwhile.
 */
public final class MutationRun {
  private static final int WARM_UP = 20_000;
  private static final int REPETITIONS = 5;

  private MutationRun() {}

  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getGarbageCollectorMXBeans();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * What a run saw; times in nanoseconds.
   *
   * @param worstNanos the wall time of the worst input, the best of its tries
   * @param worstProcessorNanos the same in processor time
   * @param longest the first try that took longest
   */
  record Outcome(
      int decoded, int rejected, long worstNanos, long worstProcessorNanos, Try longest) {}

  /** What one try took; the collector's time has a resolution of 1 ms. */
  record Try(long wallNanos, long processorNanos, long collectorMillis) {}

  /** Runs all sets. */
  public static void main(String... arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    for (MessageSet set : MessageSet.values()) {
      run(set, WARM_UP, seed + 1);
      Outcome outcome = run(set, count, seed);
      System.out.printf(
          Locale.ROOT,
          "%-11s %,d decoded, %,d rejected, worst %.1f us, processor %.1f us, single try %.1f us"
              + " (processor %.1f us, collector %d ms)%n",
          set.label(),
          outcome.decoded(),
          outcome.rejected(),
          outcome.worstNanos() / 1e3,
          outcome.worstProcessorNanos() / 1e3,
          outcome.longest().wallNanos() / 1e3,
          outcome.longest().processorNanos() / 1e3,
          outcome.longest().collectorMillis());
    }
  }

  static Outcome run(MessageSet set, int count, long seed) {
    CodecFuzzTarget.use(set);
    List<byte[]> documents = Corpus.of(set, false);
    List<byte[]> fragments = Corpus.of(set, true);
    SplittableRandom random = new SplittableRandom(seed);
    int decoded = 0;
    long worst = 0;
    long worstProcessor = 0;
    Try longest = new Try(0, 0, 0);
    for (int i = 0; i < count; i++) {
      boolean fragment = random.nextInt(4) == 0;
      List<byte[]> corpus = fragment ? fragments : documents;
      byte[] input =
          mutated(
              corpus.get(random.nextInt(corpus.size())),
              corpus.get(random.nextInt(corpus.size())),
              random);
      long collected = collectorMillis();
      long processorStart = THREADS.getCurrentThreadCpuTime();
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
      long processor = THREADS.getCurrentThreadCpuTime() - processorStart;
      if (nanos > longest.wallNanos()) {
        longest = new Try(nanos, processor, collectorMillis() - collected);
      }
      for (int again = 0;
          (nanos > worst || processor > worstProcessor) && again < REPETITIONS;
          again++) {
        // A pause of the machine is not the fault of the input: it would have to come every time.
        processorStart = THREADS.getCurrentThreadCpuTime();
        start = System.nanoTime();
        CodecFuzzTarget.check(input, 0, input.length, fragment);
        nanos = Math.min(nanos, System.nanoTime() - start);
        processor = Math.min(processor, THREADS.getCurrentThreadCpuTime() - processorStart);
      }
      worst = Math.max(worst, nanos);
      worstProcessor = Math.max(worstProcessor, processor);
    }
    return new Outcome(decoded, count - decoded, worst, worstProcessor, longest);
  }

  private static long collectorMillis() {
    long millis = 0;
    for (GarbageCollectorMXBean collector : COLLECTORS) {
      millis += collector.getCollectionTime();
    }
    return millis;
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
