package energy.ebbflow.iso15118.message.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The proof that needs no schemas: for every document and fragment of every set what EXIficient
 * wrote for it, in {@code golden/SET.txt}. A vector is two lines: {@code document} or {@code
 * fragment}, name and hex; then the XML. {@link GoldenVectors} writes the files.
 */
class GoldenVectorsTest {
  private record Vector(boolean fragment, String name, byte[] exi, String xml) {}

  @ParameterizedTest
  @EnumSource(MessageSet.class)
  void vectorsDecodeAndEncode(MessageSet set) throws IOException {
    ExiCodec<V2gMessage> codec = set.codec();
    byte[] buffer = new byte[1 << 16];
    Set<String> documents = new HashSet<>();
    Set<ExiRoot> fragments = new HashSet<>();
    for (Vector vector : read(set)) {
      int length;
      String xml;
      if (vector.fragment()) {
        ExiFragment fragment = codec.decodeFragment(vector.exi(), 0, vector.exi().length);
        ExiRoot root = codec.declaration(fragment);
        xml = XmlPrinter.compact(MessageTree.of(root, fragment.content()));
        length =
            codec.encodeFragment(
                fragment.namespace(), fragment.name(), fragment.content(), buffer, 0);
        fragments.add(root);
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
      assertTrue(fragments.contains(root), () -> "no golden fragment " + root.name());
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
}
