package energy.ebbflow.iso15118.message.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiFragment;
import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.text.MessageTree;
import energy.ebbflow.iso15118.message.text.XmlPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The proof that needs no schemas: for every document and fragment of every set what EXIficient
 * wrote for it, in {@code golden/SET.txt}. A vector is two lines: {@code document} or {@code
 * fragment}, name and hex; then the XML. {@code -Debbflow.golden=DIR} writes the files anew.
 */
class GoldenVectorsTest {
  private static final int LONGEST_VALUE = 12;
  private static final int BUDGET = 20;

  private record Vector(boolean fragment, String name, byte[] exi, String xml) {}

  @ParameterizedTest
  @EnumSource(MessageSet.class)
  void vectorsDecodeAndEncode(MessageSet set) throws IOException {
    ExiCodec<V2gMessage> codec = set.codec();
    byte[] buffer = new byte[1 << 16];
    Set<String> documents = new HashSet<>();
    Set<String> fragments = new HashSet<>();
    for (Vector vector : read(set)) {
      int length;
      String xml;
      if (vector.fragment()) {
        ExiFragment fragment = codec.decodeFragment(vector.exi(), 0, vector.exi().length);
        xml = XmlPrinter.compact(MessageTree.of(fragment));
        length =
            codec.encodeFragment(
                fragment.namespace(), fragment.name(), fragment.content(), buffer, 0);
        fragments.add(fragment.namespace() + fragment.name());
      } else {
        V2gMessage message = codec.decode(vector.exi(), 0, vector.exi().length);
        assertEquals(vector.name(), codec.rootName(message));
        xml = XmlPrinter.compact(MessageTree.of(message));
        length = codec.encode(message, buffer, 0);
        documents.add(codec.rootName(message));
      }
      assertEquals(vector.xml(), xml);
      assertEquals(
          HexFormat.of().formatHex(vector.exi()), HexFormat.of().formatHex(buffer, 0, length), xml);
    }
    for (ExiRoot root : codec.documents()) {
      assertTrue(documents.contains(root.name()), () -> "no golden document " + root.name());
    }
    for (ExiRoot root : codec.fragments()) {
      assertTrue(
          fragments.contains(root.namespace() + root.name()),
          () -> "no golden fragment " + root.name());
    }
  }

  private static List<Vector> read(MessageSet set) throws IOException {
    String name = "/golden/" + set.label() + ".txt";
    try (InputStream in = GoldenVectorsTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no golden vectors " + name);
      }
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<Vector> vectors = new ArrayList<>();
      for (int i = 0; i + 1 < lines.size(); i += 2) {
        String[] head = lines.get(i).split(" ");
        vectors.add(
            new Vector(
                head[0].equals("fragment"),
                head[1],
                HexFormat.of().parseHex(head[2]),
                lines.get(i + 1)));
      }
      return vectors;
    }
  }

  @ParameterizedTest
  @EnumSource(MessageSet.class)
  void writeVectors(MessageSet set) throws IOException {
    String folder = System.getProperty("ebbflow.golden");
    assumeTrue(folder != null, "only with -Debbflow.golden=DIR");
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
    Files.createDirectories(Path.of(folder));
    Files.writeString(Path.of(folder, set.label() + ".txt"), text);
  }

  private static Object instance(ExiRoot root, RandomRecords.Mood mood, long seed) {
    return new RandomRecords(new SplittableRandom(seed), mood, BUDGET)
        .withValuesUpTo(LONGEST_VALUE)
        .next(root.type());
  }

  private static void append(
      StringBuilder text, Oracle oracle, ExiRoot root, Object content, boolean fragment) {
    String xml = XmlPrinter.compact(MessageTree.of(root.namespace(), root.name(), content));
    byte[] exi = oracle.encode(xml, fragment);
    text.append(fragment ? "fragment " : "document ")
        .append(root.name())
        .append(' ')
        .append(HexFormat.of().formatHex(Arrays.copyOf(exi, exi.length)))
        .append('\n')
        .append(xml)
        .append('\n');
  }
}
