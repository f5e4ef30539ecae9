import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Reads Surefire's reports below the folder of its first argument and prints what failed, what was
 * left out and why, and one closing line. Its second argument is how many seconds the run took.
 */
public final class TestSummary {
  private TestSummary() {}

  public static void main(String[] args) throws Exception {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    Map<String, Integer> reasons = new TreeMap<>();
    for (Path report : reports(Path.of(args[0]))) {
      var document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
      var cases = document.getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        String name = test.getAttribute("classname") + "." + test.getAttribute("name");
        if (child(test, "failure") != null || child(test, "error") != null) {
          failed++;
          Element cause = child(test, "failure") == null ? child(test, "error") : child(test, "failure");
          System.out.println("failed: " + name + ": " + cause.getAttribute("message"));
        } else if (child(test, "skipped") != null) {
          skipped++;
          reasons.merge(reason(child(test, "skipped")), 1, Integer::sum);
        } else {
          passed++;
        }
      }
    }
    reasons.forEach((why, count) -> System.out.println("left out: " + count + " tests: " + why));
    if (passed + failed == 0) {
      System.out.println("no test was run: the build broke before");
      System.exit(1);
    }
    System.out.println("took " + args[1] + " s");
    System.out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
    System.exit(failed == 0 ? 0 : 1);
  }

  private static String reason(Element skipped) {
    String message = skipped.getAttribute("message").strip();
    if (message.isEmpty()) {
      // Surefire puts an aborted test's reason into the text, before its stack trace.
      message = skipped.getTextContent().strip().lines().findFirst().orElse("no reason given");
    }
    return message
        .replace("org.opentest4j.TestAbortedException: ", "")
        .replace("Assumption failed: ", "");
  }

  private static Element child(Element parent, String name) {
    var list = parent.getElementsByTagName(name);
    return list.getLength() == 0 ? null : (Element) list.item(0);
  }

  private static List<Path> reports(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home, 6)) {
      return files
          .filter(f -> f.toString().contains("/target/surefire-reports/"))
          .filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }
}
