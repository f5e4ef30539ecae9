package energy.ebbflow.firmware.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.Main;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong use is one clear line and exit code 2, never a stack trace. */
class MainTest {
  private static final Path BOARDS = Path.of("..", "board-configs");
  private static final String DC = BOARDS.resolve("simulated.toml").toString();

  private static final Pattern XML_JAR =
      Pattern.compile(
          "exificient|xerces|xml-apis|xmlpull|kxml|xpp3|woodstox|aalto|stax|sjsxp|jaxb|jaxp"
              + "|jdom|dom4j|xom|dataformat-xml");

  /** One class of every parser that comes with EXIficient or is common. */
  private static final List<String> XML_CLASSES =
      List.of(
          "com.siemens.ct.exi.core.EXIFactory",
          "com.siemens.ct.exi.grammars.GrammarFactory",
          "com.siemens.ct.exi.main.api.sax.EXISource",
          "org.apache.xerces.parsers.SAXParser",
          "org.xmlpull.v1.XmlPullParser",
          "com.ctc.wstx.stax.WstxInputFactory",
          "com.fasterxml.aalto.stax.InputFactoryImpl",
          "org.jdom2.input.SAXBuilder",
          "org.dom4j.io.SAXReader",
          "nu.xom.Builder");

  /** How a jar announces a parser, whatever its name. */
  private static final List<String> XML_SERVICES =
      List.of(
          "javax.xml.parsers.SAXParserFactory",
          "javax.xml.parsers.DocumentBuilderFactory",
          "javax.xml.stream.XMLInputFactory",
          "javax.xml.stream.XMLEventFactory",
          "javax.xml.validation.SchemaFactory",
          "org.xml.sax.driver");

  @TempDir Path folder;

  private record Result(int code, List<String> lines) {}

  @Test
  void noCommandNamesTheCommands() {
    refused(run(), "run, board or vehicles");
  }

  @Test
  void anUnknownOptionIsNamed() {
    refused(run("run", "--bord", "x"), "--bord");
  }

  @Test
  void aMissingBoardFileIsNamed() {
    refused(run("run", "--board", folder.resolve("none.toml").toString()), "none.toml");
  }

  @Test
  void anEventFileThatCannotBeWrittenIsNamedByItsOwnOption() {
    Result result =
        run(
            "run",
            "--board",
            DC,
            "--data",
            folder.resolve("data").toString(),
            "--events",
            folder.resolve("none/events.jsonl").toString());
    refused(result, "--events expects - or a file that can be written");
    assertFalse(result.lines().getLast().contains("--data"), result.lines()::toString);
  }

  @Test
  void everyProblemOfABoardFileIsOneLine() throws IOException {
    Path file = folder.resolve("board.toml");
    Files.writeString(file, Files.readString(Path.of(DC)) + "plug_second = 3\ncelsius_max = 900\n");
    Result result = run("board", "check", file.toString());
    assertEquals(Main.USAGE, result.code());
    assertEquals(2, result.lines().size(), result.lines()::toString);
    assertTrue(result.lines().get(0).contains("`firmware.plug_second`"), result.lines()::toString);
    assertTrue(result.lines().get(1).contains("`firmware.celsius_max`"), result.lines()::toString);
    assertEquals(result.lines(), run("run", "--board", file.toString()).lines());
  }

  @Test
  void aSoundBoardFileIsSaidToBeSound() {
    Path mcu = Path.of(DC).resolveSibling("ac-22kw-bidirectional-mcu.toml");
    Result result = run("board", "check", mcu.toString());
    assertEquals(0, result.code(), result.lines()::toString);
  }

  @Test
  void aBoardFileWhoseDriverIsNotThereIsNotSound() {
    Result result = run("board", "check", DC);
    assertEquals(Main.USAGE, result.code());
    assertTrue(result.lines().getFirst().contains("key `driver`"), result.lines()::toString);
  }

  @Test
  void aDriverThatIsNotThereIsNamed() {
    refused(start("--board", DC, "--loopback"), "\"simulated\"");
  }

  @Test
  void aDcOutletNeedsAVehicleLink() {
    refused(start("--board", DC), "--interface IF or --loopback");
  }

  @Test
  void twoVehicleLinksExcludeEachOther() {
    refused(start("--board", DC, "--loopback", "--interface", "eth0"), "exclude each other");
  }

  @Test
  void anImpossibleSpeedIsRefused() {
    refused(start("--board", DC, "--loopback", "--speed", "0.5"), "--speed");
    refused(start("--board", DC, "--loopback", "--speed", "fast"), "--speed");
  }

  @Test
  void anUnknownTlsModeIsRefused() {
    refused(start("--board", DC, "--loopback", "--tls", "maybe"), "off, optional or required");
  }

  @Test
  void aBackOfficeAddressThatIsNoneIsRefused() throws IOException {
    refused(start("--board", ac(), "--ocpp-url", "http://example.org"), "ws: or wss:");
    refused(start("--board", ac(), "--ocpp-url", "::"), "--ocpp-url");
  }

  @Test
  void aDataFolderThatIsAFileIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    refused(run("run", "--board", ac(), "--data", file.toString()), "--data");
  }

  @Test
  void requiredTlsWithoutKeysIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    refused(
        start(
            "--board",
            ac(),
            "--option",
            "orders=" + folder.resolve("orders"),
            "--loopback",
            "--tls",
            "required"),
        "--pki");
  }

  @Test
  void anOptionTheDriverDoesNotKnowIsTheDriversAnswer() throws IOException {
    refused(start("--board", ac()), "`driver_options.orders`");
  }

  @Test
  void theClassPathHasNoSimulator() {
    assertEquals(List.of(), jars().stream().filter(jar -> jar.contains("simulator")).toList());
  }

  /** The codec of the target is the one from the records: unknown schemas are for the bench. */
  @Test
  void theClassPathHasNoExificientAndNoXmlParser() {
    List<String> jars = jars();
    // A class path that could not be read would hold no parser either.
    assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("picocli-")), jars::toString);
    assertEquals(
        List.of(), jars.stream().filter(jar -> XML_JAR.matcher(jar).find()).toList(), "XML jars");
    for (String name : XML_CLASSES) {
      assertThrows(ClassNotFoundException.class, () -> Class.forName(name), name);
    }
    for (String service : XML_SERVICES) {
      assertNull(
          ClassLoader.getSystemResource("META-INF/services/" + service),
          () -> "a jar brings a parser: " + service);
    }
  }

  /** The file names of the class path the target says it has. */
  private static List<String> jars() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, Main.execute("run", "--print-classpath"));
    } finally {
      System.setOut(before);
    }
    return Arrays.stream(out.toString(StandardCharsets.UTF_8).trim().split(File.pathSeparator))
        .map(entry -> Path.of(entry).getFileName().toString())
        .toList();
  }

  private Result start(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "run";
    arguments[1] = "--data";
    arguments[2] = folder.resolve("data").toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return run(arguments);
  }

  private String ac() throws IOException {
    Path file = folder.resolve("ac.toml");
    Files.writeString(
        file,
        Files.readString(BOARDS.resolve("simulated-ac.toml"))
            .replace("driver = \"simulated\"", "driver = \"test\""));
    return file.toString();
  }

  private static Result run(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = Main.execute(arguments);
    } finally {
      System.setErr(before);
    }
    List<String> lines =
        err.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.matches("\\d\\d:\\d\\d:.*"))
            .toList();
    return new Result(code, lines);
  }

  private static void refused(Result result, String part) {
    assertEquals(Main.USAGE, result.code(), result.lines()::toString);
    assertEquals(1, result.lines().size(), result.lines()::toString);
    assertTrue(
        result.lines().getFirst().startsWith("ebbflow: ")
            && result.lines().getFirst().contains(part),
        result.lines()::toString);
  }
}
