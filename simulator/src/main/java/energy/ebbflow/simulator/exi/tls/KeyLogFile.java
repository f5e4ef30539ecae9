package energy.ebbflow.simulator.exi.tls;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of TLS connections, as browsers, OpenSSL and our own programs write them down: the
 * NSS key log format ({@code SSLKEYLOGFILE}, draft-ietf-tls-keylogfile). A line has a label, the
 * client's random value and a secret, in hexadecimal digits.
 */
public final class KeyLogFile {
  /** The labels that decode a conversation; others are for early data and exporters. */
  enum Label {
    CLIENT_RANDOM,
    CLIENT_HANDSHAKE_TRAFFIC_SECRET,
    SERVER_HANDSHAKE_TRAFFIC_SECRET,
    CLIENT_TRAFFIC_SECRET_0,
    SERVER_TRAFFIC_SECRET_0
  }

  private static final int RANDOM_OCTETS = 32;

  private final Map<String, byte[]> secrets = new HashMap<>();

  private KeyLogFile() {}

  /** No secrets. */
  public static KeyLogFile none() {
    return new KeyLogFile();
  }

  /**
   * Reads a key log. Comments, empty lines and labels that are not known are passed over.
   *
   * @throws KeyLogException when a line is of another form; its words do not hold the secret
   */
  public static KeyLogFile read(String content) {
    KeyLogFile log = new KeyLogFile();
    int number = 0;
    for (String line : content.split("\r?\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        log.line(line.strip().split(" +"), number);
      }
    }
    return log;
  }

  private void line(String[] words, int number) {
    if (words.length != 3) {
      throw new KeyLogException(
          number, "a label, a random value and a secret", words.length + " words");
    }
    byte[] random = octets(words[1], number, "random value");
    byte[] secret = octets(words[2], number, "secret");
    if (random.length != RANDOM_OCTETS) {
      throw new KeyLogException(
          number,
          "a random value of " + RANDOM_OCTETS + " octets",
          "one of " + random.length + " octets");
    }
    for (Label label : Label.values()) {
      if (label.name().equals(words[0])) {
        secrets.put(key(label, random), secret);
      }
    }
  }

  private static byte[] octets(String digits, int number, String what) {
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException noHex) {
      // Not with its cause: its message would hold digits of the secret.
      throw new KeyLogException(number, "hexadecimal digits as the " + what, "something else");
    }
  }

  /** The secret of a connection, by the random value of its ClientHello. */
  Optional<byte[]> secret(Label label, byte[] clientRandom) {
    return Optional.ofNullable(secrets.get(key(label, clientRandom))).map(byte[]::clone);
  }

  private static String key(Label label, byte[] random) {
    return label + " " + HexFormat.of().formatHex(random);
  }
}
