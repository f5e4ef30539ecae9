package energy.ebbflow.simulator.csms.script;

import energy.ebbflow.hal.config.ConfigTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a back office script from a TOML table; problems are recorded in the file. */
public final class ScriptReader {
  /** A script with more steps than this is a mistake. */
  public static final int STEPS_MAX = 200;

  private static final int EVSE_MAX = 99;
  private static final double SECONDS_MAX = 1e6;
  private static final double POWER_WATTS_MAX = 1e6;
  private static final int BOOT_ANSWERS_MAX = 20;

  /** RegistrationStatusEnumType of OCPP 2.1. */
  private static final List<String> BOOT = List.of("Accepted", "Pending", "Rejected");

  /** AuthorizationStatusEnumType of OCPP 2.1. */
  private static final List<String> TOKEN =
      List.of(
          "Accepted",
          "Blocked",
          "ConcurrentTx",
          "Expired",
          "Invalid",
          "NoCredit",
          "NotAllowedTypeEVSE",
          "NotAtThisLocation",
          "NotAtThisTime",
          "Unknown");

  /** EnergyTransferModeEnumType of OCPP 2.1. */
  private static final List<String> MODES =
      List.of(
          "AC_single_phase",
          "AC_two_phase",
          "AC_three_phase",
          "DC",
          "AC_BPT",
          "AC_BPT_DER",
          "AC_DER",
          "DC_BPT",
          "DC_ACDP",
          "DC_ACDP_BPT",
          "WPT");

  private ScriptReader() {}

  /** Reads the script; use it only after the file's {@code finish} has returned. */
  public static CsmsScript read(ConfigTable table) {
    int heartbeat = (int) table.integer("heartbeat_seconds", 1, 86_400, 300);
    int retry = (int) table.integer("boot_retry_seconds", 1, 86_400, 10);
    List<String> boot = table.strings("boot", BOOT_ANSWERS_MAX);
    boot.forEach(word -> oneOf(table, "boot", word, BOOT));
    Map<String, String> tokens = table.freeTable("tokens");
    tokens.values().forEach(word -> oneOf(table, "tokens", word, TOKEN));
    List<AnswerRule> answers = new ArrayList<>();
    for (ConfigTable answer : table.tables("answer", 0, STEPS_MAX)) {
      answers.add(answer(answer));
    }
    List<CsmsScript.Step> steps = new ArrayList<>();
    for (ConfigTable step : table.tables("step", 0, STEPS_MAX)) {
      steps.add(step(step));
    }
    return new CsmsScript(
        heartbeat, boot.isEmpty() ? List.of("Accepted") : boot, retry, tokens, answers, steps);
  }

  private static void oneOf(ConfigTable table, String key, String word, List<String> words) {
    if (!words.contains(word)) {
      table.problem(key, String.join(", ", words), "`" + word + "`");
    }
  }

  private static CsmsScript.Step step(ConfigTable table) {
    String phrase = table.string("when");
    Trigger trigger =
        Trigger.parse(phrase)
            .orElseGet(
                () -> {
                  if (!phrase.isEmpty()) {
                    table.problem("when", Trigger.FORMS, "`" + phrase + "`");
                  }
                  return new Trigger.At(0);
                });
    return new CsmsScript.Step(phrase, trigger, action(table));
  }

  /** What a step can do, as written under {@code do}. */
  enum Deed {
    REMOTE_START,
    REMOTE_STOP,
    SETPOINT,
    LIMIT,
    CLEAR_PROFILES,
    RESET,
    UNLOCK,
    SET_VARIABLE,
    ALLOW_TRANSFER,
    RESERVE,
    CANCEL_RESERVATION,
    TRIGGER,
    CALL,
    DISCONNECT,
    GARBAGE
  }

  private static ScriptAction action(ConfigTable table) {
    return switch (table.choice("do", Deed.class)) {
      case REMOTE_START -> new ScriptAction.RemoteStart(table.string("token"), evse(table));
      case REMOTE_STOP -> new ScriptAction.RemoteStop();
      case SETPOINT ->
          new ScriptAction.Setpoint(table.number("watts", -POWER_WATTS_MAX, POWER_WATTS_MAX));
      case LIMIT -> limit(table);
      case CLEAR_PROFILES -> new ScriptAction.ClearProfiles();
      case RESET -> new ScriptAction.Reset(table.flag("immediately", true));
      case UNLOCK -> new ScriptAction.Unlock(evse(table));
      case SET_VARIABLE ->
          new ScriptAction.SetVariable(
              table.string("component"), table.string("variable"), table.string("value"));
      case ALLOW_TRANSFER -> new ScriptAction.AllowTransfer(modes(table, "modes"));
      case RESERVE ->
          new ScriptAction.Reserve(
              reservation(table),
              table.string("token"),
              evse(table),
              (int) table.integer("seconds", 1, 1_000_000));
      case CANCEL_RESERVATION -> new ScriptAction.CancelReservation(reservation(table));
      case TRIGGER -> new ScriptAction.Trigger(table.string("message"), evse(table));
      case CALL -> new ScriptAction.Call(table.string("action"), table.string("payload"));
      case DISCONNECT -> new ScriptAction.Disconnect(table.number("seconds", 0, SECONDS_MAX));
      case GARBAGE -> new ScriptAction.Garbage(table.string("text"));
    };
  }

  private static List<String> modes(ConfigTable table, String key) {
    List<String> modes = table.strings(key, MODES.size());
    modes.forEach(word -> oneOf(table, key, word, MODES));
    if (modes.isEmpty() && (!table.has(key) || table.sound(key))) {
      table.problem(key, "at least one of " + String.join(", ", MODES), "none");
    }
    return modes;
  }

  private static ScriptAction limit(ConfigTable table) {
    if (table.has("amps")) {
      return new ScriptAction.Limit(table.number("amps", 0, 1000), ScriptAction.Unit.AMPERE);
    }
    return new ScriptAction.Limit(
        table.number("watts", 0, POWER_WATTS_MAX), ScriptAction.Unit.WATT);
  }

  /** How a request is mistreated, as written under {@code with}. */
  enum Misdeed {
    DROP,
    DELAY,
    ERROR,
    GARBAGE,
    MALFORMED,
    DISCONNECT
  }

  private static AnswerRule answer(ConfigTable table) {
    AnswerRule.Treatment treatment =
        switch (table.choice("with", Misdeed.class)) {
          case DROP -> new AnswerRule.Treatment.Drop();
          case DELAY -> new AnswerRule.Treatment.Delay(table.number("seconds", 0, SECONDS_MAX));
          case ERROR -> new AnswerRule.Treatment.Refuse(table.string("code", "InternalError"));
          case GARBAGE -> new AnswerRule.Treatment.Garbage();
          case MALFORMED -> new AnswerRule.Treatment.Malformed();
          case DISCONNECT ->
              new AnswerRule.Treatment.Disconnect(table.number("seconds", 0, SECONDS_MAX));
        };
    return new AnswerRule(
        table.string("to"),
        (int) table.integer("first", 1, 1_000_000, 1),
        (int) table.integer("count", 1, 1_000_000, 1),
        treatment);
  }

  private static int reservation(ConfigTable table) {
    return (int) table.integer("id", 1, 1_000_000, 1);
  }

  private static int evse(ConfigTable table) {
    return (int) table.integer("evse", 1, EVSE_MAX, 1);
  }
}
