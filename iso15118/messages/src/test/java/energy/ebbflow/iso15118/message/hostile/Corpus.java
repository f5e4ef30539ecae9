package energy.ebbflow.iso15118.message.hostile;

import energy.ebbflow.iso15118.message.MessageSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The golden vectors as the seeds of hostile input. */
final class Corpus {
  private Corpus() {}

  /** The documents of a set, or its fragments. */
  static List<byte[]> of(MessageSet set, boolean fragments) {
    String name = "/golden/" + set.label() + ".txt";
    try (InputStream in = Corpus.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no golden vectors " + name);
      }
      String kind = fragments ? "fragment " : "document ";
      List<byte[]> messages = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(kind))
          .forEach(line -> messages.add(HexFormat.of().parseHex(line.split(" ")[2])));
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
