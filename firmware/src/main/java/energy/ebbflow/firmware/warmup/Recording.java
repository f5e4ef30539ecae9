package energy.ebbflow.firmware.warmup;

import energy.ebbflow.iso15118.message.MessageSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a vehicle says in one session: its requests as they were encoded, and the state that it puts
 * on the pilot line in between. Kept in files of this package, one line a step:
 *
 * <pre>
 * # a comment
 * pilot 6                   level of the line's positive half-wave, V
 * iso20 1 808c...           schema set, how often it is said, EXI payload
 * iso20-dc ? 8034...        said again until the charger has finished
 * </pre>
 *
 * @param name of the file, such as {@code iso20-dc}
 */
record Recording(String name, List<Step> steps) {
  /** What a vehicle does next. */
  sealed interface Step {
    /** It shows a level on the pilot line, V. */
    record Pilot(double volts) implements Step {}

    /**
     * It sends a request.
     *
     * @param times how often; 0: until the charger has finished
     * @param payload EXI, without the header of V2GTP
     */
    record Request(MessageSet set, int times, byte[] payload) implements Step {}
  }

  private static final String UNTIL_FINISHED = "?";

  Recording {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a recording of this package.
   *
   * @throws IOException when it is missing or no recording
   */
  static Recording read(String name) throws IOException {
    InputStream file = Recording.class.getResourceAsStream(name + ".txt");
    if (file == null) {
      throw new IOException("expected a recording " + name + ".txt beside this class, got none");
    }
    List<Step> steps = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          steps.add(step(name, line.split(" ")));
        }
      }
    }
    return new Recording(name, steps);
  }

  private static Step step(String name, String[] words) throws IOException {
    try {
      if (words.length == 2 && words[0].equals("pilot")) {
        return new Step.Pilot(Double.parseDouble(words[1]));
      }
      if (words.length == 3) {
        int times = words[1].equals(UNTIL_FINISHED) ? 0 : Integer.parseInt(words[1]);
        return new Step.Request(set(words[0]), times, HexFormat.of().parseHex(words[2]));
      }
    } catch (IllegalArgumentException wrong) {
      throw new IOException("recording " + name + ": " + wrong.getMessage(), wrong);
    }
    throw new IOException(
        "recording " + name + ": expected pilot VOLTS or SET TIMES HEX, got " + words[0]);
  }

  private static MessageSet set(String label) {
    for (MessageSet set : MessageSet.values()) {
      if (set.label().equals(label)) {
        return set;
      }
    }
    throw new IllegalArgumentException("expected a schema set, got " + label);
  }
}
