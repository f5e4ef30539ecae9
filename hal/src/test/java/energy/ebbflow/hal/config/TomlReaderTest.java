package energy.ebbflow.hal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import energy.ebbflow.hal.config.TomlValue.Decimal;
import energy.ebbflow.hal.config.TomlValue.Flag;
import energy.ebbflow.hal.config.TomlValue.Items;
import energy.ebbflow.hal.config.TomlValue.Section;
import energy.ebbflow.hal.config.TomlValue.Sections;
import energy.ebbflow.hal.config.TomlValue.Text;
import energy.ebbflow.hal.config.TomlValue.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The TOML reader against Jackson's, which other people wrote, and its errors by line. */
class TomlReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TomlMapper JACKSON = new TomlMapper();

  private static List<String> problems(String text) {
    ConfigProblems problems = new ConfigProblems("f");
    TomlReader.read(text, problems);
    return problems.lines();
  }

  /** The meaning of a text, without lines. */
  private static Object meaning(TomlValue value) {
    return switch (value) {
      case Text text -> text.value();
      case Whole whole -> whole.value();
      case Decimal decimal -> decimal.value();
      case Flag flag -> flag.value();
      case Items items -> items.values().stream().map(TomlReaderTest::meaning).toList();
      case Sections sections -> sections.tables().stream().map(TomlReaderTest::meaning).toList();
      case Section section -> {
        Map<String, Object> out = new LinkedHashMap<>();
        section.entries().forEach((key, inner) -> out.put(key, meaning(inner)));
        yield out;
      }
    };
  }

  private static Object meaning(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> out = new LinkedHashMap<>();
      node.properties().forEach(entry -> out.put(entry.getKey(), meaning(entry.getValue())));
      return out;
    }
    if (node.isArray()) {
      List<Object> out = new ArrayList<>();
      node.forEach(item -> out.add(meaning(item)));
      return out;
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
  }

  private static void assertSameMeaning(String text) throws JsonProcessingException {
    ConfigProblems problems = new ConfigProblems("f");
    Section read = TomlReader.read(text, problems);
    assertEquals(List.of(), problems.lines(), text);
    assertEquals(meaning(JACKSON.readTree(text)), meaning(read), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a comment",
        "a = 1\r\nb = 2\r\n",
        "a=1_000\nb=-17\nc=+3\nd=0xDEAD_beef\ne=0o17\nf=0b101",
        "a=1.5\nb=-0.5\nc=1e3\nd=6.626e-34\ne=1_0.0_1",
        "a=inf\nb=-inf\nc=+inf",
        "t=true\nf=false",
        "a = \"x\\t\\\"\\\\\\u00b0\\U0001F50C\"",
        "a = 'C:\\n'",
        "a = \"\"\"\none\ntwo \\\n   three\"\"\"",
        "a = '''\none 'two' '''",
        "a = \"\"\"\"quoted\"\"\"\"\"",
        "a = [1, 2, 3]\nb = [ ]\nc = [\n 1, # one\n 2,\n]\nd=[[1],['x']]",
        "a = {}\nb = { x = 1, y.z = 'q' }",
        "a.b.c = 1\na.b.d = 2",
        "\"quoted key\" = 1\n'k.y' = 2",
        "[a]\nx=1\n[a.b]\ny=2\n[c.d.e]\nz=3\n[c]\nw=4",
        "[[p]]\nx=1\n[p.q]\ny=2\n[[p]]\nx=3\n[[p.r]]\nz=1\n[[p.r]]\nz=2",
        "[ a . b ]\nx = 1",
        "1234 = 'digits'\n-a- = 1",
      })
  void meansTheSameAsToJackson(String text) throws JsonProcessingException {
    assertSameMeaning(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = |1",
        "b = 1~a = x|2",
        "b = 1~~a = 012|3",
        "a = 1__0|1",
        "a = 99999999999999999999|1",
        "a = \"x|1",
        "a = \"\\q\"|1",
        "a 1|1",
        "a = 1 b = 2|1",
        "= 1|1",
        "[a|1",
        "[[a]|1",
        "a = [1 2]|1",
        "a = {b = 1 c = 2}|1",
      })
  void saysInWhichLineTheSyntaxIsWrong(String text, int line) {
    List<String> lines = problems(text.replace('~', '\n'));
    assertFalse(lines.isEmpty(), text);
    assertTrue(lines.getFirst().startsWith("f:" + line + ": "), lines.toString());
    assertTrue(lines.getFirst().length() < 300, lines.toString());
  }

  @Test
  void aDateIsNoValueOfABoardFile() {
    assertEquals(
        List.of("f:1: expected a string, number or boolean, got the date or time 2026-01-01"),
        problems("a = 2026-01-01"));
  }

  @Test
  void aKeyMayStandOnlyOnce() {
    assertEquals(
        List.of("f:2: a previously defined at line 1, column 1"), problems("a = 1\na = 2"));
    assertEquals(
        List.of("f:3: a previously defined at line 1, column 1"), problems("[a]\nx = 1\n[a]"));
    assertEquals(
        List.of("f:2: a is an inline table (defined at line 1, column 5) and cannot be extended"),
        problems("a = {b = 1}\na.c = 2"));
  }

  @Test
  void aValueCannotBecomeATable() {
    assertEquals(
        List.of("f:2: a is not a table (previously defined at line 1, column 1)"),
        problems("a = 1\n[a.b]"));
  }

  @Test
  void readingGoesOnAfterAnError() {
    assertEquals(
        List.of("f:1: Unexpected 'o', expected a value", "f:3: Unexpected 'x', expected . or ="),
        problems("a = on\nb = 1\nc x\nd = 2"));
  }

  @Test
  void nestingIsBounded() {
    String deepest = "[".repeat(TomlReader.MAX_DEPTH) + "]".repeat(TomlReader.MAX_DEPTH);
    assertEquals(List.of(), problems("a = " + deepest));
    assertEquals(
        List.of("f:1: Nesting is too deep (more than 16 levels of tables and arrays)"),
        problems("a = [" + "[".repeat(10_000)));
  }

  @Test
  void theNumberOfShownProblemsIsBounded() {
    List<String> lines = problems("x\n".repeat(1000));
    assertEquals(ConfigProblems.MAX_LINES + 1, lines.size());
    assertEquals("f: 960 more problems are not shown", lines.getLast());
  }

  @Property(tries = 500)
  void everyStringComesBack(@ForAll @StringLength(max = 40) String any)
      throws JsonProcessingException {
    // A lone surrogate cannot be written in UTF-8.
    String value = any.codePoints().anyMatch(TomlReaderTest::surrogate) ? "-" : any;
    // JSON's escapes are a subset of TOML's, except for the delete character.
    String text = "a = " + JSON.writeValueAsString(value).replace("\u007f", "\\u007f");
    ConfigProblems problems = new ConfigProblems("f");
    Section read = TomlReader.read(text, problems);
    assertEquals(List.of(), problems.lines(), text);
    assertEquals(Map.of("a", value), meaning(read));
  }

  private static boolean surrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Property(tries = 2000)
  void garbageEndsInLinesAndNeverInAnException(
      @ForAll
          @net.jqwik.api.constraints.Chars({
            'a', '.', '=', '[', ']', '{', '}', '"', '\'', '\n', '#', ' ', '1', '-', '\\', 'u', ',',
            '\0'
          })
          @StringLength(max = 60)
          String text) {
    ConfigProblems problems = new ConfigProblems("f");
    TomlReader.read(text, problems);
    assertTrue(problems.lines().size() <= ConfigProblems.MAX_LINES + 1);
  }
}
