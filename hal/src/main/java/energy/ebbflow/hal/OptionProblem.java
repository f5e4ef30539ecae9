package energy.ebbflow.hal;

/**
 * What is wrong with one option of a driver.
 *
 * @param option its key in {@code [driver_options]}, without the number of an outlet
 * @param expected what it ought to be, in words
 * @param got what it is
 */
public record OptionProblem(String option, String expected, String got) {
  /** One line for people, without file and line. */
  public String text() {
    return "expected " + expected + ", got " + got;
  }
}
