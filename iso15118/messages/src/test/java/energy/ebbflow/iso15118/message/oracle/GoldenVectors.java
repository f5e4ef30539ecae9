package energy.ebbflow.iso15118.message.oracle;

import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.text.MessageTree;
import energy.ebbflow.iso15118.message.text.XmlPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes the golden vectors anew: random instances of every root, coded by EXIficient over the
 * schemas. A program, not a test; its argument is the folder.
 */
public final class GoldenVectors {
  private static final int LONGEST_VALUE = 12;
  private static final int BUDGET = 20;

  private GoldenVectors() {}

  /** Writes one file per set into the folder that is the only argument. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("GoldenVectors: expected a folder, got " + args.length + " arguments");
      System.exit(2);
    }
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    for (MessageSet set : MessageSet.values()) {
      Files.writeString(folder.resolve(set.label() + ".txt"), vectors(set));
    }
  }

  private static String vectors(MessageSet set) {
    Oracle oracle = Sets.oracle(set);
    StringBuilder text = new StringBuilder();
    long seed = 1;
    for (ExiRoot root : set.codec().documents()) {
      for (RandomRecords.Mood mood : List.of(RandomRecords.Mood.LEAST, RandomRecords.Mood.ANY)) {
        append(text, oracle, root, instance(root, mood, seed++), false);
      }
    }
    for (ExiRoot root : set.codec().fragments()) {
      append(text, oracle, root, instance(root, RandomRecords.Mood.LEAST, seed++), true);
    }
    return text.toString();
  }

  private static Object instance(ExiRoot root, RandomRecords.Mood mood, long seed) {
    return new RandomRecords(new SplittableRandom(seed), mood, BUDGET)
        .withValuesUpTo(LONGEST_VALUE)
        .next(root);
  }

  private static void append(
      StringBuilder text, Oracle oracle, ExiRoot root, Object content, boolean fragment) {
    String xml = XmlPrinter.compact(MessageTree.of(root, content));
    byte[] exi = oracle.encode(xml, fragment);
    text.append(fragment ? "fragment " : "document ")
        .append(root.name())
        .append(' ')
        .append(HexFormat.of().formatHex(exi))
        .append('\n')
        .append(xml)
        .append('\n');
  }
}
