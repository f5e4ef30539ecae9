package energy.ebbflow.hal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read, and tables that are asked for their keys. */
class ConfigFileTest {
  @TempDir Path folder = Path.of("");

  private enum Colour {
    RED,
    DARK_BLUE
  }

  private String refused(Path path) {
    return String.join(
        "\n", assertThrows(ConfigException.class, () -> ConfigFile.read(path)).problems());
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("b.toml"), bytes);
  }

  @Test
  void aMissingFileIsOneLine() {
    Path path = folder.resolve("absent.toml");
    assertEquals(path + ": expected a file, got nothing of that name", refused(path));
  }

  @Test
  void aDirectoryIsNotAFile() {
    assertEquals(folder + ": expected a readable file, got a directory", refused(folder));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    Path path = file(new byte[] {'a', '=', '"', (byte) 0xff, '"'});
    assertEquals(path + ": expected text in UTF-8, got other bytes", refused(path));
  }

  @Test
  void aFileOfTheLargestSizeIsReadAndOneByteMoreIsRefused() throws Exception {
    ConfigFile.read(file(" ".repeat(ConfigFile.MAX_BYTES).getBytes("UTF-8"))).finish();
    Path path = file(" ".repeat(ConfigFile.MAX_BYTES + 1).getBytes("UTF-8"));
    assertEquals(path + ": expected at most 262144 bytes, got more", refused(path));
  }

  /** A pipe that nobody writes into would hold the start for ever. */
  @Test
  @Timeout(20)
  void aPipeIsNoFile() throws Exception {
    Path path = folder.resolve("pipe.toml");
    assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
    assertEquals(path + ": expected a file, got a pipe, a device or the like", refused(path));
  }

  @Test
  void aByteOrderMarkMeansNothing() throws Exception {
    ConfigFile file = ConfigFile.read(file("\uFEFFname = \"x\"\nb = 1".getBytes("UTF-8")));
    assertEquals("x", file.root().string("name"));
    assertEquals(
        List.of(file.name() + ":2: key `b`: expected a known key (name), got `b`"),
        assertThrows(ConfigException.class, file::finish).problems());
  }

  /** What a terminal would obey is spelt: neither colours nor false lines come from a file. */
  @Test
  void aProblemIsOneVisibleLine() {
    ConfigFile file = ConfigFile.parse("f", "\"a\\u001b[2J\\nb\" = 1\nc = \"x\\u202e\\r\"");
    file.root().integer("c", 0, 9);
    assertEquals(
        List.of(
            "f:1: key `a\\u001B[2J\\u000Ab`: expected a known key (c), got `a\\u001B[2J\\u000Ab`",
            "f:2: key `c`: expected a whole number from 0 to 9, got \"x\\u202E\\u000D\""),
        assertThrows(ConfigException.class, file::finish).problems());
  }

  /** A file name with a zero in it is none on any system. */
  @Test
  void aTextHasNoControlCharacters() {
    ConfigFile file =
        ConfigFile.parse(
            "f", "a = 1\nb = \"x\\u0000y\"\n[c]\nd = [\"\\u001b\"]\n[e]\nf = \"\\u0007\"");
    file.root().integer("a", 0, 9);
    file.root().optionalString("b");
    file.root().table("c").strings("d", 3);
    file.root().freeTable("e");
    assertEquals(
        List.of(
            "f:2: key `b`: expected text without control characters, got \"x\\u0000y\"",
            "f:4: key `c.d`: expected a list of at most 3 strings, got an array",
            "f:6: key `e.f`: expected text without control characters, got \"\\u0007\""),
        assertThrows(ConfigException.class, file::finish).problems());
  }

  @Test
  void aProblemIsShort() {
    ConfigFile file = ConfigFile.parse("f", "a".repeat(100_000) + " = 1");
    String line = assertThrows(ConfigException.class, file::finish).problems().getFirst();
    assertEquals(ConfigProblems.MAX_CHARS + "f:1: ".length() + 1, line.length());
  }

  @Test
  void aKeyThatNobodyAskedForIsAnErrorInEveryTable() {
    ConfigFile file = ConfigFile.parse("f", "a = 1\n[t]\nhost = \"x\"\nprot = 3\n[u]\nx = 1");
    file.root().integer("a", 0, 9);
    file.root().table("t").string("host");
    file.root().table("t").integer("port", 1, 65535, 80);
    assertEquals(
        List.of(
            "f:4: key `t.prot`: expected a known key (did you mean `port`?), got `prot`",
            "f:5: key `u`: expected a known key (did you mean `a`?), got `u`"),
        assertThrows(ConfigException.class, file::finish).problems());
  }

  @Test
  void twoReadersMayShareATable() throws ConfigException {
    ConfigFile file = ConfigFile.parse("f", "[t]\nx = 1\ny = 2");
    assertEquals(1, file.root().table("t").integer("x", 0, 9));
    assertEquals(2, file.root().table("t").integer("y", 0, 9));
    file.finish();
  }

  @Test
  void rangesIncludeBothEnds() throws ConfigException {
    ConfigFile good = ConfigFile.parse("f", "a = 6\nb = 80.0");
    assertEquals(6, good.root().number("a", 6, 80));
    assertEquals(80, good.root().number("b", 6, 80));
    good.finish();
    ConfigFile bad = ConfigFile.parse("f", "a = 5.9\nb = 80.1\nc = nan");
    bad.root().number("a", 6, 80);
    bad.root().number("b", 6, 80);
    bad.root().number("c", 6, 80);
    assertEquals(
        List.of(
            "f:1: key `a`: expected a number from 6 to 80, got 5.9",
            "f:2: key `b`: expected a number from 6 to 80, got 80.1",
            "f:3: key `c`: expected a number from 6 to 80, got NaN"),
        assertThrows(ConfigException.class, bad::finish).problems());
  }

  @Test
  void aWrongKindIsNamed() {
    ConfigFile file = ConfigFile.parse("f", "a = 1\nb = \"on\"\nc = 1.5\nd = \"green\"\ne = [1]");
    file.root().string("a");
    file.root().flag("b");
    file.root().integer("c", 0, 9);
    file.root().choice("d", Colour.class, Colour.RED);
    file.root().strings("e", 3);
    assertEquals(
        List.of(
            "f:1: key `a`: expected a string, got 1",
            "f:2: key `b`: expected true or false, got \"on\"",
            "f:3: key `c`: expected a whole number from 0 to 9, got 1.5",
            "f:4: key `d`: expected red, dark_blue, got \"green\"",
            "f:5: key `e`: expected a list of at most 3 strings, got an array"),
        assertThrows(ConfigException.class, file::finish).problems());
  }

  @Test
  void absentOptionalKeysAreAbsentAndDefaultsApply() throws ConfigException {
    ConfigTable root = ConfigFile.parse("f", "c = \"dark_blue\"").root();
    assertEquals(Optional.empty(), root.optionalString("o"));
    assertEquals("x", root.string("s", "x"));
    assertEquals(Colour.DARK_BLUE, root.choice("c", Colour.class));
    assertEquals(7, root.table("t").integer("i", 0, 9, 7));
  }

  @Test
  void aFarWordIsNotSuggested() {
    assertEquals(Optional.empty(), NearestWord.of("voltage", List.of("amps_max", "id")));
    assertEquals(
        Optional.of("fuse_amps_max"),
        NearestWord.of("fuse_amp_mx", List.of("contactor_amps_max", "fuse_amps_max", "id")));
  }
}
