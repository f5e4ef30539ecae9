package energy.ebbflow.hal.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One configuration file while it is being read.
 *
 * <p>Every part of the program reads its own tables from {@link #root}; {@link #finish} then
 * reports all problems at once, among them every key that nobody asked for. Nothing that was read
 * may be used before {@code finish} has returned: after a problem the accessors answer with
 * stand-in values so that the rest of the file can be looked at.
 *
 * <pre>{@code
 * ConfigFile file = ConfigFile.read(path);
 * BoardConfig board = BoardFile.read(file.root());
 * OcppConfig ocpp = OcppConfig.read(file.root().table("ocpp"));
 * file.finish();
 * }</pre>
 *
 * <p>Not thread-safe; used once at start.
 */
public final class ConfigFile {
  /** Largest file in bytes; a board file has a few kilobytes. */
  public static final int MAX_BYTES = 256 * 1024;

  /** Some editors begin a text in UTF-8 with it; it means nothing there. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ConfigProblems problems;
  private final ConfigTable root;
  private final Map<String, ConfigKey> known = new TreeMap<>();

  private ConfigFile(String name, String text) {
    this.problems = new ConfigProblems(name);
    this.root = new ConfigTable(this, "", TomlReader.read(text, problems), 1);
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException with one line if the file is missing, not readable, larger than {@link
   *     #MAX_BYTES}, or not UTF-8, or is a pipe or a device; problems inside the text are reported
   *     by {@link #finish}
   */
  public static ConfigFile read(Path path) throws ConfigException {
    byte[] bytes;
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      // A pipe that nobody writes into would never end.
      throw refused(path, "expected a file, got a pipe, a device or the like");
    }
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw refused(path, "expected a file, got nothing of that name");
    } catch (IOException e) {
      String got = Files.isDirectory(path) ? "a directory" : "an error: " + e.getMessage();
      throw refused(path, "expected a readable file, got " + got);
    }
    if (bytes.length > MAX_BYTES) {
      throw refused(path, "expected at most " + MAX_BYTES + " bytes, got more");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(path.toString(), text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw refused(path, "expected text in UTF-8, got other bytes");
    }
  }

  private static ConfigException refused(Path path, String what) {
    return new ConfigException(List.of(path + ": " + what));
  }

  /**
   * Reads a text that is already in memory.
   *
   * @param name how error lines call the file
   */
  public static ConfigFile parse(String name, String text) {
    return new ConfigFile(name, text);
  }

  /** The file's name as error lines show it. */
  public String name() {
    return problems.file();
  }

  /** The table that holds everything. */
  public ConfigTable root() {
    return root;
  }

  /**
   * Ends the reading: everything that may be in the file has been asked for.
   *
   * @throws ConfigException with all problems, among them unknown keys, in the order of the file
   */
  public void finish() throws ConfigException {
    root.reportUnknown();
    problems.throwIfAny();
  }

  /** Every key that was asked for so far, by path; the documentation is compared with it. */
  public Collection<ConfigKey> knownKeys() {
    return List.copyOf(known.values());
  }

  /** The problems found so far, as {@link #finish} would report them; unknown keys not yet. */
  public List<String> problemsSoFar() {
    return problems.lines();
  }

  ConfigProblems problems() {
    return problems;
  }

  void remember(ConfigKey key) {
    known.putIfAbsent(key.path(), key);
  }
}
