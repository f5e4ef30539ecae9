package energy.ebbflow.simulator.exi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;

/** Reads what a command is given: an argument, a file, or standard input. */
final class Input {
  /** The largest file that is read, octets. */
  private static final int MAX_FILE_OCTETS = 64 << 20;

  private Input() {}

  /** An EXI message: hexadecimal text, or a file with such text or with the octets themselves. */
  static byte[] message(String argument) {
    if (argument.equals("-")) {
      return octets(standardInput(), "standard input");
    }
    if (isFile(argument)) {
      return octets(file(Path.of(argument)), argument);
    }
    return hex(argument, "\"" + shortened(argument) + "\" is no file, and as a message");
  }

  /** The octets of a file or of standard input. */
  static byte[] file(String argument) {
    return argument.equals("-") ? standardInput() : file(Path.of(argument));
  }

  private static boolean isFile(String argument) {
    try {
      return Files.isRegularFile(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static byte[] octets(byte[] content, String source) {
    for (byte octet : content) {
      if (Character.digit(octet, 16) < 0 && !Character.isWhitespace(octet)) {
        return content;
      }
    }
    return hex(new String(content, StandardCharsets.US_ASCII), source);
  }

  private static byte[] hex(String text, String source) {
    String digits = text.replaceAll("\\s+", "");
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), 16) < 0) {
        throw new BadInputException(
            source
                + ": expected hexadecimal digits, got '"
                + digits.charAt(i)
                + "' at offset "
                + i);
      }
    }
    if (digits.length() % 2 != 0 || digits.isEmpty()) {
      throw new BadInputException(
          source
              + ": expected pairs of hexadecimal digits, got "
              + digits.length()
              + " digits; the text ends at offset "
              + digits.length());
    }
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] standardInput() {
    try {
      return limited(System.in, "standard input");
    } catch (IOException e) {
      throw new BadInputException("cannot read standard input: " + e.getMessage(), e);
    }
  }

  private static byte[] file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return limited(in, path.toString());
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "expected a file, got nothing of the name " + shortened(path.toString()), e);
    } catch (IOException e) {
      throw new BadInputException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private static byte[] limited(InputStream in, String source) throws IOException {
    byte[] content = in.readNBytes(MAX_FILE_OCTETS + 1);
    if (content.length > MAX_FILE_OCTETS) {
      throw new BadInputException(source + " is larger than " + MAX_FILE_OCTETS + " octets");
    }
    return content;
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
