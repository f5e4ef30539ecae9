package energy.ebbflow.hal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with one option of a driver.
 *
 * @param option its key in {@code [driver_options]}, without the number of an outlet; empty: the
 *     driver itself does not fit
 * @param expected what it ought to be, in words
 * @param got what it is
 */
public record OptionProblem(String option, String expected, String got) {
  private static final Pattern REFUSAL =
      Pattern.compile("driver [^:]*: (.*?); the board stays closed", Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("`([a-z][a-z0-9_]*)`");
  private static final Pattern WORDS =
      Pattern.compile(".*?expected (.*), got (.*)", Pattern.DOTALL);

  /** What a driver says when it does not open. */
  public static OptionProblem of(BoardException refusal) {
    String whole = String.valueOf(refusal.getMessage());
    Matcher inner = REFUSAL.matcher(whole);
    String text = inner.matches() ? inner.group(1) : whole;
    Matcher key = KEY.matcher(text);
    String option = key.find() ? key.group(1) : "";
    Matcher words = WORDS.matcher(text);
    return words.matches()
        ? new OptionProblem(option, words.group(1), words.group(2))
        : new OptionProblem(option, "a board that opens", text);
  }

  /** One line for people, without file and line. */
  public String text() {
    return "expected " + expected + ", got " + got;
  }
}
