package energy.ebbflow.simulator.csms.script;

import java.util.regex.Pattern;

/** The sentences of a script. */
final class Phrases {
  private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6})?)";

  static final Pattern LASTING = Pattern.compile("([a-z ]+) for " + NUMBER + " s");
  static final Pattern LATER = Pattern.compile(NUMBER + " s later");
  static final Pattern AT = Pattern.compile("at " + NUMBER + " s");
  static final Pattern ENERGY = Pattern.compile("(imported|exported) " + NUMBER + " Wh");

  private Phrases() {}
}
