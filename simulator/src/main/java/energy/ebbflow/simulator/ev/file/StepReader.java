package energy.ebbflow.simulator.ev.file;

import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.Trigger;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads the steps of a visit; problems are recorded in the file. */
public final class StepReader {
  private static final Pattern STATE = Pattern.compile("[A-Za-z]{0,40}");
  private static final double DEPARTURE_MAX = 4_294_967_295.0;

  private StepReader() {}

  /** The tables {@code step} of a table; use them only after the file's {@code finish}. */
  public static List<VehicleStep> read(ConfigTable table) {
    List<VehicleStep> steps = new ArrayList<>();
    for (ConfigTable step : table.tables("step", 0, VehicleStep.STEPS_MAX)) {
      String phrase = step.string("when");
      Optional<Trigger> trigger = Trigger.parse(phrase);
      if (trigger.isEmpty() && !phrase.isEmpty()) {
        step.problem("when", Trigger.FORMS, "`" + phrase + "`");
      }
      if (trigger.isPresent()
          && trigger.get() instanceof Trigger.In in
          && !StateNames.has(in.state())) {
        step.problem("when", StateNames.EXPECTED, "`" + in.state() + "`");
      }
      steps.add(new VehicleStep(phrase, trigger.orElse(new Trigger.At(0)), deed(step)));
    }
    return List.copyOf(steps);
  }

  /** What a step can do, as written under {@code do}. */
  enum Word {
    PLUG,
    UNPLUG,
    STOP,
    PAUSE,
    RESUME,
    STANDBY,
    SET_SOC,
    CHANGE_NEEDS,
    ALLOW_DISCHARGE,
    SET_CONTROL,
    RENEGOTIATE_SCHEDULE,
    RENEGOTIATE_SERVICE,
    MISBEHAVE
  }

  private static Deed deed(ConfigTable table) {
    return switch (table.choice("do", Word.class)) {
      case PLUG -> new Deed.Plug();
      case UNPLUG -> new Deed.Unplug();
      case STOP -> new Deed.Stop();
      case PAUSE -> new Deed.Pause();
      case RESUME -> new Deed.Resume();
      case STANDBY -> new Deed.Standby();
      case SET_SOC -> new Deed.SetSoc(table.number("percent", 0, 100));
      case CHANGE_NEEDS -> needs(table);
      case ALLOW_DISCHARGE -> new Deed.AllowDischarge(table.flag("allowed", true));
      case SET_CONTROL -> new Deed.SetControl(table.choice("control", EvConfig.Control.class));
      case RENEGOTIATE_SCHEDULE -> new Deed.RenegotiateSchedule();
      case RENEGOTIATE_SERVICE -> new Deed.RenegotiateService();
      case MISBEHAVE ->
          new Deed.Misbehave(
              table.choice("kind", Misbehaviour.Kind.class), state(table).orElse(""));
    };
  }

  /** The state in which a vehicle misbehaves. */
  static Optional<String> state(ConfigTable table) {
    Optional<String> name = table.optionalString("state", STATE, StateNames.EXPECTED);
    if (name.filter(n -> !n.isEmpty() && !StateNames.has(n)).isPresent()) {
      table.problem("state", StateNames.EXPECTED, "`" + name.get() + "`");
    }
    return name;
  }

  private static Deed needs(ConfigTable table) {
    OptionalDouble departure = table.optionalNumber("departure_seconds", 0, DEPARTURE_MAX);
    OptionalDouble target = table.optionalNumber("target_soc_percent", 0, 100);
    OptionalDouble minimum = table.optionalNumber("minimum_soc_percent", 0, 100);
    if (departure.isEmpty() && target.isEmpty() && minimum.isEmpty()) {
      table.problem(
          "do",
          "departure_seconds, target_soc_percent or minimum_soc_percent beside it",
          "none of them");
    }
    return new Deed.ChangeNeeds(
        departure.isPresent() ? Optional.of((long) departure.getAsDouble()) : Optional.empty(),
        target.isPresent() ? Optional.of((int) target.getAsDouble()) : Optional.empty(),
        minimum.isPresent() ? Optional.of((int) minimum.getAsDouble()) : Optional.empty());
  }
}
