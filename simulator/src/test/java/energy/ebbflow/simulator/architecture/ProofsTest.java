package energy.ebbflow.simulator.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the pages name as a proof is there: each test class, each method, each scenario. A proof
 * that was renamed or taken away is a claim that nothing stands behind.
 */
class ProofsTest {
  private static final Path HOME = HouseRulesTest.home();

  /** {@code iso20.ScheduleTest.absolutePrices}: end of the package, class, method. */
  private static final Pattern NAMED =
      Pattern.compile("((?:[a-z0-9]+\\.)*)([A-Z]\\w*Test)(?:\\.([a-z]\\w*))?");

  /** {@code .priceLevels}: another method of the class that was named last in the line. */
  private static final Pattern MORE = Pattern.compile("\\.([a-z]\\w*)");

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern METHOD = Pattern.compile("\\bvoid\\s+(\\w+)\\s*\\(");
  private static final Pattern SCENARIOS = Pattern.compile("scenarios? ((?:`[a-z0-9-]+`(?:, )?)+)");

  private record TestClass(String packageName, Set<String> methods) {}

  @Test
  void everyTestAndScenarioThatAPageNamesExists() throws IOException {
    Map<String, List<TestClass>> classes = testClasses();
    Set<String> scenarios = scenarios();
    List<String> wrong = new ArrayList<>();
    int found = 0;
    for (Path page : pages()) {
      List<String> lines = Files.readAllLines(page);
      for (int i = 0; i < lines.size(); i++) {
        String where = HOME.relativize(page) + ":" + (i + 1) + " ";
        found += tests(lines.get(i), where, classes, wrong);
        SCENARIOS
            .matcher(lines.get(i))
            .results()
            .flatMap(list -> QUOTED.matcher(list.group(1)).results())
            .map(each -> each.group(1))
            .filter(name -> !scenarios.contains(name))
            .forEach(name -> wrong.add(where + "no scenario " + name));
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(found > 500, "the pages name hundreds of tests, " + found + " were seen");
  }

  /** How many tests a line names. */
  private static int tests(
      String line, String where, Map<String, List<TestClass>> classes, List<String> wrong) {
    List<TestClass> last = List.of();
    int found = 0;
    for (MatchResult quoted : QUOTED.matcher(line).results().toList()) {
      String token = quoted.group(1);
      Matcher named = NAMED.matcher(token);
      Matcher more = MORE.matcher(token);
      String method = null;
      if (named.matches()) {
        last = named(named, classes);
        method = named.group(3);
      } else if (more.matches()) {
        method = more.group(1);
      } else {
        continue;
      }
      found++;
      String wanted = method;
      boolean there =
          !last.isEmpty()
              && (wanted == null
                  || last.stream().anyMatch(each -> each.methods().contains(wanted)));
      // Events of the vendor's extension are named like classes.
      if (!there && !token.startsWith("ebbflow.")) {
        wrong.add(where + token);
      }
    }
    return found;
  }

  private static List<TestClass> named(Matcher named, Map<String, List<TestClass>> classes) {
    String end = named.group(1).isEmpty() ? "" : "." + named.group(1).replaceFirst("\\.$", "");
    return classes.getOrDefault(named.group(2), List.of()).stream()
        .filter(each -> each.packageName().endsWith(end))
        .toList();
  }

  private static Map<String, List<TestClass>> testClasses() throws IOException {
    Map<String, List<TestClass>> classes = new HashMap<>();
    for (Path source : HouseRulesTest.javaSources()) {
      String path = HOME.relativize(source).toString();
      if (path.contains("src/test/java/")) {
        String folder = path.substring(path.indexOf("src/test/java/") + "src/test/java/".length());
        String packageName =
            folder.substring(0, Math.max(0, folder.lastIndexOf('/'))).replace('/', '.');
        String name = source.getFileName().toString().replace(".java", "");
        Set<String> methods = new HashSet<>();
        METHOD.matcher(Files.readString(source)).results().forEach(m -> methods.add(m.group(1)));
        classes
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(new TestClass(packageName, methods));
      }
    }
    return classes;
  }

  private static Set<String> scenarios() throws IOException {
    Path folder = HOME.resolve(Path.of("simulator", "src", "main", "resources", "scenarios"));
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new HashSet<>();
      files.forEach(
          file ->
              names.add(
                  Objects.requireNonNull(file.getFileName()).toString().replace(".toml", "")));
      return names;
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (Path folder : List.of(HOME.resolve("docs"), HOME.resolve(Path.of("docs", "protocol")))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages;
  }
}
