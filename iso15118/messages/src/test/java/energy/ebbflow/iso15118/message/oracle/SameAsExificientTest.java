package energy.ebbflow.iso15118.message.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiFragment;
import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.text.MessageTree;
import energy.ebbflow.iso15118.message.text.XmlPrinter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every document and every fragment of every set is byte for byte what EXIficient writes, and reads
 * back to what it was. {@code -Debbflow.instances=N} sets how many documents and, once more, how
 * many fragments there are per set, {@code -Debbflow.seed=N} the first seed.
 */
class SameAsExificientTest {
  private static final int INSTANCES = Integer.getInteger("ebbflow.instances", 2000);
  private static final long SEED = Long.getLong("ebbflow.seed", 20_2511L);

  /** How many elements the instances have at most whose lists are at their maximum. */
  private static final int LARGEST_BUDGET = 5000;

  private static final int BUDGET = 200;

  @ParameterizedTest
  @EnumSource(MessageSet.class)
  void documentsAreTheSame(MessageSet set) {
    Oracle oracle = Sets.oracle(set);
    ExiCodec<V2gMessage> codec = set.codec();
    List<ExiRoot> roots = codec.documents();
    byte[] buffer = new byte[ExiCodec.MAX_INPUT_OCTETS];
    for (int i = 0; i < INSTANCES; i++) {
      long seed = SEED + i;
      int round = i / roots.size();
      V2gMessage message = (V2gMessage) instance(roots.get(i % roots.size()), seed, round);
      String xml = XmlPrinter.compact(MessageTree.of(message));
      byte[] expected = oracle.encode(xml, false);
      int length = codec.encode(message, buffer, 0);
      same(expected, Arrays.copyOf(buffer, length), seed, xml);
      assertEquals(message, codec.decode(buffer, 0, length), () -> "seed " + seed + ": " + xml);
      if (round % 4 == 2) {
        // Some peers refer back to strings that came before.
        byte[] referring = oracle.encodeWithStringTable(xml, false);
        assertEquals(
            message,
            codec.decode(referring, 0, referring.length),
            () -> "seed " + seed + " with string table: " + xml);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(MessageSet.class)
  void fragmentsAreTheSame(MessageSet set) {
    Oracle oracle = Sets.oracle(set);
    ExiCodec<V2gMessage> codec = set.codec();
    List<ExiRoot> roots = codec.fragments();
    byte[] buffer = new byte[ExiCodec.MAX_INPUT_OCTETS];
    for (int i = 0; i < Math.max(INSTANCES, roots.size()); i++) {
      long seed = SEED + i;
      ExiRoot root = roots.get(i % roots.size());
      // The documents have met the extremes; a fragment is new only in what stands around it.
      Object content = instance(root, seed, 2);
      ExiFragment fragment = new ExiFragment(root.namespace(), root.name(), content);
      String xml = XmlPrinter.compact(MessageTree.of(root, content));
      byte[] expected = oracle.encode(xml, true);
      int length = codec.encodeFragment(root.namespace(), root.name(), content, buffer, 0);
      same(expected, Arrays.copyOf(buffer, length), seed, xml);
      assertEquals(fragment, codec.decodeFragment(buffer, 0, length), () -> "seed " + seed);
    }
  }

  private static Object instance(ExiRoot root, long seed, int round) {
    RandomRecords.Mood mood =
        switch (round) {
          case 0 -> RandomRecords.Mood.LEAST;
          case 1 -> RandomRecords.Mood.MOST;
          default -> RandomRecords.Mood.ANY;
        };
    int budget = mood == RandomRecords.Mood.MOST ? LARGEST_BUDGET : BUDGET;
    return new RandomRecords(new SplittableRandom(seed), mood, budget).next(root);
  }

  private static void same(byte[] expected, byte[] actual, long seed, String xml) {
    if (!Arrays.equals(expected, actual)) {
      HexFormat hex = HexFormat.of();
      int at = Arrays.mismatch(expected, actual);
      assertEquals(
          hex.formatHex(expected),
          hex.formatHex(actual),
          () -> "seed " + seed + ", octet " + at + ": " + shortened(xml));
    }
  }

  private static String shortened(String xml) {
    return xml.length() > 4000 ? xml.substring(0, 4000) + "..." : xml;
  }
}
