package energy.ebbflow.simulator.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader may rely on in every source file. */
class HouseRulesTest {
  private static final int LINES_MAX = 500;
  private static final int FILES_IN_A_FOLDER_MAX = 24;
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
  private static final Path HOME = home();

  @Test
  void noFileIsTooLongToRead() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path source : javaSources()) {
      long lines = Files.readAllLines(source).size();
      if (lines > LINES_MAX) {
        wrong.add(HOME.relativize(source) + ": " + lines + " lines");
      }
    }
    assertEquals(List.of(), wrong, "files of more than " + LINES_MAX + " lines");
  }

  @Test
  void noFolderIsTooFullToSurvey() throws IOException {
    Map<Path, Integer> counts = new TreeMap<>();
    for (Path source : javaSources()) {
      counts.merge(HOME.relativize(source).getParent(), 1, Integer::sum);
    }
    counts.values().removeIf(count -> count <= FILES_IN_A_FOLDER_MAX);
    assertEquals(Map.of(), counts, "folders of more than " + FILES_IN_A_FOLDER_MAX + " files");
  }

  @Test
  void nothingIsLeftUnfinished() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path source : javaSources()) {
      if (source.endsWith("HouseRulesTest.java")) {
        continue;
      }
      List<String> lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        if (UNFINISHED.matcher(lines.get(i)).find()) {
          wrong.add(HOME.relativize(source) + ":" + (i + 1));
        }
      }
    }
    assertEquals(List.of(), wrong, "lines that call themselves unfinished");
  }

  /** The licence of the ISO schemas permits their use, not their redistribution. */
  @Test
  void noSchemaOfTheStandardIsInTheRepository() throws IOException {
    try (Stream<Path> files = sources()) {
      assertEquals(
          List.of(),
          files.filter(file -> file.toString().endsWith(".xsd")).map(HOME::relativize).toList());
    }
  }

  static List<Path> javaSources() throws IOException {
    try (Stream<Path> files = sources()) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static Stream<Path> sources() throws IOException {
    return Files.walk(HOME)
        .filter(Files::isRegularFile)
        .filter(
            file -> {
              String path = HOME.relativize(file).toString();
              return !path.contains("target/")
                  && !path.startsWith(".git/")
                  && !path.contains("node_modules/")
                  && !path.startsWith(".ebbflow/");
            });
  }

  /** The folder that holds the launcher, from whichever module the tests run in. */
  static Path home() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("ebbflow"))) {
      folder = java.util.Objects.requireNonNull(folder.getParent(), "no launcher above the tests");
    }
    return folder;
  }
}
