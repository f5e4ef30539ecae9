package energy.ebbflow.hal.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Collects the problems of one file, so that all of them can be shown at once. */
final class ConfigProblems {
  /** More lines than this do not help anybody; the rest is only counted. */
  static final int MAX_LINES = 40;

  /** More than the longest of our own lines. */
  static final int MAX_CHARS = 1000;

  /** Control characters, and those that turn the direction of the text. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private record Problem(int line, String text) {}

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private int suppressed;

  ConfigProblems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /** Records what is wrong in {@code line}, counted from 1. */
  void add(int line, String text) {
    Problem problem = new Problem(line, shown(text));
    if (problems.contains(problem)) {
      return;
    }
    if (problems.size() < MAX_LINES) {
      problems.add(problem);
    } else {
      suppressed++;
    }
  }

  /**
   * One line, whatever the file holds: what a terminal would obey is spelt, what is long is cut.
   */
  private static String shown(String text) {
    String whole = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…";
    return UNSEEN
        .matcher(whole)
        .replaceAll(
            unseen -> String.format(Locale.ROOT, "\\\\u%04X", unseen.group().codePointAt(0)));
  }

  /** One line per problem, in the order of the file. */
  List<String> lines() {
    if (problems.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    problems.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .forEach(problem -> lines.add(file + ":" + problem.line() + ": " + problem.text()));
    if (suppressed > 0) {
      lines.add(file + ": " + suppressed + " more problems are not shown");
    }
    return lines;
  }

  /** Throws if anything was recorded. */
  void throwIfAny() throws ConfigException {
    if (!problems.isEmpty()) {
      throw new ConfigException(lines());
    }
  }
}
