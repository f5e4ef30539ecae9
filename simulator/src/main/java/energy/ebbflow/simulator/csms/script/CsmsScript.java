package energy.ebbflow.simulator.csms.script;

import java.util.List;
import java.util.Map;

/**
 * What the back office is told to do.
 *
 * @param heartbeatSeconds the interval given to the station
 * @param boot the answers to BootNotification, one after the other; the last one stays
 * @param bootRetrySeconds the interval given with an answer other than Accepted
 * @param tokens what to say to which token, {@code *} for all others
 * @param answers how some requests are mistreated
 * @param steps taken one after the other
 */
public record CsmsScript(
    int heartbeatSeconds,
    List<String> boot,
    int bootRetrySeconds,
    Map<String, String> tokens,
    List<AnswerRule> answers,
    List<Step> steps) {

  /** Answer to tokens that the script does not name. */
  public static final String TOKEN_ACCEPTED = "Accepted";

  public CsmsScript {
    boot = List.copyOf(boot);
    tokens = Map.copyOf(tokens);
    answers = List.copyOf(answers);
    steps = List.copyOf(steps);
    if (boot.isEmpty()) {
      throw new IllegalArgumentException("expected at least one answer to BootNotification");
    }
  }

  /** Accepts everything and does nothing by itself. */
  public static CsmsScript obliging() {
    return new CsmsScript(300, List.of("Accepted"), 10, Map.of(), List.of(), List.of());
  }

  /** What the script says of a token. */
  public String statusOf(String token) {
    String named = tokens.get(token);
    return named != null ? named : tokens.getOrDefault("*", TOKEN_ACCEPTED);
  }

  /**
   * One step.
   *
   * @param when the phrase as written, for people
   */
  public record Step(String when, Trigger trigger, ScriptAction action) {}
}
